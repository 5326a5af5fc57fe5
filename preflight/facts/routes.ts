import type { GraphResource } from "../../policy-pack/graph";
import { networkTokens as tokens } from "../../policy-pack/graph/network";
import { existing } from "./existing";
import type { Facts, RouteFacts, RouteTableFacts } from "./schema";

/**
 * Property of a `Route` that takes the target, by the beginning of its id. What is not here, `blackhole` included, gives
 * a route without a target, which every proof calls undecided.
 */
const TARGETS: readonly (readonly [string, string])[] = [
    ["igw-", "gatewayId"],
    ["vgw-", "gatewayId"],
    ["eigw-", "egressOnlyGatewayId"],
    ["nat-", "natGatewayId"],
    ["tgw-", "transitGatewayId"],
    ["pcx-", "vpcPeeringConnectionId"],
    ["vpce-", "vpcEndpointId"],
    ["eni-", "networkInterfaceId"],
    ["cagw-", "carrierGatewayId"],
    ["lgw-", "localGatewayId"],
];

const CORE_NETWORK = /^arn:[a-z-]+:networkmanager:/;

/** Route tables with their associations and routes, as resources of their own. */
export function routeTableResources({ vpc, routeTables, endpoints }: Facts): GraphResource[] {
    const gateways = new Set(endpoints.filter(({ type }) => type === "Gateway").map(({ id }) => id));
    return routeTables.flatMap((table) => [
        // The main table is the VPC's default one: a subnet without an association, and a route by its id, find it.
        table.main
            ? existing(tokens.DEFAULT_ROUTE_TABLE, table.id, { defaultRouteTableId: table.id, vpcId: vpc.id })
            : existing(tokens.ROUTE_TABLE, table.id, { vpcId: vpc.id }),
        ...associations(table),
        ...table.routes.filter((each) => isOwn(each, gateways)).map((each) => routeResource(table, each)),
    ]);
}

function associations({ id, subnetIds, gatewayIds }: RouteTableFacts): GraphResource[] {
    const associate = (placed: string, property: string): GraphResource =>
        existing(tokens.ROUTE_TABLE_ASSOCIATION, `${placed}/${id}`, { [property]: placed, routeTableId: id });
    return [
        ...subnetIds.map((subnet) => associate(subnet, "subnetId")),
        ...gatewayIds.map((gateway) => associate(gateway, "gatewayId")),
    ];
}

/** AWS adds the local routes and those of gateway endpoints itself; no program has a `Route` for them. */
function isOwn({ target }: RouteFacts, gateways: ReadonlySet<string>): boolean {
    return target !== "local" && !gateways.has(target);
}

function routeResource({ id }: RouteTableFacts, { destination, target }: RouteFacts): GraphResource {
    const property = CORE_NETWORK.test(target)
        ? "coreNetworkArn"
        : TARGETS.find(([prefix]) => target.startsWith(prefix))?.[1];
    return existing(tokens.ROUTE, `${id}_${destination}`, {
        routeTableId: id,
        [destinationProperty(destination)]: destination,
        ...(property === undefined ? {} : { [property]: target }),
    });
}

function destinationProperty(destination: string): string {
    if (destination.startsWith("pl-")) {
        return "destinationPrefixListId";
    }
    return destination.includes(":") ? "destinationIpv6CidrBlock" : "destinationCidrBlock";
}
