import { strict as assert } from "node:assert";

import fc from "fast-check";

import { timeRules } from "../../components/network/egress/firewall/timeRules";
import { countByType, inputsOf, one, type RecordedComponent } from "../harness";
import { FIREWALL, recordEgress, TYPES } from "./egressFixture";

const ZONE = ["euw1-az1"];
const OWN_KEY = { type: "CUSTOMER_KMS", keyId: FIREWALL.keyArn };

function policyOf(recording: RecordedComponent): Record<string, unknown> {
    return inputsOf(recording, TYPES.policy).firewallPolicy as Record<string, unknown>;
}

async function messageOf(firewall: Partial<typeof FIREWALL>, homeNet?: string[]): Promise<string> {
    const changes = homeNet === undefined ? {} : { homeNet };
    return recordEgress({ kind: "firewall", zones: ZONE, firewall, changes }).then(
        () => "",
        (error: unknown) => String(error),
    );
}

describe("rules of egress firewall", () => {
    let plain: RecordedComponent;
    before(async () => {
        plain = await recordEgress({ kind: "firewall", zones: ZONE });
    });

    it("inspect every packet and fragment in strict order and drop, with an alert, what none of them passes", () => {
        assert.deepEqual(policyOf(plain), {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
            statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "REJECT" },
            statefulDefaultActions: ["aws:drop_established_app_layer", "aws:alert_established_app_layer"],
            statefulRuleGroupReferences: [
                { resourceArn: one(plain, TYPES.ruleGroup, "net-firewall-domains").props.arn, priority: 500 },
            ],
            policyVariables: {
                ruleVariables: [{ key: "HOME_NET", ipSet: { definitions: ["10.20.0.0/16"] } }],
            },
        });
    });

    it("pass the listed domains by TLS SNI and HTTP host", () => {
        const group = inputsOf(plain, TYPES.ruleGroup, "net-firewall-domains");
        assert.deepEqual([group.type, group.capacity], ["STATEFUL", 2000]);
        assert.deepEqual(group.ruleGroup, {
            rulesSource: {
                rulesSourceList: {
                    generatedRulesType: "ALLOWLIST",
                    targetTypes: ["TLS_SNI", "HTTP_HOST"],
                    targets: [".example.com", "pypi.org"],
                },
            },
            statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
        });
        assert.equal(countByType(plain)[TYPES.ruleGroup], 1);
    });

    it("pass NTP from the VPC to the listed servers, by a group that is there only with servers", async () => {
        const recording = await recordEgress({
            kind: "firewall",
            zones: ZONE,
            firewall: { timeServers: ["203.0.113.123/32", "198.51.100.0/30"] },
        });
        const group = inputsOf(recording, TYPES.ruleGroup, "net-firewall-time");
        assert.deepEqual([group.type, group.capacity], ["STATEFUL", 100]);
        const header = {
            protocol: "UDP",
            source: "10.20.0.0/16",
            sourcePort: "ANY",
            direction: "FORWARD",
            destinationPort: "123",
        };
        assert.deepEqual(group.ruleGroup, {
            rulesSource: {
                statefulRules: [
                    {
                        action: "PASS",
                        header: { ...header, destination: "203.0.113.123/32" },
                        ruleOptions: [{ keyword: "sid", settings: ["1"] }],
                    },
                    {
                        action: "PASS",
                        header: { ...header, destination: "198.51.100.0/30" },
                        ruleOptions: [{ keyword: "sid", settings: ["2"] }],
                    },
                ],
            },
            statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
        });
    });

    it("look for AWS's threats first, in the form for strict order, then time, then domains", async () => {
        const recording = await recordEgress({
            kind: "firewall",
            zones: ZONE,
            firewall: { timeServers: ["203.0.113.123/32"], threatGroups: ["ThreatSignaturesBotnet", "MalwareDomains"] },
        });
        const managed = "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup";
        assert.deepEqual(policyOf(recording).statefulRuleGroupReferences, [
            { resourceArn: `${managed}/ThreatSignaturesBotnetStrictOrder`, priority: 100 },
            { resourceArn: `${managed}/MalwareDomainsStrictOrder`, priority: 110 },
            { resourceArn: one(recording, TYPES.ruleGroup, "net-firewall-time").props.arn, priority: 400 },
            { resourceArn: one(recording, TYPES.ruleGroup, "net-firewall-domains").props.arn, priority: 500 },
        ]);
    });

    it("name AWS's groups in the partition of the stack", async () => {
        const recording = await recordEgress({
            kind: "firewall",
            zones: ZONE,
            firewall: { threatGroups: ["ThreatSignaturesBotnet"] },
            changes: { partition: "aws-us-gov" },
        });
        const [first] = policyOf(recording).statefulRuleGroupReferences as { resourceArn: string }[];
        assert.match(first?.resourceArn ?? "", /^arn:aws-us-gov:network-firewall:eu-west-1:aws-managed:/);
    });

    it("never change what replaces a group or the policy: names and capacities are the same for any list", async () => {
        const other = await recordEgress({
            kind: "firewall",
            zones: ["euw1-az1", "euw1-az2"],
            firewall: { domains: Array.from({ length: 1000 }, (_, index) => `h${index}.example`) },
        });
        for (const [type, name] of [
            [TYPES.ruleGroup, "net-firewall-domains"],
            [TYPES.policy, "net-firewall"],
            [TYPES.firewall, "net-firewall"],
        ] as const) {
            const [one, two] = [inputsOf(plain, type, name), inputsOf(other, type, name)];
            assert.deepEqual(
                [two.name, two.capacity, two.type, two.vpcId],
                [one.name, one.capacity, one.type, one.vpcId],
            );
        }
    });

    it("are refused, with the number and the fix, when they are more than a quota", async () => {
        const hosts = Array.from({ length: 1001 }, (_, index) => `h${index}.example`);
        assert.match(
            await messageOf({ domains: hosts }),
            /network\.firewall\.allow: 1001 domains; the firewall's list takes 1000\. Name parent domains/,
        );
        const servers = Array.from({ length: 51 }, (_, index) => `203.0.113.${index}/32`);
        assert.match(
            await messageOf({ timeServers: servers }, ["10.20.0.0/16", "10.21.0.0/16"]),
            /network\.firewall\.timeServers: 51 ranges for 2 of the VPC are 102 rules; the group takes 100\./,
        );
        const groups = Array.from({ length: 19 }, (_, index) => `Threat${index}`);
        assert.match(
            await messageOf({ threatGroups: groups, timeServers: ["203.0.113.123/32"] }),
            /network\.firewall\.threatGroups: 19 groups and 2 of our own; a firewall policy takes 20 .*Remove 1\./,
        );
        assert.equal(await messageOf({ threatGroups: groups }), "");
    });
});

describe("timeRules", () => {
    const range = fc.ipV4().map((address) => `${address}/32`);

    it("pass every range inside to every server, once, each under a number of its own", () => {
        fc.assert(
            fc.property(
                fc.uniqueArray(range, { maxLength: 4 }),
                fc.uniqueArray(range, { maxLength: 8 }),
                (homeNet, servers) => {
                    const rules = timeRules(homeNet, servers) as {
                        header: { source: string; destination: string };
                        ruleOptions: { settings: string[] }[];
                    }[];
                    const pairs = rules.map(({ header }) => `${header.source} ${header.destination}`);
                    const expected = homeNet.flatMap((inside) => servers.map((server) => `${inside} ${server}`));
                    assert.deepEqual(pairs.sort(), expected.sort());
                    const numbers = rules.map(({ ruleOptions }) => ruleOptions[0]?.settings[0]);
                    assert.equal(new Set(numbers).size, rules.length);
                },
            ),
        );
    });
});

describe("keeping of egress firewall", () => {
    for (const protections of [true, false]) {
        it(`${protections ? "guards" : "frees"} the firewall when protections are ${protections}`, async () => {
            const recording = await recordEgress({ kind: "firewall", zones: ZONE, firewall: { protections } });
            const firewall = inputsOf(recording, TYPES.firewall);
            assert.deepEqual(
                [firewall.deleteProtection, firewall.subnetChangeProtection, firewall.firewallPolicyChangeProtection],
                [protections, protections, protections],
            );
        });
    }

    it("encrypts firewall, policy and every rule group with the account's own key", async () => {
        const recording = await recordEgress({
            kind: "firewall",
            zones: ZONE,
            firewall: { timeServers: ["203.0.113.123/32"] },
        });
        const encrypted = recording.resources
            .filter(({ type }) => [TYPES.firewall, TYPES.policy, TYPES.ruleGroup].some((each) => each === type))
            .map(({ name, props }): [string, unknown] => [name, props.encryptionConfiguration])
            .sort(([a], [b]) => a.localeCompare(b));
        assert.deepEqual(encrypted, [
            ["net-firewall", OWN_KEY],
            ["net-firewall", OWN_KEY],
            ["net-firewall-domains", OWN_KEY],
            ["net-firewall-time", OWN_KEY],
        ]);
    });

    it("uses its policy and stands in the VPC", async () => {
        const recording = await recordEgress({ kind: "firewall", zones: ZONE });
        const firewall = inputsOf(recording, TYPES.firewall);
        assert.deepEqual(
            [firewall.firewallPolicyArn, firewall.vpcId],
            [inputsOf(recording, TYPES.policy).arn, "vpc-0123456789abcdef0"],
        );
    });

    it("logs alerts and flows, each to a group with the key and the retention of the settings", async () => {
        const recording = await recordEgress({ kind: "firewall", zones: ZONE, firewall: { logRetentionDays: 90 } });
        const logging = inputsOf(recording, TYPES.logging, "net-firewall");
        assert.equal(logging.firewallArn, inputsOf(recording, TYPES.firewall).arn);
        assert.deepEqual(logging.loggingConfiguration, {
            logDestinationConfigs: [
                {
                    logType: "ALERT",
                    logDestinationType: "CloudWatchLogs",
                    logDestination: { logGroup: "/fixture/test/firewall-alert" },
                },
                {
                    logType: "FLOW",
                    logDestinationType: "CloudWatchLogs",
                    logDestination: { logGroup: "/fixture/test/firewall-flow" },
                },
            ],
        });
        for (const type of ["alert", "flow"]) {
            const group = inputsOf(recording, TYPES.logGroup, `net-firewall-${type}`);
            assert.deepEqual(
                [group.name, group.kmsKeyId, group.retentionInDays],
                [`/fixture/test/firewall-${type}`, FIREWALL.logsKeyArn, 90],
            );
        }
    });

    it("says what is missing when the firewall's settings are", async () => {
        await assert.rejects(
            recordEgress({ kind: "firewall", zones: ZONE, changes: { firewall: undefined } }),
            /network\.firewall is missing: egress by firewall lets through what firewall\.allow names/,
        );
    });

    it("names zones without a firewall range", async () => {
        const subnets = { nat: { "euw1-az1": "10.20.48.0/28" }, firewall: {} };
        await assert.rejects(
            recordEgress({ kind: "firewall", zones: ZONE, changes: { subnets } }),
            /network\.subnets\.firewall has no range for euw1-az1: add one/,
        );
    });
});
