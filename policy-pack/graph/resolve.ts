import type { ResourceGraph } from "./graph";
import type { GraphResource } from "./types";
import { isUnknown, readPath } from "./unknown";

/** What a property refers to, and whether that is the whole truth. */
export interface Resolution {
    /** Resources of the graph the property names; candidates only, where `undecided` is set. */
    readonly found: readonly GraphResource[];
    /** Ids or ARNs that belong to no resource of the graph. */
    readonly external: readonly string[];
    /** Why the property cannot be resolved for certain; absent when it can. */
    readonly undecided?: string;
}

/** What a property with one id or ARN refers to. More than one candidate is undecided: any of them may be meant. */
export function resolveOne(
    graph: ResourceGraph,
    resource: GraphResource,
    path: string,
    types: readonly string[],
): Resolution {
    const { found, external, undecided } = graph.refs(resource, path, types);
    const candidates = disambiguate(resource, path, found);
    if (undecided) {
        return { found: candidates, external, undecided: `${path} is not known yet` };
    }
    if (candidates.length > 1) {
        const names = candidates.map(({ name }) => name).join(", ");
        return { found: candidates, external, undecided: `${path} may mean any of ${names}` };
    }
    return { found: candidates, external };
}

/**
 * What a property with a list of ids or ARNs refers to. Where ids are unknown the property's dependencies stand in for
 * them; that is certain only if there are as many as the list has unknown elements.
 */
export function resolveMany(
    graph: ResourceGraph,
    resource: GraphResource,
    path: string,
    types: readonly string[],
): Resolution {
    const { found, external, undecided, derived } = graph.refs(resource, path, types);
    if (undecided) {
        return { found, external, undecided: `${path} is not known yet` };
    }
    const value = readPath(resource.props, path);
    if (!derived) {
        return { found: disambiguate(resource, path, found), external };
    }
    if (Array.isArray(value)) {
        const known = value.filter((item) => !isUnknown(item)).length;
        const expected = value.length - known;
        const inferred = found.length - (known - external.length);
        if (inferred !== expected) {
            return {
                found,
                external,
                undecided: `${path} holds ${expected} unknown ids, its dependencies name ${inferred} resources`,
            };
        }
    }
    return { found, external };
}

/** Two accounts of one stack may use the same name; the one the property depends on, or of the same provider, is meant. */
function disambiguate(
    resource: GraphResource,
    path: string,
    found: readonly GraphResource[],
): readonly GraphResource[] {
    if (found.length < 2 || isListPath(resource, path)) {
        return found;
    }
    const property = path.split(".")[0] ?? path;
    const depended = found.filter(({ urn }) => resource.propertyDependencies[property]?.includes(urn));
    if (depended.length === 1) {
        return depended;
    }
    const sameProvider = found.filter(({ provider }) => provider !== undefined && provider === resource.provider);
    return sameProvider.length === 1 ? sameProvider : found;
}

function isListPath(resource: GraphResource, path: string): boolean {
    return Array.isArray(readPath(resource.props, path));
}
