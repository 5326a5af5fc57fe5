import type { Route, RouteTable, Subnet } from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";
import { type PathEnd, routeText } from "./paths";
import { destinationText } from "./ranges";

/**
 * Tables on the ways out of a subnet that have two routes for one destination. AWS takes only one of them, so which way
 * packets go is not what the routes say. Source: VPC user guide, "Route tables": one route per destination.
 */
export function duplicateRoutes(subnet: Subnet, ends: readonly PathEnd[]): Finding[] {
    const places = ends.flatMap(({ steps }) => steps.map(({ place }) => place)).filter((place) => place !== undefined);
    const tables = new Set(
        [subnet, ...places]
            .map(({ table }) => (table.decided ? table.table : undefined))
            .filter((each) => each !== undefined),
    );
    return [...tables].flatMap(duplicatesOf);
}

function duplicatesOf({ name, routes }: RouteTable): Finding[] {
    const byDestination = new Map<string, Route[]>();
    for (const route of routes.filter(({ destination }) => typeof destination.value === "string")) {
        const destination = destinationText(route);
        byDestination.set(destination, [...(byDestination.get(destination) ?? []), route]);
    }
    return [...byDestination]
        .filter(([, same]) => same.length > 1)
        .map(([destination, same]) => ({
            verdict: "broken",
            text: `route table ${name} has ${same.length} routes for ${destination}: ${same.map(routeText).join("; ")}`,
            fix: `Leave one route for ${destination} in ${name}.`,
        }));
}
