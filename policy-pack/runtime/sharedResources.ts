import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";

import { type GraphResource, ResourceGraph } from "../graph";
import { fromResourceArgs, fromStackResources } from "../graph/fromPolicyResources";
import { isShared } from "./sharedValues";

/** Under this name Pulumi's proxy answers with the object behind it. */
const BEHIND_PROXY = "__getSpecialProxyTarget";

/** By the values of a request, so that what was made of them goes when the request does. */
const RESOURCES = new WeakMap<object, GraphResource>();
const GRAPHS = new WeakMap<object, { readonly values: readonly object[]; readonly graph: ResourceGraph }>();

/** What a resource policy is shown; read once for all policies of a request where the SDK shares its values. */
export function resourceOf(args: ResourceValidationArgs): GraphResource {
    const values = sharedValues(args.props);
    const known = values && RESOURCES.get(values);
    if (known !== undefined) {
        return known;
    }
    const resource = fromResourceArgs(args);
    if (values !== undefined) {
        RESOURCES.set(values, resource);
    }
    return resource;
}

/**
 * The graph a stack policy is shown; built once for all policies of a request where the SDK shares its values, and with
 * it every model that is kept by graph.
 */
export function graphOf(resources: readonly PolicyResource[]): ResourceGraph {
    const values = resources.map(({ props }) => sharedValues(props));
    const [first] = values;
    const known = first && GRAPHS.get(first);
    if (known?.values.length === values.length && known.values.every((each, index) => each === values[index])) {
        return known.graph;
    }
    const graph = new ResourceGraph(fromStackResources(resources));
    if (first !== undefined && values.every((each) => each !== undefined)) {
        GRAPHS.set(first, { values, graph });
    }
    return graph;
}

/** The values behind the proxy, when they stand for one message: then whatever else it says is the same as well. */
function sharedValues(props: Record<string, unknown>): object | undefined {
    try {
        const behind = props[BEHIND_PROXY];
        return isShared(behind) ? behind : undefined;
    } catch {
        return undefined;
    }
}
