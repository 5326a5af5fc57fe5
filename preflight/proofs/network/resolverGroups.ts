import { type GraphResource, resolveMany, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { carriedGroups } from "./carriers";

const GROUPS = [tokens.SECURITY_GROUP, tokens.DEFAULT_SECURITY_GROUP];

/** Tells the groups that stand on inbound resolver endpoints and, for certain, nowhere else. */
export function resolverGroups(graph: ResourceGraph): (group: GraphResource) => boolean {
    const lists = graph
        .ofType(tokens.RESOLVER_ENDPOINT)
        .filter(({ props }) => props.direction === "INBOUND")
        .map((resolver) => resolveMany(graph, resolver, "securityGroupIds", GROUPS));
    const own = new Set(lists.flatMap(({ found, undecided }) => (undecided === undefined ? found : [])));
    const isElsewhere = carriedGroups(graph, [tokens.RESOLVER_ENDPOINT]);
    return (group) => own.has(group) && !isElsewhere(group);
}
