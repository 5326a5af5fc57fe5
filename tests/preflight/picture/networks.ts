import { ENDPOINT_SERVICES, type Feature, servicesFor } from "../../../policy-pack/facts";
import { GraphBuilder, type Ref } from "./graphBuilder";

/** What a network of the fixture has. */
export interface NetworkFixture {
    readonly egress: "isolated" | "nat" | "firewall";
    readonly zones: number;
    readonly features?: readonly Feature[];
    /** Company range and transit gateway. */
    readonly clients?: boolean;
    readonly dns?: boolean;
    readonly unknown?: boolean;
}

export const REGION = "eu-west-1";
export const CLIENT_RANGE = "192.168.0.0/16";

const NET = "studio-network";
const VPC_CIDR = "10.20.0.0/16";

/** The resources of a network under the logical names of the Network component, as far as a picture or price needs them. */
export function networkFixture(fixture: NetworkFixture): GraphBuilder {
    const build = new GraphBuilder(fixture.unknown);
    const vpc = build.add("aws:ec2/vpc:Vpc", `${NET}-vpc`, { cidrBlock: VPC_CIDR });
    const zones = Array.from({ length: fixture.zones }, (_, index) => `euw1-az${index + 1}`);
    const tier = (name: string, base: number): Tier[] =>
        zones.map((zone, index) => addSubnet(build, vpc, name, zone, base + index));
    const studio = tier("studio", 0);
    const endpoint = tier("endpoint", 64);
    build.add("aws:sagemaker/domain:Domain", "studio-domain", {
        vpcId: vpc,
        subnetIds: studio.map(({ subnet }) => subnet),
    });
    if (fixture.egress !== "isolated") {
        addEgress(build, vpc, fixture.egress, studio, tier);
    }
    addEndpoints(build, vpc, fixture, studio, endpoint);
    if (fixture.clients === true) {
        addClients(build, vpc, endpoint, tier("transit", 112));
    }
    if (fixture.dns === true) {
        addDns(build, vpc, fixture.egress);
    }
    return build;
}

interface Tier {
    readonly zone: string;
    readonly cidr: string;
    readonly subnet: Ref;
    readonly table: Ref;
}

function addSubnet(build: GraphBuilder, vpc: Ref, tier: string, zone: string, third: number): Tier {
    const name = `${NET}-${tier}-${zone}`;
    const cidr = `10.20.${third}.0/24`;
    const subnet = build.add("aws:ec2/subnet:Subnet", name, { vpcId: vpc, cidrBlock: cidr, availabilityZoneId: zone });
    const table = build.add("aws:ec2/routeTable:RouteTable", name, { vpcId: vpc });
    build.add("aws:ec2/routeTableAssociation:RouteTableAssociation", name, { subnetId: subnet, routeTableId: table });
    return { zone, cidr, subnet, table };
}

function addRoute(
    build: GraphBuilder,
    name: string,
    table: Ref,
    destination: string,
    target: Record<string, unknown>,
): void {
    build.add("aws:ec2/route:Route", `${NET}-${name}`, {
        routeTableId: table,
        destinationCidrBlock: destination,
        ...target,
    });
}

function addEgress(
    build: GraphBuilder,
    vpc: Ref,
    egress: "nat" | "firewall",
    studio: readonly Tier[],
    tier: (name: string, base: number) => Tier[],
): void {
    const internet = build.add("aws:ec2/internetGateway:InternetGateway", `${NET}-internet`, { vpcId: vpc });
    const nat = tier("nat", 96).map((place) => {
        const name = `${NET}-nat-${place.zone}`;
        const address = build.add("aws:ec2/eip:Eip", name, { domain: "vpc" });
        const gateway = build.add("aws:ec2/natGateway:NatGateway", name, {
            subnetId: place.subnet,
            allocationId: address,
        });
        addRoute(build, `nat-${place.zone}-default`, place.table, "0.0.0.0/0", { gatewayId: internet });
        return { ...place, gateway };
    });
    if (egress === "nat") {
        studio.forEach(({ zone, table }, index) =>
            addRoute(build, `studio-${zone}-default`, table, "0.0.0.0/0", { natGatewayId: nat[index]?.gateway }),
        );
        return;
    }
    const inspection = tier("firewall", 104);
    const firewall = build.add("aws:networkfirewall/firewall:Firewall", `${NET}-firewall`, {
        vpcId: vpc,
        subnetMappings: inspection.map(({ subnet }) => ({ subnetId: subnet })),
        firewallStatuses: {
            from: [],
            known: [
                {
                    syncStates: inspection.map(({ subnet, zone }) => ({
                        availabilityZone: zone,
                        attachments: [{ endpointId: `vpce-firewall-${zone}`, subnetId: subnet }],
                    })),
                },
            ],
        },
    });
    inspection.forEach(({ zone, table, subnet }, index) => {
        const studioSubnet = studio[index] as Tier;
        const natSubnet = nat[index] as (typeof nat)[number];
        const endpoint = { vpcEndpointId: { from: [firewall, subnet], known: `vpce-firewall-${zone}` } };
        addRoute(build, `studio-${zone}-default`, studioSubnet.table, "0.0.0.0/0", endpoint);
        addRoute(build, `firewall-${zone}-default`, table, "0.0.0.0/0", { natGatewayId: natSubnet.gateway });
        addRoute(build, `nat-${zone}-to-studio`, natSubnet.table, studioSubnet.cidr, endpoint);
    });
}

function addEndpoints(
    build: GraphBuilder,
    vpc: Ref,
    { features = ["studio", "jobs"], clients }: NetworkFixture,
    studio: readonly Tier[],
    endpoint: readonly Tier[],
): void {
    const group = build.add("aws:ec2/securityGroup:SecurityGroup", `${NET}-endpoints`, { vpcId: vpc });
    const clientGroup = build.add("aws:ec2/securityGroup:SecurityGroup", `${NET}-clients`, { vpcId: vpc });
    if (clients === true) {
        build.add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", `${NET}-clients-from`, {
            securityGroupId: clientGroup,
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrIpv4: CLIENT_RANGE,
        });
    }
    for (const key of servicesFor(features)) {
        const { type, serviceName } = ENDPOINT_SERVICES[key];
        const open = ["sagemaker.api", "studio"].includes(key) && clients === true;
        build.add("aws:ec2/vpcEndpoint:VpcEndpoint", `${NET}-${key.replace(/\./g, "-")}`, {
            vpcId: vpc,
            vpcEndpointType: type,
            serviceName: serviceName(REGION),
            ...(type === "Gateway"
                ? { routeTableIds: studio.map(({ table }) => table) }
                : {
                      subnetIds: endpoint.map(({ subnet }) => subnet),
                      securityGroupIds: open ? [group, clientGroup] : [group],
                  }),
        });
    }
}

function addClients(build: GraphBuilder, vpc: Ref, endpoint: readonly Tier[], transit: readonly Tier[]): void {
    build.add("aws:ec2transitgateway/vpcAttachment:VpcAttachment", `${NET}-clients`, {
        vpcId: vpc,
        transitGatewayId: "tgw-0123456789abcdef0",
        subnetIds: transit.map(({ subnet }) => subnet),
    });
    endpoint.forEach(({ zone, table }) =>
        addRoute(build, `endpoint-${zone}-to-192-168-0-0-16`, table, CLIENT_RANGE, {
            transitGatewayId: "tgw-0123456789abcdef0",
        }),
    );
}

function addDns(build: GraphBuilder, vpc: Ref, egress: NetworkFixture["egress"]): void {
    const route53 = (type: string): string => `aws:route53/${type[0]?.toLowerCase()}${type.slice(1)}:${type}`;
    const group = build.add(route53("ResolverFirewallRuleGroup"), `${NET}-dns`);
    build.add(route53("ResolverFirewallRuleGroupAssociation"), `${NET}-dns`, {
        firewallRuleGroupId: group,
        vpcId: vpc,
    });
    build.add(route53("ResolverFirewallConfig"), `${NET}-dns`, { resourceId: vpc, firewallFailOpen: "DISABLED" });
    build.add(route53("ResolverQueryLogConfigAssociation"), `${NET}-dns`, { resourceId: vpc });
    const rule = (name: string, action: string, domains: string[]): void => {
        const list = build.add(route53("ResolverFirewallDomainList"), `${NET}-dns-${name}`, { domains });
        build.add(route53("ResolverFirewallRule"), `${NET}-dns-${name}`, {
            firewallRuleGroupId: group,
            firewallDomainListId: list,
            action,
        });
    };
    rule("allow", "ALLOW", ["*.eu-west-1.amazonaws.com.", "*.eu-west-1.aws.", "pypi.org."]);
    if (egress === "nat") {
        build.add(route53("ResolverFirewallRule"), `${NET}-dns-tunnelling`, {
            firewallRuleGroupId: group,
            action: "BLOCK",
            dnsThreatProtection: "DNS_TUNNELING",
        });
    } else {
        rule("block", "BLOCK", ["*"]);
    }
}
