import { strict as assert } from "node:assert";

import * as pulumi from "@pulumi/pulumi";

import { createDns, createInboundResolver, type DnsArgs, type InboundResolverArgs } from "../../components/network/dns";
import { inputsOf, namesOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

const GROUP = "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup";
const ASSOCIATION = "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation";
const RULE = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
const LIST = "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList";
const FAILURE = "aws:route53/resolverFirewallConfig:ResolverFirewallConfig";
const QUERY_LOG = "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig";
const QUERY_LOG_ASSOCIATION = "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const RESOLVER = "aws:route53/resolverEndpoint:ResolverEndpoint";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

const ARGS: DnsArgs = {
    place: PLACE,
    vpcId: "vpc-1",
    kind: "isolated",
    names: ["*.studio.eu-west-1.sagemaker.aws", "sts.eu-west-1.amazonaws.com"],
    protections: true,
    logsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
    logRetentionDays: 365,
    tags: { project: "fixture" },
};

function host(): pulumi.ComponentResource {
    return new pulumi.ComponentResource("fixture:network:Host", "host", {}, inPlace());
}

function build(changes: Partial<DnsArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        createDns(host(), "net", { ...ARGS, ...changes });
    }, STACK);
}

/** What a rule does, by name, in the order in which DNS Firewall applies them. */
function rules(recording: RecordedComponent): Readonly<Record<string, unknown>>[] {
    return recording.resources
        .filter(({ type }) => type === RULE)
        .map(({ name, props }) => ({
            name,
            ...Object.fromEntries(
                [
                    "priority",
                    "action",
                    "blockResponse",
                    "firewallDomainListId",
                    "firewallDomainRedirectionAction",
                    "dnsThreatProtection",
                    "confidenceThreshold",
                ]
                    .filter((key) => props[key] !== undefined)
                    .map((key) => [key, props[key]]),
            ),
        }))
        .sort(
            (a, b) => Number((a as { priority?: unknown }).priority) - Number((b as { priority?: unknown }).priority),
        );
}

describe("DNS of an isolated network", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build();
    });

    it("lets the names resolve, wherever they point to, and then nothing", () => {
        assert.deepEqual(rules(recording), [
            {
                name: "net-dns-allow",
                priority: 100,
                action: "ALLOW",
                firewallDomainListId: one(recording, LIST, "net-dns-allow").id,
                firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
            },
            {
                name: "net-dns-block",
                priority: 200,
                action: "BLOCK",
                blockResponse: "NODATA",
                firewallDomainListId: one(recording, LIST, "net-dns-block").id,
            },
        ]);
    });

    it("writes names as AWS gives them back, with their final dot", () => {
        assert.deepEqual(inputsOf(recording, LIST, "net-dns-allow")["domains"], [
            "*.studio.eu-west-1.sagemaker.aws.",
            "sts.eu-west-1.amazonaws.com.",
        ]);
        assert.deepEqual(inputsOf(recording, LIST, "net-dns-block")["domains"], ["*."]);
    });

    it("puts every rule into the group, and the group on the VPC before all others and protected", () => {
        const group = one(recording, GROUP).id;
        const groups = recording.resources
            .filter(({ type }) => type === RULE)
            .map(({ props }) => props["firewallRuleGroupId"]);
        assert.deepEqual(groups, [group, group]);
        const { firewallRuleGroupId, vpcId, priority, mutationProtection } = inputsOf(recording, ASSOCIATION);
        assert.deepEqual(
            { firewallRuleGroupId, vpcId, priority, mutationProtection },
            { firewallRuleGroupId: group, vpcId: "vpc-1", priority: 101, mutationProtection: "ENABLED" },
        );
    });

    it("associates the group only when its rules stand, the block only when the names do", () => {
        const ruleUrns = ["net-dns-allow", "net-dns-block"].map((name) => one(recording, RULE, name).urn);
        const { dependencies } = one(recording, ASSOCIATION);
        assert.deepEqual(
            ruleUrns.filter((urn) => !dependencies.includes(urn)),
            [],
        );
        assert.ok(one(recording, RULE, "net-dns-block").dependencies.includes(ruleUrns[0] ?? ""));
    });

    it("answers nothing when the rules cannot be evaluated", () => {
        const { resourceId, firewallFailOpen } = inputsOf(recording, FAILURE);
        assert.deepEqual({ resourceId, firewallFailOpen }, { resourceId: "vpc-1", firewallFailOpen: "DISABLED" });
    });

    it("logs the VPC's queries to a group with its own key and retention", () => {
        const { name, kmsKeyId, retentionInDays } = inputsOf(recording, LOG_GROUP, "net-dns-queries");
        assert.deepEqual(
            { name, kmsKeyId, retentionInDays },
            { name: "/fixture/test/dns-queries", kmsKeyId: ARGS.logsKeyArn, retentionInDays: 365 },
        );
        assert.equal(inputsOf(recording, QUERY_LOG)["destinationArn"], inputsOf(recording, LOG_GROUP)["arn"]);
        const { resolverQueryLogConfigId, resourceId } = inputsOf(recording, QUERY_LOG_ASSOCIATION);
        assert.deepEqual(
            { resolverQueryLogConfigId, resourceId },
            { resolverQueryLogConfigId: one(recording, QUERY_LOG).id, resourceId: "vpc-1" },
        );
    });
});

describe("DNS of other networks", () => {
    it("does the same with a firewall", async () => {
        const isolated = await build();
        const firewall = await build({ kind: "firewall" });
        assert.deepEqual(rules(firewall), rules(isolated));
    });

    it("stops threats but nothing else with a NAT gateway, after the names that are never threats", async () => {
        const recording = await build({ kind: "nat" });
        const threat = { action: "BLOCK", blockResponse: "NODATA", confidenceThreshold: "MEDIUM" };
        const [first, ...others] = rules(recording);
        assert.equal(first?.["name"], "net-dns-allow");
        assert.deepEqual(others, [
            { name: "net-dns-tunnelling", priority: 300, dnsThreatProtection: "DNS_TUNNELING", ...threat },
            { name: "net-dns-generated", priority: 310, dnsThreatProtection: "DGA", ...threat },
            { name: "net-dns-generated-words", priority: 320, dnsThreatProtection: "DICTIONARY_DGA", ...threat },
        ]);
        assert.deepEqual(
            namesOf(recording).filter((name) => name.startsWith(LIST)),
            [`${LIST}::net-dns-allow`],
        );
    });

    it("uses no priority for two rules, so that egress can change with both rules there for a moment", async () => {
        const [isolated, nat] = [rules(await build()), rules(await build({ kind: "nat" }))];
        const priorities = new Map([...isolated, ...nat].map((rule) => [rule["name"], rule["priority"]]));
        assert.equal(new Set(priorities.values()).size, 5);
    });

    it("leaves the association changeable without protections", async () => {
        const recording = await build({ protections: false });
        assert.equal(inputsOf(recording, ASSOCIATION)["mutationProtection"], "DISABLED");
    });

    it("refuses names that are none or too wide, all at once", async () => {
        await assert.rejects(build({ names: ["sts.eu-west-1.amazonaws.com", "a b", "*.amazonaws.com"] }), {
            message:
                "network.dns.allow, network.firewall.allow: not all of these names may resolve:\n" +
                '  "a b": a name has labels of lower-case letters, digits and hyphens with dots between them, * only as its first label, and at most 255 characters\n' +
                '  "*.amazonaws.com": would resolve services and machines of every AWS account. Name the hosts that are needed',
        });
    });
});

describe("Inbound resolver", () => {
    const RESOLVER_ARGS: InboundResolverArgs = {
        place: PLACE,
        vpcId: "vpc-1",
        subnetIds: ["subnet-1", "subnet-2"],
        clientRanges: ["192.168.0.0/16", "172.16.0.0/24"],
        tags: {},
    };

    function buildResolver(changes: Partial<InboundResolverArgs> = {}): Promise<RecordedComponent> {
        return recordComponent(() => {
            createInboundResolver(host(), "net", { ...RESOLVER_ARGS, ...changes });
        }, STACK);
    }

    it("has an address in each endpoint subnet and answers plain DNS", async () => {
        const recording = await buildResolver();
        const { direction, protocols, ipAddresses, securityGroupIds } = inputsOf(recording, RESOLVER);
        assert.deepEqual(
            { direction, protocols, ipAddresses, securityGroupIds },
            {
                direction: "INBOUND",
                protocols: ["Do53"],
                ipAddresses: [{ subnetId: "subnet-1" }, { subnetId: "subnet-2" }],
                securityGroupIds: [one(recording, "aws:ec2/securityGroup:SecurityGroup").id],
            },
        );
    });

    it("takes questions from the client ranges only and asks none", async () => {
        const recording = await buildResolver();
        const found = recording.resources
            .filter(({ type }) => type.startsWith("aws:vpc/"))
            .map(({ type, name, props: { ipProtocol, fromPort, toPort, cidrIpv4 } }) => [
                type,
                name,
                `${String(ipProtocol)} ${String(fromPort)}-${String(toPort)} ${String(cidrIpv4)}`,
            ])
            .sort();
        assert.deepEqual(found, [
            [INGRESS, "net-resolver-tcp-from-172-16-0-0-24", "tcp 53-53 172.16.0.0/24"],
            [INGRESS, "net-resolver-tcp-from-192-168-0-0-16", "tcp 53-53 192.168.0.0/16"],
            [INGRESS, "net-resolver-udp-from-172-16-0-0-24", "udp 53-53 172.16.0.0/24"],
            [INGRESS, "net-resolver-udp-from-192-168-0-0-16", "udp 53-53 192.168.0.0/16"],
        ]);
    });

    it("refuses a single zone, with the fix", async () => {
        await assert.rejects(buildResolver({ subnetIds: ["subnet-1"] }), {
            message:
                "network.clients.resolver: true needs at least 2 zones, network.zones has 1; AWS wants 2 addresses, " +
                "one in each endpoint subnet. Add a zone, or set network.clients.resolver: false.",
        });
    });
});
