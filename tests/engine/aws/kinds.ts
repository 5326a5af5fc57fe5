import { prefixListOf } from "./identities";
import type { Place } from "./place";
import type { Stored } from "./store";
import { textAt } from "./values";

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
}

const VPC = "aws:ec2/vpc:Vpc";

/** By id, or as what AWS made together with a VPC. */
function withCompanion(type: string, property: string): Pick<Kind, "types" | "names"> {
    return {
        types: [type, VPC],
        names: (resource, value) => (resource.type === type ? resource.id : resource.properties[property]) === value,
    };
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
        types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
        missing: "InvalidVpcEndpointId.NotFound",
    },
    transitGateway: {
        what: "transit gateway",
        types: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
        missing: "InvalidTransitGatewayID.NotFound",
        // Shared through Resource Access Manager.
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
    bucket: { what: "bucket", types: ["aws:s3/bucket:Bucket"], missing: "NoSuchBucket", anywhere: true },
    domain: { what: "domain", types: ["aws:sagemaker/domain:Domain"], missing: "ValidationException" },
    lifecycleConfig: {
        what: "Studio lifecycle configuration",
        types: ["aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig"],
        missing: "ResourceNotFound",
        names: (resource, value) => textAt(resource.properties, "arn") === value,
    },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
