import { isUnknown } from "../../graph";
import { type EffectiveTable, type Network, type Route, type Subnet } from "../../graph/topology";
import type { Finding } from "../definition";
import { label, undecided, violation } from "../findings";
import { isAnywhere } from "./anywhere";
import { rangesBehindGateway } from "./centralInspection";
import { checkWayBack } from "./returnRoutes";

/**
 * Requests of a subnet to a firewall: through the endpoint of its own zone, on from there, and back the same way.
 *
 * @param isGateways whether they come in from a transit gateway, and are of the networks behind it
 */
export function checkForward(
    network: Network,
    subnet: Subnet,
    { resource, destination, target }: Route,
    isGateways: boolean,
): Finding[] {
    const { resource: firewall, subnets = [], subnetsUndecided } = target;
    if (firewall === undefined) {
        return [];
    }
    if (destination.kind === "ipv6") {
        return [
            undecided(
                resource,
                "is for IPv6, which this policy does not follow: whether answers come back through the firewall cannot be told.",
            ),
        ];
    }
    if (subnetsUndecided !== undefined) {
        return [
            undecided(
                resource,
                `which endpoint of ${label(firewall)} it leads to cannot be told: ${subnetsUndecided}.`,
            ),
        ];
    }
    const [standsIn, ...more] = subnets;
    if (standsIn === undefined) {
        return [
            violation(
                resource,
                `leads to no endpoint of ${label(firewall)}: it has no subnet mapping there. Map a subnet of the same zone.`,
            ),
        ];
    }
    const place = network.subnet(standsIn);
    if (more.length > 0 || place === undefined) {
        const names = subnets.map(({ name }) => name).join(", ");
        return [undecided(resource, `may lead to the endpoint of ${label(firewall)} in any of ${names}.`)];
    }
    const same = network.sameZone(subnet, place);
    if (isUnknown(same)) {
        return [
            undecided(
                resource,
                `whether ${label(subnet.resource)} and ${label(standsIn)} are in the same zone is not known.`,
            ),
        ];
    }
    return [
        ...(same
            ? []
            : [
                  violation(
                      resource,
                      `sends traffic of ${label(subnet.resource)} to the endpoint of ${label(firewall)} in another zone (${label(standsIn)}). Use the endpoint of its own zone.`,
                  ),
              ]),
        ...senders(subnet, place, isGateways).flatMap((sender) => checkOnward(network, sender, firewall, place)),
    ];
}

/** Whose answers must come back: the subnet's own, or those of each range behind the gateway. */
function senders(subnet: Subnet, place: Subnet, isGateways: boolean): Subnet[] {
    const ranges = isGateways ? rangesBehindGateway(place) : [];
    // None: then whatever comes in finds no way back, and the subnet's own range says so.
    return ranges.length === 0 ? [subnet] : ranges.map((cidr) => ({ ...subnet, cidr }));
}

function checkOnward(network: Network, subnet: Subnet, firewall: Subnet["resource"], place: Subnet): Finding[] {
    const { table, resource } = place;
    if (!table.decided || table.table.undecided.length > 0) {
        const why = table.decided ? table.table.undecided[0] : table.why;
        return [undecided(resource, `where ${label(firewall)} sends on is not decided: ${why}.`)];
    }
    const onward = table.table.routes.filter(
        ({ destination, target }) =>
            destination.kind !== "prefix-list" && target.kind !== "local" && isAnywhere(destination.value) !== false,
    );
    return onward.length === 0
        ? [
              violation(
                  resource,
                  `has no default route, so what ${label(firewall)} lets pass goes nowhere. Route it to the NAT gateway of its zone.`,
              ),
          ]
        : onward.flatMap((route) => checkHop(network, subnet, firewall, place, route));
}

/** The next hop decides by which table answers come back. */
function checkHop(
    network: Network,
    subnet: Subnet,
    firewall: Subnet["resource"],
    place: Subnet,
    { resource, target }: Route,
): Finding[] {
    const hop = target.resource;
    if (target.kind === "nat-gateway" && hop !== undefined) {
        const nats = network.subnetsOf(hop);
        return nats.length === 0
            ? [
                  undecided(
                      resource,
                      `the subnet of ${label(hop)} is not known, so the way of the answers cannot be told.`,
                  ),
              ]
            : nats.flatMap((nat) => [
                  ...checkZoneOfNat(network, place, nat, resource),
                  ...checkTable(nat.table, `the route table of ${label(nat.resource)}`, subnet, firewall, place),
              ]);
    }
    if (target.kind === "internet-gateway" && hop !== undefined) {
        const edge = network.edgeTable(hop);
        return edge === undefined
            ? [
                  violation(
                      hop,
                      `has no route table of its own, so answers to ${label(subnet.resource)} pass by ${label(firewall)}. Associate one with a route to the endpoint for the subnet's whole range.`,
                  ),
              ]
            : checkTable(edge, `the edge table of ${label(hop)}`, subnet, firewall, place);
    }
    return [undecided(resource, `leads from ${label(firewall)} to something whose answers this policy cannot follow.`)];
}

function checkZoneOfNat(network: Network, place: Subnet, nat: Subnet, route: Subnet["resource"]): Finding[] {
    const same = network.sameZone(place, nat);
    if (same === true) {
        return [];
    }
    const zones = `${label(place.resource)} and ${label(nat.resource)}`;
    return isUnknown(same)
        ? [undecided(route, `whether ${zones} are in the same zone is not known.`)]
        : [
              violation(
                  route,
                  `leads from one zone to another (${zones}). Use the NAT gateway of the firewall subnet's zone.`,
              ),
          ];
}

function checkTable(
    table: EffectiveTable,
    name: string,
    subnet: Subnet,
    firewall: Subnet["resource"],
    place: Subnet,
): Finding[] {
    return table.decided
        ? checkWayBack(table.table, subnet, firewall, place)
        : [
              undecided(
                  subnet.resource,
                  `${name} is not decided: ${table.why}, so the way of its answers cannot be told.`,
              ),
          ];
}
