import type { GraphResource } from "../../../policy-pack/graph";
import type { Network, Route, RouteTable, Subnet } from "../../../policy-pack/graph/network";
import { isSpecialPurpose } from "../../../policy-pack/net";
import { destinationText, readRange } from "./ranges";

/** Where one way out of a subnet ends. */
export interface PathEnd {
    /** `internet`: an internet gateway. `unknown`: cannot be told from this stack. */
    readonly kind: "internet" | "unknown";
    /** Each hop in words, from the subnet on. */
    readonly hops: readonly string[];
}

/** Every way a packet for a public address can take out of the subnet, followed hop by hop over the route tables. */
export function waysOut(network: Network, subnet: Subnet): PathEnd[] {
    return follow(network, subnet, [`subnet ${subnet.resource.name}`], new Set());
}

function follow(network: Network, subnet: Subnet, hops: readonly string[], seen: ReadonlySet<string>): PathEnd[] {
    if (seen.has(subnet.resource.urn)) {
        return [];
    }
    const next = new Set([...seen, subnet.resource.urn]);
    if (!subnet.table.decided) {
        const candidates = subnet.table.candidates.flatMap((table) => followTable(network, table, hops, next));
        return [
            ...candidates,
            { kind: "unknown", hops: [...hops, `its route table is not decided: ${subnet.table.why}`] },
        ];
    }
    return followTable(network, subnet.table.table, hops, next);
}

function followTable(
    network: Network,
    table: RouteTable,
    hops: readonly string[],
    seen: ReadonlySet<string>,
): PathEnd[] {
    const here = [...hops, `route table ${table.name}`];
    const unread: PathEnd[] = table.undecided.map((why) => ({ kind: "unknown", hops: [...here, why] }));
    return [...unread, ...table.routes.flatMap((route) => followRoute(network, route, here, seen))];
}

function followRoute(network: Network, route: Route, hops: readonly string[], seen: ReadonlySet<string>): PathEnd[] {
    const { target } = route;
    const where = target.resource?.name ?? target.id ?? "not known";
    const here = [...hops, `route ${route.resource.name} (${destinationText(route)}) to ${target.kind} ${where}`];
    switch (target.kind) {
        case "local":
            return [];
        case "internet-gateway":
        case "egress-only-internet-gateway":
        case "carrier-gateway":
            return [{ kind: "internet", hops: here }];
        case "nat-gateway":
        case "vpc-endpoint":
            return followInto(network, target.resource, here, seen);
        case "transit-gateway":
        case "virtual-gateway":
        case "peering":
        case "local-gateway":
        case "core-network":
            // What lies behind is another network's matter; a private destination is not the internet.
            return onlyPrivate(route) ? [] : [{ kind: "unknown", hops: [...here, "leaves this stack"] }];
        case "network-interface":
        case "unknown":
            return [{ kind: "unknown", hops: [...here, "cannot be followed"] }];
    }
}

/** A NAT gateway or firewall endpoint forwards by the table of the subnet it stands in. */
function followInto(
    network: Network,
    hop: GraphResource | undefined,
    hops: readonly string[],
    seen: ReadonlySet<string>,
): PathEnd[] {
    const subnets = hop === undefined ? [] : network.subnetsOf(hop);
    if (subnets.length === 0) {
        return [{ kind: "unknown", hops: [...hops, "its subnet is not in this stack"] }];
    }
    return subnets.flatMap((subnet) => follow(network, subnet, [...hops, `subnet ${subnet.resource.name}`], seen));
}

function onlyPrivate({ destination }: Route): boolean {
    const range = destination.kind === "ipv4" ? readRange(destination.value) : undefined;
    return range !== undefined && isSpecialPurpose(range);
}
