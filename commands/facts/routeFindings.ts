import { BLACKHOLE, type RouteFacts, type RouteTableFacts, type SubnetFacts } from "../../preflight/facts";
import type { Finding } from "./finding";
import type { Need } from "./need";

const DEFAULTS = ["0.0.0.0/0", "::/0"];

/** Gateways that give a subnet to the internet. */
const PUBLIC = /^(igw|eigw|cagw)-/;

/** What is wrong with the routes of a Studio subnet: one to the internet, one too many or too few, one that leads nowhere. */
export function routeFindings(subnet: SubnetFacts, table: RouteTableFacts, need: Need): Finding[] {
    const exposing = table.routes.filter(({ target }) => PUBLIC.test(target));
    const dead = table.routes.filter(({ target }) => target === BLACKHOLE);
    const others = table.routes.filter((route) => !exposing.includes(route) && !dead.includes(route));
    const where = `${subnet.id}, table ${table.id}`;
    return [
        ...exposing.map(({ destination, target }) => ({
            what: `${where}: ${destination} leads to ${target}, which makes the subnet public`,
            fix: `Remove that route from ${table.id}, or use a private subnet.`,
        })),
        ...dead.map(({ destination }) => ({
            what: `${where}: ${destination} leads to something that is gone`,
            fix: `Remove that route from ${table.id}.`,
        })),
        ...wayOutFindings(where, table, others, need),
    ];
}

function wayOutFindings(
    where: string,
    { id }: RouteTableFacts,
    routes: readonly RouteFacts[],
    { egress, vpc }: Need,
): Finding[] {
    const defaults = routes.filter(({ destination }) => DEFAULTS.includes(destination));
    if (vpc?.ownEgress === true) {
        return defaults.length > 0
            ? []
            : [
                  {
                      what: `${where}: there is no default route, and network.vpc.ownEgress says the VPC has its way out`,
                      fix: `Add the route 0.0.0.0/0 to ${id}, or set ownEgress false to have the way out made.`,
                  },
              ];
    }
    return defaults.map(({ destination, target }) => ({
        what: `${where}: ${destination} leads to ${target}, and network.egress is ${egress}`,
        fix:
            egress === "isolated"
                ? `Remove that route from ${id}: with egress isolated nothing leads out.`
                : `Remove that route from ${id}, where the stack adds its own; or set ownEgress true to use the VPC's.`,
    }));
}
