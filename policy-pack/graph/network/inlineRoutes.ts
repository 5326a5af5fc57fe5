import type { ResourceGraph } from "../graph";
import type { GraphResource } from "../types";
import { isUnknown, UNKNOWN } from "../unknown";
import type { FirewallEndpoints } from "./firewallEndpoints";
import { readRoute } from "./routes";
import type { Route } from "./types";

/** Routes that a table lists itself, and why some may be missing. */
export function inlineRoutes(
    graph: ResourceGraph,
    firewalls: FirewallEndpoints,
    table: GraphResource,
): { routes: readonly Route[]; undecided?: readonly string[] } {
    const list = table.props.routes;
    if (isUnknown(list)) {
        return { routes: [], undecided: [`the routes of ${table.name} are not known yet`] };
    }
    if (!Array.isArray(list)) {
        return { routes: [] };
    }
    return {
        routes: list.map((route, index) => {
            const path = `routes.${index}`;
            return isUnknown(route)
                ? unknownRoute(table, firewalls.mayBeAt(table, path))
                : readRoute(graph, firewalls, table, path);
        }),
    };
}

function unknownRoute(table: GraphResource, mayBeFirewall: boolean): Route {
    return {
        resource: table,
        destination: { kind: "unknown", value: UNKNOWN },
        target: { kind: "unknown", ...(mayBeFirewall ? { mayBeFirewall } : {}) },
    };
}
