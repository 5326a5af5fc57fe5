import { partitionOf, QUOTA_SERVICE, QUOTAS } from "../../policy-pack/facts";
import { type Place, placePath, SERVICE_LOG_GROUPS } from "../../components/names";
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

function trailRole(place: Place): string {
    return iam(place, `role${placePath(place)}${stackNames(place).trailRole}`);
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

function serviceBoundary(place: Place): string {
    return iam(place, `policy${placePath(place)}${stackNames(place).serviceBoundary}`);
}

function personBoundary(place: Place): string {
    return iam(place, `policy${placePath(place)}${stackNames(place).personBoundary}`);
}

/** Roles of Studio's apps and jobs. */
function studioRoles(place: Place): string[] {
    return [iam(place, `role/${stackNames(place).executionRole}`), iam(place, `role${placePath(place)}*`)];
}

function functionRoles(place: Place): string[] {
    return stackNames(place).functionRoles.map((name) => iam(place, `role${placePath(place)}${name}`));
}

/** Kinds of EC2 resources the deployment tags. */
const TAGGED = [
    "elastic-ip",
    "instance",
    "internet-gateway",
    "natgateway",
    "route-table",
    "security-group",
    "security-group-rule",
    "subnet",
    "transit-gateway",
    "transit-gateway-attachment",
    "transit-gateway-route-table",
    "volume",
    "vpc",
    "vpc-endpoint",
    "vpc-flow-log",
    "vpc-peering-connection",
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
    attachments: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:ec2:${region}:*:transit-gateway-attachment/*`],
        wildcard: "an attachment to the hub's gateway is of another account, and AWS chooses its id",
    },
    resourceShares: { resources: (place) => [arn(place, "ram", "resource-share/*")], wildcard: AWS_CHOOSES },
    everywhere: {
        resources: () => ["*"],
        wildcard: "the actions have no resource types, and Route 53 has no Regions to limit them to",
    },
    hostedZones: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:route53:::hostedzone/*`],
        wildcard: `${AWS_CHOOSES}; zones have no account in their ARNs, and Route 53 changes none of another account's`,
    },
    taggedZones: {
        // The action wants both kinds named, whichever is tagged.
        resources: ({ region }) =>
            ["healthcheck", "hostedzone"].map((kind) => `arn:${partitionOf(region).id}:route53:::${kind}/*`),
        wildcard: AWS_CHOOSES,
    },
    zoneChanges: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:route53:::change/*`],
        wildcard: `${AWS_CHOOSES}; changes are read only`,
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
    keysThroughBuckets: {
        resources: (place) => [arn(place, "kms", "key/*")],
        condition: ({ region }) => ({ StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } }),
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
    studioFiles: {
        resources: (place) => [`arn:${partitionOf(place.region).id}:s3:::${stackNames(place).dataBucket}/studio/*`],
        wildcard: "one file for each role of Studio",
    },
    parameters: {
        resources: (place) => [arn(place, "ssm", `parameter${stackNames(place).parameterPath}*`)],
        wildcard: "below the stack's own path",
    },
    roles: {
        resources: (place) => [
            ...[stackNames(place).executionRole, ...stackNames(place).openRoles].map((name) =>
                iam(place, `role/${name}`),
            ),
            iam(place, `role${placePath(place)}*`),
        ],
        wildcard: "below the stack's own path; personas and teams of the stack file make the names",
    },
    boundedFunctionRoles: {
        resources: (place) => [...functionRoles(place), trailRole(place)],
        condition: (place) => ({ StringEquals: { "iam:PermissionsBoundary": serviceBoundary(place) } }),
    },
    openRoles: {
        resources: (place) => stackNames(place).openRoles.map((name) => iam(place, `role/${name}`)),
        condition: (place) => ({
            StringEquals: { "iam:PermissionsBoundary": [serviceBoundary(place), personBoundary(place)] },
        }),
    },
    boundedRoles: {
        resources: studioRoles,
        condition: (place) => ({
            StringEquals: { "iam:PermissionsBoundary": [executionBoundary(place), serviceBoundary(place)] },
        }),
        wildcard: "below the stack's own path; personas and teams of the stack file make the names",
    },
    attachedPolicies: {
        resources: studioRoles,
        condition: (place) => ({ ArnLike: { "iam:PolicyARN": iam(place, `policy${placePath(place)}*`) } }),
        wildcard: "below the stack's own path; personas and teams of the stack file make the names",
    },
    policies: {
        resources: (place) => [executionBoundary(place), iam(place, `policy${placePath(place)}*`)],
        wildcard: "below the stack's own path; personas of the stack file make the names",
    },
    executionRoleToService: {
        resources: studioRoles,
        condition: () => ({ StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } }),
        wildcard: "below the stack's own path; personas and teams of the stack file make the names",
    },
    flowLogRoleToService: passed((place) => stackNames(place).flowLogRole, "vpc-flow-logs.amazonaws.com"),
    functions: {
        resources: (place) => stackNames(place).functions.map((name) => arn(place, "lambda", `function:${name}`)),
    },
    functionRolesToService: {
        resources: functionRoles,
        condition: () => ({ StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } }),
    },
    trailRoleToService: {
        resources: (place) => [trailRole(place)],
        condition: () => ({ StringEquals: { "iam:PassedToService": "cloudtrail.amazonaws.com" } }),
    },
    apiLogRoleToService: {
        resources: (place) => [iam(place, `role${placePath(place)}${stackNames(place).apiLogRole}`)],
        condition: () => ({ StringEquals: { "iam:PassedToService": "apigateway.amazonaws.com" } }),
    },
    apiLogGroups: {
        resources: (place) => [arn(place, "logs", "log-group:API-Gateway-Execution-Logs_*")],
        wildcard: "API Gateway names the group after the API, whose id AWS chooses",
    },
    apis: {
        resources: ({ region }) =>
            ["restapis", "restapis/*"].map((path) => `arn:${partitionOf(region).id}:apigateway:${region}::/${path}`),
        wildcard: AWS_CHOOSES,
    },
    apiTags: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:apigateway:${region}::/tags/*`],
        wildcard: AWS_CHOOSES,
    },
    apiAccount: { resources: ({ region }) => [`arn:${partitionOf(region).id}:apigateway:${region}::/account`] },
    apiGatewayLinkedRole: linkedRole("ops.apigateway.amazonaws.com", "AWSServiceRoleForAPIGateway"),
    userPools: { resources: (place) => [arn(place, "cognito-idp", "userpool/*")], wildcard: AWS_CHOOSES },
    tables: {
        // Some actions want the table's stream named too, which it has not.
        resources: (place) =>
            ["", "/stream/*"].map((stream) => arn(place, "dynamodb", `table/${stackNames(place).table}${stream}`)),
        wildcard: "of the stack's own table",
    },
    keysThroughTables: {
        resources: (place) => [arn(place, "kms", "key/*")],
        condition: ({ region }) => ({ StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } }),
        wildcard: `${AWS_CHOOSES}; a key admits nobody its own policy does not`,
    },
    serviceLogGroups: {
        resources: (place) => Object.values(SERVICE_LOG_GROUPS).map((name) => arn(place, "logs", `log-group:${name}`)),
    },
    trails: { resources: (place) => [arn(place, "cloudtrail", `trail/${stackNames(place).trail}`)] },
    trailLogGroups: {
        resources: (place) => [arn(place, "logs", "log-group:*")],
        wildcard: "the stack file may name the group of a trail that exists; filters change nothing in it",
    },
    recorders: {
        resources: (place) => [arn(place, "config", "configuration-recorder/*")],
        wildcard: AWS_CHOOSES,
    },
    configRules: { resources: (place) => [arn(place, "config", "config-rule/*")], wildcard: AWS_CHOOSES },
    configLinkedRole: linkedRole("config.amazonaws.com", "AWSServiceRoleForConfig"),
    configLinkedRoleItself: {
        resources: (place) => [iam(place, "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig")],
    },
    configLinkedRoleToService: {
        resources: (place) => [iam(place, "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig")],
        condition: () => ({ StringEquals: { "iam:PassedToService": "config.amazonaws.com" } }),
    },
    analyzers: { resources: (place) => [arn(place, "access-analyzer", `analyzer/${stackNames(place).analyzer}`)] },
    analyzerLinkedRole: linkedRole("access-analyzer.amazonaws.com", "AWSServiceRoleForAccessAnalyzer"),
    detectors: { resources: (place) => [arn(place, "guardduty", "detector/*")], wildcard: AWS_CHOOSES },
    detectorLinkedRole: linkedRole("guardduty.amazonaws.com", "AWSServiceRoleForAmazonGuardDuty"),
    macieLinkedRole: linkedRole("macie.amazonaws.com", "AWSServiceRoleForAmazonMacie"),
    securityHub: { resources: (place) => [arn(place, "securityhub", "hub/default")] },
    securityHubLinkedRole: linkedRole("securityhub.amazonaws.com", "AWSServiceRoleForSecurityHub"),
    topics: { resources: (place) => [arn(place, "sns", stackNames(place).topic)] },
    queues: { resources: (place) => stackNames(place).queues.map((name) => arn(place, "sqs", name)) },
    eventRules: {
        resources: (place) => stackNames(place).eventRules.map((name) => arn(place, "events", `rule/${name}`)),
    },
    alarms: {
        resources: (place) => [arn(place, "cloudwatch", "alarm:*")],
        wildcard: "the stack file names the roles for emergencies, and each has an alarm of its name",
    },
    eventSourceMappings: {
        resources: (place) => [arn(place, "lambda", "event-source-mapping:*")],
        wildcard: AWS_CHOOSES,
    },
    samlProviders: {
        resources: (place) => [iam(place, `saml-provider/${stackNames(place).samlProvider}`)],
    },
    oidcProviders: {
        resources: (place) => [iam(place, "oidc-provider/*")],
        wildcard: "IAM names a provider after its issuer, which the stack file chooses; providers are read only",
    },
    signInApplications: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:sso::*:application/*/*`],
        condition: ({ account }) => ({ StringEquals: { "sso:ApplicationAccount": account } }),
        wildcard: "AWS chooses the ids, and an organization's application has the account of its instance in its ARN",
    },
    anySignInApplications: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:sso::*:application/*/*`],
        wildcard: "AWS chooses the ids, and an organization's application has the account of its instance in its ARN",
    },
    identityStores: {
        resources: ({ region }) => [
            `arn:${partitionOf(region).id}:identitystore::*:identitystore/*`,
            `arn:${partitionOf(region).id}:identitystore:::group/*`,
        ],
        wildcard: "AWS chooses the ids, and an organization's directory is of another account; groups are read only",
    },
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
    repositories: {
        resources: (place) => [arn(place, "ecr", `repository/${stackNames(place).repositoryStart}*`)],
        wildcard: "an image's name ends the name; what stands before it is the stack's own",
    },
    keysThroughEcr: {
        resources: (place) => [arn(place, "kms", "key/*")],
        condition: ({ region }) => ({ StringEquals: { "kms:ViaService": `ecr.${region}.amazonaws.com` } }),
        wildcard: `${AWS_CHOOSES}; a key admits nobody its own policy does not`,
    },
    images: {
        resources: (place) =>
            ["image", "app-image-config"].map((kind) =>
                arn(place, "sagemaker", `${kind}/${stackNames(place).imageStart}*`),
            ),
        wildcard: "an image's name ends the name; what stands before it is the stack's own",
    },
    imageVersions: {
        resources: (place) => [arn(place, "sagemaker", `image-version/${stackNames(place).imageStart}*/*`)],
        wildcard: "an image's name and a number end the name; what stands before them is the stack's own",
    },
    imageReaderToService: {
        resources: (place) => [iam(place, `role${placePath(place)}${stackNames(place).imageReader}`)],
        condition: () => ({ StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } }),
    },
    machineImages: {
        resources: ({ region }) => [`arn:${partitionOf(region).id}:ec2:${region}::image/*`],
        wildcard: "Amazon publishes a new image of its Linux every few weeks, and images have no account in their ARNs",
    },
    imageParameters: {
        resources: ({ region }) => [
            `arn:${partitionOf(region).id}:ssm:${region}::parameter/aws/service/ami-amazon-linux-latest/*`,
        ],
        wildcard: "AWS's own parameters, one for each kind of image; they are read only",
    },
    instanceProfiles: {
        resources: (place) => [iam(place, `instance-profile${placePath(place)}${stackNames(place).hostProfile}`)],
    },
    hostRoleToService: {
        resources: (place) => [iam(place, `role${placePath(place)}${stackNames(place).hostRole}`)],
        condition: () => ({ StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
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
