import { type GraphResource, isUnknown, readPath, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { networkOf, networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";
import { relate } from "./ranges";

/**
 * Whether the HOME_NET of an allow-list covers the subnets whose packets it must judge: its rules match nothing else.
 * Where both the group and the policy set it, each must cover them, whichever AWS takes; where neither does, it is the
 * range of the firewall's VPC. Source: Network Firewall API reference, PolicyVariables.
 */
export function homeNet(
    graph: ResourceGraph,
    firewall: GraphResource,
    policy: GraphResource,
    group: GraphResource,
    subnets: readonly Subnet[],
): Finding[] {
    const set = [
        variable(readPath(group.props.ruleGroup, "ruleVariables.ipSets")),
        variable(readPath(policy.props.firewallPolicy, "policyVariables.ruleVariables")),
    ].filter((ranges) => ranges !== undefined);
    const sets = set.length > 0 ? set : [vpcRanges(graph, firewall)];
    return subnets.flatMap(({ resource, cidr }) =>
        sets.flatMap((ranges) => judgeRanges(group, resource, cidr, ranges)),
    );
}

function judgeRanges(
    group: GraphResource,
    { name }: GraphResource,
    cidr: Subnet["cidr"],
    ranges: readonly unknown[],
): Finding[] {
    const relations = ranges.map((range) => (typeof cidr === "string" ? relate(asText(range), cidr) : "unknown"));
    if (relations.includes("covers")) {
        return [];
    }
    return [
        relations.includes("unknown")
            ? { verdict: "not proven", text: `${group.name}: whether HOME_NET holds ${name} is not known` }
            : {
                  verdict: "broken",
                  text: `${group.name}: HOME_NET does not hold ${name}, so its rules do not match what ${name} sends`,
                  fix: "Set HOME_NET to the ranges of all studio subnets.",
              },
    ];
}

/** Ranges of HOME_NET among the variables; `undefined` when it is not one of them. */
function variable(sets: unknown): readonly unknown[] | undefined {
    if (isUnknown(sets)) {
        return [sets];
    }
    const list: readonly unknown[] = Array.isArray(sets) ? sets : [];
    const home = list.find((each) => readPath(each, "key") === "HOME_NET");
    const definitions = readPath(home, "ipSet.definitions");
    return definitions === undefined ? undefined : Array.isArray(definitions) ? definitions : [definitions];
}

function vpcRanges(graph: ResourceGraph, firewall: GraphResource): readonly unknown[] {
    const { found } = resolveOne(graph, firewall, "vpcId", [tokens.VPC]);
    return networkOf(graph)
        .vpcs.filter(({ resource }) => found.includes(resource))
        .flatMap(({ cidrs }) => cidrs);
}

function asText(value: unknown): Parameters<typeof relate>[0] {
    return typeof value === "string" || isUnknown(value) ? value : String(value);
}
