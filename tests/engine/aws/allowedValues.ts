import { canvasValues, IMAGE_USERS, posixValues, studioValues } from "./studioValues";

/** Values an input may have: a list, or the ends of a range of numbers. */
export type Allowed = readonly (string | number)[] | { readonly from: number; readonly to: number };

const RETENTION = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const PORT = { from: -1, to: 65535 };
const MINUTES = { from: 60, to: 525600 };
const ON_OFF = ["ENABLED", "DISABLED"];
const RULE_ORDERS = ["DEFAULT_ACTION_ORDER", "STRICT_ORDER"];

/** The same settings of a person stand in the domain and in the profile. */
function userSettings(path: string): Record<string, Allowed> {
    const idle = (app: string): string => `${path}.${app}.appLifecycleManagement.idleSettings`;
    return {
        [`${path}.autoMountHomeEfs`]: ["Enabled", "Disabled", "DefaultAsDomain"],
        [`${path}.studioWebPortal`]: ON_OFF,
        ...studioValues(path),
        [`${path}.sharingSettings.notebookOutputOption`]: ["Allowed", "Disabled"],
        ...canvasValues(`${path}.canvasAppSettings`),
        ...posixValues(path),
        [`${path}.spaceStorageSettings.defaultEbsStorageSettings.defaultEbsVolumeSizeInGb`]: { from: 5, to: 16384 },
        [`${path}.spaceStorageSettings.defaultEbsStorageSettings.maximumEbsVolumeSizeInGb`]: { from: 5, to: 16384 },
        ...Object.fromEntries<Allowed>(
            ["jupyterLabAppSettings", "codeEditorAppSettings"].flatMap((app): [string, Allowed][] => [
                [`${idle(app)}.lifecycleManagement`, ON_OFF],
                ...["idleTimeoutInMinutes", "minIdleTimeoutInMinutes", "maxIdleTimeoutInMinutes"].map(
                    (limit): [string, Allowed] => [`${idle(app)}.${limit}`, MINUTES],
                ),
            ]),
        ),
    };
}

/** By type and path. Sources: the AWS API reference of each service; the provider checks them before any call. */
export const ALLOWED_VALUES: Readonly<Record<string, Readonly<Record<string, Allowed>>>> = {
    "aws:ec2/vpc:Vpc": { instanceTenancy: ["default", "dedicated"] },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        vpcEndpointType: ["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork"],
    },
    "aws:ec2/instance:Instance": {
        "metadataOptions.httpEndpoint": ["enabled", "disabled"],
        "metadataOptions.httpTokens": ["optional", "required"],
        "metadataOptions.httpPutResponseHopLimit": { from: 1, to: 64 },
        "metadataOptions.instanceMetadataTags": ["enabled", "disabled"],
        "rootBlockDevice.volumeType": ["standard", "io1", "io2", "gp2", "gp3", "sc1", "st1"],
    },
    "aws:ec2transitgateway/transitGateway:TransitGateway": {
        autoAcceptSharedAttachments: ["enable", "disable"],
        defaultRouteTableAssociation: ["enable", "disable"],
        defaultRouteTablePropagation: ["enable", "disable"],
        dnsSupport: ["enable", "disable"],
        multicastSupport: ["enable", "disable"],
    },
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": { applianceModeSupport: ["enable", "disable"] },
    "aws:ec2/flowLog:FlowLog": {
        trafficType: ["ACCEPT", "REJECT", "ALL"],
        logDestinationType: ["cloud-watch-logs", "s3", "kinesis-data-firehose"],
        maxAggregationInterval: [60, 600],
    },
    "aws:ec2/natGateway:NatGateway": { connectivityType: ["public", "private"] },
    "aws:networkfirewall/ruleGroup:RuleGroup": {
        type: ["STATELESS", "STATEFUL"],
        "ruleGroup.statefulRuleOptions.ruleOrder": RULE_ORDERS,
        "ruleGroup.rulesSource.rulesSourceList.generatedRulesType": [
            "ALLOWLIST",
            "DENYLIST",
            "REJECTLIST",
            "ALERTLIST",
        ],
        "ruleGroup.rulesSource.rulesSourceList.targetTypes[]": ["TLS_SNI", "HTTP_HOST"],
    },
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": {
        "firewallPolicy.statefulEngineOptions.ruleOrder": RULE_ORDERS,
        "firewallPolicy.statefulEngineOptions.streamExceptionPolicy": ["DROP", "CONTINUE", "REJECT"],
        "firewallPolicy.statelessRuleGroupReferences[].priority": { from: 1, to: 65535 },
        "firewallPolicy.statefulRuleGroupReferences[].priority": { from: 1, to: 65535 },
    },
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": {
        "loggingConfiguration.logDestinationConfigs[].logType": ["ALERT", "FLOW", "TLS"],
        "loggingConfiguration.logDestinationConfigs[].logDestinationType": [
            "S3",
            "CloudWatchLogs",
            "KinesisDataFirehose",
        ],
    },
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
        action: ["ALLOW", "BLOCK", "ALERT"],
        blockResponse: ["NODATA", "NXDOMAIN", "OVERRIDE"],
        confidenceThreshold: ["LOW", "MEDIUM", "HIGH"],
        dnsThreatProtection: ["DGA", "DNS_TUNNELING", "DICTIONARY_DGA"],
        firewallDomainRedirectionAction: ["INSPECT_REDIRECTION_DOMAIN", "TRUST_REDIRECTION_DOMAIN"],
    },
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
        mutationProtection: ON_OFF,
    },
    "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": {
        firewallFailOpen: [...ON_OFF, "USE_LOCAL_RESOURCE_SETTING"],
    },
    "aws:route53/resolverEndpoint:ResolverEndpoint": {
        direction: ["INBOUND", "OUTBOUND", "INBOUND_DELEGATION"],
        resolverEndpointType: ["IPV4", "IPV6", "DUALSTACK"],
        "protocols[]": ["Do53", "DoH", "DoH-FIPS"],
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": { fromPort: PORT, toPort: PORT },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { fromPort: PORT, toPort: PORT },
    "aws:kms/key:Key": {
        deletionWindowInDays: { from: 7, to: 30 },
        rotationPeriodInDays: { from: 90, to: 2560 },
        keyUsage: ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"],
    },
    "aws:iam/role:Role": { maxSessionDuration: { from: 3600, to: 43200 } },
    "aws:cloudwatch/logGroup:LogGroup": {
        retentionInDays: RETENTION,
        logGroupClass: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"],
    },
    "aws:ssm/parameter:Parameter": { type: ["String", "StringList", "SecureString"] },
    "aws:sagemaker/domain:Domain": {
        authMode: ["SSO", "IAM"],
        appNetworkAccessType: ["PublicInternetOnly", "VpcOnly"],
        appSecurityGroupManagement: ["Service", "Customer"],
        tagPropagation: ON_OFF,
        "retentionPolicy.homeEfsFileSystem": ["Retain", "Delete"],
        "domainSettings.executionRoleIdentityConfig": ["USER_PROFILE_NAME", "DISABLED"],
        "domainSettings.dockerSettings.enableDockerAccess": ON_OFF,
        ...userSettings("defaultUserSettings"),
        ...posixValues("defaultSpaceSettings"),
    },
    "aws:lambda/invocation:Invocation": { lifecycleScope: ["CREATE_ONLY", "CRUD"] },
    "aws:lambda/function:Function": {
        timeout: { from: 1, to: 900 },
        memorySize: { from: 128, to: 10240 },
        "tracingConfig.mode": ["Active", "PassThrough"],
        "loggingConfig.logFormat": ["JSON", "Text"],
    },
    "aws:sqs/queue:Queue": {
        visibilityTimeoutSeconds: { from: 0, to: 43200 },
        messageRetentionSeconds: { from: 60, to: 1209600 },
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        comparisonOperator: [
            "GreaterThanOrEqualToThreshold",
            "GreaterThanThreshold",
            "LessThanThreshold",
            "LessThanOrEqualToThreshold",
        ],
        statistic: ["SampleCount", "Average", "Sum", "Minimum", "Maximum"],
        treatMissingData: ["breaching", "notBreaching", "ignore", "missing"],
    },
    "aws:lambda/eventSourceMapping:EventSourceMapping": {
        "functionResponseTypes[]": ["ReportBatchItemFailures"],
        "scalingConfig.maximumConcurrency": { from: 2, to: 1000 },
    },
    "aws:cfg/deliveryChannel:DeliveryChannel": {
        "snapshotDeliveryProperties.deliveryFrequency": [
            "One_Hour",
            "Three_Hours",
            "Six_Hours",
            "Twelve_Hours",
            "TwentyFour_Hours",
        ],
    },
    "aws:cfg/rule:Rule": { "source.owner": ["AWS", "CUSTOM_LAMBDA", "CUSTOM_POLICY"] },
    "aws:accessanalyzer/analyzer:Analyzer": {
        type: [
            "ACCOUNT",
            "ORGANIZATION",
            "ACCOUNT_UNUSED_ACCESS",
            "ORGANIZATION_UNUSED_ACCESS",
            "ACCOUNT_INTERNAL_ACCESS",
            "ORGANIZATION_INTERNAL_ACCESS",
        ],
    },
    "aws:guardduty/detectorFeature:DetectorFeature": {
        status: ON_OFF,
        name: [
            "S3_DATA_EVENTS",
            "EKS_AUDIT_LOGS",
            "EBS_MALWARE_PROTECTION",
            "RDS_LOGIN_EVENTS",
            "EKS_RUNTIME_MONITORING",
            "LAMBDA_NETWORK_LOGS",
            "RUNTIME_MONITORING",
        ],
    },
    "aws:apigateway/restApi:RestApi": { "endpointConfiguration.types": ["EDGE", "REGIONAL", "PRIVATE"] },
    "aws:apigateway/method:Method": { authorization: ["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"] },
    "aws:apigateway/authorizer:Authorizer": {
        type: ["TOKEN", "REQUEST", "COGNITO_USER_POOLS"],
        authorizerResultTtlInSeconds: { from: 0, to: 3600 },
    },
    "aws:apigateway/integration:Integration": {
        type: ["HTTP", "AWS", "MOCK", "HTTP_PROXY", "AWS_PROXY"],
        timeoutMilliseconds: { from: 50, to: 300000 },
    },
    "aws:apigateway/methodSettings:MethodSettings": { "settings.loggingLevel": ["OFF", "ERROR", "INFO"] },
    "aws:cognito/userPool:UserPool": {
        mfaConfiguration: ["OFF", "ON", "OPTIONAL"],
        deletionProtection: ["ACTIVE", "INACTIVE"],
        userPoolTier: ["LITE", "ESSENTIALS", "PLUS"],
        "userPoolAddOns.advancedSecurityMode": ["OFF", "AUDIT", "ENFORCED"],
        "passwordPolicy.minimumLength": { from: 6, to: 99 },
        "passwordPolicy.passwordHistorySize": { from: 0, to: 24 },
        "passwordPolicy.temporaryPasswordValidityDays": { from: 0, to: 365 },
    },
    "aws:cognito/userPoolClient:UserPoolClient": {
        "explicitAuthFlows[]": [
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH",
            "ALLOW_USER_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
        ],
        "allowedOauthFlows[]": ["code", "implicit", "client_credentials"],
        authSessionValidity: { from: 3, to: 15 },
        preventUserExistenceErrors: ["LEGACY", "ENABLED"],
    },
    "aws:cognito/identityProvider:IdentityProvider": {
        providerType: ["SAML", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple", "OIDC"],
    },
    "aws:cognito/userPoolDomain:UserPoolDomain": { managedLoginVersion: [1, 2] },
    "aws:cognito/user:User": { messageAction: ["RESEND", "SUPPRESS"] },
    "aws:dynamodb/table:Table": {
        billingMode: ["PROVISIONED", "PAY_PER_REQUEST"],
        tableClass: ["STANDARD", "STANDARD_INFREQUENT_ACCESS"],
        "attributes[].type": ["S", "N", "B"],
    },
    "aws:macie2/account:Account": { status: ["ENABLED", "PAUSED"] },
    "aws:sagemaker/userProfile:UserProfile": userSettings("userSettings"),
    "aws:sagemaker/appImageConfig:AppImageConfig": IMAGE_USERS,
    "aws:sagemaker/servicecatalogPortfolioStatus:ServicecatalogPortfolioStatus": { status: ["Enabled", "Disabled"] },
    "aws:ecr/repository:Repository": {
        imageTagMutability: ["MUTABLE", "IMMUTABLE", "MUTABLE_WITH_EXCLUSION", "IMMUTABLE_WITH_EXCLUSION"],
        "encryptionConfigurations[].encryptionType": ["AES256", "KMS", "KMS_DSSE"],
    },
    "aws:sagemaker/space:Space": { "spaceSharingSettings.sharingType": ["Private", "Shared"] },
    "aws:sagemaker/app:App": {
        appType: [
            "JupyterServer",
            "KernelGateway",
            "RStudioServerPro",
            "RSessionGateway",
            "TensorBoard",
            "CodeEditor",
            "JupyterLab",
            "Canvas",
        ],
    },
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": {
        studioLifecycleConfigAppType: ["JupyterServer", "KernelGateway", "CodeEditor", "JupyterLab"],
    },
};

/** Whether the table admits the value, and what it admits. */
export function describeAllowed(allowed: Allowed): string {
    return isList(allowed) ? `one of ${allowed.join(", ")}` : `a number from ${allowed.from} to ${allowed.to}`;
}

export function isAllowed(allowed: Allowed, value: unknown): boolean {
    return isList(allowed)
        ? allowed.some((item) => item === value)
        : typeof value === "number" && value >= allowed.from && value <= allowed.to;
}

function isList(allowed: Allowed): allowed is readonly (string | number)[] {
    return Array.isArray(allowed);
}
