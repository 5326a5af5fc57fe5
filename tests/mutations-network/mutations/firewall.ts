import { type GraphResource, readPath } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { changed, type Mutation, ofType, type Resources } from "../edit";

/** Values that let more pass than the ones a policy or rule group has. */
const OPENER: readonly (readonly [type: string, path: string, value: unknown])[] = [
    [tokens.FIREWALL_POLICY, "firewallPolicy.statelessDefaultActions", ["aws:pass"]],
    [tokens.FIREWALL_POLICY, "firewallPolicy.statelessFragmentDefaultActions", ["aws:pass"]],
    [tokens.FIREWALL_POLICY, "firewallPolicy.statefulEngineOptions.ruleOrder", "DEFAULT_ACTION_ORDER"],
    [tokens.FIREWALL_POLICY, "firewallPolicy.statefulEngineOptions.streamExceptionPolicy", "CONTINUE"],
    [tokens.FIREWALL_RULE_GROUP, "ruleGroup.statefulRuleOptions.ruleOrder", "DEFAULT_ACTION_ORDER"],
    [tokens.FIREWALL_RULE_GROUP, "ruleGroup.rulesSource.rulesSourceList.generatedRulesType", "DENYLIST"],
    [tokens.FIREWALL_RULE_GROUP, "ruleGroup.rulesSource.rulesSourceList.targets.0", ".amazonaws.com"],
    [tokens.FIREWALL_RULE_GROUP, "ruleGroup.rulesSource.rulesSourceList.targets.0", ".com"],
    [
        tokens.FIREWALL_RULE_GROUP,
        "ruleGroup.rulesSource.rulesString",
        'pass ip any any -> any any (msg:"all"; sid:9; rev:1;)',
    ],
    [tokens.FIREWALL_RULE_GROUP, "ruleGroup.rulesSource.statefulRules.0.header.destination", "ANY"],
    [tokens.FIREWALL, "deleteProtection", false],
    [tokens.FIREWALL, "subnetChangeProtection", false],
    [tokens.FIREWALL, "firewallPolicyChangeProtection", false],
];

/** Every field of firewalls, their policies and rule groups left out, and every element of their lists; then opened. */
export function firewallFields(resources: Resources): Mutation[] {
    const subjects = ofType(resources, tokens.FIREWALL, tokens.FIREWALL_POLICY, tokens.FIREWALL_RULE_GROUP);
    return [
        ...subjects.flatMap((subject) => fieldsOf(subject).map((path) => change(subject, path, undefined))),
        ...OPENER.flatMap(([type, path, value]) =>
            subjects
                .filter((subject) => subject.type === type && readPath(subject.props, path) !== undefined)
                .map((subject) => change(subject, path, value)),
        ),
    ];
}

function change(subject: GraphResource, path: string, value: unknown): Mutation {
    const what = value === undefined ? `remove ${path} of` : `set ${path} to ${JSON.stringify(value)} in`;
    return {
        name: `${what} ${subject.type.split(":").at(-1)} ${subject.name}`,
        apply: (resources) => changed(resources, subject, path, value),
        names: [subject.name],
    };
}

/** What a firewall computes, and what only tells it apart from others. */
const NOT_MUTATED = [
    "arn",
    "availabilityZoneMappings",
    "firewallStatuses",
    "id",
    "name",
    "region",
    "tags",
    "tagsAll",
    "updateToken",
    "description",
    "capacity",
    "type",
    "transitGatewayOwnerAccountId",
    // Shortened element by element among the attributes.
    "subnetMappings",
    "statefulRuleGroupReferences",
    // AWS takes no firewall without it.
    "vpcId",
];

function fieldsOf({ props }: GraphResource): string[] {
    return Object.entries(props)
        .filter(([key]) => !NOT_MUTATED.includes(key))
        .flatMap(([key, value]) => (key === "tags" ? [] : paths(key, value)));
}

/** A path for the value itself, and one for each part of it down to the last map or list. */
function paths(path: string, value: unknown): string[] {
    if (NOT_MUTATED.includes(path.split(".").at(-1) ?? path)) {
        return [];
    }
    if (Array.isArray(value)) {
        const items = value as readonly unknown[];
        const inner = items.flatMap((item, index) =>
            isMap(item) ? paths(`${path}.${index}`, item) : [`${path}.${index}`],
        );
        return items.length > 1 ? [path, ...inner] : inner;
    }
    return isMap(value)
        ? [path, ...Object.entries(value).flatMap(([key, each]) => paths(`${path}.${key}`, each))]
        : [path];
}

function isMap(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
