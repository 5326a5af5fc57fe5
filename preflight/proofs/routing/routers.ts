import type { ResourceGraph } from "../../../policy-pack/graph";
import { Router } from "./walk";

const ROUTERS = new WeakMap<ResourceGraph, Router>();

/** The router of a graph; made once, because it remembers what it followed. */
export function routerOf(graph: ResourceGraph): Router {
    const known = ROUTERS.get(graph) ?? new Router(graph);
    ROUTERS.set(graph, known);
    return known;
}
