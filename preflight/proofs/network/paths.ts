import type { GraphResource } from "../../../policy-pack/graph";
import {
    type Network,
    networkTokens,
    type Route,
    type RouteTable,
    type Subnet,
} from "../../../policy-pack/graph/network";
import { isSpecialPurpose } from "../../../policy-pack/net";
import { destinationText, readRange } from "./ranges";

/** One step of a way out: a route, and where its target stands. */
export interface Step {
    readonly route: Route;
    /** Subnet of the NAT gateway or firewall endpoint; absent for a gateway at the edge of the VPC. */
    readonly place?: Subnet;
    /** True when the target may stand in another subnet instead. */
    readonly uncertain?: boolean;
}

/** Where one way out of a subnet ends. */
export interface PathEnd {
    /** `internet`: an internet gateway. `nowhere`: a hop that does not exist. `unknown`: cannot be told from this stack. */
    readonly kind: "internet" | "nowhere" | "unknown";
    /** Each hop in words, from the subnet on. */
    readonly hops: readonly string[];
    readonly steps: readonly Step[];
}

/** What was walked so far. */
interface Trail {
    readonly hops: readonly string[];
    readonly steps: readonly Step[];
    readonly seen: ReadonlySet<Subnet>;
}

/** Every way a packet for a public address can take out of the subnet, followed hop by hop over the route tables. */
export function waysOut(network: Network, subnet: Subnet): PathEnd[] {
    return follow(network, subnet, { hops: [`subnet ${subnet.resource.name}`], steps: [], seen: new Set() });
}

function follow(network: Network, subnet: Subnet, trail: Trail): PathEnd[] {
    if (trail.seen.has(subnet)) {
        return [];
    }
    const next = { ...trail, seen: new Set([...trail.seen, subnet]) };
    if (!subnet.table.decided) {
        const candidates = subnet.table.candidates.flatMap((table) => followTable(network, table, next));
        return [...candidates, unknown(trail, `its route table is not decided: ${subnet.table.why}`)];
    }
    return followTable(network, subnet.table.table, next);
}

function followTable(network: Network, table: RouteTable, trail: Trail): PathEnd[] {
    const here = { ...trail, hops: [...trail.hops, `route table ${table.name}`] };
    return [
        ...table.undecided.map((why) => unknown(here, why)),
        ...table.routes.flatMap((route) => followRoute(network, route, here)),
    ];
}

function followRoute(network: Network, route: Route, trail: Trail): PathEnd[] {
    const here = { ...trail, hops: [...trail.hops, routeText(route)] };
    switch (route.target.kind) {
        case "local":
            return [];
        case "internet-gateway":
        case "egress-only-internet-gateway":
        case "carrier-gateway":
            return [{ kind: "internet", hops: here.hops, steps: [...trail.steps, { route }] }];
        case "nat-gateway":
        case "vpc-endpoint":
            return onlyPrivate(route) || isGatewayEndpoint(network, route) ? [] : followInto(network, route, here);
        case "transit-gateway":
        case "virtual-gateway":
        case "peering":
        case "local-gateway":
        case "core-network":
            // What lies behind is another network's matter; a private destination is not the internet.
            return onlyPrivate(route) ? [] : [unknown(here, "leaves this stack")];
        case "network-interface":
        case "unknown":
            return [unknown(here, "cannot be followed")];
    }
}

/** A NAT gateway or firewall endpoint forwards by the table of the subnet it stands in. */
function followInto(network: Network, route: Route, trail: Trail): PathEnd[] {
    const places = placesOf(network, route);
    if (places.length === 0) {
        const { resource, subnets } = route.target;
        if (resource !== undefined && subnets !== undefined) {
            const hops = [...trail.hops, `${resource.name} has no mapping for the subnet of that endpoint`];
            return [{ kind: "nowhere", hops, steps: trail.steps }];
        }
        return [unknown(trail, "its subnet is not in this stack")];
    }
    return places.flatMap((place) => {
        const step = { route, place, ...(places.length > 1 ? { uncertain: true } : {}) };
        const hops = [...trail.hops, `subnet ${place.resource.name}`];
        return follow(network, place, { ...trail, hops, steps: [...trail.steps, step] });
    });
}

/** Subnets the NAT gateway or firewall endpoint at the end of a route may stand in; none for other targets. */
export function placesOf(network: Network, { target }: Route): readonly Subnet[] {
    if (target.subnets !== undefined) {
        return target.subnets.map((subnet) => network.subnet(subnet)).filter((subnet) => subnet !== undefined);
    }
    const stands = target.kind === "nat-gateway" || target.kind === "vpc-endpoint";
    return stands && target.resource !== undefined ? network.subnetsOf(target.resource) : [];
}

/** A route of a gateway endpoint ends at the service. */
function isGatewayEndpoint(network: Network, { target }: Route): boolean {
    return network.endpoints.some(({ resource, type }) => resource === target.resource && type === "Gateway");
}

function unknown({ hops, steps }: Trail, why: string): PathEnd {
    return { kind: "unknown", hops: [...hops, why], steps };
}

/** A route in words: its name, destination and target. */
export function routeText(route: Route): string {
    const { target } = route;
    const where = target.resource?.name ?? target.id ?? "not known";
    return `route ${route.resource.name} (${destinationText(route)}) to ${target.kind} ${where}`;
}

/** Whether the route is for every IPv4 address. */
export function isDefault({ destination }: Route): boolean {
    return destination.kind === "ipv4" && readRange(destination.value)?.prefix === 0;
}

/** Whether the resource is a Network Firewall. */
export function isFirewall(resource: GraphResource | undefined): boolean {
    return resource?.type === networkTokens.FIREWALL;
}

/** Where the default route of a subnet stops short of the internet, in words; for a subnet without any way out. */
export function whereItStops(network: Network, start: Subnet): string {
    const hops = [`subnet ${start.resource.name}`];
    const seen = new Set<Subnet>();
    let subnet: Subnet | undefined = start;
    while (subnet !== undefined && !seen.has(subnet)) {
        seen.add(subnet);
        if (!subnet.table.decided) {
            return [...hops, `its route table is not decided: ${subnet.table.why}`].join(" > ");
        }
        const { table } = subnet.table;
        const route = table.routes.find(isDefault);
        if (route === undefined) {
            return [...hops, `route table ${table.name} has no default route`].join(" > ");
        }
        hops.push(`route table ${table.name}`, routeText(route));
        [subnet] = placesOf(network, route);
        if (subnet !== undefined) {
            hops.push(`subnet ${subnet.resource.name}`);
        }
    }
    return [...hops, subnet === undefined ? "ends there" : "goes in a circle"].join(" > ");
}

function onlyPrivate({ destination }: Route): boolean {
    const range = destination.kind === "ipv4" ? readRange(destination.value) : undefined;
    return range !== undefined && isSpecialPurpose(range);
}
