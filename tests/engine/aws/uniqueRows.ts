/** What may not exist twice. */
export interface Unique {
    readonly type: string;
    /** Properties that together must differ; one that is missing counts as empty. */
    readonly paths: readonly string[];
    readonly code: string;
    /** Names that differ in case only are the same. */
    readonly ignoreCase?: true;
    readonly source: string;
}

const RULE = [
    "securityGroupId",
    "ipProtocol",
    "fromPort",
    "toPort",
    "cidrIpv4",
    "cidrIpv6",
    "referencedSecurityGroupId",
    "prefixListId",
];
const EC2_CODES = "EC2 API reference, error codes";
const RESOLVER = "Route 53 Resolver API reference";
const FIREWALL = "Network Firewall API reference";

/** One row a rule. */
export const UNIQUE: readonly Unique[] = [
    {
        type: "aws:ec2/securityGroup:SecurityGroup",
        paths: ["vpcId", "name"],
        code: "InvalidGroup.Duplicate",
        source: EC2_CODES,
    },
    ...["Ingress", "Egress"].map((way) => ({
        type: `aws:vpc/securityGroup${way}Rule:SecurityGroup${way}Rule`,
        paths: RULE,
        code: "InvalidPermission.Duplicate",
        source: EC2_CODES,
    })),
    {
        type: "aws:ec2/route:Route",
        paths: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
        code: "RouteAlreadyExists",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
        paths: ["vpcId"],
        code: "Resource.AlreadyAssociated",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2/flowLog:FlowLog",
        paths: ["vpcId", "subnetId", "eniId", "trafficType", "logDestination"],
        code: "FlowLogAlreadyExists",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
        paths: ["vpcId", "transitGatewayId"],
        code: "DuplicateTransitGatewayAttachment",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2transitgateway/route:Route",
        paths: ["transitGatewayRouteTableId", "destinationCidrBlock"],
        code: "RouteAlreadyExists",
        source: EC2_CODES,
    },
    {
        type: "aws:route53/zoneAssociation:ZoneAssociation",
        paths: ["zoneId", "vpcId"],
        code: "ConflictingDomainExists",
        source: "Route 53 API reference, AssociateVPCWithHostedZone",
    },
    {
        type: "aws:route53/record:Record",
        paths: ["zoneId", "name", "type", "setIdentifier"],
        code: "InvalidChangeBatch",
        source: "Route 53 API reference, ChangeResourceRecordSets: CREATE of what exists",
    },
    {
        type: "aws:ec2/natGateway:NatGateway",
        paths: ["allocationId"],
        code: "Resource.AlreadyAssociated",
        source: "EC2 API reference, NatGateway: failureCode",
    },
    {
        type: "aws:networkfirewall/firewall:Firewall",
        paths: ["name"],
        code: "InvalidRequestException",
        source: `${FIREWALL}, CreateFirewall: names are unique in account and Region`,
    },
    {
        type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
        paths: ["name"],
        code: "InvalidRequestException",
        source: `${FIREWALL}, CreateFirewallPolicy`,
    },
    {
        type: "aws:networkfirewall/ruleGroup:RuleGroup",
        paths: ["name", "type"],
        code: "InvalidRequestException",
        source: `${FIREWALL}, CreateRuleGroup`,
    },
    {
        type: "aws:route53/resolverFirewallRule:ResolverFirewallRule",
        paths: ["firewallRuleGroupId", "priority"],
        code: "ValidationException",
        source: `${RESOLVER}, CreateFirewallRule: Priority is unique in a group`,
    },
    {
        type: "aws:route53/resolverFirewallRule:ResolverFirewallRule",
        paths: ["firewallRuleGroupId", "firewallDomainListId", "dnsThreatProtection", "qType"],
        code: "ValidationException",
        source: `${RESOLVER}, CreateFirewallRule: one rule for a domain list and query type`,
    },
    {
        type: "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
        paths: ["vpcId", "priority"],
        code: "ConflictException",
        source: `${RESOLVER}, AssociateFirewallRuleGroup: Priority is unique in a VPC`,
    },
    {
        type: "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
        paths: ["vpcId", "firewallRuleGroupId"],
        code: "ConflictException",
        source: `${RESOLVER}, AssociateFirewallRuleGroup`,
    },
    {
        type: "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
        paths: ["resolverQueryLogConfigId", "resourceId"],
        code: "ResourceExistsException",
        source: `${RESOLVER}, AssociateResolverQueryLogConfig`,
    },
    {
        type: "aws:iam/role:Role",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreateRole",
    },
    {
        type: "aws:iam/instanceProfile:InstanceProfile",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreateInstanceProfile",
    },
    {
        type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        paths: ["vpcId", "peerVpcId"],
        code: "VpcPeeringConnectionAlreadyExists",
        source: "EC2 API reference, error codes",
    },
    {
        type: "aws:iam/policy:Policy",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreatePolicy",
    },
    {
        type: "aws:iam/instanceProfile:InstanceProfile",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreateInstanceProfile",
    },
    {
        type: "aws:organizations/policy:Policy",
        paths: ["name"],
        code: "DuplicatePolicyException",
        source: "Organizations API reference, CreatePolicy",
    },
    {
        type: "aws:organizations/policyAttachment:PolicyAttachment",
        paths: ["policyId", "targetId"],
        code: "DuplicatePolicyAttachmentException",
        source: "Organizations API reference, AttachPolicy",
    },
    {
        type: "aws:iam/samlProvider:SamlProvider",
        paths: ["name"],
        code: "EntityAlreadyExists",
        source: "IAM API reference, CreateSAMLProvider",
    },
    {
        type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        paths: ["url"],
        code: "EntityAlreadyExists",
        source: "IAM API reference, CreateOpenIDConnectProvider",
    },
    {
        type: "aws:kms/alias:Alias",
        paths: ["name"],
        code: "AlreadyExistsException",
        source: "KMS API reference, CreateAlias",
    },
    {
        type: "aws:cloudwatch/logGroup:LogGroup",
        paths: ["name"],
        code: "ResourceAlreadyExistsException",
        source: "CloudWatch Logs API reference, CreateLogGroup",
    },
    {
        type: "aws:ssm/parameter:Parameter",
        paths: ["name"],
        code: "ParameterAlreadyExists",
        source: "Systems Manager API reference, PutParameter",
    },
    {
        type: "aws:lambda/function:Function",
        paths: ["name"],
        code: "ResourceConflictException",
        source: "Lambda API reference, CreateFunction",
    },
    {
        type: "aws:sagemaker/userProfile:UserProfile",
        paths: ["domainId", "userProfileName"],
        code: "ResourceInUse",
        ignoreCase: true,
        source: "SageMaker API reference, CreateUserProfile",
    },
    {
        type: "aws:sagemaker/space:Space",
        paths: ["domainId", "spaceName"],
        code: "ResourceInUse",
        ignoreCase: true,
        source: "SageMaker API reference, CreateSpace",
    },
    {
        type: "aws:sagemaker/app:App",
        paths: ["domainId", "userProfileName", "spaceName", "appType", "appName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateApp",
    },
    {
        type: "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
        paths: ["studioLifecycleConfigName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateStudioLifecycleConfig",
    },
    {
        type: "aws:sagemaker/appImageConfig:AppImageConfig",
        paths: ["appImageConfigName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateAppImageConfig",
    },
    {
        type: "aws:sagemaker/image:Image",
        paths: ["imageName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateImage",
    },
    {
        type: "aws:ecr/repository:Repository",
        paths: ["name"],
        code: "RepositoryAlreadyExistsException",
        source: "ECR API reference, CreateRepository",
    },
    ...(
        [
            [
                "aws:iam/serviceLinkedRole:ServiceLinkedRole",
                ["awsServiceName", "customSuffix"],
                "InvalidInput",
                "IAM API reference, CreateServiceLinkedRole",
            ],
            ["aws:dynamodb/table:Table", ["name"], "ResourceInUseException", "DynamoDB API reference, CreateTable"],
            [
                "aws:dynamodb/tableItem:TableItem",
                ["tableName", "item"],
                "ConditionalCheckFailedException",
                "DynamoDB API reference, PutItem; the provider asks that no such item exists",
            ],
            [
                "aws:apigateway/method:Method",
                ["restApi", "resourceId", "httpMethod"],
                "ConflictException",
                "API Gateway API reference, PutMethod",
            ],
            [
                "aws:apigateway/stage:Stage",
                ["restApi", "stageName"],
                "ConflictException",
                "API Gateway API reference, CreateStage",
            ],
            [
                "aws:lambda/permission:Permission",
                ["function", "statementId"],
                "ResourceConflictException",
                "Lambda API reference, AddPermission",
            ],
            [
                "aws:cognito/user:User",
                ["userPoolId", "username"],
                "UsernameExistsException",
                "Cognito API reference, AdminCreateUser",
            ],
            [
                "aws:cognito/identityProvider:IdentityProvider",
                ["userPoolId", "providerName"],
                "DuplicateProviderException",
                "Cognito API reference, CreateIdentityProvider",
            ],
            [
                "aws:cognito/userPoolDomain:UserPoolDomain",
                ["domain"],
                "InvalidParameterException",
                "Cognito API reference, CreateUserPoolDomain: one of its kind in a Region",
            ],
            ["aws:sqs/queue:Queue", ["name"], "QueueAlreadyExists", "SQS API reference, CreateQueue"],
            [
                "aws:cloudtrail/trail:Trail",
                ["name"],
                "TrailAlreadyExistsException",
                "CloudTrail API reference, CreateTrail",
            ],
            [
                "aws:cfg/recorder:Recorder",
                [],
                "MaxNumberOfConfigurationRecordersExceededException",
                "AWS Config API reference, PutConfigurationRecorder",
            ],
            [
                "aws:accessanalyzer/analyzer:Analyzer",
                ["analyzerName"],
                "ConflictException",
                "IAM Access Analyzer API reference, CreateAnalyzer",
            ],
            ["aws:guardduty/detector:Detector", [], "BadRequestException", "GuardDuty API reference, CreateDetector"],
            ["aws:macie2/account:Account", [], "ConflictException", "Macie API reference, EnableMacie"],
            [
                "aws:securityhub/account:Account",
                [],
                "ResourceConflictException",
                "Security Hub API reference, EnableSecurityHub",
            ],
        ] as const
    ).map(([type, paths, code, source]) => ({ type, paths, code, source })),
];
