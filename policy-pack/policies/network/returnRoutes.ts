import { type GraphResource, isUnknown, type Maybe, type ResourceGraph, UNKNOWN } from "../../graph";
import { type Network, networkTokens, type Route, type RouteTable, type Subnet } from "../../graph/topology";
import { cidrContains, isCidrMistake, parseCidr } from "../../net/cidr";
import type { Finding } from "../definition";
import { label, undecided, violation } from "../findings";
import { isAnywhere } from "./anywhere";
import { mayShareVpc, subnetsBeside } from "./firewallVpc";

/** Whether a route to a firewall carries answers: its destination lies in the VPC, of the range of one subnet at most. */
export function isReturn(network: Network, subnet: Subnet, { destination: { value } }: Route): boolean {
    if (isUnknown(value)) {
        return false;
    }
    const vpcs = network.vpcs.filter(({ resource }) => subnet.vpc.found.includes(resource));
    const subnets = network.subnets.filter((other) => mayShareVpc(other, subnet));
    return [...vpcs.flatMap(({ cidrs }) => cidrs), ...subnets.map(({ cidr }) => cidr)].some((range) =>
        contains(range, value),
    );
}

function contains(outer: Maybe<string> | undefined, inner: string): boolean {
    if (typeof outer !== "string") {
        return false;
    }
    const [whole, part] = [parseCidr(outer), parseCidr(inner)];
    return !isCidrMistake(whole) && !isCidrMistake(part) && cidrContains(whole, part);
}

/** A route for answers must have requests: the subnet it is for sends them to the same firewall. */
export function checkReturn(graph: ResourceGraph, { resource, destination: { value }, target }: Route): Finding[] {
    const firewall = target.resource;
    if (firewall === undefined || isUnknown(value)) {
        return isUnknown(value)
            ? [undecided(resource, "its destination is not known yet, so whose answers it carries cannot be told.")]
            : [];
    }
    const subnet = subnetsBeside(graph, firewall).find(({ cidr }) => cidr === value);
    if (subnet === undefined) {
        return [
            undecided(
                resource,
                `no subnet with the range ${value} is in the firewall's VPC in this stack, so whether its requests pass ${label(firewall)} cannot be told.`,
            ),
        ];
    }
    const { table } = subnet;
    const wide = table.decided
        ? table.table.routes.filter(({ destination }) => isAnywhere(destination.value) !== false)
        : [];
    if (wide.some((route) => route.target.resource === firewall)) {
        return [];
    }
    return !table.decided || table.table.undecided.length > 0 || wide.some((route) => route.target.mayBeFirewall)
        ? [
              undecided(
                  resource,
                  `the routes of ${label(subnet.resource)} are not all decided, so whether its requests pass ${label(firewall)} cannot be told.`,
              ),
          ]
        : [
              violation(
                  resource,
                  `sends answers to ${value} through ${label(firewall)}, which does not see the requests of ${label(subnet.resource)}. Remove the route, or route the subnet to the firewall.`,
              ),
          ];
}

/** Whether answers to a subnet come back through the endpoint at `place` by this table. */
export function checkWayBack(table: RouteTable, subnet: Subnet, firewall: GraphResource, place: Subnet): Finding[] {
    const { resource, cidr } = subnet;
    const at = table.resource ?? resource;
    if (typeof cidr !== "string") {
        return [
            undecided(
                resource,
                `its range is not known yet, so whether ${table.name} sends its answers to ${label(firewall)} cannot be told.`,
            ),
        ];
    }
    const back = table.routes.find(({ destination }) => destination.value === cidr);
    const endpoint = `the endpoint of ${label(firewall)} in ${label(place.resource)}`;
    if (back === undefined) {
        const [why] = [
            ...table.undecided,
            ...table.routes
                .filter(({ destination }) => isUnknown(destination.value))
                .map(() => "the destination of a route is not known yet"),
        ];
        return why === undefined
            ? [
                  violation(
                      at,
                      `has no route to ${cidr} of ${label(resource)}, so answers pass by ${label(firewall)}. Add one to ${endpoint}.`,
                  ),
              ]
            : [undecided(at, `whether it has a route to ${cidr} of ${label(resource)} is not decided: ${why}.`)];
    }
    const same = leadsTo(back, firewall, place);
    if (isUnknown(same)) {
        return [undecided(back.resource, `whether it sends the answers to ${cidr} to ${endpoint} is not known yet.`)];
    }
    return same
        ? []
        : [
              violation(
                  back.resource,
                  `does not send the answers to ${cidr} of ${label(resource)} to ${endpoint}, which sees the requests. Make that its target.`,
              ),
          ];
}

function leadsTo({ target }: Route, firewall: GraphResource, place: Subnet): Maybe<boolean> {
    if (target.resource === undefined || target.resource.type !== networkTokens.FIREWALL) {
        return target.kind === "unknown" || (target.kind === "vpc-endpoint" && target.resource === undefined)
            ? UNKNOWN
            : false;
    }
    const { subnets = [], subnetsUndecided } = target;
    if (target.resource === firewall && subnetsUndecided !== undefined) {
        return UNKNOWN;
    }
    if (target.resource !== firewall || !subnets.includes(place.resource)) {
        return false;
    }
    return subnets.length === 1 ? true : UNKNOWN;
}
