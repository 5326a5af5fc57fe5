import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import type { Finding } from "../definition";
import { shown, undecided, violation } from "../findings";
import { reference } from "./apiReferences";
import { HTTP_API, ROUTE } from "./tokens";

const FIX = "Set JWT or CUSTOM with an authorizer, or AWS_IAM.";

/** What routes of HTTP and WebSocket APIs lack. */
export function checkRoutes(graph: ResourceGraph): Finding[] {
    return graph.ofType(ROUTE).flatMap((route) => checkRoute(graph, route));
}

function checkRoute(graph: ResourceGraph, route: GraphResource): Finding[] {
    const { authorizationType, routeKey } = route.props;
    const isNone = (authorizationType ?? "NONE") === "NONE";
    if (!isUnknown(authorizationType) && !isNone) {
        return [];
    }
    const needed = isUnknown(routeKey) ? "maybe" : needsAuthorization(routeKey, () => protocolOf(graph, route));
    if (needed === "no") {
        return [];
    }
    if (isUnknown(authorizationType)) {
        return [undecided(route, "authorizationType is not known yet; it must not be NONE.")];
    }
    if (needed === "maybe") {
        return [
            undecided(
                route,
                "authorizationType is NONE; whether this route may have it shows in routeKey and in the API's protocolType, which are not known yet.",
            ),
        ];
    }
    const unset = authorizationType === undefined || authorizationType === null;
    const found = unset ? "not set, which means NONE" : shown(authorizationType, ["NONE"]);
    return [violation(route, `authorizationType is ${found}: anybody may call it. ${FIX}`)];
}

/**
 * A WebSocket API asks who it is on `$connect`, once for the connection; its other routes take no authorization. Source:
 * API Gateway developer guide, "Control and manage access to WebSocket APIs".
 */
function needsAuthorization(routeKey: unknown, protocol: () => unknown): "yes" | "no" | "maybe" {
    if (routeKey === "$connect") {
        return "yes";
    }
    if (typeof routeKey === "string" && /^[A-Z]+ \//.test(routeKey)) {
        return routeKey.startsWith("OPTIONS ") ? "no" : "yes";
    }
    if (routeKey !== "$default") {
        return "no";
    }
    const known = protocol();
    return isUnknown(known) || known === undefined ? "maybe" : known === "WEBSOCKET" ? "no" : "yes";
}

/** Undefined for an API made elsewhere. */
function protocolOf(graph: ResourceGraph, route: GraphResource): unknown {
    const api = reference(graph, route, "apiId", [HTTP_API]);
    const found = isUnknown(api) ? undefined : graph.get(api);
    return found === undefined ? undefined : readPath(found.props, "protocolType");
}
