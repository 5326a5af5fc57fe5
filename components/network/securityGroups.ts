import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";

/** Groups of one VPC; each rule is a resource of its own, so that groups can name each other without a cycle. */
export interface NetworkGroups {
    /** Every Studio app of every user carries it: no ingress. */
    readonly studio: aws.ec2.SecurityGroup;
    /** For jobs: no ingress. Absent without the feature `jobs`. */
    readonly jobs?: aws.ec2.SecurityGroup;
    /** For jobs on several instances, beside `jobs`: everything between its members. Absent without distributed training. */
    readonly training?: aws.ec2.SecurityGroup;
    /** On every interface endpoint made here: 443 from the workload groups. Absent where none is made. */
    readonly endpoints?: aws.ec2.SecurityGroup;
    /** On the endpoints a browser uses: 443 from the client ranges. Absent without clients. */
    readonly clients?: aws.ec2.SecurityGroup;
}

/** A gateway endpoint as a destination. */
export interface Gateway {
    /** Short name, for example `s3`. */
    readonly suffix: string;
    /** AWS prefix list of the service. */
    readonly prefixListId: pulumi.Input<string>;
}

/** Ways out of the network beside the web (443, 80), which is open at the groups: routes and firewall decide the rest. */
export interface Internet {
    /** IPv4 ranges NTP may go to. */
    readonly timeServers: readonly string[];
}

export interface NetworkGroupArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly jobs: boolean;
    /** Whether jobs on several instances get a group of their own. Default: false. */
    readonly training?: boolean;
    readonly clientRanges: readonly string[];
    /** Default: none. */
    readonly gateways?: readonly Gateway[];
    /** The same as the gateway `s3`. */
    readonly s3PrefixListId?: pulumi.Input<string>;
    /** Groups on interface endpoints that existed before; they get a rule for each workload. Default: none. */
    readonly existingEndpointGroupIds?: readonly string[];
    /** Whether interface endpoints are made here. Default: true. */
    readonly endpoints?: boolean;
    /** IPv4 ranges of the hub's endpoints, which the workload groups may call. Default: none. */
    readonly hubRanges?: readonly string[];
    /** Where the network has a way out: what Studio and jobs may use of it. Default: it has none. */
    readonly internet?: Internet;
    readonly tags: Tags;
}

/** A group whose members start connections. */
interface Workload {
    readonly suffix: string;
    readonly group: aws.ec2.SecurityGroup;
    /** Whether it may use the network's way out. */
    readonly leaves: boolean;
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
    const training = args.training ? group("training", "Distributed training: everything between members") : undefined;
    const endpoints =
        args.endpoints === false ? undefined : group("endpoints", "VPC endpoints: HTTPS from Studio apps and jobs");
    const clients =
        args.clientRanges.length > 0
            ? group("clients", "Studio and SageMaker API endpoints: HTTPS from the company network")
            : undefined;

    const workloads: readonly Workload[] = [
        { suffix: "studio", group: studio, leaves: true },
        ...(jobs ? [{ suffix: "jobs", group: jobs, leaves: true }] : []),
        ...(training ? [{ suffix: "training", group: training, leaves: false }] : []),
    ];
    for (const workload of workloads) {
        openEndpoints(parent, name, workload, endpoints, args);
        if (args.internet && workload.leaves) {
            openInternet(parent, name, workload, args.internet, args.tags);
        }
    }
    if (training) {
        openAmongMembers(parent, `${name}-training`, training, args.tags);
    }
    if (clients) {
        for (const range of args.clientRanges) {
            allowIn(parent, `${name}-clients-from-${rangeSuffix(range)}`, clients.id, args.tags, {
                ...HTTPS,
                description: "HTTPS from the company network",
                cidrIpv4: range,
            });
        }
    }
    return { studio, jobs, training, endpoints, clients };
}

/** A CIDR range as part of a logical name. */
export function rangeSuffix(range: string): string {
    return range.replace(/[./]/g, "-");
}

type Rule = Omit<aws.vpc.SecurityGroupIngressRuleArgs, "securityGroupId" | "tags" | "region">;

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
const HTTP = { ipProtocol: "tcp", fromPort: 80, toPort: 80 };
const NTP = { ipProtocol: "udp", fromPort: 123, toPort: 123 };

/** Everywhere outside; the routes and the firewall on the way decide what of it can be reached. */
const INTERNET = "0.0.0.0/0";

/** HTTPS to every endpoint: those made here, those that existed, the hub's, and the services behind gateways. */
function openEndpoints(
    parent: pulumi.Resource,
    name: string,
    { suffix, group }: Workload,
    endpoints: aws.ec2.SecurityGroup | undefined,
    args: NetworkGroupArgs,
): void {
    if (endpoints !== undefined) {
        allowIn(parent, `${name}-endpoints-from-${suffix}`, endpoints.id, args.tags, {
            ...HTTPS,
            description: `HTTPS from ${suffix}`,
            referencedSecurityGroupId: group.id,
        });
        allowOut(parent, `${name}-${suffix}-to-endpoints`, group.id, args.tags, {
            ...HTTPS,
            description: "HTTPS to the VPC endpoints",
            referencedSecurityGroupId: endpoints.id,
        });
    }
    for (const range of args.hubRanges ?? []) {
        allowOut(parent, `${name}-${suffix}-to-hub-${rangeSuffix(range)}`, group.id, args.tags, {
            ...HTTPS,
            description: "HTTPS to the hub's endpoints",
            cidrIpv4: range,
        });
    }
    for (const existing of args.existingEndpointGroupIds ?? []) {
        allowIn(parent, `${name}-existing-${existing}-from-${suffix}`, existing, args.tags, {
            ...HTTPS,
            description: `HTTPS from ${suffix}`,
            referencedSecurityGroupId: group.id,
        });
        allowOut(parent, `${name}-${suffix}-to-existing-${existing}`, group.id, args.tags, {
            ...HTTPS,
            description: "HTTPS to VPC endpoints that existed before",
            referencedSecurityGroupId: existing,
        });
    }
    for (const gateway of gatewaysOf(args)) {
        allowOut(parent, `${name}-${suffix}-to-${gateway.suffix}`, group.id, args.tags, {
            ...HTTPS,
            description: `HTTPS to ${gateway.suffix} through the gateway endpoint`,
            prefixListId: gateway.prefixListId,
        });
    }
}

function gatewaysOf({ gateways, s3PrefixListId }: NetworkGroupArgs): readonly Gateway[] {
    return gateways ?? (s3PrefixListId === undefined ? [] : [{ suffix: "s3", prefixListId: s3PrefixListId }]);
}

/** The web, and the time from the servers that are named. */
function openInternet(
    parent: pulumi.Resource,
    name: string,
    { suffix, group }: Workload,
    { timeServers }: Internet,
    tags: Tags,
): void {
    const internet = `${name}-${suffix}-to-internet`;
    allowOut(parent, `${internet}-https`, group.id, tags, {
        ...HTTPS,
        description: "HTTPS to the internet",
        cidrIpv4: INTERNET,
    });
    allowOut(parent, `${internet}-http`, group.id, tags, {
        ...HTTP,
        description: "HTTP to the internet",
        cidrIpv4: INTERNET,
    });
    for (const range of timeServers) {
        allowOut(parent, `${internet}-time-${rangeSuffix(range)}`, group.id, tags, {
            ...NTP,
            description: "NTP to a time server",
            cidrIpv4: range,
        });
    }
}

/**
 * Every protocol and port both ways: instances of one job choose their ports, and the Elastic Fabric Adapter speaks a
 * protocol of its own. Sources: sagemaker developer guide, train-vpc; EC2 user guide, "Get started with EFA".
 */
function openAmongMembers(parent: pulumi.Resource, name: string, group: aws.ec2.SecurityGroup, tags: Tags): void {
    const everything = { ipProtocol: "-1", referencedSecurityGroupId: group.id };
    allowIn(parent, `${name}-from-itself`, group.id, tags, {
        ...everything,
        description: "Everything between instances of distributed training",
    });
    allowOut(parent, `${name}-to-itself`, group.id, tags, {
        ...everything,
        description: "Everything between instances of distributed training",
    });
}

function allowIn(
    parent: pulumi.Resource,
    name: string,
    securityGroupId: pulumi.Input<string>,
    tags: Tags,
    rule: Rule,
): void {
    new aws.vpc.SecurityGroupIngressRule(name, { securityGroupId, ...rule, tags }, { parent });
}

function allowOut(
    parent: pulumi.Resource,
    name: string,
    securityGroupId: pulumi.Input<string>,
    tags: Tags,
    rule: Rule,
): void {
    new aws.vpc.SecurityGroupEgressRule(name, { securityGroupId, ...rule, tags }, { parent });
}
