import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { change, type Ids, ref, type Sketch, without } from "../../../policy-pack/tests/fixture/build";
import { failing, intent, proofOf, sketch, topology } from "./topology";

const ID = "network.dns";

function judged(stack: readonly Sketch[], ids: Ids, egress: "isolated" | "nat" = "isolated"): readonly unknown[] {
    const { verdict, evidence, fix } = proofOf(stack, ids, intent(egress), ID);
    return fix === undefined ? [verdict, evidence] : [verdict, evidence, fix];
}

function rule(name: string, props: Record<string, unknown>): Sketch {
    return sketch("route53/resolverFirewallRule:ResolverFirewallRule", name, {
        firewallRuleGroupId: ref("dns-group"),
        ...props,
    });
}

const BLOCK_FIX = 'Add a rule with action BLOCK for the domain "*", of every query type, after the allow-list.';

function noBlock(rules: string): readonly unknown[] {
    const text = `VPC vpc: no rule of its DNS Firewall (${rules}) blocks every name that is not allowed`;
    return ["broken", [text], BLOCK_FIX];
}

const STACK = topology("isolated");

for (const ids of ["known", "unknown"] as const) {
    describe(`What the resolver answers, ids ${ids}`, () => {
        it("holds with an allow-list before a rule that blocks the rest", () => {
            assert.deepEqual(judged(STACK, ids), ["holds", ["dns-allow, then dns-block blocks every name"]]);
        });

        it("is broken without a rule group on the VPC", () => {
            const none = without(STACK, "dns-association");
            assert.deepEqual(judged(none, ids), [
                "broken",
                ["VPC vpc: no rule group of the DNS Firewall is associated with it, so every name resolves"],
                "Associate a DNS Firewall rule group with vpc.",
            ]);
            assert.deepEqual(failing(none, ids, intent("isolated")), { [ID]: "broken" });
        });

        const notBlocking: readonly (readonly [what: string, mutate: () => Sketch[]])[] = [
            ["without it", () => without(STACK, "dns-block")],
            ["for some names only", () => change(STACK, "everything", "domains", ["*.example.com"])],
            ["that only alerts", () => change(STACK, "dns-block", "action", "ALERT")],
            ["for queries of one type only", () => change(STACK, "dns-block", "qType", "TXT")],
            ["that answers with another name", () => change(STACK, "dns-block", "blockResponse", "OVERRIDE")],
        ];
        for (const [what, mutate] of notBlocking) {
            it(`is broken by a rule that blocks the rest ${what}`, () => {
                assert.deepEqual(
                    judged(mutate(), ids),
                    noBlock(what === "without it" ? "dns-allow" : "dns-allow, dns-block"),
                );
            });
        }

        it("is broken by an allow-list behind the rule that blocks the rest, and so are the endpoints' names", () => {
            const late = change(STACK, "dns-allow", "priority", 300);
            assert.deepEqual(judged(late, ids), [
                "broken",
                ["rule dns-allow allows nothing: dns-block before it blocks every name"],
                "Give dns-allow a lower priority than dns-block.",
            ]);
            assert.deepEqual(failing(late, ids, intent("isolated")), {
                [ID]: "broken",
                "network.endpoint.s3": "broken",
                "network.endpoint.sts": "broken",
            });
        });

        it("is broken with an empty allow-list", () => {
            assert.deepEqual(
                (judged(change(STACK, "names", "domains", []), ids)[1] as string[])[0],
                [
                    "VPC vpc: no rule of its DNS Firewall (dns-allow, dns-block) allows any name, so not even the endpoints resolve",
                ][0],
            );
        });

        it("is broken without an allow-list", () => {
            assert.deepEqual(judged(without(STACK, "dns-allow"), ids), [
                "broken",
                ["VPC vpc: no rule of its DNS Firewall (dns-block) allows any name, so not even the endpoints resolve"],
                "Add a rule with action ALLOW for the names that are needed, before the one that blocks the rest.",
            ]);
        });

        for (const wide of ["*", "*.com", "*.amazonaws.com"]) {
            it(`is broken by an allow-list with ${wide}`, () => {
                const open = change(STACK, "names", "domains", ["sts.eu-west-1.amazonaws.com", wide]);
                assert.deepEqual(judged(open, ids), [
                    "broken",
                    [`rule dns-allow allows ${wide}, under which anybody can have a name`],
                    `Allow exact names instead of ${wide}.`,
                ]);
            });
        }

        it("asks the groups in the order of their associations", () => {
            const second = (priority: number): Sketch[] => [
                ...STACK,
                sketch("route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup", "other", {}),
                sketch("route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation", "second", {
                    firewallRuleGroupId: ref("other"),
                    vpcId: ref("vpc"),
                    priority,
                }),
                { ...rule("open", { action: "ALLOW", firewallDomainListId: ref("everything"), priority: 1 }) },
            ];
            const open = (priority: number): Sketch[] =>
                change(second(priority), "open", "firewallRuleGroupId", ref("other"));
            assert.deepEqual(
                (judged(open(50), ids)[1] as string[])[0],
                "rule open allows *, under which anybody can have a name",
            );
            assert.deepEqual(
                (judged(open(500), ids)[1] as string[])[0],
                "rule open allows nothing: dns-block before it blocks every name",
            );
        });

        it("is broken by a firewall that fails open; closed is AWS's default", () => {
            const open = change(STACK, "dns-config", "firewallFailOpen", "ENABLED");
            assert.deepEqual(judged(open, ids), [
                "broken",
                ["dns-config: every name resolves while the DNS Firewall fails"],
                "Set firewallFailOpen of dns-config to DISABLED.",
            ]);
            assert.equal(judged(change(STACK, "dns-config", "firewallFailOpen", UNKNOWN), ids)[0], "not proven");
            assert.equal(judged(without(STACK, "dns-config"), ids)[0], "holds");
            assert.deepEqual(judged(change(STACK, "dns-config", "resourceId", UNKNOWN), ids).slice(0, 2), [
                "not proven",
                ["VPC vpc: the VPC of dns-config is not known"],
            ]);
        });

        it("is not proven while rules, names or order are not known", () => {
            for (const [name, path] of [
                ["dns-allow", "action"],
                ["dns-allow", "priority"],
                ["dns-association", "vpcId"],
                ["dns-association", "firewallRuleGroupId"],
                ["names", "domains"],
                ["dns-allow", "firewallRuleGroupId"],
            ] as const) {
                assert.equal(judged(change(STACK, name, path, UNKNOWN), ids)[0], "not proven", `${name} ${path}`);
            }
        });

        it("keeps an endpoint's name back that no rule allows", () => {
            const forgotten = change(STACK, "names", "domains", ["s3.eu-west-1.amazonaws.com"]);
            const { verdict, evidence, fix } = proofOf(forgotten, ids, intent("isolated"), "network.endpoint.sts");
            assert.deepEqual(
                [verdict, evidence, fix],
                [
                    "broken",
                    ["rule dns-block blocks sts.eu-west-1.amazonaws.com"],
                    "Allow sts.eu-west-1.amazonaws.com in a rule before dns-block.",
                ],
            );
            assert.deepEqual(failing(forgotten, ids, intent("isolated")), { "network.endpoint.sts": "broken" });
            const below = change(STACK, "names", "domains", [
                "S3.eu-west-1.amazonaws.com.",
                "*.eu-west-1.amazonaws.com",
            ]);
            assert.deepEqual(failing(below, ids, intent("isolated")), {});
        });

        it("asks for rules against threats where any name resolves", () => {
            const nat = topology("nat");
            assert.deepEqual(judged(nat, ids, "nat"), [
                "holds",
                ["dns-tunnelling blocks DNS_TUNNELING", "dns-generated blocks DGA", "dns-words blocks DICTIONARY_DGA"],
            ]);
            const tolerant = change(without(nat, "dns-generated"), "dns-tunnelling", "action", "ALERT");
            assert.deepEqual(judged(tolerant, ids, "nat"), [
                "broken",
                [
                    "VPC vpc: no rule of its DNS Firewall (dns-tunnelling, dns-words) blocks DNS_TUNNELING",
                    "VPC vpc: no rule of its DNS Firewall (dns-tunnelling, dns-words) blocks DGA",
                ],
                "Add a DNS Firewall Advanced rule with action BLOCK for DNS_TUNNELING. Add a DNS Firewall Advanced rule with action BLOCK for DGA.",
            ]);
            assert.equal(judged(change(nat, "dns-generated", "action", UNKNOWN), ids, "nat")[0], "not proven");
            const open = rule("open", { action: "ALLOW", firewallDomainListId: ref("everything"), priority: 1 });
            const everything = topology("isolated").filter(({ name }) => name === "everything");
            assert.deepEqual(
                (judged([...nat, ...everything, open], ids, "nat")[1] as string[])[0],
                ["rule open allows *, under which anybody can have a name"][0],
            );
        });
    });
}

for (const ids of ["known", "unknown"] as const) {
    describe(`What is asked of the resolver, ids ${ids}`, () => {
        it("is logged", () => {
            assert.deepEqual(failing(STACK, ids, intent("isolated")), {});
        });

        it("is not, without an association of the VPC", () => {
            const unlogged = without(STACK, "dns-logged");
            assert.deepEqual(failing(unlogged, ids, intent("isolated")), { "network.dns-logged": "broken" });
        });
    });
}
