import type { GraphResource } from "../../../policy-pack/graph";
import type { Network, Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";
import { waysOut } from "./paths";

/**
 * Shows that no packet from a subnet of the domain gets to the internet. `undecided` tells why there may be more
 * subnets than those.
 */
export function noInternet(
    network: Network,
    domain: GraphResource,
    subnets: readonly Subnet[],
    undecided: readonly Finding[],
): Proof {
    const ends = subnets.flatMap((subnet) => waysOut(network, subnet));
    const against: Finding[] = [
        ...ends.map(({ kind, hops }): Finding => {
            const text = hops.join(" > ");
            return kind === "internet"
                ? {
                      verdict: "broken",
                      text,
                      fix: "Remove the route named in the path: with egress isolated, nothing leads to an internet gateway.",
                  }
                : {
                      verdict: "not proven",
                      text,
                      fix: "Make the route's target readable: a resource of this stack, or an id.",
                  };
        }),
        ...undecided,
    ];
    const none: Finding = {
        verdict: "holds",
        text: "every route of every subnet ends inside the VPC or at a gateway endpoint",
    };
    return toProof(
        "network.no-internet",
        `No path from a subnet of ${domain.name} to the internet`,
        against.length > 0 ? against : [none],
    );
}
