import type { ServiceKey } from "../../../policy-pack/facts";
import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import type { Endpoint, Network } from "../../../policy-pack/graph/network";
import type { ClientReach } from "../access";
import type { Proof, ProofVerdict } from "../proof";
import { groupsAdmit } from "./admits";
import { accessLists } from "./accessLists";
import { type Finding, toProof } from "./findings";
import { missingPlaces } from "./places";
import { CLIENT_SERVICES, endpointFor } from "./services";
import { wayBack } from "./wayBack";

const HTTPS = 443;

const REACH: Readonly<Record<ProofVerdict, ClientReach>> = {
    holds: "reached",
    broken: "not reached",
    "not proven": "not proven",
};

/** What the company network reaches, as a proof and as the access matrix needs it. */
export interface ClientProof {
    readonly reach: ClientReach;
    readonly why: string;
    readonly proof: Proof;
}

/**
 * Shows that the company ranges reach the two endpoints a browser needs in the VPC of every domain, and get an answer.
 *
 * @param undecided why there may be a domain in another VPC than those
 */
export function clientProof(
    graph: ResourceGraph,
    network: Network,
    vpcs: readonly GraphResource[],
    undecided: readonly Finding[],
    ranges: readonly string[],
    region: string,
): ClientProof {
    const proof = toProof(
        "network.clients",
        `The company network (${ranges.join(", ")}) reaches the Studio and SageMaker API endpoints on 443`,
        [...undecided, ...vpcs.flatMap((vpc) => vpcFindings(graph, network, vpc, ranges, region))],
    );
    return { reach: REACH[proof.verdict], why: proof.evidence[0] ?? "", proof };
}

function vpcFindings(
    graph: ResourceGraph,
    network: Network,
    vpc: GraphResource,
    ranges: readonly string[],
    region: string,
): Finding[] {
    const endpoints = CLIENT_SERVICES.map((service) => endpointFor(network, vpc, service, region).endpoint);
    const subnets = endpoints.flatMap((endpoint) =>
        endpoint === undefined ? [] : network.subnetsOf(endpoint.resource),
    );
    return [
        ...CLIENT_SERVICES.flatMap((service) => serviceFindings(network, vpc, service, ranges, region)),
        ...accessLists(graph, subnets),
    ];
}

function serviceFindings(
    network: Network,
    vpc: GraphResource,
    service: ServiceKey,
    ranges: readonly string[],
    region: string,
): Finding[] {
    const { endpoint, open } = endpointFor(network, vpc, service, region);
    if (endpoint !== undefined) {
        return [
            ...missingPlaces(endpoint),
            ...ranges.flatMap((range) => [
                admission(network, endpoint, range),
                ...network.subnetsOf(endpoint.resource).flatMap((subnet) => wayBack(subnet, range)),
            ]),
        ];
    }
    return open.length > 0
        ? open.map((text) => ({ verdict: "not proven", text }))
        : [
              {
                  verdict: "broken",
                  text: `VPC ${vpc.name} has no endpoint for ${service}`,
                  fix: `Add the endpoint for ${service}.`,
              },
          ];
}

function admission(network: Network, { resource, groups }: Endpoint, range: string): Finding {
    const { name } = resource;
    const answer = groupsAdmit(network, groups.found, "ingress", HTTPS, { groups: [], ranges: [range] });
    const [elsewhere] = groups.external;
    if (answer === "yes") {
        return { verdict: "holds", text: `${name} admits ${range} on 443` };
    }
    if (answer === "maybe" || groups.undecided.length > 0) {
        return { verdict: "not proven", text: `the groups of ${name} are not known yet` };
    }
    const fix = `Admit ${range} on 443 in a group of ${name}.`;
    const carried = groups.found.map((group) => group.name).sort();
    const those = carried.length === 0 ? "" : ` (${carried.join(", ")})`;
    return elsewhere === undefined
        ? { verdict: "broken", text: `no group of ${name}${those} admits ${range} on 443`, fix }
        : {
              verdict: "not proven",
              text: `no group of ${name} in this stack admits ${range} on 443, and ${elsewhere} is not in it`,
              fix,
          };
}
