import { type Network, networkTokens as tokens, type Route, type Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";
import { placesOf } from "./paths";
import { destinationText, relateRoute } from "./ranges";

/**
 * Shows that no route of a workload subnet leads to a company range. A wider route counts, the default route too: what
 * it leads to may pass packets on. NAT gateways and firewall endpoints are followed into the subnets they stand in.
 */
export function noWayToClients(
    network: Network,
    subnets: readonly Subnet[],
    undecided: readonly Finding[],
    ranges: readonly string[],
): Proof {
    const against: Finding[] = [
        ...undecided,
        ...subnets.flatMap((subnet) =>
            ranges.flatMap((range) => waysTo(network, subnet, range, `subnet ${subnet.resource.name}`, new Set())),
        ),
    ];
    const none: Finding = { verdict: "holds", text: "no route of a Studio subnet leads to a company range" };
    return toProof(
        "network.no-way-to-clients",
        "Studio apps and jobs have no route into the company network",
        against.length > 0 ? against : [none],
    );
}

/** Targets behind which no company network lies: the VPC itself, and the internet, which is another proof's business. */
const ELSEWHERE = ["local", "internet-gateway", "egress-only-internet-gateway"];

function waysTo(
    network: Network,
    subnet: Subnet,
    range: string,
    where: string,
    seen: ReadonlySet<Subnet>,
): readonly Finding[] {
    if (seen.has(subnet)) {
        return [];
    }
    if (!subnet.table.decided) {
        return [{ verdict: "not proven", text: `${where}: its route table is not decided: ${subnet.table.why}` }];
    }
    const { routes, undecided } = subnet.table.table;
    const leading = routes.filter((route) => leadsOn(route) && relateRoute(route, range) !== "apart");
    return [
        ...undecided.map((why): Finding => ({ verdict: "not proven", text: `${where}: ${why}` })),
        ...leading.flatMap((route) => {
            const places = placesOf(network, route);
            return places.length === 0
                ? [overlap(where, route, range)]
                : places.flatMap((place) =>
                      waysTo(
                          network,
                          place,
                          range,
                          `${where} > route ${route.resource.name} > subnet ${place.resource.name}`,
                          new Set([...seen, subnet]),
                      ),
                  );
        }),
    ];
}

/** A gateway endpoint's routes end at the service. */
function leadsOn({ target }: Route): boolean {
    return !ELSEWHERE.includes(target.kind) && target.resource?.type !== tokens.ENDPOINT;
}

function overlap(where: string, route: Route, range: string): Finding {
    const known = relateRoute(route, range) !== "unknown";
    return {
        verdict: known ? "broken" : "not proven",
        text:
            `${where}: route ${route.resource.name} (${destinationText(route)}) to ${route.target.kind} ` +
            `${known ? "overlaps" : "may overlap"} ${range}`,
        fix: "Remove the route: only the endpoint subnets answer the company network.",
    };
}
