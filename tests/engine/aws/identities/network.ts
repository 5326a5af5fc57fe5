import { createHash, randomInt } from "node:crypto";
import { zonesOf } from "../../../../preflight/record/zones";
import { hexId, hostAddress, type Subject } from "../subject";
import { type IdentityTable, link, type Maker, numbered } from "./identity";
import { dnsEntries, prefixListId } from "./endpoints";

const ownerId: Maker = (subject) => subject.place.account;

/** VPC and what stands in it. */
export const NETWORK: IdentityTable = {
    "aws:ec2/vpc:Vpc": numbered("ec2", "vpc", "vpc-", {
        defaults: { enableDnsSupport: true, instanceTenancy: "default" },
        outputs: {
            ownerId,
            enableDnsHostnames: () => false,
            enableNetworkAddressUsageMetrics: () => false,
            assignGeneratedIpv6CidrBlock: () => false,
            // One table; the two properties part when another becomes the main table.
            mainRouteTableId: (_, id) => companionId("rtb-", id),
            defaultRouteTableId: (_, id) => companionId("rtb-", id),
            defaultSecurityGroupId: (_, id) => companionId("sg-", id),
            defaultNetworkAclId: (_, id) => companionId("acl-", id),
            dhcpOptionsId: () => hexId("dopt-"),
        },
    }),
    "aws:ec2/subnet:Subnet": numbered("ec2", "subnet", "subnet-", {
        defaults: {
            assignIpv6AddressOnCreation: false,
            enableDns64: false,
            enableResourceNameDnsARecordOnLaunch: false,
            enableResourceNameDnsAaaaRecordOnLaunch: false,
            ipv6Native: false,
            mapPublicIpOnLaunch: false,
        },
        outputs: {
            ownerId,
            availabilityZone: (subject) => zone(subject).name,
            availabilityZoneId: (subject) => zone(subject).id,
            privateDnsHostnameTypeOnLaunch: () => "ip-name",
        },
    }),
    "aws:ec2/securityGroup:SecurityGroup": numbered("ec2", "security-group", "sg-", {
        autoName: "name",
        // Pulumi's text in place of Terraform's; without a description AWS takes none.
        defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
        outputs: { ownerId, ingress: () => [], egress: () => [] },
    }),
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
        id: (subject) => companionId("sg-", subject.text("vpcId")),
        outputs: {
            ownerId,
            arn: (subject, id) => subject.arn("ec2", `security-group/${id}`),
            name: () => "default",
            description: () => "default VPC security group",
        },
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule(),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule(),
    "aws:ec2/securityGroupRule:SecurityGroupRule": link("sgrule-", {
        outputs: { securityGroupRuleId: () => hexId("sgr-") },
    }),
    "aws:ec2/routeTable:RouteTable": numbered("ec2", "route-table", "rtb-", {
        outputs: { ownerId, routes: () => [], propagatingVgws: () => [] },
    }),
    "aws:ec2/defaultRouteTable:DefaultRouteTable": {
        id: (subject) => subject.text("defaultRouteTableId"),
        outputs: { ownerId, arn: (subject, id) => subject.arn("ec2", `route-table/${id}`) },
    },
    "aws:ec2/route:Route": link("r-", { outputs: { origin: () => "CreateRoute", state: () => "active" } }),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": link("rtbassoc-"),
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": link("rtbassoc-"),
    "aws:ec2/networkAcl:NetworkAcl": numbered("ec2", "network-acl", "acl-", {
        outputs: { ownerId, ingress: () => [], egress: () => [], subnetIds: () => [] },
    }),
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
        id: (subject) => subject.text("defaultNetworkAclId"),
        outputs: { ownerId, arn: (subject, id) => subject.arn("ec2", `network-acl/${id}`) },
    },
    "aws:ec2/networkAclRule:NetworkAclRule": link("nacl-", { defaults: { egress: false } }),
    "aws:ec2/networkAclAssociation:NetworkAclAssociation": link("aclassoc-"),
    "aws:ec2/internetGateway:InternetGateway": numbered("ec2", "internet-gateway", "igw-", { outputs: { ownerId } }),
    "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": {
        id: (subject) => `${subject.text("internetGatewayId")}:${subject.text("vpcId")}`,
    },
    "aws:ec2/natGateway:NatGateway": link("nat-", {
        defaults: { connectivityType: "public" },
        outputs: {
            networkInterfaceId: () => hexId("eni-"),
            associationId: () => hexId("eipassoc-"),
            privateIp: (subject) => hostAddress(subject, subject.text("subnetId"), 5),
            publicIp: (subject) =>
                subject.find("aws:ec2/eip:Eip", subject.text("allocationId"))?.properties["publicIp"] ?? "",
            vpcId: (subject) =>
                subject.find("aws:ec2/subnet:Subnet", subject.text("subnetId"))?.properties["vpcId"] ?? "",
        },
    }),
    "aws:ec2/eip:Eip": numbered("ec2", "elastic-ip", "eipalloc-", {
        outputs: { allocationId: (_, id) => id, publicIp: () => `203.0.113.${randomInt(1, 255)}`, domain: () => "vpc" },
    }),
    "aws:ec2/vpnGateway:VpnGateway": numbered("ec2", "vpn-gateway", "vgw-"),
    "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": link("vpn-attachment-"),
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": numbered("ec2", "dhcp-options", "dopt-", { outputs: { ownerId } }),
    "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation": {
        id: (subject) => `${subject.text("dhcpOptionsId")}-${subject.text("vpcId")}`,
    },
    "aws:ec2/flowLog:FlowLog": numbered("ec2", "vpc-flow-log", "fl-", {
        defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
    }),
    "aws:ec2/vpcEndpoint:VpcEndpoint": numbered("ec2", "vpc-endpoint", "vpce-", {
        defaults: { vpcEndpointType: "Gateway" },
        outputs: {
            ownerId,
            state: () => "available",
            requesterManaged: () => false,
            ipAddressType: () => "ipv4",
            // AWS's own default (on) does not pass the provider, which always sends a value.
            privateDnsEnabled: () => false,
            prefixListId,
            dnsEntries,
            networkInterfaceIds: (subject) => subnetsOf(subject).map(() => hexId("eni-")),
        },
    }),
    "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": link("a-"),
    "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": link("a-"),
};

function securityGroupRule(): IdentityTable[string] {
    return numbered("ec2", "security-group-rule", "sgr-", { outputs: { securityGroupRuleId: (_, id) => id } });
}

/** Id of what AWS makes together with a VPC; follows from the VPC's id, so that what adopts it need not be told. */
function companionId(prefix: string, vpcId: string): string {
    return prefix + createHash("sha256").update(`${prefix}${vpcId}`).digest("hex").slice(0, 17);
}

function zone(subject: Subject): { name: string; id: string } {
    const zones = zonesOf(subject.place.region);
    const { availabilityZone, availabilityZoneId } = subject.inputs;
    const chosen = zones.find(({ name, id }) => name === availabilityZone || id === availabilityZoneId) ?? zones[0];
    return { name: chosen?.name ?? "", id: chosen?.id ?? "" };
}

function subnetsOf(subject: Subject): unknown[] {
    const { subnetIds } = subject.inputs;
    return Array.isArray(subnetIds) ? (subnetIds as unknown[]) : [];
}
