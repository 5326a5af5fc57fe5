import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath, UNKNOWN } from "../unknown";
import type { FirewallEndpoints } from "./firewallEndpoints";
import * as tokens from "./tokens";
import type { Route, RouteDestination, RouteTarget, TargetKind } from "./types";

interface TargetField {
    /** Input property of a `Route` or of an inline route. */
    readonly field: string;
    readonly kinds: readonly { kind: TargetKind; types: readonly string[]; idPrefix?: string }[];
}

/** Every target a route can name; `gatewayId` serves two kinds of gateway and the word `local`. */
const TARGET_FIELDS: readonly TargetField[] = [
    {
        field: "gatewayId",
        kinds: [
            { kind: "internet-gateway", types: [tokens.INTERNET_GATEWAY], idPrefix: "igw-" },
            { kind: "virtual-gateway", types: [tokens.VPN_GATEWAY], idPrefix: "vgw-" },
            { kind: "vpc-endpoint", types: [tokens.ENDPOINT], idPrefix: "vpce-" },
        ],
    },
    {
        field: "egressOnlyGatewayId",
        kinds: [{ kind: "egress-only-internet-gateway", types: [tokens.EGRESS_ONLY_GATEWAY] }],
    },
    { field: "natGatewayId", kinds: [{ kind: "nat-gateway", types: [tokens.NAT_GATEWAY] }] },
    { field: "transitGatewayId", kinds: [{ kind: "transit-gateway", types: [tokens.TRANSIT_GATEWAY] }] },
    {
        field: "vpcPeeringConnectionId",
        kinds: [{ kind: "peering", types: [tokens.PEERING, tokens.PEERING_ACCEPTER] }],
    },
    {
        // A firewall itself stands for an endpoint of it that nobody can tell from the others.
        field: "vpcEndpointId",
        kinds: [{ kind: "vpc-endpoint", types: [tokens.ENDPOINT, tokens.FIREWALL] }],
    },
    { field: "networkInterfaceId", kinds: [{ kind: "network-interface", types: [tokens.NETWORK_INTERFACE] }] },
    { field: "instanceId", kinds: [{ kind: "network-interface", types: [] }] },
    { field: "carrierGatewayId", kinds: [{ kind: "carrier-gateway", types: [] }] },
    { field: "localGatewayId", kinds: [{ kind: "local-gateway", types: [] }] },
    { field: "coreNetworkArn", kinds: [{ kind: "core-network", types: [] }] },
];

/** Reads the route at `path` of a resource: the resource itself (`""`), or one element of its inline list. */
export function readRoute(
    graph: ResourceGraph,
    firewalls: FirewallEndpoints,
    resource: GraphResource,
    path: string,
): Route {
    const at = (field: string): string => (path === "" ? field : `${path}.${field}`);
    return { resource, destination: destinationOf(resource, at), target: targetOf(graph, firewalls, resource, at) };
}

function destinationOf(resource: GraphResource, at: (field: string) => string): RouteDestination {
    const first = (fields: readonly string[]): unknown =>
        fields.map((field) => readPath(resource.props, at(field))).find(isSet);
    const ipv4 = first(["destinationCidrBlock", "cidrBlock"]);
    if (typeof ipv4 === "string") {
        return { kind: "ipv4", value: ipv4 };
    }
    const ipv6 = first(["destinationIpv6CidrBlock", "ipv6CidrBlock"]);
    if (typeof ipv6 === "string") {
        return { kind: "ipv6", value: ipv6 };
    }
    const list = first(["destinationPrefixListId"]);
    if (list !== undefined && ipv4 === undefined && ipv6 === undefined) {
        return { kind: "prefix-list", value: typeof list === "string" ? list : UNKNOWN };
    }
    return { kind: "unknown", value: UNKNOWN };
}

function targetOf(
    graph: ResourceGraph,
    firewalls: FirewallEndpoints,
    resource: GraphResource,
    at: (field: string) => string,
): RouteTarget {
    const set = targetFields(resource, at);
    const [only] = set;
    if (only === undefined || set.length > 1) {
        const mayBeFirewall = set.some(
            (field) => isEndpointField(field) && firewalls.mayBeAt(resource, at(field.field)),
        );
        return {
            kind: "unknown",
            possible: set.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)),
            ...(mayBeFirewall ? { mayBeFirewall } : {}),
        };
    }
    const path = at(only.field);
    const value = readPath(resource.props, path);
    if (value === "local") {
        return { kind: "local" };
    }
    const endpoint = isEndpointField(only) ? firewalls.at(resource, path) : undefined;
    if (endpoint !== undefined) {
        const { firewall, subnets, undecided } = endpoint;
        return {
            kind: "vpc-endpoint",
            resource: firewall,
            subnets,
            ...(undecided === undefined ? {} : { subnetsUndecided: undecided }),
        };
    }
    const target = otherTarget(graph, resource, path, only);
    const mayBeFirewall =
        isEndpointField(only) &&
        [target.kind, ...(target.possible ?? [])].includes("vpc-endpoint") &&
        target.resource === undefined &&
        firewalls.mayBeAt(resource, path);
    return mayBeFirewall ? { ...target, mayBeFirewall } : target;
}

function otherTarget(graph: ResourceGraph, resource: GraphResource, path: string, field: TargetField): RouteTarget {
    const value = readPath(resource.props, path);
    const { found, undecided } = resolveOne(
        graph,
        resource,
        path,
        field.kinds.flatMap(({ types }) => types),
    );
    const kinds = [...new Set(found.map((target) => kindOfType(field, target.type)))];
    if (kinds.length === 1 && kinds[0] !== undefined) {
        const [resourceFound] = found;
        return { kind: kinds[0], ...(undecided === undefined && resourceFound ? { resource: resourceFound } : {}) };
    }
    if (kinds.length > 1) {
        return { kind: "unknown", possible: kinds };
    }
    const kind = typeof value === "string" ? kindOfId(field, value) : soleKind(field);
    return {
        kind: kind ?? "unknown",
        ...(typeof value === "string" ? { id: value } : {}),
        ...(kind === undefined ? { possible: field.kinds.map((each) => each.kind) } : {}),
    };
}

/**
 * Fields that may hold the target. A route has one target; besides it stand fields AWS computes, which are unknown at a
 * preview: a known value or one with dependencies is the program's own.
 */
function targetFields(resource: GraphResource, at: (field: string) => string): readonly TargetField[] {
    const set = TARGET_FIELDS.filter(({ field }) => isSet(readPath(resource.props, at(field))));
    const given = set.filter(
        ({ field }) =>
            !isUnknown(readPath(resource.props, at(field))) ||
            (resource.propertyDependencies[at(field).split(".")[0] ?? ""] ?? []).length > 0,
    );
    return given.length > 0 ? given : set;
}

function isEndpointField({ kinds }: TargetField): boolean {
    return kinds.some(({ kind }) => kind === "vpc-endpoint");
}

function kindOfType(field: TargetField, type: string): TargetKind {
    return field.kinds.find(({ types }) => types.includes(type))?.kind ?? "unknown";
}

function kindOfId(field: TargetField, id: string): TargetKind | undefined {
    return (
        soleKind(field) ?? field.kinds.find(({ idPrefix }) => idPrefix !== undefined && id.startsWith(idPrefix))?.kind
    );
}

function soleKind(field: TargetField): TargetKind | undefined {
    return field.kinds.length === 1 ? field.kinds[0]?.kind : undefined;
}

function isSet(value: unknown): boolean {
    return isUnknown(value) || (value !== undefined && value !== "");
}
