import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";
import { onPremisesRanges } from "./addresses";
import { zoneNames } from "./zones";

/** Tiers of the simulator's VPC. */
export const HOST = "host";
export const TRANSIT = "transit";

export interface OnPremisesVpcArgs {
    readonly cidr: string;
    /** Ids, sorted. */
    readonly zones: readonly string[];
    /** Whether there are subnets for a transit gateway's interfaces. */
    readonly transit: boolean;
    readonly tags: Tags;
}

/** One subnet with the table that serves it alone. */
export interface OnPremisesSubnet {
    readonly zone: string;
    readonly tier: string;
    readonly subnetId: pulumi.Output<string>;
    readonly routeTableId: pulumi.Output<string>;
}

export interface OnPremisesVpc {
    readonly vpcId: pulumi.Output<string>;
    /** By zone, within a zone by tier. */
    readonly subnets: readonly OnPremisesSubnet[];
}

/**
 * Makes the VPC of isolated subnets with awsx. Its subnets have no route but the VPC's own; awsx makes an internet
 * gateway all the same, which no route names and no public address could use.
 */
export function createVpc(parent: pulumi.Resource, name: string, args: OnPremisesVpcArgs): OnPremisesVpc {
    const tiers = args.transit ? [HOST, TRANSIT] : [HOST];
    // Neither number nor names of the resources depend on what AWS answers, only the letters of the zones do.
    const vpc = pulumi.output(isolatedVpc(parent, name, tiers, args));
    const tables = vpc.routeTables;
    const places = args.zones.flatMap((zone) => tiers.map((tier) => ({ zone, tier })));
    return {
        vpcId: vpc.vpcId,
        subnets: places.map(({ zone, tier }, index) => ({
            zone,
            tier,
            subnetId: vpc.isolatedSubnetIds.apply((ids) => ids[index] as string),
            routeTableId: tables.apply((all) => (all[index] as aws.ec2.RouteTable).id),
        })),
    };
}

async function isolatedVpc(
    parent: pulumi.Resource,
    name: string,
    tiers: readonly string[],
    { cidr, zones, tags }: OnPremisesVpcArgs,
): Promise<awsx.ec2.Vpc> {
    const ranges = [...onPremisesRanges(cidr, zones).values()];
    const availabilityZoneNames = zoneNames(zones, await aws.getAvailabilityZones({ state: "available" }, { parent }));
    return new awsx.ec2.Vpc(
        name,
        {
            cidrBlock: cidr,
            availabilityZoneNames,
            subnetStrategy: "Auto",
            subnetSpecs: tiers.map((tier) => ({
                type: "Isolated",
                name: tier,
                cidrBlocks: ranges.map((range) => range[tier as keyof typeof range]),
            })),
            natGateways: { strategy: "None" },
            // Off by default; without it the private names of the endpoints do not resolve.
            enableDnsHostnames: true,
            enableDnsSupport: true,
            tags: { ...tags, Name: name },
        },
        { parent },
    );
}
