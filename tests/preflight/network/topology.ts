import { strict as assert } from "node:assert";

import type { ServiceKey } from "../../../policy-pack/facts";
import { type NetworkIntent, networkProofs } from "../../../preflight/proofs/network";
import type { Proof } from "../../../preflight/proofs/proof";
import { graphOf, type Ids, ref, type Sketch, Text } from "../../../policy-pack/tests/fixture/build";

export type Egress = NetworkIntent["egress"];

const REGION = "eu-west-1";

/** Name of an S3 gateway's and of one interface endpoint's service, enough to show what all of them have in common. */
const SERVICES: readonly ServiceKey[] = ["s3", "sts"];

/** What the sketches below are proven against. */
export function intent(egress: Egress, changes: Partial<NetworkIntent> = {}): NetworkIntent {
    return {
        region: REGION,
        account: "111122223333",
        features: [],
        services: SERVICES,
        egress,
        clientRanges: [],
        jobs: false,
        ...changes,
    };
}

/** Id of the firewall's endpoint in a zone, which follows from its subnet. */
export function endpointId(zone: string): Text {
    return new Text([ref("firewall"), ref(`firewall-${zone}`)], (_, subnet) => `vpce-${subnet}`);
}

/** The smallest network of each topology in which every proof holds, with a domain in it. */
export function topology(egress: Egress, zones: readonly string[] = ["a", "b"]): Sketch[] {
    return [
        sketch("ec2/vpc:Vpc", "vpc", {
            cidrBlock: "10.0.0.0/16",
            enableDnsSupport: true,
            enableDnsHostnames: true,
        }),
        ...zones.flatMap((zone, at) => [...tier("studio", zone, at), ...tier("endpoint", zone, at)]),
        ...groups(egress),
        ...endpoints(zones),
        ...(egress === "isolated" ? [] : wayOut(egress, zones)),
        ...dns(egress),
        sketch("sagemaker/domain:Domain", "domain", {
            vpcId: ref("vpc"),
            subnetIds: zones.map((zone) => ref(`studio-${zone}`)),
            defaultUserSettings: { securityGroups: [ref("group-studio")] },
            defaultSpaceSettings: { securityGroups: [ref("group-studio")] },
        }),
    ];
}

/** A resource of the `aws` provider. */
export function sketch(type: string, name: string, props: Record<string, unknown>): Sketch {
    return { type: `aws:${type}`, name, props };
}

/** A route in the table of a subnet. */
export function route(name: string, table: string, target: Record<string, unknown>): Sketch {
    return sketch("ec2/route:Route", name, {
        routeTableId: ref(`table-${table}`),
        destinationCidrBlock: "0.0.0.0/0",
        ...target,
    });
}

/** Range of a subnet by tier and place of its zone. */
export function rangeOf(tierName: string, at: number): string {
    const third = { studio: 0, endpoint: 10, nat: 20, firewall: 30 }[tierName] ?? 40;
    return `10.0.${third + at}.0/24`;
}

/** One subnet with a table of its own. */
export function tier(name: string, zone: string, at: number): Sketch[] {
    const subnet = `${name}-${zone}`;
    return [
        sketch("ec2/subnet:Subnet", subnet, {
            vpcId: ref("vpc"),
            availabilityZone: `${REGION}${zone}`,
            cidrBlock: rangeOf(name, at),
        }),
        sketch("ec2/routeTable:RouteTable", `table-${subnet}`, { vpcId: ref("vpc") }),
        sketch("ec2/routeTableAssociation:RouteTableAssociation", `association-${subnet}`, {
            subnetId: ref(subnet),
            routeTableId: ref(`table-${subnet}`),
        }),
    ];
}

function groups(egress: Egress): Sketch[] {
    const rule = (name: string, group: string, peer: Record<string, unknown>): Sketch =>
        sketch(
            name.startsWith("in-")
                ? "vpc/securityGroupIngressRule:SecurityGroupIngressRule"
                : "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            name,
            { securityGroupId: ref(group), ipProtocol: "tcp", fromPort: 443, toPort: 443, ...peer },
        );
    return [
        sketch("ec2/securityGroup:SecurityGroup", "group-studio", { vpcId: ref("vpc") }),
        sketch("ec2/securityGroup:SecurityGroup", "group-endpoints", { vpcId: ref("vpc") }),
        rule("in-endpoints", "group-endpoints", { referencedSecurityGroupId: ref("group-studio") }),
        rule("out-endpoints", "group-studio", { referencedSecurityGroupId: ref("group-endpoints") }),
        rule("out-s3", "group-studio", { prefixListId: ref("s3", "prefixListId") }),
        ...(egress === "isolated" ? [] : [rule("out-internet", "group-studio", { cidrIpv4: "0.0.0.0/0" })]),
    ];
}

function endpoints(zones: readonly string[]): Sketch[] {
    return [
        sketch("ec2/vpcEndpoint:VpcEndpoint", "s3", {
            vpcId: ref("vpc"),
            vpcEndpointType: "Gateway",
            serviceName: `com.amazonaws.${REGION}.s3`,
            routeTableIds: zones.map((zone) => ref(`table-studio-${zone}`)),
            // An output; the recorder fills it in.
            prefixListId: ref("s3", "prefixListId"),
        }),
        sketch("ec2/vpcEndpoint:VpcEndpoint", "sts", {
            vpcId: ref("vpc"),
            vpcEndpointType: "Interface",
            serviceName: `com.amazonaws.${REGION}.sts`,
            privateDnsEnabled: true,
            subnetIds: zones.map((zone) => ref(`endpoint-${zone}`)),
            securityGroupIds: [ref("group-endpoints")],
        }),
    ];
}

function wayOut(egress: "nat" | "firewall", zones: readonly string[]): Sketch[] {
    const isFirewall = egress === "firewall";
    return [
        sketch("ec2/internetGateway:InternetGateway", "igw", { vpcId: ref("vpc") }),
        ...zones.flatMap((zone, at) => [
            ...tier("nat", zone, at),
            sketch("ec2/natGateway:NatGateway", `gateway-${zone}`, { subnetId: ref(`nat-${zone}`) }),
            route(`out-nat-${zone}`, `nat-${zone}`, { gatewayId: ref("igw") }),
            route(
                `out-studio-${zone}`,
                `studio-${zone}`,
                isFirewall ? { vpcEndpointId: endpointId(zone) } : { natGatewayId: ref(`gateway-${zone}`) },
            ),
        ]),
        ...(isFirewall ? firewall(zones) : []),
    ];
}

function firewall(zones: readonly string[]): Sketch[] {
    return [
        ...zones.flatMap((zone, at) => [
            ...tier("firewall", zone, at),
            route(`out-firewall-${zone}`, `firewall-${zone}`, { natGatewayId: ref(`gateway-${zone}`) }),
            route(`back-${zone}`, `nat-${zone}`, {
                destinationCidrBlock: rangeOf("studio", at),
                vpcEndpointId: endpointId(zone),
            }),
        ]),
        sketch("networkfirewall/firewall:Firewall", "firewall", {
            vpcId: ref("vpc"),
            firewallPolicyArn: ref("policy", "arn"),
            subnetMappings: zones.map((zone) => ({ subnetId: ref(`firewall-${zone}`) })),
            firewallStatuses: [
                {
                    // In no order of zones, as AWS answers.
                    syncStates: [...zones].reverse().map((zone) => ({
                        availabilityZone: `${REGION}${zone}`,
                        attachments: [
                            {
                                endpointId: new Text([ref(`firewall-${zone}`)], (subnet) => `vpce-${subnet}`),
                                subnetId: ref(`firewall-${zone}`),
                            },
                        ],
                    })),
                },
            ],
        }),
        sketch("networkfirewall/firewallPolicy:FirewallPolicy", "policy", {
            firewallPolicy: {
                statelessDefaultActions: ["aws:forward_to_sfe"],
                statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
                statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
                statefulDefaultActions: ["aws:drop_established_app_layer", "aws:alert_established_app_layer"],
                statefulRuleGroupReferences: [
                    { resourceArn: ref("domains", "arn"), priority: 200 },
                    { resourceArn: ref("time", "arn"), priority: 300 },
                ],
            },
        }),
        sketch("networkfirewall/ruleGroup:RuleGroup", "domains", {
            type: "STATEFUL",
            ruleGroup: {
                ruleVariables: { ipSets: [{ key: "HOME_NET", ipSet: { definitions: ["10.0.0.0/16"] } }] },
                rulesSource: {
                    rulesSourceList: {
                        generatedRulesType: "ALLOWLIST",
                        targetTypes: ["TLS_SNI", "HTTP_HOST"],
                        targets: ["pypi.org", ".pythonhosted.org"],
                    },
                },
                statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
            },
        }),
        sketch("networkfirewall/ruleGroup:RuleGroup", "time", {
            type: "STATEFUL",
            ruleGroup: {
                rulesSource: {
                    rulesString: 'pass udp $HOME_NET any -> 203.0.113.7/32 123 (msg:"time"; sid:1; rev:1;)',
                },
                statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
            },
        }),
    ];
}

function dns(egress: Egress): Sketch[] {
    const rule = (name: string, props: Record<string, unknown>): Sketch =>
        sketch("route53/resolverFirewallRule:ResolverFirewallRule", name, {
            firewallRuleGroupId: ref("dns-group"),
            ...props,
        });
    const list = (name: string, domains: readonly string[]): Sketch =>
        sketch("route53/resolverFirewallDomainList:ResolverFirewallDomainList", name, { domains });
    return [
        sketch("route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup", "dns-group", {}),
        sketch("route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation", "dns-association", {
            firewallRuleGroupId: ref("dns-group"),
            vpcId: ref("vpc"),
            priority: 101,
        }),
        sketch("route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation", "dns-logged", {
            resourceId: ref("vpc"),
        }),
        sketch("route53/resolverFirewallConfig:ResolverFirewallConfig", "dns-config", {
            resourceId: ref("vpc"),
            firewallFailOpen: "DISABLED",
        }),
        ...(egress === "nat"
            ? [
                  rule("dns-tunnelling", { action: "BLOCK", dnsThreatProtection: "DNS_TUNNELING", priority: 100 }),
                  rule("dns-generated", { action: "BLOCK", dnsThreatProtection: "DGA", priority: 110 }),
                  rule("dns-words", { action: "BLOCK", dnsThreatProtection: "DICTIONARY_DGA", priority: 120 }),
              ]
            : [
                  list("names", [`s3.${REGION}.amazonaws.com`, `sts.${REGION}.amazonaws.com`]),
                  list("everything", ["*"]),
                  rule("dns-block", {
                      action: "BLOCK",
                      blockResponse: "NXDOMAIN",
                      firewallDomainListId: ref("everything"),
                      priority: 200,
                  }),
                  rule("dns-allow", { action: "ALLOW", firewallDomainListId: ref("names"), priority: 100 }),
              ]),
    ];
}

/** All proofs about a topology that do not hold, by id. */
export function failing(sketches: readonly Sketch[], ids: Ids, stated: NetworkIntent): Record<string, string> {
    const { proofs } = networkProofs(graphOf(sketches, ids), {}, stated);
    const failed = proofs.filter(({ verdict }) => verdict !== "holds");
    return Object.fromEntries(failed.map(({ id, verdict }) => [id, verdict]));
}

/** The one proof with this id. */
export function proofOf(sketches: readonly Sketch[], ids: Ids, stated: NetworkIntent, id: string): Proof {
    const found = networkProofs(graphOf(sketches, ids), {}, stated).proofs.filter((proof) => proof.id === id);
    assert.equal(found.length, 1, `proofs with the id ${id}`);
    return found[0] as Proof;
}
