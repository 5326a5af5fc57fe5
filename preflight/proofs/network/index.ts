import { type Feature, servicesFor } from "../../../policy-pack/facts";
import type { ResourceGraph } from "../../../policy-pack/graph";
import { networkOf } from "../../../policy-pack/graph/network";
import type { ClientReach } from "../access";
import type { Proof } from "../proof";
import { clientProof } from "./clients";
import { clientsOnly } from "./clientsOnly";
import { endpointProof } from "./endpoints";
import { type Finding, toProof } from "./findings";
import { noInternet } from "./noInternet";
import { noWayToClients } from "./noWayToClients";
import { DOMAIN, type DomainNetwork, domainNetworks } from "./workloads";

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
    const { features, clientRanges, region } = intent;
    const hasJobs = features.includes("jobs") || outputs.jobsGroupId !== undefined;
    const domains = domainNetworks(graph, network, outputs, hasJobs);
    const proofs = domains.flatMap(({ domain, vpc, subnets, workloads, undecidedVpc, undecidedSubnets }) => [
        noInternet(network, domain, subnets, [...undecidedVpc, ...undecidedSubnets]),
        ...(vpc === undefined
            ? []
            : servicesFor(features).map((service) => endpointProof(graph, network, vpc, service, region, workloads))),
    ]);
    if (clientRanges.length === 0) {
        const why = "no network.clients: nothing outside the VPC is admitted";
        return { proofs: [...noDomain(domains), ...proofs], clients: { reach: "not reached", why } };
    }
    const { proof, ...clients } = clientProof(graph, network, domains[0]?.vpc, clientRanges, region);
    const only = clientsOnly(graph, network, clientRanges, region);
    return { proofs: [...noDomain(domains), ...proofs, proof, only, ...noWay(domains, clientRanges)], clients };
}

/** Without a domain nothing is shown about one, and silence would read as "every proof holds". */
function noDomain(domains: readonly DomainNetwork[]): Proof[] {
    const findings: Finding[] = [
        {
            verdict: "broken",
            text: `the stack has no resource of type ${DOMAIN}`,
            fix: "Add a domain to the stack, or judge the stack that has it.",
        },
    ];
    return domains.length > 0 ? [] : [toProof("network.domain", "The stack has a domain in a VPC", findings)];
}

function noWay(domains: readonly DomainNetwork[], ranges: readonly string[]): Proof[] {
    const subnets = domains.flatMap((domain) => domain.subnets);
    const undecided = domains.flatMap(({ undecidedSubnets }) => undecidedSubnets);
    return domains.length === 0 ? [] : [noWayToClients(subnets, undecided, ranges)];
}
