import { append } from "../append";
import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, UNKNOWN, type Maybe } from "../unknown";
import { readPeers, readProtocol } from "./rules";
import * as tokens from "./tokens";
import type { Rule, SecurityGroup } from "./types";

const GROUPS = [tokens.SECURITY_GROUP, tokens.DEFAULT_SECURITY_GROUP] as const;
const DIRECTIONS = ["ingress", "egress"] as const;

type Direction = (typeof DIRECTIONS)[number];

/**
 * Every security group with the rules in force: inline ones and those of separate rule resources. A group without any
 * egress rule lets nothing out: the provider removes the rule AWS adds to a new group.
 */
export function securityGroupsOf(graph: ResourceGraph): SecurityGroup[] {
    const separate = separateRules(graph);
    const ofAnyGroup = separate.filter(({ of }) => of.length === 0);
    const byGroup = new Map<GraphResource, SeparateRule[]>();
    separate.forEach((rule) => rule.of.forEach((group) => append(byGroup, group, rule)));
    return graph.ofType(...GROUPS).map((resource) => {
        const own = byGroup.get(resource) ?? [];
        const inline = DIRECTIONS.map((direction) => inlineRules(graph, resource, direction));
        const rules = [...inline, ...own].flatMap((each) => each.rules);
        const reasons = [...inline, ...own, ...ofAnyGroup].map(({ why }) => why);
        return {
            resource,
            ingress: rules.filter(({ direction }) => direction === "ingress"),
            egress: rules.filter(({ direction }) => direction === "egress"),
            undecided: reasons.filter((why) => why !== undefined),
        };
    });
}

interface SeparateRule {
    readonly rules: readonly Rule[];
    /** Groups the rule belongs to; empty when that is not known. */
    readonly of: readonly GraphResource[];
    readonly why?: string;
}

function separateRules(graph: ResourceGraph): SeparateRule[] {
    const types = [tokens.SECURITY_GROUP_RULE, tokens.INGRESS_RULE, tokens.EGRESS_RULE];
    return graph.ofType(...types).map((resource) => {
        const group = resolveOne(graph, resource, "securityGroupId", GROUPS);
        const direction = directionOf(resource);
        const why = isUnknown(direction)
            ? `whether rule ${resource.name} is ingress or egress is not known`
            : group.undecided === undefined
              ? undefined
              : `the group of rule ${resource.name} is not known for certain`;
        const rules = DIRECTIONS.filter((each) => isUnknown(direction) || each === direction).flatMap((each) =>
            rulesAt(graph, resource, "", each, group.found[0] ?? resource),
        );
        return {
            rules: why === undefined ? rules : [],
            of: group.found,
            ...(why === undefined ? {} : { why }),
        };
    });
}

function directionOf(rule: GraphResource): Maybe<Direction> {
    if (rule.type === tokens.INGRESS_RULE) {
        return "ingress";
    }
    if (rule.type === tokens.EGRESS_RULE) {
        return "egress";
    }
    const type = rule.props.type;
    return type === "ingress" || type === "egress" ? type : UNKNOWN;
}

function inlineRules(
    graph: ResourceGraph,
    group: GraphResource,
    direction: Direction,
): { rules: readonly Rule[]; why?: string } {
    const list = group.props[direction];
    if (isUnknown(list)) {
        return { rules: [], why: `the ${direction} rules of ${group.name} are not known yet` };
    }
    if (!Array.isArray(list)) {
        return { rules: [] };
    }
    return { rules: list.flatMap((_, index) => rulesAt(graph, group, `${direction}.${index}`, direction, group)) };
}

function rulesAt(
    graph: ResourceGraph,
    resource: GraphResource,
    path: string,
    direction: Direction,
    group: GraphResource,
): Rule[] {
    const at = (field: string): string => (path === "" ? field : `${path}.${field}`);
    const { protocol, fromPort, toPort } = readProtocol(resource, at);
    return readPeers(graph, resource, at, group, GROUPS).map((peer) => ({
        resource,
        direction,
        protocol,
        ...(fromPort === undefined ? {} : { fromPort }),
        ...(toPort === undefined ? {} : { toPort }),
        peer,
    }));
}

/** Whether a rule admits TCP traffic to `port`; unknown when it cannot be read. */
export function admitsTcp(rule: Rule, port: number): Maybe<boolean> {
    if (isUnknown(rule.protocol)) {
        return UNKNOWN;
    }
    if (rule.protocol === "all") {
        return true;
    }
    if (rule.protocol !== "tcp") {
        return false;
    }
    const { fromPort = 0, toPort = 65535 } = rule;
    if (isUnknown(fromPort) || isUnknown(toPort)) {
        return UNKNOWN;
    }
    return fromPort <= port && port <= toPort;
}
