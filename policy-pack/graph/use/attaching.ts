import { ROLE } from "../identity";
import * as network from "../network/tokens";

/** Both spellings of a bucket. */
export const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;
export const KEY = "aws:kms/key:Key";
const FUNCTION = "aws:lambda/function:Function";
export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const REST_API = ["aws:apigateway/restApi:RestApi"] as const;
const HTTP_API = ["aws:apigatewayv2/api:Api"] as const;
const TABLE = ["aws:dynamodb/table:Table"] as const;
const USER_POOL = ["aws:cognito/userPool:UserPool"] as const;

type Targets = readonly string[];

/** Gives several types the same attaching properties. */
function each(types: readonly string[], properties: Readonly<Record<string, Targets>>): [string, typeof properties][] {
    return types.map((type) => [type, properties]);
}

/**
 * Properties by which one resource configures another: type token to property to types of what is configured. A
 * security group stands in a VPC without configuring it, so it is none of these; nor is what runs in a subnet.
 */
export const ATTACHING: Readonly<Record<string, Readonly<Record<string, Targets>>>> = Object.fromEntries([
    ...each(
        [
            network.SUBNET,
            network.ROUTE_TABLE,
            network.INTERNET_GATEWAY,
            network.INTERNET_GATEWAY_ATTACHMENT,
            network.EGRESS_ONLY_GATEWAY,
            network.MAIN_ASSOCIATION,
            network.VPC_CIDR,
            network.DEFAULT_SECURITY_GROUP,
            network.DNS_ASSOCIATION,
            "aws:ec2/networkAcl:NetworkAcl",
            "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation",
            "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment",
        ],
        { vpcId: [network.VPC] },
    ),
    ...each([network.VPN_GATEWAY], { vpcId: [network.VPC] }),
    ...each([network.DEFAULT_ROUTE_TABLE], { defaultRouteTableId: [network.VPC] }),
    ...each([network.DNS_CONFIG, network.QUERY_LOG_ASSOCIATION], { resourceId: [network.VPC] }),
    ...each(["aws:ec2/flowLog:FlowLog"], { vpcId: [network.VPC], subnetId: [network.SUBNET] }),
    ...each([network.ENDPOINT, network.FIREWALL, network.TRANSIT_ATTACHMENT], {
        vpcId: [network.VPC],
        subnetIds: [network.SUBNET],
        subnetMappings: [network.SUBNET],
    }),
    ...each(
        [network.NAT_GATEWAY, network.ROUTE_TABLE_ASSOCIATION, "aws:ec2/networkAclAssociation:NetworkAclAssociation"],
        {
            subnetId: [network.SUBNET],
        },
    ),
    ...each([network.ROUTE], { routeTableId: [network.ROUTE_TABLE, network.DEFAULT_ROUTE_TABLE, network.VPC] }),
    ...each([network.SECURITY_GROUP_RULE, network.INGRESS_RULE, network.EGRESS_RULE], {
        securityGroupId: [network.SECURITY_GROUP, network.DEFAULT_SECURITY_GROUP],
    }),
    ...each(
        [
            network.ENDPOINT_POLICY,
            network.ENDPOINT_TABLE,
            network.ENDPOINT_SUBNET,
            network.ENDPOINT_GROUP,
            network.ENDPOINT_PRIVATE_DNS,
        ],
        { vpcEndpointId: [network.ENDPOINT] },
    ),
    ...each(["aws:networkfirewall/loggingConfiguration:LoggingConfiguration"], { firewallArn: [network.FIREWALL] }),
    ...each(["aws:networkfirewall/resourcePolicy:ResourcePolicy"], {
        resourceArn: [network.FIREWALL_POLICY, network.FIREWALL_RULE_GROUP],
    }),
    ...each(["aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"], { role: [ROLE] }),
    ...each(["aws:iam/policyAttachment:PolicyAttachment"], { roles: [ROLE] }),
    ...each(
        [
            "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
            "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        ],
        { roleName: [ROLE] },
    ),
    ...each([FUNCTION], { role: [ROLE] }),
    ...each(["aws:kms/keyPolicy:KeyPolicy", "aws:kms/grant:Grant"], { keyId: [KEY] }),
    ...each(["aws:kms/alias:Alias"], { targetKeyId: [KEY] }),
    ...each(
        [
            "bucketPolicy:BucketPolicy",
            "bucketPublicAccessBlock:BucketPublicAccessBlock",
            "bucketOwnershipControls:BucketOwnershipControls",
            "bucketAcl:BucketAcl",
            "bucketAclV2:BucketAclV2",
            "bucketVersioning:BucketVersioning",
            "bucketVersioningV2:BucketVersioningV2",
            "bucketLogging:BucketLogging",
            "bucketLoggingV2:BucketLoggingV2",
            "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
            "bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
        ].map((name) => `aws:s3/${name}`),
        { bucket: BUCKETS },
    ),
    ...each(
        [
            "stage:Stage",
            "method:Method",
            "resource:Resource",
            "deployment:Deployment",
            "authorizer:Authorizer",
            "methodSettings:MethodSettings",
            "restApiPolicy:RestApiPolicy",
        ].map((name) => `aws:apigateway/${name}`),
        { restApi: REST_API, restApiId: REST_API },
    ),
    ...each(["aws:apigateway/integration:Integration"], { restApi: REST_API, uri: [FUNCTION] }),
    ...each(["aws:apigatewayv2/integration:Integration"], { apiId: HTTP_API, integrationUri: [FUNCTION] }),
    ...each(
        ["stage:Stage", "route:Route", "authorizer:Authorizer", "deployment:Deployment"].map(
            (name) => `aws:apigatewayv2/${name}`,
        ),
        { apiId: HTTP_API },
    ),
    ...each(["aws:lambda/permission:Permission"], { function: [FUNCTION] }),
    ...each(
        ["functionUrl:FunctionUrl", "alias:Alias"].map((name) => `aws:lambda/${name}`),
        {
            functionName: [FUNCTION],
        },
    ),
    ...each(["aws:dynamodb/resourcePolicy:ResourcePolicy"], { resourceArn: TABLE }),
    ...each(["aws:dynamodb/contributorInsights:ContributorInsights"], { tableName: TABLE }),
    ...each(
        [
            "userPoolClient:UserPoolClient",
            "userPoolDomain:UserPoolDomain",
            "identityProvider:IdentityProvider",
            "resourceServer:ResourceServer",
            "userGroup:UserGroup",
        ].map((name) => `aws:cognito/${name}`),
        { userPoolId: USER_POOL },
    ),
    ...each(["aws:cognito/identityPool:IdentityPool"], {
        cognitoIdentityProviders: ["aws:cognito/userPoolClient:UserPoolClient", ...USER_POOL],
    }),
    ...each(
        ["logSubscriptionFilter:LogSubscriptionFilter", "logMetricFilter:LogMetricFilter"].map(
            (name) => `aws:cloudwatch/${name}`,
        ),
        {
            logGroup: [LOG_GROUP],
            logGroupName: [LOG_GROUP],
        },
    ),
    // Lambda writes to the group /aws/lambda/<function> without being told to.
    ...each([LOG_GROUP], { name: [FUNCTION] }),
]);
