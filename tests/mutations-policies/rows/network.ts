import { add, all, drop, type Mutation, point, pointAll, set } from "../mutation";

const VPC = "Vpc studio-network-vpc";
const JOBS = "SecurityGroup studio-network-jobs";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const STUDIO_TABLE = "RouteTable studio-network-studio-euw1-az1";
const FIREWALL = "Firewall studio-network-firewall";
const EVERYTHING = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/** Changes of networks: names, addresses, groups, endpoints, routes, firewalls and their logs. */
export const NETWORK: readonly Mutation[] = [
    {
        policy: "P35",
        what: "names of hosts are off, and with them the endpoints' private names",
        stack: "studio",
        edit: set(VPC, "enableDnsHostnames", false),
        on: "studio-network-vpc",
    },
    {
        policy: "P36",
        what: "a subnet gives public addresses",
        stack: "studio",
        edit: set("Subnet studio-network-endpoint-euw1-az1", "mapPublicIpOnLaunch", true),
        on: "studio-network-endpoint-euw1-az1",
    },
    {
        policy: "P37",
        what: "a group admits the internet",
        stack: "studio",
        edit: add(RULE, "anyone", (the) => ({
            securityGroupId: the("SecurityGroup studio-network-training"),
            ipProtocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrIpv4: "0.0.0.0/0",
        })),
        on: "anyone",
    },
    {
        policy: "P38",
        what: "a group lets everything out",
        stack: "studio",
        edit: add("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "anywhere", (the) => ({
            securityGroupId: the(JOBS),
            ipProtocol: "-1",
            cidrIpv4: "0.0.0.0/0",
        })),
        on: "anywhere",
    },
    {
        policy: "P39",
        what: "an endpoint without its private name",
        stack: "studio",
        edit: set("VpcEndpoint studio-network-logs", "privateDnsEnabled", false),
        on: "studio-network-logs",
    },
    {
        policy: "P40",
        what: "an endpoint for everything",
        stack: "studio",
        edit: set("VpcEndpoint studio-network-s3", "policy", EVERYTHING),
        on: "studio-network-s3",
    },
    {
        policy: "P41",
        what: "a firewall anybody may delete",
        stack: "firewall",
        edit: set(FIREWALL, "deleteProtection", false),
        on: "studio-network-firewall",
    },
    {
        policy: "P42",
        what: "fragments pass the firewall unseen",
        stack: "firewall",
        edit: set("FirewallPolicy studio-network-firewall", "firewallPolicy.statelessFragmentDefaultActions", [
            "aws:pass",
        ]),
        on: "studio-network-firewall",
    },
    {
        policy: "P47",
        what: "logs that are kept for ever",
        stack: "studio",
        edit: set("LogGroup studio-network-dns-queries", "retentionInDays", undefined),
        on: "studio-network-dns-queries",
    },
    {
        policy: "P48",
        what: "no endpoint for logs",
        stack: "studio",
        edit: drop("VpcEndpoint studio-network-logs"),
        on: "studio-domain",
    },
    {
        policy: "P49",
        what: "endpoints do not admit Studio",
        stack: "studio",
        edit: drop("SecurityGroupIngressRule studio-network-endpoints-from-studio"),
        on: "studio-network-logs",
    },
    {
        policy: "P50",
        what: "a domain in one zone",
        stack: "firewall",
        edit: pointAll("Domain studio-domain", "subnetIds", ["Subnet studio-network-studio-euw1-az1"]),
        on: "studio-domain",
    },
    {
        policy: "P51",
        what: "Studio's subnet reaches the internet by itself",
        stack: "studio",
        edit: all(
            add("aws:ec2/internetGateway:InternetGateway", "internet", (the) => ({ vpcId: the(VPC) })),
            add("aws:ec2/route:Route", "leak", (the) => ({
                routeTableId: the(STUDIO_TABLE),
                destinationCidrBlock: "0.0.0.0/0",
                gatewayId: the("InternetGateway internet"),
            })),
        ),
        on: "leak",
    },
    {
        policy: "P52",
        what: "Studio's subnet goes around the firewall",
        stack: "firewall",
        edit: all(
            set("Route studio-network-studio-euw1-az1-default", "vpcEndpointId", undefined),
            point(
                "Route studio-network-studio-euw1-az1-default",
                "natGatewayId",
                "NatGateway studio-network-nat-euw1-az1",
                "id",
            ),
        ),
        on: "studio-network-studio-euw1-az1-default",
        also: { P53: "what comes back is still sent to the firewall, which no longer sees what goes out" },
    },
    {
        policy: "P53",
        what: "answers come back around the firewall",
        stack: "firewall",
        edit: drop("Route studio-network-nat-euw1-az1-to-studio"),
        on: "studio-network-nat-euw1-az1",
    },
    {
        policy: "P54",
        what: "a firewall that tells nobody",
        stack: "firewall",
        edit: drop("LoggingConfiguration studio-network-firewall"),
        on: "studio-network-firewall",
    },
    {
        policy: "P55",
        what: "only refused traffic is recorded",
        stack: "studio",
        edit: set("FlowLog studio-network-flow-logs", "trafficType", "REJECT"),
        on: "studio-network-flow-logs",
    },
    {
        policy: "P56",
        what: "the default group is as AWS makes it",
        stack: "studio",
        edit: drop("DefaultSecurityGroup studio-network-default"),
        on: "studio-network-vpc",
    },
    {
        policy: "P61",
        what: "the group of every profile admits itself",
        stack: "studio",
        edit: add(RULE, "each-other", (the) => ({
            securityGroupId: the("SecurityGroup studio-network-studio"),
            referencedSecurityGroupId: the("SecurityGroup studio-network-studio"),
            ipProtocol: "tcp",
            fromPort: 8192,
            toPort: 65535,
        })),
        on: "studio-network-studio",
    },
];
