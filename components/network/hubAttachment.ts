import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";
import { createTier, type ZoneSubnet } from "./subnets";

export interface HubAttachmentArgs {
    /** Account of the VPC, twelve digits. */
    readonly account: string;
    readonly vpcId: pulumi.Input<string>;
    /** Range of the subnet for the gateway's interface by zone. */
    readonly transit: Readonly<Record<string, string>>;
    readonly gatewayId: pulumi.Input<string>;
    /** Account the gateway belongs to, twelve digits. */
    readonly gatewayAccount: string;
    /** What shares the gateway with the account; a gateway that is not shared cannot be found. */
    readonly shared: readonly pulumi.Resource[];
    /**
     * Whether both directions of a connection stay in the zone it began in, as a firewall behind the attachment needs.
     * Default: false.
     */
    readonly appliance?: boolean;
    readonly tags: Tags;
}

export interface HubAttachment {
    readonly attachment: aws.ec2transitgateway.VpcAttachment;
    readonly subnets: readonly ZoneSubnet[];
}

/**
 * Attaches a VPC to a transit gateway by subnets of its own, `NAME-hub`. Nothing can be reached by it yet: the gateway's
 * owner accepts it and puts it into a table, and the VPC's tables get their routes after that.
 *
 * The gateway associates and propagates nothing by itself. In its own account the attachment must say so too, or every
 * preview shows a change; on a gateway of another account it must not, since only the owner could. Source: provider's
 * documentation of VpcAttachment (terraform-provider-aws #8383).
 */
export function createHubAttachment(parent: pulumi.Resource, name: string, args: HubAttachmentArgs): HubAttachment {
    const { tags, vpcId } = args;
    const subnets = createTier(parent, name, { vpcId, tier: "transit", ranges: args.transit, tags });
    const attachment = new aws.ec2transitgateway.VpcAttachment(
        `${name}-hub`,
        {
            vpcId,
            transitGatewayId: args.gatewayId,
            subnetIds: subnets.map(({ subnet }) => subnet.id),
            applianceModeSupport: args.appliance === true ? "enable" : "disable",
            ...(args.gatewayAccount === args.account
                ? {
                      transitGatewayDefaultRouteTableAssociation: false,
                      transitGatewayDefaultRouteTablePropagation: false,
                  }
                : {}),
            tags: { ...tags, Name: `${name}-hub` },
        },
        { parent, dependsOn: [...args.shared] },
    );
    return { attachment, subnets };
}
