import type { Route, Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";
import { destinationText, relateRoute } from "./ranges";

/**
 * Shows that no route of a workload subnet leads to a company range. A wider route counts, the default route too: what
 * it leads to may pass packets on.
 */
export function noWayToClients(
    subnets: readonly Subnet[],
    undecided: readonly string[],
    ranges: readonly string[],
): Proof {
    const against: Finding[] = [
        ...undecided.map((text): Finding => ({ verdict: "not proven", text })),
        ...subnets.flatMap((subnet) => waysTo(subnet, ranges)),
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

function waysTo({ resource, table }: Subnet, ranges: readonly string[]): Finding[] {
    const where = `subnet ${resource.name}`;
    if (!table.decided) {
        return [{ verdict: "not proven", text: `${where}: its route table is not decided: ${table.why}` }];
    }
    const { routes, undecided } = table.table;
    const leading = routes.filter(({ target }) => !ELSEWHERE.includes(target.kind));
    return [
        ...undecided.map((why): Finding => ({ verdict: "not proven", text: `${where}: ${why}` })),
        ...leading.flatMap((route) => ranges.flatMap((range) => overlap(where, route, range))),
    ];
}

function overlap(where: string, route: Route, range: string): Finding[] {
    const relation = relateRoute(route, range);
    if (relation === "apart") {
        return [];
    }
    const known = relation !== "unknown";
    return [
        {
            verdict: known ? "broken" : "not proven",
            text:
                `${where}: route ${route.resource.name} (${destinationText(route)}) to ${route.target.kind} ` +
                `${known ? "overlaps" : "may overlap"} ${range}`,
            fix: "Remove the route: only the endpoint subnets answer the company network.",
        },
    ];
}
