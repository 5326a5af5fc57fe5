import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { type Network, type Route, type Subnet, transitOf } from "../../graph/topology";
import { isAnywhere } from "./anywhere";

/** Subnets by which packets of attached networks come in from a transit gateway. */
export function gatewaySubnets(graph: ResourceGraph): ReadonlySet<GraphResource> {
    return new Set(transitOf(graph).attachments.flatMap(({ subnets }) => subnets.found));
}

/** Ranges a firewall's subnet sends to a transit gateway: whose answers it hands back there. */
export function rangesBehindGateway({ table }: Subnet): readonly string[] {
    const routes = table.decided ? table.table.routes : [];
    return routes.flatMap(({ destination: { kind, value }, target }) =>
        target.kind === "transit-gateway" && kind === "ipv4" && !isUnknown(value) && isAnywhere(value) === false
            ? [value]
            : [],
    );
}

/**
 * Whether a route to a firewall carries answers to attached networks: the firewall's own subnet hands the same range to
 * the transit gateway, and subnets of the gateway send what comes from there to the same firewall.
 */
export function isReturnToAttached(
    network: Network,
    fromGateway: ReadonlySet<GraphResource>,
    { destination: { value }, target }: Route,
): boolean {
    const { resource: firewall, subnets = [], subnetsUndecided } = target;
    const places = subnets.map((each) => network.subnet(each)).filter((each) => each !== undefined);
    const handedOn =
        subnetsUndecided === undefined &&
        places.length > 0 &&
        places.every((place) => !isUnknown(value) && rangesBehindGateway(place).includes(value));
    return (
        handedOn &&
        network.subnets.some(
            ({ resource, table }) =>
                fromGateway.has(resource) &&
                table.decided &&
                table.table.routes.some(
                    (route) => route.target.resource === firewall && isAnywhere(route.destination.value) === true,
                ),
        )
    );
}
