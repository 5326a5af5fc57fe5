import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";
import { createTier } from "./subnets";

/** A subnet of the tier studio, made here or given. */
export interface StudioSubnet {
    readonly zone: string;
    readonly cidr: string;
    readonly subnetId: pulumi.Output<string>;
    /** Table that serves this subnet alone. */
    readonly routeTableId: pulumi.Output<string>;
}

/** The VPC with the subnets for apps and jobs. */
export interface StudioVpc {
    readonly vpcId: pulumi.Output<string>;
    /** In order of zone. */
    readonly studio: readonly StudioSubnet[];
    /** What must stand before a domain can work in the subnets. */
    readonly ready: readonly pulumi.Resource[];
}

export interface NewVpcArgs {
    /** IPv4 range of the VPC. */
    readonly cidr: string;
    /** Range of the studio subnet by zone. */
    readonly studio: Readonly<Record<string, string>>;
    readonly tags: Tags;
}

/** Makes a VPC without any way out, with a default group that admits nothing. */
export function createVpc(parent: pulumi.Resource, name: string, args: NewVpcArgs): StudioVpc {
    const { tags } = args;
    const vpc = new aws.ec2.Vpc(
        `${name}-vpc`,
        {
            cidrBlock: args.cidr,
            enableDnsSupport: true,
            // Off by default; without it the private names of the endpoints do not resolve.
            enableDnsHostnames: true,
            tags: { ...tags, Name: name },
        },
        { parent },
    );
    // AWS makes this group with rules that let its members reach each other and everything else.
    new aws.ec2.DefaultSecurityGroup(
        `${name}-default`,
        { vpcId: vpc.id, ingress: [], egress: [], tags: { ...tags, Name: `${name}-default-closed` } },
        { parent },
    );
    const tier = createTier(parent, name, { vpcId: vpc.id, tier: "studio", ranges: args.studio, tags });
    return {
        vpcId: vpc.id,
        studio: tier.map(({ zone, subnet, routeTable }) => ({
            zone,
            cidr: args.studio[zone] as string,
            subnetId: subnet.id,
            routeTableId: routeTable.id,
        })),
        ready: tier.map(({ association }) => association),
    };
}

/** One studio subnet of a VPC that exists. */
export interface ExistingStudioSubnet {
    readonly subnet: string;
    readonly cidr: string;
    /** The table that serves it. */
    readonly routeTable: string;
}

/** The given VPC with its subnets, of which nothing is made or changed here. */
export function existingVpc(id: string, studio: Readonly<Record<string, ExistingStudioSubnet>>): StudioVpc {
    return {
        vpcId: pulumi.output(id),
        studio: Object.entries(studio).map(([zone, { subnet, cidr, routeTable }]) => ({
            zone,
            cidr,
            subnetId: pulumi.output(subnet),
            routeTableId: pulumi.output(routeTable),
        })),
        ready: [],
    };
}
