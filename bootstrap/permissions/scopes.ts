import { partitionOf, QUOTA_SERVICE, QUOTAS } from "../../policy-pack/facts";
import type { Place } from "../../components/names";
import { stackNames } from "./physicalNames";

export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What a set of actions may be used on. */
export interface Scope {
    readonly resources: (place: Place) => readonly string[];
    readonly condition?: (place: Place) => Condition;
    /** Why a wildcard stands in `resources`; required where one does. */
    readonly wildcard?: string;
}

const AWS_CHOOSES = "AWS chooses the ids, so that no pattern can tell one stack's from another's";

function arn(place: Place, service: string, resource: string): string {
    return `arn:${partitionOf(place.region).id}:${service}:${place.region}:${place.account}:${resource}`;
}

function iam(place: Place, resource: string): string {
    return `arn:${partitionOf(place.region).id}:iam::${place.account}:${resource}`;
}

function executionBoundary(place: Place): string {
    return iam(place, `policy/${stackNames(place).executionBoundary}`);
}

function linkedRole(service: string, role: string): Scope {
    return {
        resources: (place) => [iam(place, `role/aws-service-role/${service}/${role}`)],
        condition: () => ({ StringEquals: { "iam:AWSServiceName": service } }),
    };
}

function passed(role: (place: Place) => string, service: string): Scope {
    return {
        resources: (place) => [iam(place, `role/${role(place)}`)],
        condition: () => ({ StringEquals: { "iam:PassedToService": service } }),
    };
}

/** Kinds of EC2 resources the deployment tags. */
const TAGGED = [
    "elastic-ip",
    "internet-gateway",
    "natgateway",
    "route-table",
    "security-group",
    "security-group-rule",
    "subnet",
    "transit-gateway-attachment",
    "vpc",
    "vpc-endpoint",
    "vpc-flow-log",
];

/** Kinds of Route 53 Resolver resources the deployment makes. */
const RESOLVER = [
    "firewall-config",
    "firewall-domain-list",
    "firewall-rule-group",
    "firewall-rule-group-association",
    "resolver-endpoint",
    "resolver-query-log-config",
];

/** Every scope of the permission table, as narrow as names, account and Region allow. */
export const SCOPES = {
    regionWide: {
        resources: () => ["*"],
        condition: ({ region }) => ({ StringEquals: { "aws:RequestedRegion": region } }),
        wildcard: "the actions have no resource types (service authorization reference)",
    },
    network: {
        resources: (place) => [arn(place, "ec2", "*/*")],
        wildcard: `${AWS_CHOOSES}; the actions name their own resource types`,
    },
    taggedNetwork: {
        resources: (place) => TAGGED.map((kind) => arn(place, "ec2", `${kind}/*`)),
        wildcard: AWS_CHOOSES,
    },
    sharedTransitGateways: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:ec2:${region}:*:transit-gateway/*`],
        wildcard: "a transit gateway shared from another account keeps that account in its ARN",
    },
    transitGatewayLinkedRole: linkedRole("transitgateway.amazonaws.com", "AWSServiceRoleForVPCTransitGateway"),
    keys: {
        resources: (place) => [arn(place, "kms", "key/*")],
        wildcard: `${AWS_CHOOSES}; a key admits nobody its own policy does not`,
    },
    keysThroughStudio: {
        resources: (place) => [arn(place, "kms", "key/*")],
        condition: ({ region }) => ({
            StringEquals: {
                "kms:ViaService": ["ec2", "elasticfilesystem", "sagemaker"].map(
                    (service) => `${service}.${region}.amazonaws.com`,
                ),
            },
        }),
        wildcard: `${AWS_CHOOSES}; a key admits nobody its own policy does not`,
    },
    keysThroughFirewall: {
        resources: (place) => [arn(place, "kms", "key/*")],
        condition: ({ region }) => ({
            StringEquals: { "kms:ViaService": `network-firewall.${region}.amazonaws.com` },
        }),
        wildcard: `${AWS_CHOOSES}; a key admits nobody its own policy does not`,
    },
    keyAliases: { resources: (place) => stackNames(place).keyAliases.map((name) => arn(place, "kms", name)) },
    logGroups: {
        resources: (place) => [arn(place, "logs", `log-group:${stackNames(place).logGroupPrefix}*`)],
        wildcard: "below the stack's own prefix",
    },
    firewalls: {
        resources: (place) => [arn(place, "network-firewall", `firewall/${stackNames(place).firewall}`)],
    },
    firewallPolicies: {
        resources: (place) => [arn(place, "network-firewall", `firewall-policy/${stackNames(place).firewall}`)],
    },
    firewallRuleGroups: {
        // Some actions want both kinds named, whichever the group is of.
        resources: (place) =>
            stackNames(place).firewallRuleGroups.flatMap((name) =>
                ["stateful", "stateless"].map((kind) => arn(place, "network-firewall", `${kind}-rulegroup/${name}`)),
            ),
    },
    managedRuleGroups: {
        resources: ({ region }) => [
            `arn:${partitionOf(region).id}:network-firewall:${region}:aws-managed:stateful-rulegroup/*`,
        ],
        wildcard: "AWS's own rule groups, which a stack file names and nobody can change",
    },
    firewallLinkedRole: linkedRole("network-firewall.amazonaws.com", "AWSServiceRoleForNetworkFirewall"),
    resolver: {
        resources: (place) => RESOLVER.map((kind) => arn(place, "route53resolver", `${kind}/*`)),
        wildcard: AWS_CHOOSES,
    },
    resolverLinkedRole: linkedRole("route53resolver.amazonaws.com", "AWSServiceRoleForRoute53Resolver"),
    buckets: {
        resources: (place) =>
            stackNames(place).buckets.map((name) => `arn:${partitionOf(place.region).id}:s3:::${name}`),
    },
    bucketObjects: {
        resources: (place) =>
            stackNames(place).buckets.map((name) => `arn:${partitionOf(place.region).id}:s3:::${name}/*`),
        wildcard: "everything in the stack's own buckets, which a destroy empties",
    },
    roles: { resources: (place) => stackNames(place).roles.map((name) => iam(place, `role/${name}`)) },
    openRoles: { resources: (place) => stackNames(place).openRoles.map((name) => iam(place, `role/${name}`)) },
    boundedRoles: {
        resources: (place) => [iam(place, `role/${stackNames(place).executionRole}`)],
        condition: (place) => ({ StringEquals: { "iam:PermissionsBoundary": executionBoundary(place) } }),
    },
    policies: { resources: (place) => stackNames(place).policies.map((name) => iam(place, `policy/${name}`)) },
    executionRoleToService: passed((place) => stackNames(place).executionRole, "sagemaker.amazonaws.com"),
    flowLogRoleToService: passed((place) => stackNames(place).flowLogRole, "vpc-flow-logs.amazonaws.com"),
    studioLinkedRole: linkedRole("sagemaker.amazonaws.com", "AWSServiceRoleForAmazonSageMakerNotebooks"),
    domains: {
        resources: (place) => [arn(place, "sagemaker", "domain/*")],
        wildcard: AWS_CHOOSES,
    },
    vpcOnlyDomains: {
        resources: (place) => [arn(place, "sagemaker", "domain/*")],
        condition: () => ({ StringEquals: { "sagemaker:AppNetworkAccessType": "VpcOnly" } }),
        wildcard: AWS_CHOOSES,
    },
    staysVpcOnlyDomains: {
        resources: (place) => [arn(place, "sagemaker", "domain/*")],
        // An update that leaves the network mode alone sends no such key.
        condition: () => ({ StringEqualsIfExists: { "sagemaker:AppNetworkAccessType": "VpcOnly" } }),
        wildcard: AWS_CHOOSES,
    },
    quotas: {
        resources: (place) => QUOTAS.map(({ code }) => arn(place, "servicequotas", `${QUOTA_SERVICE}/${code}`)),
    },
    lifecycleConfigs: {
        resources: (place) =>
            stackNames(place).lifecycleConfigStarts.map((start) =>
                arn(place, "sagemaker", `studio-lifecycle-config/${start}*`),
            ),
        wildcard: "a hash of the script ends the name; what stands before it is the stack's own",
    },
    profiles: {
        resources: (place) => [arn(place, "sagemaker", "user-profile/*")],
        wildcard: "the domain's id stands before the profile's name, and AWS chooses it",
    },
} as const satisfies Record<string, Scope>;

export type ScopeName = keyof typeof SCOPES;
