import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, endpointServiceName, serviceHost } from "../../policy-pack/facts";
import { documentText } from "../documents";
import type { FunctionVpc } from "../functions";
import type { Place } from "../names";
import { createDns } from "../network/dns";
import { createFlowLogs } from "../network/flowLogs";
import { createHubAttachment } from "../network/hubAttachment";
import { rangeSuffix } from "../network/securityGroups";
import { createTier, type ZoneSubnet } from "../network/subnets";
import type { Tags } from "../tags";
import type { AccessNetworkArgs } from "./args";
import { directoryArn, presignRoleArn } from "./names";

export interface AccessNetwork {
    readonly vpcId: pulumi.Output<string>;
    /** Attachment to the hub's transit gateway. */
    readonly attachmentId: pulumi.Output<string>;
    /** Tables that need routes to the hub, one for each zone. */
    readonly workloadTables: readonly {
        readonly zone: string;
        readonly tier: string;
        readonly routeTableId: pulumi.Output<string>;
    }[];
    /** Where the presign function is. */
    readonly functions: FunctionVpc;
    /** What must stand before a function can work here. */
    readonly ready: readonly pulumi.Resource[];
}

export interface CreateNetworkArgs extends AccessNetworkArgs {
    readonly place: Place;
    readonly partition: string;
    readonly logsKeyArn: pulumi.Input<string>;
    readonly boundaryArn: pulumi.Input<string>;
    readonly protect: boolean;
    readonly tags: Tags;
}

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

/**
 * Makes the presign function's VPC: no way in, and ways to the hub's endpoints and to DynamoDB alone. Its tables get no
 * default route, here or later: what is not named has no route at all.
 */
export function createNetwork(parent: pulumi.Resource, name: string, args: CreateNetworkArgs): AccessNetwork {
    const { place, partition, tags } = args;
    const vpc = new aws.ec2.Vpc(
        `${name}-vpc`,
        {
            cidrBlock: args.cidr,
            enableDnsSupport: true,
            // Private hosted zones resolve in a VPC that has both.
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
    createFlowLogs(parent, name, {
        place,
        partition,
        vpcId: vpc.id,
        keyArn: args.logsKeyArn,
        ...args.flowLogs,
        boundaryArn: args.boundaryArn,
        protect: args.protect,
        forceDestroy: !args.protect,
        tags,
    });
    const functions = createTier(parent, name, {
        vpcId: vpc.id,
        tier: "functions",
        ranges: args.subnets.functions,
        tags,
    });
    const { attachment } = createHubAttachment(parent, name, {
        account: place.account,
        vpcId: vpc.id,
        transit: args.subnets.transit,
        gatewayId: args.gatewayId,
        gatewayAccount: args.gatewayAccount,
        shared: args.shared,
        tags,
    });
    const directory = createDirectoryEndpoint(parent, name, args, vpc, functions);
    const { group, rules } = createGroup(parent, name, args, vpc, directory);
    const dns = createDns(parent, name, {
        place,
        vpcId: vpc.id,
        kind: "isolated",
        names: resolvableNames(place.region),
        protections: args.protections,
        logsKeyArn: args.logsKeyArn,
        logRetentionDays: args.dnsLogRetentionDays,
        tags,
    });
    return {
        vpcId: vpc.id,
        attachmentId: attachment.id,
        workloadTables: functions.map(({ zone, routeTable }) => ({
            zone,
            tier: "functions",
            routeTableId: routeTable.id,
        })),
        functions: { subnetIds: functions.map(({ subnet }) => subnet.id), groupId: group.id },
        ready: [...functions.map(({ association }) => association), directory, ...rules, ...dns.ready],
    };
}

/** Names the presign function asks for: the services it calls, and nothing else. */
function resolvableNames(region: string): string[] {
    return [
        ...ENDPOINT_SERVICES["sagemaker.api"].privateDnsNames(region),
        ...ENDPOINT_SERVICES.sts.privateDnsNames(region),
        serviceHost("dynamodb", region),
        // Where the SDK finds the account's own name of the table's service.
        `*.${serviceHost("ddb", region)}`,
    ].sort();
}

/** The way to DynamoDB: to this table, for this role, for questions. */
function createDirectoryEndpoint(
    parent: pulumi.Resource,
    name: string,
    { place, partition, tags }: CreateNetworkArgs,
    vpc: aws.ec2.Vpc,
    functions: readonly ZoneSubnet[],
): aws.ec2.VpcEndpoint {
    return new aws.ec2.VpcEndpoint(
        `${name}-dynamodb`,
        {
            vpcId: vpc.id,
            serviceName: endpointServiceName("dynamodb", place.region),
            vpcEndpointType: "Gateway",
            routeTableIds: functions.map(({ routeTable }) => routeTable.id),
            policy: documentText("endpoint policy", `${name}-dynamodb`, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "AskTheDirectory",
                        Effect: "Allow",
                        // An endpoint policy takes no role as principal; the condition says who it is.
                        Principal: "*",
                        Action: "dynamodb:Query",
                        Resource: directoryArn(place, partition),
                        Condition: {
                            StringEquals: { "aws:PrincipalAccount": place.account },
                            ArnEquals: { "aws:PrincipalArn": presignRoleArn(place, partition) },
                        },
                    },
                ],
            }),
            tags: { ...tags, Name: `${name}-dynamodb` },
        },
        { parent },
    );
}

function createGroup(
    parent: pulumi.Resource,
    name: string,
    { endpointRanges, tags }: CreateNetworkArgs,
    vpc: aws.ec2.Vpc,
    directory: aws.ec2.VpcEndpoint,
): { group: aws.ec2.SecurityGroup; rules: pulumi.Resource[] } {
    const group = new aws.ec2.SecurityGroup(
        `${name}-functions`,
        {
            vpcId: vpc.id,
            description: "Presign function: no ingress, HTTPS to the hub's endpoints and to DynamoDB",
            tags: { ...tags, Name: `${name}-functions` },
        },
        { parent },
    );
    const allow = (
        suffix: string,
        rule: Pick<aws.vpc.SecurityGroupEgressRuleArgs, "cidrIpv4" | "prefixListId" | "description">,
    ) =>
        new aws.vpc.SecurityGroupEgressRule(
            `${name}-functions-to-${suffix}`,
            { securityGroupId: group.id, ...HTTPS, ...rule, tags },
            { parent },
        );
    const rules = [
        ...endpointRanges.map((range) =>
            allow(rangeSuffix(range), { description: "HTTPS to the hub's endpoints", cidrIpv4: range }),
        ),
        allow("dynamodb", {
            description: "HTTPS to dynamodb through the gateway endpoint",
            prefixListId: directory.prefixListId,
        }),
    ];
    return { group, rules };
}
