import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../../tags";

export interface InternetGatewayArgs {
    readonly vpcId: pulumi.Input<string>;
    /** The gateway the VPC has already; a VPC takes one. Default: one is made. */
    readonly existing?: string;
    readonly tags: Tags;
}

/** A gateway, and what must stand before it works. */
export interface InternetGateway {
    readonly id: pulumi.Input<string>;
    /** What addresses, NAT gateways and routes wait for. Source: provider's documentation of Eip. */
    readonly attached: readonly pulumi.Resource[];
}

/** The VPC's way to the internet. Only tables of the tier nat may lead to it. */
export function createInternetGateway(
    parent: pulumi.Resource,
    name: string,
    args: InternetGatewayArgs,
): InternetGateway {
    if (args.existing !== undefined) {
        return { id: args.existing, attached: [] };
    }
    const gateway = new aws.ec2.InternetGateway(
        `${name}-internet`,
        { vpcId: args.vpcId, tags: { ...args.tags, Name: `${name}-internet` } },
        { parent },
    );
    return { id: gateway.id, attached: [gateway] };
}
