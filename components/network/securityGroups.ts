import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";

const HTTPS = 443;

/** Groups of one VPC; each rule is a resource of its own, so that groups can name each other without a cycle. */
export interface NetworkGroups {
    /** Every Studio app of every user carries it: no ingress, 443 out to the endpoints. */
    readonly studio: aws.ec2.SecurityGroup;
    /** For jobs: no ingress, 443 out to the endpoints. Absent without the feature `jobs`. */
    readonly jobs?: aws.ec2.SecurityGroup;
    /** On every interface endpoint: 443 from the workload groups. */
    readonly endpoints: aws.ec2.SecurityGroup;
    /** On the endpoints a browser uses: 443 from the client ranges. Absent without clients. */
    readonly clients?: aws.ec2.SecurityGroup;
}

export interface NetworkGroupArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly jobs: boolean;
    readonly clientRanges: readonly string[];
    /** AWS prefix list of the S3 gateway endpoint. */
    readonly s3PrefixListId: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Makes the groups of the network and the rules between them. */
export function createGroups(parent: pulumi.Resource, name: string, args: NetworkGroupArgs): NetworkGroups {
    const group = (suffix: string, description: string): aws.ec2.SecurityGroup =>
        new aws.ec2.SecurityGroup(
            `${name}-${suffix}`,
            { vpcId: args.vpcId, description, tags: { ...args.tags, Name: `${name}-${suffix}` } },
            { parent },
        );

    const studio = group("studio", "Every Studio app: no ingress, HTTPS to the VPC endpoints");
    const jobs = args.jobs ? group("jobs", "SageMaker jobs: no ingress, HTTPS to the VPC endpoints") : undefined;
    const endpoints = group("endpoints", "VPC endpoints: HTTPS from Studio apps and jobs");
    const clients =
        args.clientRanges.length > 0
            ? group("clients", "Studio and SageMaker API endpoints: HTTPS from the company network")
            : undefined;

    const workloads: [string, aws.ec2.SecurityGroup][] = [["studio", studio]];
    if (jobs) {
        workloads.push(["jobs", jobs]);
    }
    for (const [suffix, workload] of workloads) {
        allowIn(parent, `${name}-endpoints-from-${suffix}`, endpoints, args.tags, {
            description: `HTTPS from ${suffix}`,
            referencedSecurityGroupId: workload.id,
        });
        allowOut(parent, `${name}-${suffix}-to-endpoints`, workload, args.tags, {
            description: "HTTPS to the VPC endpoints",
            referencedSecurityGroupId: endpoints.id,
        });
        allowOut(parent, `${name}-${suffix}-to-s3`, workload, args.tags, {
            description: "HTTPS to S3 through the gateway endpoint",
            prefixListId: args.s3PrefixListId,
        });
    }
    if (clients) {
        for (const range of args.clientRanges) {
            allowIn(parent, `${name}-clients-from-${rangeSuffix(range)}`, clients, args.tags, {
                description: "HTTPS from the company network",
                cidrIpv4: range,
            });
        }
    }
    return { studio, jobs, endpoints, clients };
}

/** A CIDR range as part of a logical name. */
export function rangeSuffix(range: string): string {
    return range.replace(/[./]/g, "-");
}

type Peer = Pick<
    aws.vpc.SecurityGroupIngressRuleArgs,
    "description" | "cidrIpv4" | "referencedSecurityGroupId" | "prefixListId"
>;

function allowIn(parent: pulumi.Resource, name: string, group: aws.ec2.SecurityGroup, tags: Tags, peer: Peer): void {
    new aws.vpc.SecurityGroupIngressRule(
        name,
        { securityGroupId: group.id, ipProtocol: "tcp", fromPort: HTTPS, toPort: HTTPS, ...peer, tags },
        { parent },
    );
}

function allowOut(parent: pulumi.Resource, name: string, group: aws.ec2.SecurityGroup, tags: Tags, peer: Peer): void {
    new aws.vpc.SecurityGroupEgressRule(
        name,
        { securityGroupId: group.id, ipProtocol: "tcp", fromPort: HTTPS, toPort: HTTPS, ...peer, tags },
        { parent },
    );
}
