import { z } from "zod";

/** Id of an EC2 resource: its prefix and 8 (older) or 17 hexadecimal digits. */
function id(prefix: string): z.ZodString {
    return z.string().regex(new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`), `the id of a resource: ${prefix}-…`);
}

const cidr4 = z.string().regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "an IPv4 range such as 10.50.0.0/20");
const port = z.number().int().min(-1).max(65535).nullable();

const vpc = z.strictObject({
    id: id("vpc"),
    /** Primary range first. */
    cidrs: z.array(cidr4).min(1),
    dnsSupport: z.boolean(),
    dnsHostnames: z.boolean(),
});

const subnet = z.strictObject({
    id: id("subnet"),
    cidr: cidr4,
    zoneName: z.string().min(1),
    zoneId: z.string().min(1),
    /** Whether what starts here gets a public IPv4 address. */
    mapPublicIp: z.boolean(),
});

/** What a route's `target` says when AWS drops its packets, because the target is gone. */
export const BLACKHOLE = "blackhole";

const route = z.strictObject({
    /** IPv4 or IPv6 range, or id of a prefix list. */
    destination: z.string().min(1),
    /** Id or ARN of the target, `local`, or `blackhole`. */
    target: z.string().min(1),
});

const routeTable = z.strictObject({
    id: id("rtb"),
    /** Whether it serves the subnets without a table of their own. */
    main: z.boolean(),
    subnetIds: z.array(id("subnet")),
    /** Gateways whose incoming packets it sends on. */
    gatewayIds: z.array(z.string().min(1)),
    routes: z.array(route),
});

const endpoint = z.strictObject({
    id: id("vpce"),
    type: z.enum(["Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork"]),
    serviceName: z.string().min(1),
    privateDns: z.boolean(),
    subnetIds: z.array(id("subnet")),
    groupIds: z.array(id("sg")),
    routeTableIds: z.array(id("rtb")),
    /** The endpoint policy as JSON; null where the service has none. */
    policy: z.record(z.string(), z.unknown()).nullable(),
});

const rule = z.strictObject({
    direction: z.enum(["ingress", "egress"]),
    /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. */
    protocol: z.string().min(1),
    /** Null where the protocol has no ports. */
    fromPort: port,
    toPort: port,
    /** IPv4 or IPv6 range, or id of a security group or prefix list. */
    peer: z.string().min(1),
});

const securityGroup = z.strictObject({ id: id("sg"), name: z.string().min(1), rules: z.array(rule) });

const aclEntry = z.strictObject({
    direction: z.enum(["ingress", "egress"]),
    number: z.number().int().min(1),
    action: z.enum(["allow", "deny"]),
    protocol: z.string().min(1),
    /** IPv4 or IPv6 range. */
    cidr: z.string().min(1),
    /** Null where the entry is for every port. */
    fromPort: port,
    toPort: port,
});

const networkAcl = z.strictObject({
    id: id("acl"),
    /** Whether AWS made it with the VPC. */
    default: z.boolean(),
    subnetIds: z.array(id("subnet")),
    /** Without the last one, which AWS adds and which denies everything else. */
    entries: z.array(aclEntry),
});

const natGateway = z.strictObject({
    id: id("nat"),
    /** Null for a regional gateway, which stands in no subnet. */
    subnetId: id("subnet").nullable(),
    connectivity: z.enum(["public", "private"]),
});

const firewallEndpoint = z.strictObject({
    id: id("vpce"),
    subnetId: id("subnet"),
    firewallArn: z.string().regex(/^arn:[a-z-]+:network-firewall:/, "the ARN of a network firewall"),
});

/** What is in an existing VPC, as `npm run facts` writes it. Every list is in order of id. */
export const factsSchema = z.strictObject({
    version: z.literal(1),
    /** Time of the calls, in UTC. */
    collectedAt: z.iso.datetime(),
    /** Account that owns the VPC. */
    account: z.string().regex(/^\d{12}$/, "an account: 12 digits"),
    region: z.string().min(1),
    vpc,
    subnets: z.array(subnet),
    routeTables: z.array(routeTable),
    /** Without those of network firewalls, which stand in `firewallEndpoints`. */
    endpoints: z.array(endpoint),
    /** Those on an endpoint, and the default one. */
    securityGroups: z.array(securityGroup),
    networkAcls: z.array(networkAcl),
    /** Attached ones. */
    internetGateways: z.array(id("igw")),
    natGateways: z.array(natGateway),
    firewallEndpoints: z.array(firewallEndpoint),
});

/** The facts of one existing VPC. */
export type Facts = z.infer<typeof factsSchema>;
export type SubnetFacts = Facts["subnets"][number];
export type RouteTableFacts = Facts["routeTables"][number];
export type RouteFacts = RouteTableFacts["routes"][number];
export type EndpointFacts = Facts["endpoints"][number];
export type SecurityGroupFacts = Facts["securityGroups"][number];
export type GroupRuleFacts = SecurityGroupFacts["rules"][number];
export type NetworkAclFacts = Facts["networkAcls"][number];
export type FirewallEndpointFacts = Facts["firewallEndpoints"][number];
