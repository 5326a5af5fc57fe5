import type { GraphResource } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { exchanged, given, type Mutation, ofType, type Resources } from "../edit";

/** Properties by which a part is bound to a zone, and the parts that have one per zone, by the end of their name. */
const BOUND: readonly (readonly [type: string, name: RegExp, properties: readonly string[]])[] = [
    [tokens.ROUTE, /-studio-(.+)-default$/, ["vpcEndpointId", "natGatewayId"]],
    [tokens.ROUTE, /-firewall-(.+)-default$/, ["natGatewayId"]],
    [tokens.ROUTE, /-nat-(.+)-to-studio$/, ["vpcEndpointId", "destinationCidrBlock", "routeTableId"]],
    [tokens.ROUTE, /-studio-(.+)-default$/, ["routeTableId"]],
    [tokens.NAT_GATEWAY, /-nat-(.+)$/, ["subnetId"]],
    [tokens.ROUTE_TABLE_ASSOCIATION, /-studio-(.+)$/, ["routeTableId"]],
    [tokens.ROUTE_TABLE_ASSOCIATION, /-firewall-(.+)$/, ["routeTableId"]],
    [tokens.ROUTE_TABLE_ASSOCIATION, /-nat-(.+)$/, ["routeTableId"]],
];

/** The network with parts of two zones mixed up: both ways, and one alone led into the other zone. */
export function swaps(resources: Resources): Mutation[] {
    return BOUND.flatMap(([type, name, properties]) => {
        const parts = ofType(resources, type).filter((part) => name.test(part.name));
        return properties
            .filter((property) => parts.some((part) => part.props[property] !== undefined))
            .flatMap((property) => pairs(parts).flatMap(([one, other]) => swap(one, other, property)));
    });
}

function swap(one: GraphResource, other: GraphResource, property: string): Mutation[] {
    const both: Mutation = {
        name: `swap ${property} of ${one.name} and ${other.name}`,
        apply: (resources) => exchanged(resources, one, other, property),
        names: involved(one, other),
    };
    const oneWay = (to: GraphResource, from: GraphResource): Mutation => ({
        name: `give ${to.name} the ${property} of ${from.name}`,
        apply: (resources) => given(resources, to, from, property),
        names: involved(to, from),
    });
    return [both, oneWay(one, other), oneWay(other, one)];
}

/** A route that moves to another table leaves the first one without it: then a message names the tables. */
function involved(...parts: readonly GraphResource[]): string[] {
    return parts.flatMap(({ name, type }) =>
        type === tokens.ROUTE ? [name, name.replace(/-(default|to-studio)$/, "")] : [name],
    );
}

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
    return list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));
}
