import { cidr, cidrsOverlap } from "../../../policy-pack/net";
import { type AddressProblem, isShort, prefixFor, type Room, roomText } from "../../addresses";
import { addressPlan, roomOfNetwork } from "../plan";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";

type Network = TopValues["network"];

/** What the address plan says about network, zones and ranges; once there is a plan, whether it has room. */
export function addressesFit(network: Network, region: Region): Problem[] {
    const plan = addressPlan(network, region.name);
    if ("problems" in plan) {
        return plan.problems.map((problem) => inSettings(problem, network));
    }
    const short = roomOfNetwork(network, plan.ok, region.name).filter(isShort);
    const shortOf = (tier: Room["tier"]): Room[] => short.filter((room) => room.tier === tier);
    return [...studioProblem(network, shortOf("studio")), ...endpointProblem(shortOf("endpoint"))];
}

/** The plan knows of `vpc` only the ranges; the file has a map in that place. */
function inSettings(problem: AddressProblem, { vpc }: Network): Problem {
    const [first, , zone, last] = problem.path;
    const isEntry = first === "vpc" && zone !== undefined && last === undefined;
    return {
        ...problem,
        path: ["network", ...problem.path],
        found: isEntry ? vpc?.studio[zone] : problem.found,
    };
}

/** A client range inside the VPC would never be routed to the gateway: the VPC's own route is more specific. */
export function clientsAreOutside({ cidr: range, clients }: Network): Problem[] {
    const network = cidr(range);
    return (clients?.ranges ?? []).flatMap((client, index) =>
        cidrsOverlap(network, cidr(client))
            ? [
                  {
                      path: ["network", "clients", "ranges", index],
                      found: client,
                      rule: `client ranges lie outside network.cidr, ${range}: what overlaps is routed within the VPC`,
                      fix: "name only ranges of the company network, or move network.cidr",
                  },
              ]
            : [],
    );
}

function studioProblem(network: Network, short: readonly Room[]): Problem[] {
    const worst = smallest(short);
    if (worst === undefined) {
        return [];
    }
    const prefix = prefixFor(worst.needed);
    const enlarge =
        prefix === undefined
            ? "no subnet is that large: use more zones"
            : network.vpc === undefined
              ? `use a larger network.cidr, or ranges of /${prefix} or larger in network.subnets.studio, before there is a domain`
              : `name subnets of /${prefix} or larger in network.vpc.studio`;
    return [
        {
            path: ["network", "capacity"],
            found: network.capacity,
            rule: shortText(short, worst),
            fix: `${enlarge}; or plan for fewer users or smaller jobs`,
        },
    ];
}

/** Only chosen ranges can be too small: the smallest computed one, a /26, has room for all endpoints a VPC may have. */
function endpointProblem(short: readonly Room[]): Problem[] {
    const worst = smallest(short);
    return worst === undefined
        ? []
        : [
              {
                  path: ["network", "subnets", "endpoint", worst.zone],
                  found: worst.range,
                  rule: shortText(short, worst),
                  fix: `use ranges of /${prefixFor(worst.needed)} or larger, fewer features, or network.endpoints.remove`,
              },
          ];
}

function smallest(rooms: readonly Room[]): Room | undefined {
    return [...rooms].sort((a, b) => a.free - b.free)[0];
}

function shortText(short: readonly Room[], worst: Room): string {
    const others = short.filter((room) => room !== worst).map(({ zone }) => zone);
    return `${roomText(worst)}${others.length > 0 ? `; too few in ${others.join(", ")} too` : ""}`;
}
