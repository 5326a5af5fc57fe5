import { type GraphResource, isUnknown, type Maybe, readPath, UNKNOWN } from "../../graph";
import { readProtocol } from "../../graph/network/rules";
import { networkTokens } from "../../graph/topology";

type Direction = "ingress" | "egress";

/** A rule as one resource tells it, without the resources it refers to. */
export interface PlainRule {
    /** How messages name the rule within its resource; empty where the resource is the rule. */
    readonly where: string;
    /** IPv4 and IPv6 ranges it names. */
    readonly ranges: readonly Maybe<string>[];
    readonly protocol: Maybe<string>;
    readonly fromPort?: Maybe<number>;
    readonly toPort?: Maybe<number>;
    /** Unknown while it may be a rule of the other direction. */
    readonly certain: Maybe<true>;
}

/** Types whose resources hold rules, or are one: all three forms of the provider. */
export const RULE_TYPES: Readonly<Record<Direction, readonly string[]>> = {
    ingress: [...groupTypes(), networkTokens.SECURITY_GROUP_RULE, networkTokens.INGRESS_RULE],
    egress: [...groupTypes(), networkTokens.SECURITY_GROUP_RULE, networkTokens.EGRESS_RULE],
};

/** Properties that name ranges, in either spelling. */
const RANGE_FIELDS = ["cidrBlocks", "cidrIpv4", "ipv6CidrBlocks", "cidrIpv6"] as const;

function groupTypes(): readonly string[] {
    return [networkTokens.SECURITY_GROUP, networkTokens.DEFAULT_SECURITY_GROUP];
}

/**
 * The rules of one direction in a resource of `RULE_TYPES`: those a group holds inline, or the resource itself. Unknown
 * when the group's list is.
 */
export function plainRules(resource: GraphResource, direction: Direction): Maybe<readonly PlainRule[]> {
    if (groupTypes().includes(resource.type)) {
        const list = resource.props[direction];
        if (isUnknown(list)) {
            return list;
        }
        return Array.isArray(list)
            ? list.map((_, index) => ruleAt(resource, `${direction}.${index}`, `${direction} rule ${index + 1} `))
            : [];
    }
    if (resource.type !== networkTokens.SECURITY_GROUP_RULE) {
        return [ruleAt(resource, "", "")];
    }
    const { type } = resource.props;
    if (isUnknown(type)) {
        return [{ ...ruleAt(resource, "", ""), certain: UNKNOWN }];
    }
    return type === direction ? [ruleAt(resource, "", "")] : [];
}

function ruleAt(resource: GraphResource, path: string, where: string): PlainRule {
    const at = (field: string): string => (path === "" ? field : `${path}.${field}`);
    const ranges = RANGE_FIELDS.flatMap((field) => texts(readPath(resource.props, at(field))));
    return { where, ranges, certain: true, ...readProtocol(resource, at) };
}

function texts(value: unknown): Maybe<string>[] {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((item) => (isUnknown(item) || (typeof item === "string" && item !== "") ? [item] : []));
}
