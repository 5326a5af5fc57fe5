import type { Feature, ServiceKey } from "../../../policy-pack/facts";
import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkOf } from "../../../policy-pack/graph/network";
import type { ClientReach } from "../access";
import type { Proof } from "../proof";
import { clientProof } from "./clients";
import { clientsOnly } from "./clientsOnly";
import { dnsProof } from "./dns";
import { dnsLoggedProof } from "./dnsLogged";
import { dnsFirewallOf } from "./dnsRules";
import { egressProof } from "./egress";
import { endpointPrincipals } from "./endpointPrincipals";
import { endpointProof, endpointUnproven } from "./endpoints";
import { type HubEndpoints, hubEndpointProof, isHubs } from "./hubEndpoints";
import { type Finding, toProof, unproven } from "./findings";
import { firewallFilterProof } from "./firewallFilter";
import { groupEgress } from "./groupEgress";
import { noInternet } from "./noInternet";
import { noWayToClients } from "./noWayToClients";
import { privateTiersProof } from "./privateTiers";
import { symmetricProof } from "./symmetric";
import { DOMAIN, type DomainNetwork, domainNetworks } from "./workloads";

/** What the stack file says about the network. */
export interface NetworkIntent {
    readonly region: string;
    /** Account of the stack. */
    readonly account: string;
    /** AWS organization whose principals the endpoints let through too. Default: the account's alone. */
    readonly organization?: string;
    readonly features: readonly Feature[];
    /** Endpoints that must be there: those of the features, with what the stack file adds and removes. */
    readonly services: readonly ServiceKey[];
    /** The only way out of the studio subnets. */
    readonly egress: "isolated" | "nat" | "firewall";
    /** True when the VPC existed with that way out. Default: false. */
    readonly ownEgress?: boolean;
    /** True when the VPC existed and its owner decides which names resolve: nothing is claimed of it. Default: false. */
    readonly ownDns?: boolean;
    readonly clientRanges: readonly string[];
    /** Whether the company's name servers may ask the inbound resolver of the VPC. Default: false. */
    readonly clientsResolve?: boolean;
    /** Whether jobs run in the VPC. */
    readonly jobs: boolean;
}

export interface NetworkProofs {
    readonly proofs: readonly Proof[];
    /** Whether the company network gets as far as the endpoints. */
    readonly clients: { readonly reach: ClientReach; readonly why: string };
}

/** Which of the domains in a graph are asked about, and what stands elsewhere for them. */
export interface NetworkScope {
    /** Default: every domain. */
    readonly isAsked?: (domain: GraphResource) => boolean;
    /** The hub whose endpoints serve what the domain's VPC has no endpoint for. Default: none. */
    readonly hub?: HubEndpoints;
    /** Whether the way out is the hub's, and shown of it. Default: false. */
    readonly egressOfHub?: boolean;
}

/** Proves the network of every domain asked about. `outputs` are the stack's. */
export function networkProofs(
    graph: ResourceGraph,
    outputs: Readonly<Record<string, unknown>>,
    intent: NetworkIntent,
    scope: NetworkScope = {},
): NetworkProofs {
    const network = networkOf(graph);
    const hasJobs = intent.jobs || outputs.jobsGroupId !== undefined;
    const domains = domainNetworks(graph, network, outputs, hasJobs, scope.isAsked);
    const proofs = [
        ...noDomain(domains),
        ...domains.flatMap((domain) => [
            ...(scope.egressOfHub === true ? [] : wayOut(graph, network, domain, intent)),
            ...endpoints(graph, network, domain, intent, scope.hub),
        ]),
        ...(domains.length === 0 ? [] : together(graph, network, domains, intent)),
    ];
    const { clientRanges, clientsResolve = false, region } = intent;
    if (clientRanges.length === 0) {
        const why = "no network.clients: nothing outside the VPC is admitted";
        return { proofs, clients: { reach: "not reached", why } };
    }
    const undecided = domains.length === 0 ? [unproven("the VPC of the domain is not known")] : undecidedVpcs(domains);
    const { proof, ...clients } = clientProof(graph, network, vpcsOf(domains), undecided, clientRanges, region);
    const only = clientsOnly(graph, network, { ranges: clientRanges, mayResolve: clientsResolve }, region);
    return { proofs: [...proofs, proof, only, ...noWay(network, domains, clientRanges)], clients };
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

/** Whether packets get out of the subnets of a domain in the stated way, and no other. */
function wayOut(
    graph: ResourceGraph,
    network: Network,
    { domain, subnets, workloads, undecidedVpc, undecidedSubnets }: DomainNetwork,
    { egress, ownEgress = false }: NetworkIntent,
): Proof[] {
    const undecided = [...undecidedVpc, ...undecidedSubnets];
    if (egress === "isolated") {
        return [noInternet(network, domain, subnets, undecided)];
    }
    const against = [...groupEgress(network, workloads), ...undecided];
    const out = egressProof(graph, network, domain, subnets, { egress, ownEgress }, against);
    return egress === "nat"
        ? [out]
        : [
              out,
              symmetricProof(network, domain, subnets, undecided),
              firewallFilterProof(graph, network, subnets, undecidedSubnets),
          ];
}

function endpoints(
    graph: ResourceGraph,
    network: Network,
    { vpc, workloads, undecidedVpc }: DomainNetwork,
    { services, region, features }: NetworkIntent,
    hub: HubEndpoints | undefined,
): Proof[] {
    if (vpc === undefined) {
        return services.map((service) => endpointUnproven(service, region, undecidedVpc));
    }
    const need = { vpc, region, features, workloads, dns: dnsFirewallOf(graph, vpc) };
    return services.map((service) =>
        hub !== undefined && isHubs(network, vpc, service, region)
            ? hubEndpointProof(graph, service, need, hub)
            : endpointProof(graph, network, service, need),
    );
}

/** What is shown of all domains at once. */
function together(
    graph: ResourceGraph,
    network: Network,
    domains: readonly DomainNetwork[],
    { egress, ownDns = false, account, organization }: NetworkIntent,
): Proof[] {
    const subnets = domains.flatMap((domain) => domain.subnets);
    const unplaced = undecidedVpcs(domains);
    const undecided = [...unplaced, ...domains.flatMap(({ undecidedSubnets }) => undecidedSubnets)];
    return [
        privateTiersProof(graph, network, vpcsOf(domains), subnets, undecided),
        endpointPrincipals(graph, network, vpcsOf(domains), unplaced, {
            account,
            ...(organization === undefined ? {} : { organization }),
        }),
        ...(ownDns
            ? []
            : [
                  dnsProof(graph, vpcsOf(domains), unplaced, egress === "nat" ? "threats" : "allow-list"),
                  dnsLoggedProof(graph, vpcsOf(domains), unplaced),
              ]),
    ];
}

function vpcsOf(domains: readonly DomainNetwork[]): GraphResource[] {
    return [...new Set(domains.map(({ vpc }) => vpc).filter((vpc) => vpc !== undefined))];
}

function undecidedVpcs(domains: readonly DomainNetwork[]): Finding[] {
    return domains.flatMap(({ undecidedVpc }) => undecidedVpc);
}

function noWay(network: Network, domains: readonly DomainNetwork[], ranges: readonly string[]): Proof[] {
    const subnets = domains.flatMap((domain) => domain.subnets);
    const undecided = domains.flatMap(({ undecidedSubnets }) => undecidedSubnets);
    return domains.length === 0 ? [] : [noWayToClients(network, subnets, undecided, ranges)];
}
