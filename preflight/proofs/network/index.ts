import { type Feature, servicesFor } from "../../../policy-pack/facts";
import type { ResourceGraph } from "../../../policy-pack/graph";
import { networkOf } from "../../../policy-pack/graph/network";
import type { ClientReach } from "../access";
import type { Proof } from "../proof";
import { clientProof } from "./clients";
import { endpointProof } from "./endpoints";
import { type PathEnd, waysOut } from "./paths";
import { type DomainNetwork, domainNetworks } from "./workloads";

/** What the stack file says about the network. */
export interface NetworkIntent {
    readonly region: string;
    readonly features: readonly Feature[];
    readonly clientRanges: readonly string[];
}

export interface NetworkProofs {
    readonly proofs: readonly Proof[];
    /** Whether the company network gets as far as the endpoints. */
    readonly clients: { readonly reach: ClientReach; readonly why: string };
}

/** Proves the network of every domain in the stack. `outputs` are the stack's. */
export function networkProofs(
    graph: ResourceGraph,
    outputs: Readonly<Record<string, unknown>>,
    intent: NetworkIntent,
): NetworkProofs {
    const network = networkOf(graph);
    const domains = domainNetworks(graph, network, outputs);
    const proofs: Proof[] = domains.flatMap((domain) => [
        noInternet(
            domain,
            domain.subnets.flatMap((subnet) => waysOut(network, subnet)),
        ),
        ...(domain.vpc === undefined
            ? []
            : servicesFor(intent.features).map((service) =>
                  endpointProof(
                      graph,
                      network,
                      domain.vpc as NonNullable<typeof domain.vpc>,
                      service,
                      intent.region,
                      domain.workloads,
                  ),
              )),
    ]);
    const clients = clientProof(network, domains[0]?.vpc, intent.clientRanges, intent.region);
    return { proofs: [...proofs, ...clients.proofs], clients };
}

function noInternet({ domain, undecided }: DomainNetwork, ends: readonly PathEnd[]): Proof {
    const base = { id: "network.no-internet", claim: `No path from a subnet of ${domain.name} to the internet` };
    const paths = ends.filter(({ kind }) => kind === "internet");
    const open = ends.filter(({ kind }) => kind === "unknown");
    if (paths.length > 0) {
        return {
            ...base,
            verdict: "broken",
            evidence: paths.map(({ hops }) => hops.join(" > ")),
            fix: "Remove the route named in the path: with egress isolated, nothing leads to an internet gateway.",
        };
    }
    if (open.length > 0 || undecided.length > 0) {
        return {
            ...base,
            verdict: "not proven",
            evidence: [...open.map(({ hops }) => hops.join(" > ")), ...undecided],
            fix: "Make the route's target readable: a resource of this stack, or an id.",
        };
    }
    return {
        ...base,
        verdict: "holds",
        evidence: ["every route of every subnet ends inside the VPC or at a gateway endpoint"],
    };
}
