import {
    type GraphResource,
    isUnknown,
    type Maybe,
    readPath,
    resolveOne,
    type ResourceGraph,
    UNKNOWN,
} from "../../graph";
import { append } from "../../graph/append";
import type { Answer } from "../identity/statements";

/**
 * What a property refers to, as text to compare: the URN of a resource of this stack, or the id of one made elsewhere.
 * Unknown while neither is certain.
 */
export function reference(
    graph: ResourceGraph,
    resource: GraphResource,
    path: string,
    types: readonly string[],
): Maybe<string> {
    if (readPath(resource.props, path) === undefined) {
        return UNKNOWN;
    }
    const { found, external, undecided } = resolveOne(graph, resource, path, types);
    return undecided === undefined ? (found[0]?.urn ?? external[0] ?? UNKNOWN) : UNKNOWN;
}

/** A text property; unknown unless it can be read. */
export function text(resource: GraphResource, path: string): Maybe<string> {
    const value = readPath(resource.props, path);
    return typeof value === "string" ? value : UNKNOWN;
}

/** Resources by what their coordinates name, so that each is looked up at once however many there are. */
export class Places {
    private readonly certain = new Map<string, GraphResource[]>();
    private readonly loose: GraphResource[] = [];
    private readonly every: readonly GraphResource[];

    constructor(
        resources: readonly GraphResource[],
        coordinates: (resource: GraphResource) => readonly Maybe<string>[],
    ) {
        this.every = resources;
        for (const resource of resources) {
            const key = keyOf(coordinates(resource));
            if (key === undefined) {
                this.loose.push(resource);
            } else {
                append(this.certain, key, resource);
            }
        }
    }

    /** Those that certainly stand there, and those that may. */
    at(coordinates: readonly Maybe<string>[]): {
        certain: readonly GraphResource[];
        perhaps: readonly GraphResource[];
    } {
        const key = keyOf(coordinates);
        return key === undefined
            ? { certain: [], perhaps: this.every }
            : { certain: this.certain.get(key) ?? [], perhaps: this.loose };
    }
}

function keyOf(coordinates: readonly Maybe<string>[]): string | undefined {
    return coordinates.some(isUnknown) ? undefined : JSON.stringify(coordinates);
}

/** Endpoint types of a REST API; AWS's default is `EDGE`. The provider takes one as text, an API has a list. */
export function endpointTypes(api: GraphResource): Maybe<readonly string[]> {
    const value = readPath(api.props, "endpointConfiguration.types");
    const list: unknown[] = Array.isArray(value) ? value : [value ?? "EDGE"];
    return list.every((each) => typeof each === "string") ? list : UNKNOWN;
}

/** Whether a REST API has an address in VPCs alone. */
export function isPrivate(api: GraphResource): Answer {
    const types = endpointTypes(api);
    return isUnknown(types) ? "maybe" : types.length > 0 && types.every((type) => type === "PRIVATE") ? "yes" : "no";
}
