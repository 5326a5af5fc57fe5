import type { Egress } from "./topologies";

/** Mutations that make no proof broken and no policy violated, and why that is right. */
export interface Survivors {
    /** The whole name of a mutation. */
    readonly mutation: RegExp;
    /** Topologies in which it survives. Default: wherever it is made. */
    readonly egress?: readonly Egress[];
    /** Id of the proof that turns "not proven": the mutation is seen, but may be right. */
    readonly notProven?: string;
    readonly reason: string;
}

const ZONE = "euw1-az\\d";

function named(pattern: string): RegExp {
    return new RegExp(`^${pattern.replaceAll("ZONE", ZONE)}$`);
}

export const SURVIVORS: readonly Survivors[] = [
    // Two things of the same kind, mixed up, are still the same.
    {
        mutation: named("(give net-studio-ZONE the|swap) routeTableId of net-studio-ZONE( and net-studio-ZONE)?"),
        egress: ["isolated"],
        reason: "without a way out the tables of the studio subnets are alike: the local route and the S3 endpoint's",
    },
    {
        mutation: named(
            "give net-nat-ZONE the routeTableId of net-nat-ZONE|swap routeTableId of net-nat-ZONE and net-nat-ZONE",
        ),
        egress: ["nat"],
        reason: "the tables of the NAT subnets are alike: each leads to the one internet gateway, and no answer has to find a firewall",
    },
    // AWS's own value is the safe one.
    {
        mutation: named("remove ResolverFirewallConfig net-dns"),
        reason: "a VPC that the stack makes fails closed unless somebody sets it otherwise",
    },
    {
        mutation: named("remove firewallPolicy\\.statefulEngineOptions\\.streamExceptionPolicy of .*"),
        reason: "AWS drops connections broken in their middle by default",
    },
    {
        mutation: named("remove firewallPolicy\\.policyVariables(\\.ruleVariables\\.0(\\.key|\\.ipSet)?)? of .*"),
        reason: "without the variable HOME_NET is the range of the firewall's VPC, which is what the variable says",
    },
    // Less passes: the network is as closed as before, and something may not work.
    {
        mutation: named("remove statement \\S+ of endpoint \\S+"),
        reason: "less passes the endpoint; what must pass is shown by evaluation in tests/network/endpointPolicies",
    },
    {
        mutation: named("remove SecurityGroupEgressRule net-(studio|jobs)-to-(endpoints|s3)"),
        egress: ["nat", "firewall"],
        reason: "the rule for HTTPS to the internet, 0.0.0.0/0, covers the addresses of the endpoints and of S3",
    },
    {
        mutation: named("remove SecurityGroupEgressRule net-(studio|jobs)-to-internet-(http|time-.*)"),
        reason: "less gets out; the way out is shown for HTTPS",
    },
    {
        mutation: named("remove SecurityGroup(Egress|Ingress)Rule net-(training-.*|endpoints-from-training)"),
        reason: "instances of distributed training carry the group for jobs beside it, which reaches the endpoints",
    },
    {
        mutation: named("remove SecurityGroupIngressRule net-resolver-(tcp|udp)-from-.*"),
        reason: "the company's name servers cannot ask the VPC; nothing is opened",
    },
    {
        mutation: named("remove ResolverFirewallRule net-dns-allow"),
        egress: ["nat"],
        reason: "with egress nat it only excepts names from the rules against threats",
    },
    {
        mutation: named("set (domains|priority) of DNS rule or list net-dns-allow to (\\[\\]|9000)"),
        egress: ["nat"],
        reason: "with egress nat it only excepts names from the rules against threats",
    },
    {
        mutation: named(
            "remove ruleGroup\\.rulesSource(\\.statefulRules\\.0(\\.action|\\.header\\.(?!destination )\\w+|\\.ruleOptions.*)?)? of RuleGroup net-firewall-time",
        ),
        reason: "less passes the firewall: AWS takes no rule without these, and the time servers are not reached",
    },
    {
        mutation: named("take net-firewall-time from firewallPolicy\\.statefulRuleGroupReferences of .*"),
        reason: "less passes the firewall: the time servers are not reached",
    },
    {
        mutation: named(
            "remove ruleGroup\\.rulesSource\\.rulesSourceList\\.targets\\.\\d+ of RuleGroup net-firewall-domains",
        ),
        reason: "one name less passes the firewall",
    },
    {
        mutation: named("remove RouteTableAssociation net-transit-ZONE"),
        reason: "the transit subnet falls to the VPC's main table, which has the local route only, like its own",
    },
    // Seen, but it may be right.
    {
        mutation: named("remove Route net-endpoint-ZONE-to-.*"),
        notProven: "network.clients",
        reason: "answers to the company network may find their way by routes outside this stack",
    },
    {
        mutation: named("remove RouteTableAssociation net-endpoint-ZONE"),
        notProven: "network.clients",
        reason: "the endpoint subnet falls to the main table, and answers to the company network may find their way by others",
    },
    // Wider in words, not in effect.
    {
        mutation: named('set ipProtocol of SecurityGroupEgressRule net-\\w+-to-(endpoints|s3|itself) to "-1"'),
        reason: "the other side decides: endpoints admit 443 alone, S3 answers on its ports, members of a group trust each other",
    },
    {
        mutation: named('set ipProtocol of SecurityGroupIngressRule net-training-from-itself to "-1"'),
        reason: "it is that already: instances of distributed training reach each other on every port",
    },
    {
        mutation: named("widen statement \\S+ of endpoint net-(?!s3:)\\S+: for every resource"),
        reason: "the statement stays tied to the account's own principals, whose policies name what they may use",
    },
    {
        mutation: named("widen statement ContainerLayers of endpoint net-s3: without its condition"),
        reason: "it has none: links that ECR signs are no request of the account's principals",
    },
];
