import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { isUndecidedWithout, policy, verdict } from "../verdict";
import { firewallStack } from "./firewallStack";

describe("P41 network-firewall-protections-enabled", () => {
    const firewall = (path: string, value: unknown): Sketch[] => change(firewallStack(), "firewall", path, value);
    const says = (text: string, label = "Firewall firewall"): string[] => [`violation: ${label}: ${text}`];
    const noType =
        'encryptionConfiguration.type is not set, which means a key that AWS owns. Set it to "CUSTOMER_KMS" with your keyId.';
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        [
            "deleteProtection off",
            firewall("deleteProtection", false),
            says("deleteProtection is false. Set it to true."),
        ],
        [
            "absent",
            firewall("deleteProtection", undefined),
            says("deleteProtection is not set, which means false. Set it to true."),
        ],
        [
            "subnetChangeProtection",
            firewall("subnetChangeProtection", false),
            says("subnetChangeProtection is false. Set it to true."),
        ],
        [
            "firewallPolicyChangeProtection",
            firewall("firewallPolicyChangeProtection", "no"),
            says("firewallPolicyChangeProtection is set to something else. Set it to true."),
        ],
        ["zones of a VPC's firewall follow from its subnets", firewall("availabilityZoneChangeProtection", false), []],
        [
            "zones of a transit gateway's firewall",
            firewall("transitGatewayId", "tgw-1"),
            says("availabilityZoneChangeProtection is not set, which means false. Set it to true."),
        ],
        [
            "AWS's key",
            firewall("encryptionConfiguration.type", "AWS_OWNED_KMS_KEY"),
            says('encryptionConfiguration.type is "AWS_OWNED_KMS_KEY". Set it to "CUSTOMER_KMS" with your keyId.'),
        ],
        ["no encryption", firewall("encryptionConfiguration", undefined), says(noType)],
        [
            "no key",
            firewall("encryptionConfiguration.keyId", undefined),
            says("encryptionConfiguration.keyId is not set. Name your key."),
        ],
        [
            "the policy's key",
            change(firewallStack(), "policy", "encryptionConfiguration", undefined),
            says(noType, "FirewallPolicy policy"),
        ],
        [
            "the rule group's key",
            change(firewallStack(), "domains", "encryptionConfiguration", undefined),
            says(noType, "RuleGroup domains"),
        ],
        ["a key that is not known yet", firewall("encryptionConfiguration.keyId", UNKNOWN), []],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P41", stack), expected));
    }

    it("the configuration may lower protections, never the key", () => {
        const open = ["deleteProtection", "subnetChangeProtection", "encryptionConfiguration"].reduce(
            (stack, key) => change(stack, "firewall", key, undefined),
            firewallStack(),
        );
        assert.deepEqual(verdict("P41", open, { protections: [] }), says(noType));
        assert.deepEqual(verdict("P41", open, { protections: ["deleteProtection"] }), [
            ...says("deleteProtection is not set, which means false. Set it to true."),
            ...says(noType),
        ]);
    });

    it("protections are repaired once, and only a firewall's", () => {
        const definition = policy("P41");
        assert.ok(definition.kind === "resource" && definition.remediate !== undefined);
        const { defaults } = definition.config;
        const props: Record<string, unknown> = { firewallPolicyArn: "arn", deleteProtection: false };
        assert.equal(definition.remediate(props, defaults), true);
        assert.deepEqual(props, {
            firewallPolicyArn: "arn",
            deleteProtection: true,
            subnetChangeProtection: true,
            firewallPolicyChangeProtection: true,
        });
        assert.equal(definition.remediate(props, defaults), false);
        assert.equal(definition.remediate({ firewallPolicy: {} }, defaults), false);
    });

    isUndecidedWithout(
        "P41",
        [
            ["firewall", "deleteProtection"],
            ["firewall", "encryptionConfiguration"],
            ["firewall", "encryptionConfiguration.type"],
            ["policy", "encryptionConfiguration"],
        ],
        firewallStack(),
    );
});

describe("P42 network-firewall-policy-default-deny", () => {
    const rules = (path: string, value: unknown): Sketch[] =>
        change(firewallStack(), "policy", `firewallPolicy.${path}`, value);
    const says = (text: string): string[] => [`violation: FirewallPolicy policy: ${text}`];
    const order = (found: string): string[] =>
        says(`statefulEngineOptions.ruleOrder is ${found}, and what no rule names passes. Set it to "STRICT_ORDER".`);
    const noDrop = says(
        'statefulDefaultActions holds no drop, so what no rule names passes. Add "aws:drop_established_app_layer".',
    );
    const noGroup = says("no rule group is referenced, so the firewall decides nothing. Reference one.");
    const passes = (path: string): string[] =>
        says(`${path} holds "aws:pass", past every stateful rule. Use "aws:forward_to_sfe".`);
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        ["whole packets pass", rules("statelessDefaultActions", ["aws:pass"]), passes("statelessDefaultActions")],
        [
            "fragments pass",
            rules("statelessFragmentDefaultActions", ["aws:pass"]),
            passes("statelessFragmentDefaultActions"),
        ],
        [
            "they pass beside an unknown action",
            rules("statelessDefaultActions", [UNKNOWN, "aws:pass"]),
            passes("statelessDefaultActions"),
        ],
        ["fragments are dropped", rules("statelessFragmentDefaultActions", ["aws:drop"]), []],
        ["with a metric", rules("statelessDefaultActions", ["count", "aws:forward_to_sfe"]), []],
        [
            "only a metric",
            rules("statelessDefaultActions", ["count"]),
            says('statelessDefaultActions holds no standard action. Set "aws:forward_to_sfe".'),
        ],
        [
            "absent",
            rules("statelessFragmentDefaultActions", undefined),
            says('statelessFragmentDefaultActions holds no standard action. Set "aws:forward_to_sfe".'),
        ],
        [
            "default order",
            rules("statefulEngineOptions.ruleOrder", "DEFAULT_ACTION_ORDER"),
            order('"DEFAULT_ACTION_ORDER"'),
        ],
        ["no order", rules("statefulEngineOptions", undefined), order("not set, which means DEFAULT_ACTION_ORDER")],
        ["no default action", rules("statefulDefaultActions", undefined), noDrop],
        ["alert only", rules("statefulDefaultActions", ["aws:alert_strict"]), noDrop],
        ["drop_strict", rules("statefulDefaultActions", ["aws:drop_strict"]), []],
        ["drop_established", rules("statefulDefaultActions", ["aws:drop_established"]), []],
        [
            "broken streams go on",
            rules("statefulEngineOptions.streamExceptionPolicy", "CONTINUE"),
            says(
                'statefulEngineOptions.streamExceptionPolicy is "CONTINUE": connections broken in midstream go on unseen. Set it to "DROP".',
            ),
        ],
        ["broken streams are dropped by default", rules("statefulEngineOptions.streamExceptionPolicy", undefined), []],
        ["no rule group", rules("statefulRuleGroupReferences", []), noGroup],
        ["rule groups absent", rules("statefulRuleGroupReferences", undefined), noGroup],
        [
            "stateless rule groups only",
            change(rules("statefulRuleGroupReferences", []), "policy", "firewallPolicy.statelessRuleGroupReferences", [
                { resourceArn: ref("domains", "arn"), priority: 1 },
            ]),
            [],
        ],
        [
            "no priority",
            rules("statefulRuleGroupReferences", [{ resourceArn: ref("domains", "arn") }]),
            says("statefulRuleGroupReferences[0] has no priority, which strict order needs. Give it one."),
        ],
        [
            "nothing at all",
            change(firewallStack(), "policy", "firewallPolicy", undefined),
            [
                ...says('statelessDefaultActions holds no standard action. Set "aws:forward_to_sfe".'),
                ...says('statelessFragmentDefaultActions holds no standard action. Set "aws:forward_to_sfe".'),
                ...order("not set, which means DEFAULT_ACTION_ORDER"),
                ...noDrop,
                ...noGroup,
            ],
        ],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P42", stack), expected));
    }

    isUndecidedWithout(
        "P42",
        [
            ["policy", "firewallPolicy"],
            ["policy", "firewallPolicy.statelessDefaultActions"],
            ["policy", "firewallPolicy.statelessFragmentDefaultActions.0"],
            ["policy", "firewallPolicy.statefulEngineOptions"],
            ["policy", "firewallPolicy.statefulEngineOptions.ruleOrder"],
            ["policy", "firewallPolicy.statefulEngineOptions.streamExceptionPolicy"],
            ["policy", "firewallPolicy.statefulDefaultActions"],
            ["policy", "firewallPolicy.statefulRuleGroupReferences"],
        ],
        firewallStack(),
    );
});

describe("P54 network-firewall-logging-enabled", () => {
    const LOGS = "loggingConfiguration.logDestinationConfigs";
    const logging = (path: string, value: unknown): Sketch[] => change(firewallStack(), "logging", path, value);
    const none = (type: string): string =>
        `violation: Firewall firewall: has no ${type} logs. Add a destination for them to its LoggingConfiguration.`;
    const unread = (type: string): string =>
        `undecided: Firewall firewall: what logging logs, or for which firewall, is not known yet; ${type} logs are needed.`;

    for (const ids of ["known", "unknown"] as const) {
        const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
            ["no configuration", without(firewallStack(), "logging"), [none("ALERT"), none("FLOW")]],
            ["no alerts", logging(`${LOGS}.0.logType`, "TLS"), [none("ALERT")]],
            ["no flows", logging(`${LOGS}.1.logType`, "ALERT"), [none("FLOW")]],
            ["an empty list", logging(LOGS, []), [none("ALERT"), none("FLOW")]],
            [
                "of another firewall",
                logging("firewallArn", "arn:aws:network-firewall:eu-west-1:1:firewall/far"),
                [none("ALERT"), none("FLOW")],
            ],
            ["a type that is not known", logging(`${LOGS}.1.logType`, UNKNOWN), [unread("FLOW")]],
            ["a destination that is not known", logging(`${LOGS}.0.logDestinationType`, UNKNOWN), [unread("ALERT")]],
            ["of a firewall that is not known", logging("firewallArn", UNKNOWN), [unread("ALERT"), unread("FLOW")]],
            [
                "in two configurations",
                [
                    ...logging(LOGS, [{ logType: "ALERT", logDestinationType: "S3" }]),
                    {
                        type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
                        name: "more",
                        props: {
                            firewallArn: ref("firewall", "arn"),
                            loggingConfiguration: {
                                logDestinationConfigs: [{ logType: "FLOW", logDestinationType: "KinesisDataFirehose" }],
                            },
                        },
                    },
                ],
                [],
            ],
        ];
        for (const [what, stack, expected] of cases) {
            it(`${what}, ids ${ids}`, () => assert.deepEqual(verdict("P54", stack, {}, ids), expected));
        }
    }

    it("the configuration says where logs may go", () => {
        assert.deepEqual(verdict("P54", logging(`${LOGS}.0.logDestinationType`, "S3"), { destinationTypes: ["S3"] }), [
            'violation: LoggingConfiguration logging: sends FLOW logs to "CloudWatchLogs". Send them to S3.',
        ]);
    });

    isUndecidedWithout(
        "P54",
        [
            ["logging", "firewallArn"],
            ["logging", "loggingConfiguration"],
            ["logging", LOGS],
            ["logging", `${LOGS}.0`],
        ],
        firewallStack(),
    );
});
