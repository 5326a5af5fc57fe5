import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";

/** Resources that name a group to speak of its members, not to carry it. */
const SPEAKERS: readonly string[] = [
    tokens.SECURITY_GROUP,
    tokens.DEFAULT_SECURITY_GROUP,
    tokens.SECURITY_GROUP_RULE,
    tokens.INGRESS_RULE,
    tokens.EGRESS_RULE,
];

/**
 * Tells whether any resource may carry a group: by the group's id anywhere in its properties, or while ids are not
 * known by a property that depends on the group.
 *
 * @param except types of resources to leave out
 */
export function carriedGroups(graph: ResourceGraph, except: readonly string[] = []): (group: GraphResource) => boolean {
    const named = new Set<string>();
    const carriers = graph.resources.filter(
        ({ custom, type }) => custom && !SPEAKERS.includes(type) && !except.includes(type),
    );
    for (const { props, propertyDependencies } of carriers) {
        Object.values(propertyDependencies).forEach((urns) => urns.forEach((urn) => named.add(urn)));
        collectTexts(props, named);
    }
    return ({ urn, id }) => named.has(urn) || (typeof id === "string" && named.has(id));
}

function collectTexts(value: unknown, texts: Set<string>): void {
    if (typeof value === "string") {
        texts.add(value);
    } else if (typeof value === "object" && value !== null) {
        Object.values(value).forEach((item) => collectTexts(item, texts));
    }
}
