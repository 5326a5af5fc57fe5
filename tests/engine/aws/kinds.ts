import { prefixListOf } from "./identities";
import type { Place } from "./place";
import { isAttachmentVisible, isVisible, type Viewer } from "./sharing";
import type { Store, Stored } from "./store";
import { textAt, textsAt } from "./values";

/** What a property can name, and how AWS says that it is not there. */
export interface Kind {
    readonly what: string;
    /** Types a value may belong to. */
    readonly types: readonly string[];
    /** AWS's error code for a value that names nothing. */
    readonly missing: string;
    /** Whether the value names the resource; left out: by its id. */
    readonly names?: (resource: Stored, value: string) => boolean;
    /** Values that name something outside the store, such as AWS's own policies. */
    readonly always?: (value: string, place: Place) => boolean;
    /** The named thing may belong to another account or Region. */
    readonly anywhere?: true;
    /** With `anywhere`: whether an account sees the thing of another; left out: every account does. */
    readonly visible?: (resource: Stored, viewer: Viewer, store: Store) => boolean;
}

const VPC = "aws:ec2/vpc:Vpc";
const BUCKET = "aws:s3/bucket:Bucket";
const FIREWALL = "aws:networkfirewall/firewall:Firewall";

/** By id, or as what AWS made together with a VPC. */
function withCompanion(type: string, property: string): Pick<Kind, "types" | "names"> {
    return {
        types: [type, VPC],
        names: (resource, value) => (resource.type === type ? resource.id : resource.properties[property]) === value,
    };
}

/** Ids of the endpoints a firewall has in its subnets. */
function firewallEndpoints(firewall: Stored): string[] {
    return textsAt(firewall.properties, "firewallStatuses[].syncStates[].attachments[].endpointId");
}

/** A log group or bucket by its ARN, a bucket also with a prefix after it. */
function byDestinationArn(resource: Stored, value: string): boolean {
    if (resource.type === BUCKET) {
        const [bucket] = value.replace(/^arn:[\w-]+:s3:::/, "").split("/");
        return bucket === resource.id;
    }
    return value.replace(/:\*$/, "") === resource.properties["arn"];
}

function byArnOrName(resource: Stored, value: string): boolean {
    return value === resource.id || value === resource.properties["arn"];
}

export const KINDS = {
    vpc: { what: "VPC", types: [VPC], missing: "InvalidVpcID.NotFound" },
    subnet: { what: "subnet", types: ["aws:ec2/subnet:Subnet"], missing: "InvalidSubnetID.NotFound" },
    securityGroup: {
        what: "security group",
        ...withCompanion("aws:ec2/securityGroup:SecurityGroup", "defaultSecurityGroupId"),
        missing: "InvalidGroup.NotFound",
    },
    peerVpc: { what: "VPC", types: [VPC], missing: "InvalidVpcID.NotFound", anywhere: true },
    peering: {
        what: "VPC peering connection",
        types: ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection"],
        missing: "InvalidVpcPeeringConnectionID.NotFound",
        // Either side may name it.
        anywhere: true,
    },
    instanceProfile: {
        what: "instance profile",
        types: ["aws:iam/instanceProfile:InstanceProfile"],
        missing: "NoSuchEntity",
    },
    routeTable: {
        what: "route table",
        ...withCompanion("aws:ec2/routeTable:RouteTable", "defaultRouteTableId"),
        missing: "InvalidRouteTableID.NotFound",
    },
    networkAcl: {
        what: "network ACL",
        ...withCompanion("aws:ec2/networkAcl:NetworkAcl", "defaultNetworkAclId"),
        missing: "InvalidNetworkAclID.NotFound",
    },
    internetGateway: {
        what: "internet gateway",
        types: ["aws:ec2/internetGateway:InternetGateway"],
        missing: "InvalidInternetGatewayID.NotFound",
    },
    gateway: {
        what: "gateway",
        types: ["aws:ec2/internetGateway:InternetGateway", "aws:ec2/vpnGateway:VpnGateway"],
        missing: "InvalidGatewayID.NotFound",
        always: (value) => value === "local",
    },
    vpnGateway: {
        what: "virtual private gateway",
        types: ["aws:ec2/vpnGateway:VpnGateway"],
        missing: "InvalidVpnGatewayID.NotFound",
    },
    natGateway: {
        what: "NAT gateway",
        types: ["aws:ec2/natGateway:NatGateway"],
        missing: "InvalidNatGatewayID.NotFound",
    },
    elasticAddress: { what: "elastic IP address", types: ["aws:ec2/eip:Eip"], missing: "InvalidAllocationID.NotFound" },
    vpcEndpoint: {
        what: "VPC endpoint",
        types: ["aws:ec2/vpcEndpoint:VpcEndpoint", FIREWALL],
        missing: "InvalidVpcEndpointId.NotFound",
        // A firewall's endpoints are VPC endpoints that no resource of their own stands for.
        names: (resource: Stored, value: string) =>
            resource.type === FIREWALL ? firewallEndpoints(resource).includes(value) : resource.id === value,
    },
    transitGateway: {
        what: "transit gateway",
        types: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
        missing: "InvalidTransitGatewayID.NotFound",
        anywhere: true,
        visible: isVisible,
    },
    transitTable: {
        what: "route table of a transit gateway",
        types: ["aws:ec2transitgateway/routeTable:RouteTable"],
        missing: "InvalidRouteTableID.NotFound",
    },
    transitAttachment: {
        what: "attachment of a transit gateway",
        types: ["aws:ec2transitgateway/vpcAttachment:VpcAttachment"],
        missing: "InvalidTransitGatewayAttachmentID.NotFound",
        anywhere: true,
        visible: isAttachmentVisible,
    },
    resourceShare: {
        what: "resource share",
        types: ["aws:ram/resourceShare:ResourceShare"],
        missing: "UnknownResourceException",
        names: byArnOrName,
    },
    hostedZone: {
        what: "hosted zone",
        types: ["aws:route53/zone:Zone"],
        missing: "NoSuchHostedZone",
        // Who may associate a VPC with another account's zone is a rule of its own.
        anywhere: true,
    },
    prefixList: {
        what: "prefix list",
        types: ["aws:ec2/managedPrefixList:ManagedPrefixList"],
        missing: "InvalidPrefixListID.NotFound",
        // AWS keeps one for each gateway endpoint service of each Region.
        always: (value, { region }) =>
            ["s3", "dynamodb"].some((name) => value === prefixListOf(`com.amazonaws.${region}.${name}`)),
    },
    key: {
        what: "KMS key",
        types: ["aws:kms/key:Key", "aws:kms/alias:Alias"],
        missing: "NotFoundException",
        names: byArnOrName,
        always: (value) => /(^|:)alias\/aws\//.test(value),
    },
    role: {
        what: "role",
        types: ["aws:iam/role:Role"],
        missing: "NoSuchEntity",
        names: byArnOrName,
        always: (value) => value.includes(":role/aws-service-role/"),
    },
    policy: {
        what: "managed policy",
        types: ["aws:iam/policy:Policy"],
        missing: "NoSuchEntity",
        always: (value) => /^arn:[\w-]+:iam::aws:policy\//.test(value),
    },
    organizationPolicy: {
        what: "policy of the organization",
        types: ["aws:organizations/policy:Policy"],
        missing: "PolicyNotFoundException",
    },
    bucket: { what: "bucket", types: [BUCKET], missing: "NoSuchBucket", anywhere: true },
    logDestination: {
        what: "log group or bucket",
        types: ["aws:cloudwatch/logGroup:LogGroup", BUCKET],
        missing: "ResourceNotFoundException",
        names: byDestinationArn,
        // Delivery streams are not emulated.
        always: (value) => /^arn:[\w-]+:firehose:/.test(value),
        anywhere: true,
    },
    firewall: {
        what: "firewall",
        types: [FIREWALL],
        missing: "ResourceNotFoundException",
    },
    firewallPolicy: {
        what: "firewall policy",
        types: ["aws:networkfirewall/firewallPolicy:FirewallPolicy"],
        missing: "InvalidRequestException",
    },
    ruleGroup: {
        what: "rule group",
        types: ["aws:networkfirewall/ruleGroup:RuleGroup"],
        missing: "InvalidRequestException",
        always: (value, { region }) => value.includes(`:network-firewall:${region}:aws-managed:`),
    },
    dnsRuleGroup: {
        what: "rule group of DNS Firewall",
        types: ["aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup"],
        missing: "ResourceNotFoundException",
    },
    dnsDomainList: {
        what: "domain list",
        types: ["aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList"],
        missing: "ResourceNotFoundException",
    },
    queryLogConfig: {
        what: "query log configuration",
        types: ["aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig"],
        missing: "ResourceNotFoundException",
    },
    function: {
        what: "function",
        types: ["aws:lambda/function:Function"],
        missing: "ResourceNotFoundException",
        names: byArnOrName,
    },
    anyVpcEndpoint: {
        what: "VPC endpoint",
        types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
        missing: "BadRequestException",
        // A private API takes endpoints of other accounts.
        anywhere: true,
    },
    restApi: { what: "REST API", types: ["aws:apigateway/restApi:RestApi"], missing: "NotFoundException" },
    authorizer: { what: "authorizer", types: ["aws:apigateway/authorizer:Authorizer"], missing: "BadRequestException" },
    deployment: { what: "deployment", types: ["aws:apigateway/deployment:Deployment"], missing: "BadRequestException" },
    userPool: { what: "user pool", types: ["aws:cognito/userPool:UserPool"], missing: "ResourceNotFoundException" },
    userPoolClient: {
        what: "client of a user pool",
        types: ["aws:cognito/userPoolClient:UserPoolClient"],
        missing: "ResourceNotFoundException",
    },
    table: { what: "table", types: ["aws:dynamodb/table:Table"], missing: "ResourceNotFoundException" },
    topic: { what: "topic", types: ["aws:sns/topic:Topic"], missing: "NotFound" },
    queue: {
        what: "queue",
        types: ["aws:sqs/queue:Queue"],
        missing: "QueueDoesNotExist",
        names: byArnOrName,
    },
    eventRule: {
        what: "rule",
        types: ["aws:cloudwatch/eventRule:EventRule"],
        missing: "ResourceNotFoundException",
    },
    logGroupName: {
        what: "log group",
        types: ["aws:cloudwatch/logGroup:LogGroup"],
        missing: "ResourceNotFoundException",
    },
    recorder: {
        what: "recorder",
        types: ["aws:cfg/recorder:Recorder"],
        missing: "NoSuchConfigurationRecorderException",
    },
    detector: { what: "detector", types: ["aws:guardduty/detector:Detector"], missing: "BadRequestException" },
    domain: { what: "domain", types: ["aws:sagemaker/domain:Domain"], missing: "ValidationException" },
    repository: {
        what: "repository",
        types: ["aws:ecr/repository:Repository"],
        missing: "RepositoryNotFoundException",
    },
    image: { what: "image", types: ["aws:sagemaker/image:Image"], missing: "ResourceNotFound" },
    appImageConfig: {
        what: "app image configuration",
        types: ["aws:sagemaker/appImageConfig:AppImageConfig"],
        missing: "ResourceNotFound",
    },
    lifecycleConfig: {
        what: "Studio lifecycle configuration",
        types: ["aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig"],
        missing: "ResourceNotFound",
        names: (resource, value) => textAt(resource.properties, "arn") === value,
    },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
