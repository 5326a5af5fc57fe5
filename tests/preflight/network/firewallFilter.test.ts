import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { change, type Ids, ref, type Sketch } from "../../../policy-pack/tests/fixture/build";
import { failing, intent, proofOf, sketch, topology } from "./topology";

const ID = "network.firewall-filter";
const FIREWALL = intent("firewall");

function judged(stack: readonly Sketch[], ids: Ids): readonly [string, readonly string[]] {
    const { verdict, evidence } = proofOf(stack, ids, FIREWALL, ID);
    return [verdict, evidence];
}

function policy(path: string, value: unknown): Sketch[] {
    return change(topology("firewall"), "policy", `firewallPolicy.${path}`, value);
}

function group(name: string, path: string, value: unknown): Sketch[] {
    return change(topology("firewall"), name, `ruleGroup.${path}`, value);
}

const FORWARD = '["aws:forward_to_sfe"]';

/** Field of the policy, a value that opens the firewall, how that reads, what it means and the fix. */
const OPEN: readonly (readonly [path: string, value: unknown, shown: string, means: string, fix: string])[] = [
    [
        "statelessDefaultActions",
        ["aws:pass"],
        "aws:pass",
        "packets do not all reach the stateful engine",
        `Set it to ${FORWARD}.`,
    ],
    [
        "statelessDefaultActions",
        undefined,
        "not set",
        "packets do not all reach the stateful engine",
        `Set it to ${FORWARD}.`,
    ],
    [
        "statelessFragmentDefaultActions",
        ["aws:pass"],
        "aws:pass",
        "fragments do not all reach the stateful engine",
        `Set it to ${FORWARD}.`,
    ],
    [
        "statefulEngineOptions",
        undefined,
        "not set",
        "rules are not taken in strict order, and what none of them names passes",
        "Make a policy with STRICT_ORDER: the order of an existing one cannot be changed.",
    ],
    [
        "statefulEngineOptions.streamExceptionPolicy",
        "CONTINUE",
        "CONTINUE",
        "connections broken in their middle go on without their names being read",
        "Set it to DROP or REJECT.",
    ],
    [
        "statefulDefaultActions",
        ["aws:alert_established_app_layer"],
        "aws:alert_established_app_layer",
        "what no rule passes is not dropped",
        'Add "aws:drop_established_app_layer".',
    ],
    [
        "statefulDefaultActions",
        ["aws:drop_established_app_layer"],
        "aws:drop_established_app_layer",
        "what is dropped is not logged",
        'Add "aws:alert_established_app_layer".',
    ],
    [
        "statefulDefaultActions",
        ["aws:drop_established_app_layer"],
        "aws:drop_established_app_layer",
        "what is dropped is not logged",
        'Add "aws:alert_established_app_layer".',
    ],
    [
        "statelessRuleGroupReferences",
        [{ resourceArn: "arn:aws:network-firewall:eu-west-1:111122223333:stateless-rulegroup/x", priority: 1 }],
        "1 of them",
        "stateless rules may pass packets by the stateful engine",
        "Remove the stateless rule groups.",
    ],
];

for (const ids of ["known", "unknown"] as const) {
    describe(`What the firewall passes, ids ${ids}`, () => {
        it("holds with a policy that passes an allow-list only", () => {
            assert.deepEqual(judged(topology("firewall"), ids), [
                "holds",
                [
                    "policy: forwards every packet, strict order, drops what no rule passes",
                    "domains: an allow-list of 2 names",
                ],
            ]);
        });

        for (const [path, value, shown, means, fix] of OPEN) {
            it(`is broken with ${path} ${shown}`, () => {
                const at = path === "statefulEngineOptions" ? `${path}.ruleOrder` : path;
                const proof = proofOf(policy(path, value), ids, FIREWALL, ID);
                assert.deepEqual(proof.verdict, "broken");
                assert.deepEqual(proof.evidence, [`policy: ${at} is ${shown}: ${means}`]);
                assert.equal(proof.fix, `${at}: ${fix}`);
                assert.deepEqual(failing(policy(path, value), ids, FIREWALL), { [ID]: "broken" });
            });

            it(`is not proven while ${path} is not known (${shown})`, () => {
                assert.equal(judged(policy(path, UNKNOWN), ids)[0], "not proven");
            });
        }

        it("is broken without an allow-list", () => {
            const none = (groups: string): unknown => [
                "broken",
                [`policy: none of its rule groups${groups} is an allow-list of domains`],
            ];
            const timeOnly = policy("statefulRuleGroupReferences", [{ resourceArn: ref("time", "arn") }]);
            assert.deepEqual(judged(timeOnly, ids), none(" (time)"));
            assert.deepEqual(judged(policy("statefulRuleGroupReferences", []), ids), none(""));
            const denied = group("domains", "rulesSource.rulesSourceList.generatedRulesType", "DENYLIST");
            assert.deepEqual(judged(denied, ids), none(" (domains, time)"));
        });

        it("is broken with an empty allow-list", () => {
            const empty = group("domains", "rulesSource.rulesSourceList.targets", undefined);
            assert.deepEqual(judged(empty, ids), ["broken", ["domains: its list of targets is empty"]]);
        });

        it("is broken without any policy", () => {
            const bare = change(topology("firewall"), "firewall", "firewallPolicyArn", undefined);
            assert.deepEqual(judged(bare, ids), ["broken", ["firewall: it has no policy"]]);
        });

        it("is broken twice without default actions", () => {
            assert.deepEqual(judged(policy("statefulDefaultActions", undefined), ids), [
                "broken",
                [
                    "policy: statefulDefaultActions is not set: what no rule passes is not dropped",
                    "policy: statefulDefaultActions is not set: what is dropped is not logged",
                ],
            ]);
        });

        it("is broken by a list that reads only one kind of name", () => {
            const tlsOnly = group("domains", "rulesSource.rulesSourceList.targetTypes", ["TLS_SNI"]);
            assert.deepEqual(judged(tlsOnly, ids), ["broken", ["domains: targetTypes lacks HTTP_HOST"]]);
        });

        for (const wide of [".amazonaws.com", ".s3.amazonaws.com", ".com", ".CloudFront.net."]) {
            it(`is broken by ${wide} on the list`, () => {
                const targets = group("domains", "rulesSource.rulesSourceList.targets", ["pypi.org", wide]);
                assert.deepEqual(judged(targets, ids), [
                    "broken",
                    [`domains: ${wide} passes names that anybody can register`],
                ]);
            });
        }

        it("is broken by a group in another order than the policy's", () => {
            const loose = group("time", "statefulRuleOptions", undefined);
            assert.deepEqual(judged(loose, ids), [
                "broken",
                ["time: its rules are not in strict order, so a policy in strict order does not take it"],
            ]);
        });

        it("is broken by a HOME_NET that leaves out a studio subnet, wherever it is set", () => {
            const why = "domains: HOME_NET does not hold studio-b, so its rules do not match what studio-b sends";
            const narrow = [{ key: "HOME_NET", ipSet: { definitions: ["10.0.0.0/24"] } }];
            assert.deepEqual(judged(group("domains", "ruleVariables.ipSets", narrow), ids), ["broken", [why]]);
            assert.deepEqual(judged(policy("policyVariables", { ruleVariables: narrow }), ids), ["broken", [why]]);
            assert.equal(judged(group("domains", "ruleVariables", undefined), ids)[0], "holds");
        });

        const rules: readonly (readonly [rule: string, verdict: "holds" | "broken" | "not proven"])[] = [
            ["pass tcp $HOME_NET any -> 198.51.100.0/24 22 (sid:2;)", "holds"],
            ["drop ip any any -> any any (sid:2;)", "holds"],
            ['pass tls $HOME_NET any -> $EXTERNAL_NET 443 (tls.sni; content:"pypi.org"; sid:2;)', "holds"],
            ["# pass ip any any -> any any (sid:2;)", "holds"],
            ["pass ip any any -> any any (sid:2;)", "broken"],
            ["pass udp $HOME_NET any -> $EXTERNAL_NET 123 (sid:2;)", "broken"],
            ["pass tcp $HOME_NET any -> 0.0.0.0/0 443 (sid:2;)", "broken"],
            ["pass everything", "not proven"],
        ];
        for (const [rule, verdict] of rules) {
            it(`${verdict === "holds" ? "holds" : `is ${verdict}`} with the rule ${rule}`, () => {
                assert.equal(judged(group("time", "rulesSource.rulesString", rule), ids)[0], verdict);
            });
        }

        it("reads rules that are no text", () => {
            const rule = (destination: string): Sketch[] =>
                group("time", "rulesSource", {
                    statefulRules: [
                        { action: "PASS", header: { protocol: "UDP", destination, destinationPort: "123" } },
                    ],
                });
            assert.equal(judged(rule("203.0.113.7/32"), ids)[0], "holds");
            assert.deepEqual(judged(rule("ANY"), ids), [
                "broken",
                ["time: stateful rule 1 passes traffic to any address"],
            ]);
        });

        it("takes AWS's own groups, and none of another stack", () => {
            const references = (arn: string): Sketch[] =>
                policy("statefulRuleGroupReferences", [{ resourceArn: arn }, { resourceArn: ref("domains", "arn") }]);
            const managed =
                "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/BotNetCommandAndControlDomainsStrictOrder";
            assert.equal(judged(references(managed), ids)[0], "holds");
            const other = "arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/other";
            assert.deepEqual(judged(references(other), ids), [
                "not proven",
                [`policy: rule group ${other} is not in this stack`],
            ]);
        });

        it("is not proven for a policy of another stack", () => {
            const arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/other";
            const { verdict, evidence, fix } = proofOf(
                change(topology("firewall"), "firewall", "firewallPolicyArn", arn),
                ids,
                FIREWALL,
                ID,
            );
            assert.deepEqual([verdict, evidence], ["not proven", [`firewall: policy ${arn} is not in this stack`]]);
            assert.equal(
                fix,
                "Have the owner of the firewall show its policy, or let this stack make one: network.vpc.ownEgress false.",
            );
        });

        it("is broken where no way out leads through a firewall", () => {
            assert.deepEqual(judged(topology("nat"), ids), [
                "broken",
                ["no way out leads through a firewall of this stack"],
            ]);
        });

        it("does not judge a firewall that stands on no way out", () => {
            const spare = sketch("networkfirewall/firewall:Firewall", "spare", {
                vpcId: ref("vpc"),
                subnetMappings: [],
            });
            assert.equal(judged([...topology("firewall"), spare], ids)[0], "holds");
        });
    });
}
