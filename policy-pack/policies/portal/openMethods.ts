import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import { all, type Answer, any } from "../identity/statements";
import { isNamed, type Named } from "../named";
import { isPrivate, Places, reference, text } from "./apiReferences";
import { INTEGRATION, METHOD, RESOURCE, REST_API } from "./tokens";

/** Integrations by API, path and method. */
export function methodPlaces(graph: ResourceGraph): Places {
    return new Places(graph.ofType(INTEGRATION), (integration) => placeOf(graph, integration));
}

function placeOf(graph: ResourceGraph, resource: GraphResource) {
    return [
        reference(graph, resource, "restApi", [REST_API]),
        // The root has no resource of its own: its id is one of the API's outputs.
        reference(graph, resource, "resourceId", [RESOURCE, REST_API]),
        httpMethodOf(graph, resource),
    ];
}

/** An integration often takes its method from the `Method` it is for. */
function httpMethodOf(graph: ResourceGraph, resource: GraphResource) {
    const method = text(resource, "httpMethod");
    const sources = (resource.propertyDependencies.httpMethod ?? []).map((urn) => graph.get(urn));
    const [source] = sources.filter((each) => each?.type === METHOD);
    return isUnknown(method) && source !== undefined ? text(source, "httpMethod") : method;
}

/** Whether a GET method may be open: its API is private, and it calls nothing or the configuration names it. */
export function isOpenByDesign(
    graph: ResourceGraph,
    method: GraphResource,
    integrations: Places,
    openMethods: readonly Named[],
): Answer {
    const named = isNamed(method, openMethods) ? "yes" : "no";
    return all([isOnPrivateApi(graph, method), any([named, isMock(graph, method, integrations)])]);
}

function isOnPrivateApi(graph: ResourceGraph, method: GraphResource): Answer {
    const api = reference(graph, method, "restApi", [REST_API]);
    const found = isUnknown(api) ? undefined : graph.get(api);
    return found === undefined ? "maybe" : isPrivate(found);
}

function isMock(graph: ResourceGraph, method: GraphResource, integrations: Places): Answer {
    const { certain, perhaps } = integrations.at(placeOf(graph, method));
    const types = certain.map((integration) => readPath(integration.props, "type"));
    if (types.length === 0) {
        return perhaps.length > 0 ? "maybe" : "no";
    }
    return all(types.map((type) => (isUnknown(type) ? "maybe" : type === "MOCK" ? "yes" : "no")));
}
