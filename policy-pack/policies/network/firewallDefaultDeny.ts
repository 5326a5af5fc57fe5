import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { FIREWALL_POLICY } from "./tokens";

const STATELESS = ["statelessDefaultActions", "statelessFragmentDefaultActions"] as const;
const STATEFUL_DROPS = ["aws:drop_strict", "aws:drop_established", "aws:drop_established_app_layer"];
const RULE_ORDERS = ["DEFAULT_ACTION_ORDER", "STRICT_ORDER"];
const STREAM_EXCEPTIONS = ["DROP", "REJECT", "CONTINUE"];
const RULE_GROUPS = ["statefulRuleGroupReferences", "statelessRuleGroupReferences"] as const;

/** P42: in the default order, what no rule names passes: SSH, DNS to anywhere, every fragment. */
export const firewallDefaultDeny = resourcePolicy({
    id: "P42",
    name: "network-firewall-policy-default-deny",
    title: "Network Firewall drops what no rule allows",
    description: "The firewall policy must inspect every packet, in strict order, and drop what no rule allows.",
    why: "In AWS's default order, what no rule names passes: SSH, DNS to anywhere, every fragment. Strict order with a drop at the end makes the rules a list of what is allowed.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7(5)", "Boundary Protection | Deny by Default"),
    publishedIds: [
        "fsbp:NetworkFirewall.3",
        "fsbp:NetworkFirewall.4",
        "fsbp:NetworkFirewall.5",
        "prowler:networkfirewall_policy_default_action_full_packets",
        "prowler:networkfirewall_policy_default_action_fragmented_packets",
        "prowler:networkfirewall_policy_rule_group_associated",
    ],
    remediationSteps:
        'Forward whole packets and fragments to the stateful engine ("aws:forward_to_sfe"), set ruleOrder to "STRICT_ORDER" and statefulDefaultActions to "aws:drop_established_app_layer", and reference a rule group.',
    url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html",
    config: NO_CONFIG,
    scope: "sagemaker",
    types: [FIREWALL_POLICY],
    checkResource(policy) {
        const rules = policy.props.firewallPolicy;
        if (isUnknown(rules)) {
            return [undecided(policy, "firewallPolicy is not known yet; it must drop what no rule allows.")];
        }
        return [
            ...STATELESS.flatMap((path) => checkStateless(policy, rules, path)),
            ...checkOrder(policy, rules),
            ...checkStateful(policy, rules),
            ...checkStream(policy, rules),
            ...checkGroups(policy, rules),
        ];
    },
});

/** Beside the standard action, custom ones (a metric) may stand. */
function checkStateless(policy: GraphResource, rules: unknown, path: string): Finding[] {
    const actions = readPath(rules, path);
    const list: readonly unknown[] = Array.isArray(actions) ? actions : [];
    if (list.includes("aws:pass")) {
        return [violation(policy, `${path} holds "aws:pass", past every stateful rule. Use "aws:forward_to_sfe".`)];
    }
    if (isUnknown(actions) || list.some(isUnknown)) {
        return [undecided(policy, `${path} is not known yet; it must be "aws:forward_to_sfe" or "aws:drop".`)];
    }
    return list.includes("aws:forward_to_sfe") || list.includes("aws:drop")
        ? []
        : [violation(policy, `${path} holds no standard action. Set "aws:forward_to_sfe".`)];
}

function checkOrder(policy: GraphResource, rules: unknown): Finding[] {
    const order = readPath(rules, "statefulEngineOptions.ruleOrder");
    if (isUnknown(order)) {
        return [undecided(policy, 'statefulEngineOptions.ruleOrder is not known yet; it must be "STRICT_ORDER".')];
    }
    const found = order === undefined ? "not set, which means DEFAULT_ACTION_ORDER" : shown(order, RULE_ORDERS);
    return order === "STRICT_ORDER"
        ? []
        : [
              violation(
                  policy,
                  `statefulEngineOptions.ruleOrder is ${found}, and what no rule names passes. Set it to "STRICT_ORDER".`,
              ),
          ];
}

function checkStateful(policy: GraphResource, rules: unknown): Finding[] {
    const actions = readPath(rules, "statefulDefaultActions");
    const list: readonly unknown[] = Array.isArray(actions) ? actions : [];
    if (list.some((action) => typeof action === "string" && STATEFUL_DROPS.includes(action))) {
        return [];
    }
    return isUnknown(actions) || list.some(isUnknown)
        ? [undecided(policy, "statefulDefaultActions is not known yet; it must hold a drop.")]
        : [
              violation(
                  policy,
                  'statefulDefaultActions holds no drop, so what no rule names passes. Add "aws:drop_established_app_layer".',
              ),
          ];
}

function checkStream(policy: GraphResource, rules: unknown): Finding[] {
    const path = "statefulEngineOptions.streamExceptionPolicy";
    const exception = readPath(rules, path);
    if (isUnknown(exception)) {
        return [undecided(policy, `${path} is not known yet; it must be "DROP" or "REJECT".`)];
    }
    // AWS drops what breaks in midstream where nothing is said.
    return exception === undefined || exception === "DROP" || exception === "REJECT"
        ? []
        : [
              violation(
                  policy,
                  `${path} is ${shown(exception, STREAM_EXCEPTIONS)}: connections broken in midstream go on unseen. Set it to "DROP".`,
              ),
          ];
}

function checkGroups(policy: GraphResource, rules: unknown): Finding[] {
    const lists = RULE_GROUPS.map((path) => readPath(rules, path));
    if (lists.some((list) => Array.isArray(list) && list.length > 0)) {
        return checkPriorities(policy, lists[0]);
    }
    return lists.some(isUnknown)
        ? [undecided(policy, "its rule groups are not known yet; there must be one.")]
        : [violation(policy, "no rule group is referenced, so the firewall decides nothing. Reference one.")];
}

/** In strict order AWS evaluates by priority, and refuses a group without one. */
function checkPriorities(policy: GraphResource, references: unknown): Finding[] {
    const list: readonly unknown[] = Array.isArray(references) ? references : [];
    return list.flatMap((reference, index) =>
        readPath(reference, "priority") === undefined
            ? [violation(policy, `${RULE_GROUPS[0]}[${index}] has no priority, which strict order needs. Give it one.`)]
            : [],
    );
}
