import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";
import { isWithinAnybodys } from "./anybodys";
import type { Finding } from "./findings";
import { homeNet } from "./homeNet";
import { passesTooMuch } from "./passRules";

/** Rule groups of AWS itself, which drop and alert. */
const MANAGED = /:aws-managed:stateful-rulegroup\//;

/** Judges the stateful rule groups of a policy: an allow-list must be among them, and nothing that passes more. */
export function judgeGroups(
    graph: ResourceGraph,
    firewall: GraphResource,
    policy: GraphResource,
    subnets: readonly Subnet[],
): Finding[] {
    const { groups, open } = referenced(graph, policy);
    const lists = groups.filter(isAllowList);
    const missing: Finding = {
        verdict: "broken",
        text: `${policy.name}: none of its rule groups${named(groups)} is an allow-list of domains`,
        fix: "Add a rule group with generatedRulesType ALLOWLIST for TLS_SNI and HTTP_HOST.",
    };
    return [
        ...open.map((text): Finding => ({ verdict: "not proven", text: `${policy.name}: ${text}` })),
        ...(lists.length === 0 && open.length === 0 ? [missing] : []),
        ...lists.flatMap((group) => [...judgeList(group), ...homeNet(graph, firewall, policy, group, subnets)]),
        ...groups.flatMap((group) => [...strictOrder(group), ...passesTooMuch(group)]),
    ];
}

/** Groups a policy names; those of AWS are left out. While ARNs are not known, the policy's dependencies tell them. */
function referenced(graph: ResourceGraph, policy: GraphResource): { groups: GraphResource[]; open: string[] } {
    const references = readPath(policy.props.firewallPolicy, "statefulRuleGroupReferences") ?? [];
    if (!Array.isArray(references)) {
        return { groups: [], open: ["statefulRuleGroupReferences is not known yet"] };
    }
    const arns = references.map((reference: unknown) => readPath(reference, "resourceArn"));
    const known = arns.filter((arn): arn is string => typeof arn === "string" && !MANAGED.test(arn));
    const groups = new Set(known.flatMap((arn) => graph.identifiedBy(arn, [tokens.FIREWALL_RULE_GROUP])));
    const outside = known.filter((arn) => graph.identifiedBy(arn, [tokens.FIREWALL_RULE_GROUP]).length === 0);
    const unread = arns.filter(isUnknown).length;
    const derived = (policy.propertyDependencies.firewallPolicy ?? [])
        .map((urn) => graph.get(urn))
        .filter((each) => each?.type === tokens.FIREWALL_RULE_GROUP && !groups.has(each))
        .filter((each) => each !== undefined);
    const counted = unread === 0 || derived.length === unread;
    return {
        groups: [...groups, ...(unread > 0 ? derived : [])],
        open: [
            ...outside.map((arn) => `rule group ${arn} is not in this stack`),
            ...(counted ? [] : ["which rule groups it names is not known yet"]),
        ],
    };
}

function named(groups: readonly GraphResource[]): string {
    return groups.length === 0 ? "" : ` (${groups.map(({ name }) => name).join(", ")})`;
}

function source(group: GraphResource, path: string): unknown {
    return readPath(group.props.ruleGroup, `rulesSource.${path}`);
}

function isAllowList(group: GraphResource): boolean {
    return source(group, "rulesSourceList.generatedRulesType") === "ALLOWLIST";
}

function judgeList(group: GraphResource): Finding[] {
    const types = source(group, "rulesSourceList.targetTypes") ?? [];
    const targets = source(group, "rulesSourceList.targets") ?? [];
    if (!isTexts(types) || !isTexts(targets)) {
        return [{ verdict: "not proven", text: `${group.name}: its list is not known yet` }];
    }
    const unread = ["TLS_SNI", "HTTP_HOST"].filter((type) => !types.includes(type));
    const wide = targets.filter(isTooWide);
    return [
        ...unread.map((type): Finding => ({
            verdict: "broken",
            text: `${group.name}: targetTypes lacks ${type}`,
            fix: `Add ${type} to targetTypes of ${group.name}.`,
        })),
        ...(targets.length > 0 ? [] : [emptyList(group)]),
        ...wide.map((target): Finding => ({
            verdict: "broken",
            text: `${group.name}: ${target} passes names that anybody can register`,
            fix: `List the exact hosts instead of ${target}.`,
        })),
        ...(unread.length + wide.length === 0 && targets.length > 0
            ? [
                  {
                      verdict: "holds" as const,
                      text: `${group.name}: an allow-list of ${targets.length} names`,
                  },
              ]
            : []),
    ];
}

function emptyList({ name }: GraphResource): Finding {
    return {
        verdict: "broken",
        text: `${name}: its list of targets is empty`,
        fix: `List the names ${name} is to pass.`,
    };
}

/** A leading dot means a name and all below it. */
function isTooWide(target: string): boolean {
    const name = target.toLowerCase().replace(/\.$/, "");
    return name.startsWith(".") && isWithinAnybodys(name.slice(1));
}

function strictOrder(group: GraphResource): Finding[] {
    const order = readPath(group.props.ruleGroup, "statefulRuleOptions.ruleOrder");
    if (order === "STRICT_ORDER") {
        return [];
    }
    return [
        isUnknown(order)
            ? { verdict: "not proven", text: `${group.name}: its rule order is not known yet` }
            : {
                  verdict: "broken",
                  text: `${group.name}: its rules are not in strict order, so a policy in strict order does not take it`,
                  fix: `Set statefulRuleOptions.ruleOrder of ${group.name} to STRICT_ORDER.`,
              },
    ];
}

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.every((each) => typeof each === "string");
}
