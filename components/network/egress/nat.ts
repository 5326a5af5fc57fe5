import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../../tags";
import { createTier } from "../subnets";
import { ANYWHERE } from "./destinations";
import type { InternetGateway } from "./internetGateway";

export interface NatArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Range of the subnet by zone. */
    readonly ranges: Readonly<Record<string, string>>;
    readonly internetGateway: InternetGateway;
    readonly tags: Tags;
}

/** The NAT gateway of a zone. */
export interface ZoneNat {
    readonly zone: string;
    readonly natGatewayId: pulumi.Output<string>;
    /** Table of the NAT gateway's subnet. */
    readonly routeTableId: pulumi.Output<string>;
    /** Its public address. */
    readonly address: pulumi.Output<string>;
    /** What must stand before traffic may be sent to it. */
    readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes per zone a subnet with a NAT gateway, its address and its way to the internet. A zone never uses the gateway of
 * another: traffic would be paid for twice, stop with the other zone, and come back by another firewall endpoint.
 */
export function createNat(parent: pulumi.Resource, name: string, args: NatArgs): ZoneNat[] {
    const { internetGateway, tags, vpcId } = args;
    const tier = createTier(parent, name, { vpcId, tier: "nat", ranges: args.ranges, tags });
    return tier.map(({ zone, subnet, routeTable, association }) => {
        const suffix = `${name}-nat-${zone}`;
        const afterAttachment = { parent, dependsOn: [...internetGateway.attached] };
        const address = new aws.ec2.Eip(suffix, { domain: "vpc", tags: { ...tags, Name: suffix } }, afterAttachment);
        const nat = new aws.ec2.NatGateway(
            suffix,
            {
                subnetId: subnet.id,
                allocationId: address.id,
                connectivityType: "public",
                tags: { ...tags, Name: suffix },
            },
            afterAttachment,
        );
        const toInternet = new aws.ec2.Route(
            `${suffix}-default`,
            { routeTableId: routeTable.id, destinationCidrBlock: ANYWHERE, gatewayId: internetGateway.id },
            afterAttachment,
        );
        return {
            zone,
            natGatewayId: nat.id,
            routeTableId: routeTable.id,
            address: address.publicIp,
            ready: [association, toInternet],
        };
    });
}
