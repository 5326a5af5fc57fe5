import {
    DescribeInternetGatewaysCommand,
    DescribeNatGatewaysCommand,
    DescribeNetworkAclsCommand,
    DescribeRouteTablesCommand,
    DescribeSecurityGroupsCommand,
    DescribeSubnetsCommand,
    DescribeVpcAttributeCommand,
    DescribeVpcEndpointsCommand,
    DescribeVpcsCommand,
    type EC2ClientResolvedConfig,
    type NatGateway,
    type NetworkAcl,
    type RouteTable,
    type SecurityGroup,
    type ServiceInputTypes,
    type ServiceOutputTypes,
    type Subnet,
    type Vpc,
    type VpcEndpoint,
} from "@aws-sdk/client-ec2";
import type { AwsStub } from "aws-sdk-client-mock";

import { sample } from "../preflight/facts/sample";

/** Stands for an EC2 client. */
export type Ec2Double = AwsStub<ServiceInputTypes, ServiceOutputTypes, EC2ClientResolvedConfig>;

/** What EC2 has in one VPC. */
export interface Vpcs {
    readonly vpc: Vpc;
    readonly dns: { readonly support: boolean; readonly hostnames: boolean };
    readonly subnets: readonly Subnet[];
    readonly routeTables: readonly RouteTable[];
    readonly endpoints: readonly VpcEndpoint[];
    readonly securityGroups: readonly SecurityGroup[];
    readonly networkAcls: readonly NetworkAcl[];
    readonly internetGatewayIds: readonly string[];
    readonly natGateways: readonly NatGateway[];
}

const ONE = "subnet-0a1b2c3d4e5f60001";
const TWO = "subnet-0a1b2c3d4e5f60002";
/** State of an endpoint as EC2 answers it: in lower case, whatever the SDK's types say. */
export const AVAILABLE = "available" as VpcEndpoint["State"];

const LAST = { RuleNumber: 32767, RuleAction: "deny", Protocol: "-1", CidrBlock: "0.0.0.0/0" } as const;
const OPEN = { RuleNumber: 100, RuleAction: "allow", Protocol: "-1", CidrBlock: "0.0.0.0/0" } as const;

function policy(index: number): string {
    return JSON.stringify(sample().endpoints[index]?.policy);
}

function studioTable(at: number): RouteTable {
    return {
        RouteTableId: `rtb-0a1b2c3d4e5f6000${at}`,
        Associations: [
            { SubnetId: at === 1 ? ONE : TWO, Main: false, AssociationState: { State: "associated" } },
            { SubnetId: "subnet-0a1b2c3d4e5f60099", Main: false, AssociationState: { State: "disassociated" } },
        ],
        Routes: [
            { DestinationPrefixListId: "pl-6da54004", GatewayId: "vpce-0a1b2c3d4e5f60001", State: "active" },
            { DestinationCidrBlock: "10.50.0.0/16", GatewayId: "local", State: "active" },
        ],
    };
}

/** The VPC of the sample facts file as EC2 answers it, with what else EC2 answers and the file leaves out. */
export function sampleVpc(changes: Partial<Vpcs> = {}): Vpcs {
    return {
        vpc: {
            VpcId: "vpc-0a1b2c3d4e5f60718",
            OwnerId: "111122223333",
            CidrBlock: "10.50.0.0/16",
            CidrBlockAssociationSet: [
                { CidrBlock: "10.50.0.0/16", CidrBlockState: { State: "associated" } },
                { CidrBlock: "10.51.0.0/16", CidrBlockState: { State: "disassociated" } },
            ],
        },
        dns: { support: true, hostnames: true },
        subnets: [subnet(TWO, "10.50.16.0/20", "b", 2), subnet(ONE, "10.50.0.0/20", "a", 1)],
        routeTables: [
            studioTable(2),
            studioTable(1),
            {
                RouteTableId: "rtb-0a1b2c3d4e5f60000",
                Associations: [{ Main: true, AssociationState: { State: "associated" } }],
                Routes: [{ DestinationCidrBlock: "10.50.0.0/16", GatewayId: "local", State: "active" }],
            },
        ],
        endpoints: [
            {
                VpcEndpointId: "vpce-0a1b2c3d4e5f60002",
                VpcEndpointType: "Interface",
                ServiceName: "com.amazonaws.eu-west-1.sts",
                State: AVAILABLE,
                PrivateDnsEnabled: true,
                SubnetIds: [TWO, ONE],
                Groups: [{ GroupId: "sg-0a1b2c3d4e5f60001", GroupName: "endpoints" }],
                PolicyDocument: policy(1),
            },
            {
                VpcEndpointId: "vpce-0a1b2c3d4e5f60001",
                VpcEndpointType: "Gateway",
                ServiceName: "com.amazonaws.eu-west-1.s3",
                State: AVAILABLE,
                PrivateDnsEnabled: false,
                RouteTableIds: ["rtb-0a1b2c3d4e5f60002", "rtb-0a1b2c3d4e5f60001"],
                PolicyDocument: policy(0),
            },
            {
                VpcEndpointId: "vpce-0a1b2c3d4e5f60003",
                VpcEndpointType: "Interface",
                ServiceName: "com.amazonaws.eu-west-1.kms",
                State: "deleting" as VpcEndpoint["State"],
            },
        ],
        securityGroups: [
            { GroupId: "sg-0a1b2c3d4e5f60009", GroupName: "somebody-elses" },
            { GroupId: "sg-0a1b2c3d4e5f60001", GroupName: "endpoints" },
            { GroupId: "sg-0a1b2c3d4e5f60000", GroupName: "default" },
        ],
        networkAcls: [
            {
                NetworkAclId: "acl-0a1b2c3d4e5f60001",
                IsDefault: true,
                Associations: [{ SubnetId: TWO }, { SubnetId: ONE }],
                Entries: [
                    { ...LAST, Egress: false },
                    { ...OPEN, Egress: false },
                    { ...LAST, Egress: true },
                    { ...OPEN, Egress: true },
                ],
            },
        ],
        internetGatewayIds: ["igw-0a1b2c3d4e5f60001"],
        natGateways: [{ NatGatewayId: "nat-0a1b2c3d4e5f60009", SubnetId: ONE, State: "deleted" }],
        ...changes,
    };
}

/** A subnet of the sample VPC in a zone of eu-west-1. */
export function subnet(id: string, cidr: string, letter: string, zone: number): Subnet {
    return {
        SubnetId: id,
        CidrBlock: cidr,
        AvailabilityZone: `eu-west-1${letter}`,
        AvailabilityZoneId: `euw1-az${zone}`,
        MapPublicIpOnLaunch: false,
    };
}

/** Lets the double answer for the VPC, two items a page. */
export function answer(ec2: Ec2Double, vpc: Vpcs): void {
    ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [vpc.vpc] });
    ec2.on(DescribeVpcAttributeCommand, { Attribute: "enableDnsSupport" }).resolves({
        EnableDnsSupport: { Value: vpc.dns.support },
    });
    ec2.on(DescribeVpcAttributeCommand, { Attribute: "enableDnsHostnames" }).resolves({
        EnableDnsHostnames: { Value: vpc.dns.hostnames },
    });
    ec2.on(DescribeSubnetsCommand).callsFake(pages("Subnets", vpc.subnets));
    ec2.on(DescribeRouteTablesCommand).callsFake(pages("RouteTables", vpc.routeTables));
    ec2.on(DescribeVpcEndpointsCommand).callsFake(pages("VpcEndpoints", vpc.endpoints));
    ec2.on(DescribeSecurityGroupsCommand).callsFake(pages("SecurityGroups", vpc.securityGroups));
    ec2.on(DescribeNetworkAclsCommand).callsFake(pages("NetworkAcls", vpc.networkAcls));
    ec2.on(DescribeInternetGatewaysCommand).callsFake(
        pages(
            "InternetGateways",
            vpc.internetGatewayIds.map((InternetGatewayId) => ({ InternetGatewayId })),
        ),
    );
    ec2.on(DescribeNatGatewaysCommand).callsFake(pages("NatGateways", vpc.natGateways));
}

const PAGE = 2;

function pages(key: string, items: readonly unknown[]): (input: { NextToken?: string }) => unknown {
    return ({ NextToken }) => {
        const from = Number(NextToken ?? 0);
        const next = from + PAGE;
        return { [key]: items.slice(from, next), ...(next < items.length ? { NextToken: String(next) } : {}) };
    };
}
