import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, type Feature, servicesFor } from "../../policy-pack/facts";
import type { Place } from "../names";
import type { Tags } from "../tags";
import { createClientRoutes } from "./clientRoutes";
import { createInterfaceEndpoints, createS3Endpoint } from "./endpoints";
import { createFlowLogs } from "./flowLogs";
import { createGroups } from "./securityGroups";
import { createTier } from "./subnets";

export interface NetworkArgs {
    readonly place: Place;
    readonly partition: string;
    /** IPv4 range of the VPC. */
    readonly cidr: string;
    /** Range by zone for the tiers this network may make; decides how many subnets exist. */
    readonly subnets: Readonly<Record<"studio" | "endpoint" | "transit", Readonly<Record<string, string>>>>;
    /** Decides which endpoints exist. */
    readonly features: readonly Feature[];
    /** Company ranges that may open Studio, and the gateway they come through. */
    readonly clients?: { readonly ranges: readonly string[]; readonly via?: string };
    /** Existing buckets the S3 endpoint lets through. */
    readonly dataBuckets: readonly string[];
    readonly flowLogRetentionDays: number;
    /** Key of the flow-log group. */
    readonly logsKeyArn: pulumi.Input<string>;
    readonly tags: Tags;
}

/**
 * An isolated network for Studio: no internet gateway, no NAT, no default route. What Studio needs of AWS it reaches
 * through VPC endpoints whose policies admit this account's principals and resources only; what may reach Studio's
 * endpoints is Studio itself and, on 443, the company ranges of `clients`.
 */
export class Network extends pulumi.ComponentResource {
    readonly vpcId: pulumi.Output<string>;
    /** Subnets for the domain and for jobs, in order of zone. */
    readonly studioSubnetIds: pulumi.Output<string>[];
    /** Group of every Studio app: egress only. */
    readonly studioGroupId: pulumi.Output<string>;
    /** Group for jobs; absent without the feature `jobs`. */
    readonly jobsGroupId: pulumi.Output<string> | undefined;
    /** Endpoint ids by service key. */
    readonly endpointIds: Readonly<Record<string, pulumi.Output<string>>>;
    /** Everything that must stand before a domain can work in this network. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:network:Network", name, {}, opts);
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
            { parent: this },
        );
        // AWS makes this group with rules that let its members reach each other and everything else.
        new aws.ec2.DefaultSecurityGroup(
            `${name}-default`,
            { vpcId: vpc.id, ingress: [], egress: [], tags: { ...tags, Name: `${name}-default-closed` } },
            { parent: this },
        );
        createFlowLogs(this, name, {
            place: args.place,
            partition: args.partition,
            vpcId: vpc.id,
            keyArn: args.logsKeyArn,
            retentionDays: args.flowLogRetentionDays,
            tags,
        });

        const studio = createTier(this, name, { vpcId: vpc.id, tier: "studio", ranges: args.subnets.studio, tags });
        const endpoint = createTier(this, name, {
            vpcId: vpc.id,
            tier: "endpoint",
            ranges: args.subnets.endpoint,
            tags,
        });

        const policy = {
            account: args.place.account,
            partition: args.partition,
            region: args.place.region,
            features: args.features,
            dataBuckets: args.dataBuckets,
        };
        const s3 = createS3Endpoint(this, name, {
            vpcId: vpc.id,
            routeTableIds: studio.map(({ routeTable }) => routeTable.id),
            policy,
            tags,
        });
        const groups = createGroups(this, name, {
            vpcId: vpc.id,
            jobs: args.features.includes("jobs"),
            clientRanges: args.clients?.ranges ?? [],
            s3PrefixListId: s3.prefixListId,
            tags,
        });
        const interfaces = createInterfaceEndpoints(this, name, {
            vpcId: vpc.id,
            services: servicesFor(args.features).filter((key) => ENDPOINT_SERVICES[key].type === "Interface"),
            subnetIds: endpoint.map(({ subnet }) => subnet.id),
            groupId: groups.endpoints.id,
            clientGroupId: groups.clients?.id,
            policy,
            tags,
        });
        if (args.clients?.via !== undefined) {
            const { ranges, via } = args.clients;
            const transitSubnets = via.startsWith("tgw-")
                ? createTier(this, name, { vpcId: vpc.id, tier: "transit", ranges: args.subnets.transit, tags })
                : [];
            createClientRoutes(this, name, {
                vpcId: vpc.id,
                ranges,
                via,
                endpointSubnets: endpoint,
                transitSubnets,
                tags,
            });
        }

        this.vpcId = vpc.id;
        this.studioSubnetIds = studio.map(({ subnet }) => subnet.id);
        this.studioGroupId = groups.studio.id;
        this.jobsGroupId = groups.jobs?.id;
        this.endpointIds = {
            s3: s3.id,
            ...Object.fromEntries([...interfaces].map(([key, { id }]) => [key, id])),
        };
        this.ready = [s3, ...interfaces.values(), ...studio.map(({ association }) => association)];
        this.registerOutputs({
            vpcId: this.vpcId,
            studioSubnetIds: this.studioSubnetIds,
            studioGroupId: this.studioGroupId,
            jobsGroupId: this.jobsGroupId,
            endpointIds: this.endpointIds,
        });
    }
}
