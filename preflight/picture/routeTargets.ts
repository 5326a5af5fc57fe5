import { type Network, networkTokens, type Route, type RouteTarget } from "../../policy-pack/graph/network";
import { cidrContains, isCidrMistake, parseCidr } from "../../policy-pack/net";
import { isExisting } from "./existingVpc";
import type { LinkKind, Place } from "./model";
import type { PlaceIds } from "./placeIds";

/** Where a route leads in a picture: a node of a VPC, or a place outside that this function describes. */
export interface TargetPlace {
    readonly id: string;
    readonly place?: Place;
}

const TITLES: Readonly<Partial<Record<RouteTarget["kind"], string>>> = {
    "internet-gateway": "Internet gateway",
    "egress-only-internet-gateway": "Egress-only internet gateway",
    "nat-gateway": "NAT gateway",
    "transit-gateway": "Transit gateway",
    "virtual-gateway": "VPN gateway",
    peering: "VPC peering",
    "vpc-endpoint": "VPC endpoint",
    "network-interface": "Network interface",
    "carrier-gateway": "Carrier gateway",
    "local-gateway": "Local gateway",
    "core-network": "Cloud WAN core network",
};

/** The places a route's target means; several where it may be any of them, none for the local route. */
export function targetsOf(target: RouteTarget, network: Network, ids: PlaceIds): readonly TargetPlace[] {
    if (target.kind === "local") {
        return [];
    }
    const { resource } = target;
    if (resource?.type === networkTokens.INTERNET_GATEWAY) {
        return [{ id: ids.gateway(resource) }];
    }
    const places = resource === undefined ? [] : network.subnetsOf(resource).map((subnet) => subnet.resource);
    const standing = target.subnets ?? places;
    if (standing.length > 0) {
        return standing.map((subnet) => ({ id: ids.subnet(subnet) }));
    }
    const name = resource?.name ?? target.id ?? "not known";
    const id = resource === undefined ? ids.elsewhere(name) : ids.gateway(resource);
    return [
        {
            id,
            place: {
                id,
                kind: ["transit-gateway", "virtual-gateway"].includes(target.kind) ? "gateway" : "elsewhere",
                title: TITLES[target.kind] ?? "Target not known",
                lines: [name],
                existing: resource === undefined || isExisting(resource),
            },
        },
    ];
}

/** What a route is for: answers into the VPC's own ranges, the company network, or the way out. */
export function kindOfRoute(
    { destination, target }: Route,
    vpcRanges: readonly string[],
    clientRanges: readonly string[],
): LinkKind {
    if (target.kind === "unknown" || typeof destination.value !== "string") {
        return "unknown";
    }
    const { value } = destination;
    if (isIn(value, vpcRanges)) {
        return "back";
    }
    const toCompany = ["transit-gateway", "virtual-gateway"].includes(target.kind) || isIn(value, clientRanges);
    return toCompany ? "clients" : "out";
}

function isIn(range: string, ranges: readonly string[]): boolean {
    const inner = parseCidr(range);
    return (
        !isCidrMistake(inner) &&
        ranges.some((each) => {
            const outer = parseCidr(each);
            return !isCidrMistake(outer) && cidrContains(outer, inner);
        })
    );
}
