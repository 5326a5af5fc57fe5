import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";

/** One subnet with the route table that serves it alone. */
export interface ZoneSubnet {
    readonly zone: string;
    readonly subnet: aws.ec2.Subnet;
    readonly routeTable: aws.ec2.RouteTable;
    readonly association: aws.ec2.RouteTableAssociation;
}

export interface TierArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Short name of the tier, for example `studio`. */
    readonly tier: string;
    /** Range of the tier's subnet by zone id or zone name. Decides how many subnets exist. */
    readonly ranges: Readonly<Record<string, string>>;
    readonly tags: Tags;
}

/**
 * Makes one tier: per zone a subnet and a route table of its own, so that a route can be given to one tier in one zone
 * and to nothing else. The tables start with the VPC's local route only.
 */
export function createTier(parent: pulumi.Resource, name: string, args: TierArgs): ZoneSubnet[] {
    return Object.entries(args.ranges).map(([zone, cidrBlock]) => {
        const suffix = `${name}-${args.tier}-${zone}`;
        const tags = { ...args.tags, Name: suffix };
        const subnet = new aws.ec2.Subnet(
            suffix,
            { vpcId: args.vpcId, cidrBlock, ...zoneProperty(zone), mapPublicIpOnLaunch: false, tags },
            { parent },
        );
        const routeTable = new aws.ec2.RouteTable(suffix, { vpcId: args.vpcId, tags }, { parent });
        const association = new aws.ec2.RouteTableAssociation(
            suffix,
            { subnetId: subnet.id, routeTableId: routeTable.id },
            { parent },
        );
        return { zone, subnet, routeTable, association };
    });
}

/** Zone ids (`euw1-az1`) name the same place in every account, zone names (`eu-west-1a`) do not; AWS takes either. */
function zoneProperty(zone: string): { availabilityZoneId: string } | { availabilityZone: string } {
    return /-az\d+$/.test(zone) ? { availabilityZoneId: zone } : { availabilityZone: zone };
}
