import type { ResourceGraph } from "../../../policy-pack/graph";
import type { Cidr } from "../../../policy-pack/net";
import { routerOf } from "../routing/routers";
import type { Arrival } from "../routing/walk";
import type { Part } from "./parts";

/** Every IPv4 address. */
export const EVERYWHERE: Cidr = { base: 0, prefix: 0 };

/** Where packets from any subnet of a part end, for every address there is. */
export function everywhereFrom(graph: ResourceGraph, part: Part): Arrival[] {
    const router = routerOf(graph);
    return part.subnets.flatMap((subnet) => router.from(subnet, EVERYWHERE));
}
