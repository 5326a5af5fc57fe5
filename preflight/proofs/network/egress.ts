import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import type { Network, Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { chainText, judgeWay, type Link, statedChains } from "./chains";
import { duplicateRoutes } from "./duplicateRoutes";
import { type Finding, toProof } from "./findings";
import { type PathEnd, waysOut, whereItStops } from "./paths";

/** What the stack file says about the way to the internet. */
export interface EgressIntent {
    readonly egress: "nat" | "firewall";
    /** True when the VPC existed with its way out. */
    readonly ownEgress: boolean;
}

/**
 * Shows that every way out of every subnet of the domain is exactly the stated one, link by link in the subnet's own
 * zone, and that there is one.
 *
 * @param against what stands against it besides routes: subnets nobody knows, groups that let out too much or nothing
 */
export function egressProof(
    graph: ResourceGraph,
    network: Network,
    domain: GraphResource,
    subnets: readonly Subnet[],
    { egress, ownEgress }: EgressIntent,
    against: readonly Finding[],
): Proof {
    const chains = statedChains(egress, ownEgress);
    const findings = subnets.flatMap((subnet) => {
        const ends = waysOut(network, subnet);
        return ends.length === 0
            ? [noWay(network, subnet, chains.map(chainText).join(", or "))]
            : [...ends.map((end) => judgeEnd(graph, network, subnet, end, chains)), ...duplicateRoutes(subnet, ends)];
    });
    return toProof(
        "network.egress",
        `Every way from a subnet of ${domain.name} to the internet is ${chains.map(chainText).join(", or ")}, in one zone`,
        [...findings, ...against],
    );
}

function judgeEnd(
    graph: ResourceGraph,
    network: Network,
    subnet: Subnet,
    end: PathEnd,
    chains: readonly (readonly Link[])[],
): Finding {
    const text = end.hops.join(" > ");
    switch (end.kind) {
        case "internet":
            return judgeWay(graph, network, subnet, end, chains);
        case "nowhere":
            return { verdict: "broken", text, fix: "Give the firewall a mapping for its subnet of that zone." };
        case "unknown":
            return {
                verdict: "not proven",
                text,
                fix: "Make the route's target readable: a resource of this stack, or an id.",
            };
    }
}

function noWay(network: Network, subnet: Subnet, stated: string): Finding {
    return {
        verdict: "broken",
        text: whereItStops(network, subnet),
        fix: `Add the default route that is missing: the way out is ${stated}, or set network.egress to isolated.`,
    };
}
