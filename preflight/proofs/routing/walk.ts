import { type GraphResource, isUnknown, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import {
    type Network,
    networkOf,
    networkTokens as tokens,
    type Route,
    type RouteTable,
    type Subnet,
    type Transit,
    type TransitAttachment,
    transitOf,
} from "../../../policy-pack/graph/network";
import { type Cidr, formatCidr } from "../../../policy-pack/net";
import { isFirewall, placesOf, routeText } from "../network/paths";
import { readRange } from "../network/ranges";
import { longestPrefix, type Ranged } from "./longestPrefix";
import { type TransitEnd, transitEnds } from "./transitEnds";

/**
 * Where packets for a range end.
 * - `delivered`: in a VPC of this graph that has the addresses.
 * - `dropped`: no route, a blackhole, an attachment that carries nothing.
 * - `internet`: at an internet gateway.
 * - `outside`: at an attachment, peering or VPN whose other side is not in this graph.
 * - `unknown`: cannot be told.
 */
export interface Arrival {
    readonly kind: "delivered" | "dropped" | "internet" | "outside" | "unknown";
    readonly range: Cidr;
    /** For `delivered`. */
    readonly vpc?: GraphResource;
    /** For `outside`: id of the attachment or connection. */
    readonly id?: string;
    /** Each hop in words. */
    readonly hops: readonly string[];
    /** Firewalls passed. */
    readonly firewalls: readonly Step[];
    /** Subnets of the NAT gateways passed. */
    readonly nats: readonly Subnet[];
    /** How often it passed a transit gateway. */
    readonly transits: number;
}

/** A firewall on the way, with the subnet of its endpoint. */
export interface Step {
    readonly firewall: GraphResource;
    readonly places: readonly Subnet[];
}

interface Trail extends Pick<Arrival, "hops" | "firewalls" | "nats" | "transits"> {
    readonly seen: ReadonlySet<string>;
}

const START: Trail = { hops: [], firewalls: [], nats: [], transits: 0, seen: new Set() };

/**
 * Follows packets over route tables, transit gateways and peerings, for all addresses of a range at once. Groups, network
 * ACLs and what a firewall drops are not looked at: an upper bound of what is reached.
 */
export class Router {
    readonly network: Network;
    readonly transit: Transit;
    private readonly followed = new Map<string, Arrival[]>();

    constructor(private readonly graph: ResourceGraph) {
        this.network = networkOf(graph);
        this.transit = transitOf(graph);
    }

    /** Packets that leave an interface in the subnet. */
    from(subnet: Subnet, range: Cidr): Arrival[] {
        const key = `${subnet.resource.urn} ${formatCidr(range)}`;
        const known = this.followed.get(key) ?? this.inSubnet(subnet, range, START);
        this.followed.set(key, known);
        return known;
    }

    /** Packets that come in from a network elsewhere, through its attachment to the transit gateway. */
    fromAttachment(id: string, range: Cidr): Arrival[] {
        const trail = say({ ...START, transits: 1 }, `attachment ${id}`);
        return transitEnds(this.transit, this.transit.tableOfId(id), range).flatMap((end) => this.outOf(end, trail));
    }

    /** Packets that come in through an attachment of this graph. */
    through(attachment: TransitAttachment, range: Cidr): Arrival[] {
        return this.inTransit(attachment, range, START);
    }

    private inSubnet(subnet: Subnet, range: Cidr, trail: Trail): Arrival[] {
        const { resource, table } = subnet;
        const key = `${resource.urn} ${formatCidr(range)}`;
        const here = say(trail, `subnet ${resource.name}`);
        if (trail.seen.has(key)) {
            return [ended("dropped", range, here, "goes in a circle")];
        }
        const next = { ...here, seen: new Set([...trail.seen, key]) };
        if (!table.decided) {
            return [ended("unknown", range, next, `its route table is not decided: ${table.why}`)];
        }
        const [vpc] = subnet.vpc.undecided === undefined ? subnet.vpc.found : [];
        return vpc === undefined
            ? [ended("unknown", range, next, "its VPC is not known")]
            : this.byTable(table.table, vpc, range, next);
    }

    private byTable(table: RouteTable, vpc: GraphResource, range: Cidr, trail: Trail): Arrival[] {
        const here = say(trail, `route table ${table.name}`);
        const { ranged, unread } = this.routesOf(table, vpc);
        return [
            ...[...table.undecided, ...unread].map((why) => ended("unknown", range, here, why)),
            ...longestPrefix(ranged, range).flatMap(({ range: part, by }) =>
                by.length === 0
                    ? [ended("dropped", part, here, `no route for ${formatCidr(part)}`)]
                    : // Of two routes for one range AWS keeps one: either may be it.
                      by.flatMap((route) => this.byRoute(route, vpc, part, here)),
            ),
        ];
    }

    /** The routes that can be read, with the VPC's own. */
    private routesOf(
        table: RouteTable,
        vpc: GraphResource,
    ): { ranged: readonly Ranged<Route | "local">[]; unread: readonly string[] } {
        const own = this.network.vpcs.find(({ resource }) => resource === vpc)?.cidrs ?? [];
        const ranged: Ranged<Route | "local">[] = [];
        const unread: string[] = [];
        for (const cidr of own) {
            const range = readRange(cidr);
            if (range === undefined) {
                unread.push(`a range of VPC ${vpc.name} is not known`);
            } else {
                ranged.push({ range, what: "local" });
            }
        }
        for (const route of table.routes) {
            const range = readRange(route.destination.value);
            if (route.destination.kind === "ipv4" && range !== undefined) {
                ranged.push({ range, what: route.target.kind === "local" ? "local" : route });
            } else if (route.destination.kind !== "ipv6" && route.target.resource?.type !== tokens.ENDPOINT) {
                unread.push(`the destination of ${routeText(route)} cannot be read`);
            }
        }
        return { ranged, unread };
    }

    private byRoute(route: Route | "local", vpc: GraphResource, range: Cidr, trail: Trail): Arrival[] {
        if (route === "local") {
            return [{ ...ended("delivered", range, trail, `VPC ${vpc.name}`), vpc }];
        }
        const here = say(trail, routeText(route));
        const { kind, resource, id } = route.target;
        switch (kind) {
            case "internet-gateway":
            case "egress-only-internet-gateway":
            case "carrier-gateway":
                return [ended("internet", range, here)];
            case "nat-gateway":
            case "vpc-endpoint":
                return this.into(route, range, here);
            case "transit-gateway":
                return this.intoTransit(vpc, resource, range, here);
            case "peering":
                return this.overPeering(vpc, resource, id, range, here);
            case "virtual-gateway":
            case "local-gateway":
            case "core-network":
                return [{ ...ended("outside", range, here), ...(id === undefined ? {} : { id }) }];
            case "local":
            case "network-interface":
            case "unknown":
                return [ended("unknown", range, here, "cannot be followed")];
        }
    }

    /** A NAT gateway or firewall endpoint forwards by the table of the subnet it stands in. */
    private into(route: Route, range: Cidr, trail: Trail): Arrival[] {
        const places = placesOf(this.network, route);
        const { resource } = route.target;
        if (places.length === 0) {
            return [ended("unknown", range, trail, "its subnet is not in this stack or not known")];
        }
        return places.flatMap((place) => this.inSubnet(place, range, passed(trail, route, resource, places, place)));
    }

    private intoTransit(vpc: GraphResource, gateway: GraphResource | undefined, range: Cidr, trail: Trail): Arrival[] {
        if (gateway === undefined) {
            return [ended("outside", range, trail, "its gateway is not in this stack or not known")];
        }
        const [own, ...more] = this.transit.attachments.filter(
            (each) => each.vpc.found.includes(vpc) && each.gateway.found.includes(gateway),
        );
        if (own === undefined) {
            return [ended("dropped", range, trail, `${vpc.name} is not attached to ${gateway.name}`)];
        }
        if (more.length > 0 || own.vpc.undecided !== undefined || own.gateway.undecided !== undefined) {
            return [ended("unknown", range, trail, `by which attachment ${vpc.name} leaves is not known`)];
        }
        return this.inTransit(own, range, trail);
    }

    private inTransit(attachment: TransitAttachment, range: Cidr, trail: Trail): Arrival[] {
        const here = say({ ...trail, transits: trail.transits + 1 }, `attachment ${attachment.resource.name}`);
        return attachment.pending === undefined
            ? transitEnds(this.transit, this.transit.tableOf(attachment), range).flatMap((end) => this.outOf(end, here))
            : [ended("dropped", range, here, attachment.pending)];
    }

    private outOf({ kind, attachment, id, range, hops }: TransitEnd, trail: Trail): Arrival[] {
        const here = say(trail, ...hops);
        if (kind !== "attachment") {
            return [ended(kind, range, here)];
        }
        if (attachment === undefined) {
            return [{ ...ended("outside", range, here), ...(id === undefined ? {} : { id }) }];
        }
        const { subnets, pending, resource } = attachment;
        if (pending !== undefined) {
            return [ended("dropped", range, here, pending)];
        }
        const places = subnets.found.map((each) => this.network.subnet(each)).filter((each) => each !== undefined);
        return subnets.undecided !== undefined || places.length === 0
            ? [ended("unknown", range, here, `the subnets of ${resource.name} are not known`)]
            : places.flatMap((place) => this.inSubnet(place, range, here));
    }

    /** A peering carries packets for the other VPC's own addresses only. Source: VPC peering guide, "edge to edge routing". */
    private overPeering(
        vpc: GraphResource,
        peering: GraphResource | undefined,
        id: string | undefined,
        range: Cidr,
        trail: Trail,
    ): Arrival[] {
        if (peering === undefined) {
            return [{ ...ended("outside", range, trail), ...(id === undefined ? {} : { id }) }];
        }
        const side = (path: string): GraphResource | undefined => {
            const { found, undecided } = resolveOne(this.graph, peering, path, [tokens.VPC]);
            return undecided === undefined ? found[0] : undefined;
        };
        const [requester, accepter] = [side("vpcId"), side("peerVpcId")];
        const other = requester === vpc ? accepter : requester;
        if (other === undefined || (requester !== vpc && accepter !== vpc)) {
            return [{ ...ended("outside", range, trail), id: peering.name }];
        }
        const own = this.network.vpcs.find(({ resource }) => resource === other)?.cidrs ?? [];
        if (own.some(isUnknown)) {
            return [ended("unknown", range, trail, `a range of VPC ${other.name} is not known`)];
        }
        const ranged = own.flatMap((each) => readRange(each) ?? []).map((each) => ({ range: each, what: other }));
        return longestPrefix(ranged, range).map(({ range: part, by }) =>
            by.length === 0
                ? ended("dropped", part, trail, `${formatCidr(part)} is not of VPC ${other.name}`)
                : { ...ended("delivered", part, trail, `VPC ${other.name}`), vpc: other },
        );
    }
}

function say(trail: Trail, ...hops: readonly string[]): Trail {
    return { ...trail, hops: [...trail.hops, ...hops] };
}

/** Remembers a firewall or NAT gateway. */
function passed(
    trail: Trail,
    { target: { kind } }: Route,
    resource: GraphResource | undefined,
    places: readonly Subnet[],
    place: Subnet,
): Trail {
    if (kind === "nat-gateway") {
        return { ...trail, nats: [...trail.nats, place] };
    }
    return resource !== undefined && isFirewall(resource)
        ? { ...trail, firewalls: [...trail.firewalls, { firewall: resource, places }] }
        : trail;
}

function ended(kind: Arrival["kind"], range: Cidr, trail: Trail, ...more: readonly string[]): Arrival {
    const { firewalls, hops, nats, transits } = trail;
    return { kind, range, hops: [...hops, ...more], firewalls, nats, transits };
}
