import { prefixListId } from "../prefixLists";
import { type Zone, zonesOf } from "../zones";
import { type IdentityTable, link, numbered, partOf } from "./identity";
import { digest, type Subject, Unreadable } from "./subject";

/**
 * What AWS makes together with a VPC. Derived from the VPC's id alone, because the resources that adopt it (the default
 * security group) know no more of the VPC than that.
 */
function companion(prefix: string, vpcId: string): string {
    return prefix + digest(vpcId, prefix).slice(0, 17);
}

const owner = { ownerId: (s: Subject): string => s.account };

/** VPC and what stands in it. */
export const NETWORK: IdentityTable = {
    "aws:ec2/vpc:Vpc": numbered("ec2", "vpc", "vpc-", {
        ...owner,
        mainRouteTableId: (_, id) => companion("rtb-", id),
        defaultRouteTableId: (_, id) => companion("rtb-", id),
        defaultSecurityGroupId: (_, id) => companion("sg-", id),
        defaultNetworkAclId: (_, id) => companion("acl-", id),
        dhcpOptionsId: (s) => s.hex("dopt-"),
    }),
    "aws:ec2/subnet:Subnet": {
        ...numbered("ec2", "subnet", "subnet-", {
            ...owner,
            availabilityZone: (s) => zone(s, "availabilityZoneId", "id").name,
            availabilityZoneId: (s) => zone(s, "availabilityZone", "name").id,
        }),
        assumes: {
            outputs: ["availabilityZone", "availabilityZoneId"],
            why: "which letter belongs to which zone id differs by account in AWS's older Regions",
        },
    },
    "aws:ec2/securityGroup:SecurityGroup": {
        ...numbered("ec2", "security-group", "sg-", owner),
        named: "name",
    },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
        id: (s) => companion("sg-", s.text("vpcId")),
        outputs: { ...owner, name: () => "default", arn: (s, id) => s.arn("ec2", `security-group/${id}`) },
    },
    "aws:ec2/securityGroupRule:SecurityGroupRule": link("sgrule-"),
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": numbered("ec2", "security-group-rule", "sgr-", {
        securityGroupRuleId: (_, id) => id,
    }),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": numbered("ec2", "security-group-rule", "sgr-", {
        securityGroupRuleId: (_, id) => id,
    }),
    "aws:ec2/routeTable:RouteTable": numbered("ec2", "route-table", "rtb-", owner),
    "aws:ec2/defaultRouteTable:DefaultRouteTable": {
        id: (s) => s.text("defaultRouteTableId"),
        outputs: { ...owner, arn: (s, id) => s.arn("ec2", `route-table/${id}`) },
    },
    "aws:ec2/route:Route": link("r-"),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": link("rtbassoc-"),
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": link("rtbassoc-"),
    "aws:ec2/networkAcl:NetworkAcl": numbered("ec2", "network-acl", "acl-", owner),
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
        id: (s) => s.text("defaultNetworkAclId"),
        outputs: { ...owner, arn: (s, id) => s.arn("ec2", `network-acl/${id}`) },
    },
    "aws:ec2/internetGateway:InternetGateway": numbered("ec2", "internet-gateway", "igw-", owner),
    "aws:ec2/natGateway:NatGateway": {
        ...link("nat-"),
        outputs: {
            publicIp: (s) => publicAddress(s.text("allocationId")),
            networkInterfaceId: (s) => s.hex("eni-"),
            associationId: (s) => s.hex("eipassoc-"),
        },
    },
    "aws:ec2/eip:Eip": numbered("ec2", "elastic-ip", "eipalloc-", {
        allocationId: (_, id) => id,
        publicIp: (_, id) => publicAddress(id),
    }),
    "aws:ec2/vpnGateway:VpnGateway": numbered("ec2", "vpn-gateway", "vgw-"),
    "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": link("vpn-attachment-"),
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": numbered("ec2", "dhcp-options", "dopt-", owner),
    "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation": {
        id: (s) => `${s.text("dhcpOptionsId")}-${s.text("vpcId")}`,
    },
    "aws:ec2/flowLog:FlowLog": numbered("ec2", "vpc-flow-log", "fl-"),
    "aws:ec2/vpcEndpoint:VpcEndpoint": numbered("ec2", "vpc-endpoint", "vpce-", {
        ...owner,
        state: () => "available",
        requesterManaged: () => false,
        prefixListId: (s) => (isGateway(s) ? prefixListId(s.text("serviceName")) : ""),
        dnsEntries: (s, id) => (isGateway(s) ? [] : [{ dnsName: endpointDnsName(s, id), hostedZoneId: ENDPOINT_ZONE }]),
    }),
    "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": link("a-"),
    "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": link("a-"),
    "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": partOf("vpcEndpointId"),
};

/** Zone of the endpoints' own names: one of AWS's for each Region, which none of ours refers to but by this answer. */
const ENDPOINT_ZONE = "Z00000VPCE";

function isGateway(subject: Subject): boolean {
    return subject.text("vpcEndpointType", "Gateway") === "Gateway";
}

/** A made-up address of the range for documentation, the same wherever the allocation is named. Source: RFC 5737. */
function publicAddress(allocationId: string): string {
    return `203.0.113.${1 + (parseInt(digest(allocationId, "address").slice(0, 4), 16) % 254)}`;
}

/** The endpoint's own DNS name: the service's words in reverse before the Region. */
function endpointDnsName(subject: Subject, id: string): string {
    const [, service = ""] = subject.text("serviceName").split(`.${subject.region}.`);
    const host = service.split(".").reverse().join(".");
    return `${id}-${subject.hex("", "dns", 8)}.${host}.${subject.region}.vpce.amazonaws.com`;
}

/** A zone outside the table (a local zone, a new Region) has no counterpart that could be guessed. */
function zone(subject: Subject, given: "availabilityZone" | "availabilityZoneId", key: "name" | "id"): Zone {
    const value = subject.text(given);
    const found = zonesOf(subject.region).find((candidate) => candidate[key] === value);
    if (found === undefined) {
        throw new Unreadable(given);
    }
    return found;
}
