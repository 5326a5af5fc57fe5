import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";
import type { Connection } from "./args";

export interface AttachmentArgs {
    /** Account of the simulator. */
    readonly account: string;
    readonly connect: Extract<Connection, { kind: "attachment" }>;
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of the tier `transit`, one in each zone. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    readonly tags: Tags;
}

/**
 * Attaches the VPC to the hub's gateway. The gateway's owner accepts it and puts it into a table. That it is in no table
 * by itself is said only where the gateway is of the same account: nobody else could say it. Source: provider's
 * documentation of VpcAttachment.
 *
 * @returns id of the attachment
 */
export function createAttachment(
    parent: pulumi.Resource,
    name: string,
    { account, connect, vpcId, subnetIds, tags }: AttachmentArgs,
): pulumi.Output<string> {
    const own = connect.gatewayAccount === account;
    return new aws.ec2transitgateway.VpcAttachment(
        `${name}-transit`,
        {
            vpcId,
            transitGatewayId: connect.gatewayId,
            subnetIds: [...subnetIds],
            ...(own
                ? {
                      transitGatewayDefaultRouteTableAssociation: false,
                      transitGatewayDefaultRouteTablePropagation: false,
                  }
                : {}),
            tags: { ...tags, Name: `${name}-transit` },
        },
        { parent, dependsOn: [...connect.shared] },
    ).id;
}
