import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";

/** Resources that name a group to speak of its members, not to carry it. */
const SPEAKERS: readonly string[] = [
    tokens.SECURITY_GROUP,
    tokens.DEFAULT_SECURITY_GROUP,
    tokens.SECURITY_GROUP_RULE,
    tokens.INGRESS_RULE,
    tokens.EGRESS_RULE,
    // Rules for jobs, and what tells people which group a job must name.
    "aws:iam/policy:Policy",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:organizations/policy:Policy",
    "aws:s3/bucketObjectv2:BucketObjectv2",
    "aws:ssm/parameter:Parameter",
];

/** A function carries the groups of its network; its environment only speaks of groups. */
const FUNCTION = "aws:lambda/function:Function";

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
    for (const { props, propertyDependencies, type } of carriers) {
        const carries = (property: string): boolean => type !== FUNCTION || property === "vpcConfig";
        for (const [property, urns] of Object.entries(propertyDependencies)) {
            if (carries(property)) {
                urns.forEach((urn) => named.add(urn));
            }
        }
        for (const [property, value] of Object.entries(props)) {
            if (carries(property)) {
                collectTexts(value, named);
            }
        }
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
