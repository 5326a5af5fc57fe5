import { prefixListOf } from "./aws/identities";
import type { Stored } from "./aws/store";

const REGION = "eu-west-1";

/** Ids of the VPC that tests/stacks/existing-vpc.yaml is put into. */
const VPC = "vpc-0a1b2c3d4e5f60718";
const GROUP = "sg-0a1b2c3d4e5f60001";

function existing(type: string, id: string, properties: Stored["properties"]): Stored {
    return { type, id, account: "111122223333", region: REGION, inputs: [], properties };
}

/** The VPC of somebody else: two private subnets with a table each, endpoints of S3 and STS, an internet gateway. */
const EXISTING_VPC: readonly Stored[] = [
    existing("aws:ec2/vpc:Vpc", VPC, {
        cidrBlock: "10.50.0.0/16",
        enableDnsSupport: true,
        enableDnsHostnames: true,
        instanceTenancy: "default",
        mainRouteTableId: "rtb-0a1b2c3d4e5f60000",
        defaultRouteTableId: "rtb-0a1b2c3d4e5f60000",
        defaultSecurityGroupId: "sg-0a1b2c3d4e5f60000",
        defaultNetworkAclId: "acl-0a1b2c3d4e5f60001",
    }),
    ...[
        { number: 1, zone: { name: "eu-west-1a", id: "euw1-az1" }, cidrBlock: "10.50.0.0/20" },
        { number: 2, zone: { name: "eu-west-1b", id: "euw1-az2" }, cidrBlock: "10.50.16.0/20" },
    ].flatMap(({ number, zone, cidrBlock }) => {
        const subnetId = `subnet-0a1b2c3d4e5f6000${number}`;
        const routeTableId = `rtb-0a1b2c3d4e5f6000${number}`;
        return [
            existing("aws:ec2/subnet:Subnet", subnetId, {
                vpcId: VPC,
                cidrBlock,
                availabilityZone: zone.name,
                availabilityZoneId: zone.id,
                mapPublicIpOnLaunch: false,
            }),
            existing("aws:ec2/routeTable:RouteTable", routeTableId, { vpcId: VPC }),
            existing("aws:ec2/routeTableAssociation:RouteTableAssociation", `rtbassoc-0a1b2c3d4e5f6000${number}`, {
                subnetId,
                routeTableId,
            }),
        ];
    }),
    existing("aws:ec2/securityGroup:SecurityGroup", GROUP, { vpcId: VPC, name: "endpoints", description: "endpoints" }),
    existing("aws:ec2/vpcEndpoint:VpcEndpoint", "vpce-0a1b2c3d4e5f60001", {
        vpcId: VPC,
        vpcEndpointType: "Gateway",
        serviceName: `com.amazonaws.${REGION}.s3`,
        routeTableIds: ["rtb-0a1b2c3d4e5f60001", "rtb-0a1b2c3d4e5f60002"],
        prefixListId: prefixListOf(`com.amazonaws.${REGION}.s3`),
    }),
    existing("aws:ec2/vpcEndpoint:VpcEndpoint", "vpce-0a1b2c3d4e5f60002", {
        vpcId: VPC,
        vpcEndpointType: "Interface",
        serviceName: `com.amazonaws.${REGION}.sts`,
        subnetIds: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
        securityGroupIds: [GROUP],
        privateDnsEnabled: true,
    }),
    existing("aws:ec2/internetGateway:InternetGateway", "igw-0a1b2c3d4e5f60001", { vpcId: VPC }),
];

/** The keys of tests/stacks/existing-keys.yaml. */
const EXISTING_KEYS = [1, 2, 3].map((number) => {
    const id = `0a1b2c3d-4e5f-6071-8293-00000000000${number}`;
    return existing("aws:kms/key:Key", id, { arn: `arn:aws:kms:${REGION}:111122223333:key/${id}`, keyId: id });
});

/**
 * What the sample stacks take for granted in their accounts: things of other people that they name. Not kept as files,
 * so that an account a stack was destroyed in is empty.
 */
export const EXISTING: readonly Stored[] = [
    existing("aws:ec2transitgateway/transitGateway:TransitGateway", "tgw-0123456789abcdef0", {
        description: "The company's, see network.clients in Pulumi.dev.yaml",
    }),
    // The same in the Region of tests/stacks/preset-private-access-lob.yaml.
    {
        ...existing("aws:ec2transitgateway/transitGateway:TransitGateway", "tgw-0123456789abcdef0", {
            description: "The company's",
        }),
        region: "eu-north-1",
    },
    existing("aws:ec2/vpnGateway:VpnGateway", "vgw-0123456789abcdef0", {}),
    // The company's Direct Connect gateway on the hub of tests/stacks/multi/local.yaml; on which gateway of ours, a test cannot know.
    existing("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "tgw-attach-0123456789abcdef0", {}),
    ...EXISTING_VPC,
    ...EXISTING_KEYS,
    // Of the mount targets of the file system of tests/stacks/file-systems.yaml.
    existing("aws:ec2/securityGroup:SecurityGroup", "sg-0123456789abcdef0", {
        vpcId: VPC,
        name: "research-files",
        description: "research-files",
    }),
    // Holds an image of tests/stacks/full.yaml.
    // Where another stack's trail writes: security.response.trailLogGroup of full.yaml.
    existing("aws:cloudwatch/logGroup:LogGroup", "aws-cloudtrail-logs", { name: "aws-cloudtrail-logs" }),
    existing("aws:ecr/repository:Repository", "research/chemistry", { name: "research/chemistry" }),
];
