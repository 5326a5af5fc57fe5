import { ENDPOINT_SERVICES, type Feature, FEATURES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, type Maybe, type ResourceGraph, UNKNOWN } from "../../../policy-pack/graph";
import type { Endpoint, Network, Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Admission, groupsAdmit } from "./admits";
import { accessLists } from "./accessLists";
import type { DnsFirewall } from "./dnsRules";
import { hostsOf, interfaceNames, resolved } from "./endpointNames";
import { type Finding, toProof, unproven } from "./findings";
import { missingPlaces } from "./places";
import { endpointFor } from "./services";
import type { Workload } from "./workloads";

const HTTPS = 443;

/** Where an endpoint is needed, and by what. */
export interface EndpointNeed {
    readonly vpc: GraphResource;
    readonly region: string;
    readonly features: readonly Feature[];
    readonly workloads: readonly Workload[];
    /** What the resolver of the VPC answers. */
    readonly dns: DnsFirewall;
}

/** For one service: every workload reaches it on 443 from each of its subnets, and by its usual name. */
export function endpointProof(graph: ResourceGraph, network: Network, service: ServiceKey, need: EndpointNeed): Proof {
    const { vpc, region, workloads, dns } = need;
    const name = ENDPOINT_SERVICES[service].serviceName(region);
    const { endpoint, open } = endpointFor(network, vpc, service, region);
    if (endpoint === undefined) {
        return proofOf(service, region, absent(name, service, need, open));
    }
    const hosts = hostsOf(service, region);
    const places = endpoint.subnets.found.map((subnet) => network.subnet(subnet));
    return proofOf(service, region, [
        ...(endpoint.type === "Gateway"
            ? gateway(network, endpoint, workloads)
            : [
                  ...interfaceNames(endpoint, vpc, hosts),
                  // One subnet is enough to be reached, wherever the others are.
                  ...(endpoint.subnets.found.length > 0 ? [] : missingPlaces(endpoint)),
                  ...reach(network, endpoint, workloads),
              ]),
        ...resolved(dns, hosts),
        ...accessLists(graph, [
            ...workloads.flatMap(({ subnets }) => subnets),
            ...places.filter((place) => place !== undefined),
        ]),
    ]);
}

/** The proof for a service while the VPC it is needed in is not known, or not in the stack. */
export function endpointUnproven(service: ServiceKey, region: string, why: readonly Finding[]): Proof {
    return proofOf(service, region, why);
}

/** The proof for a service with its findings. */
export function proofOf(service: ServiceKey, region: string, findings: readonly Finding[]): Proof {
    const name = ENDPOINT_SERVICES[service].serviceName(region);
    return toProof(`network.endpoint.${service}`, `${name} is reachable on 443 and by name`, findings);
}

function absent(
    name: string,
    service: ServiceKey,
    { vpc, features }: EndpointNeed,
    open: readonly string[],
): Finding[] {
    if (open.length > 0) {
        return open.map(unproven);
    }
    const needing = features.filter((feature) => FEATURES[feature].services.includes(service));
    const why = needing.length === 0 ? "" : ` Needed by ${needing.join(", ")}.`;
    return [
        {
            verdict: "broken",
            text: `VPC ${vpc.name} has no endpoint for ${name}`,
            fix: `Add a VPC endpoint for ${name}.${why}`,
        },
    ];
}

/** A gateway works by routes: each workload subnet's table must be associated, and the groups must let it out. */
function gateway(network: Network, endpoint: Endpoint, workloads: readonly Workload[]): Finding[] {
    // Only a rule for every address, or for the prefix list, is sure to admit what the list holds.
    const service = { groups: [], ranges: ["0.0.0.0/0"], gateway: endpoint };
    return workloads.flatMap((workload) =>
        workload.undecided.length > 0
            ? workload.undecided
            : [
                  ...workload.subnets.map((subnet) => routed(endpoint, subnet)),
                  finding(
                      groupsAdmit(network, workload.groups, "egress", HTTPS, service),
                      `${workload.name}: egress of ${names(workload.groups)} to the prefix list of ${endpoint.resource.name}`,
                      `Let ${names(workload.groups)} out on 443 to the endpoint's prefix list.`,
                      notInStack(workload.externalGroups),
                  ),
              ],
    );
}

function routed(endpoint: Endpoint, subnet: Subnet): Finding {
    const where = `subnet ${subnet.resource.name}`;
    if (!subnet.table.decided) {
        return { verdict: "not proven", text: `${where}: its route table is not decided (${subnet.table.why})` };
    }
    const { table } = subnet.table;
    if (endpoint.tables.tables.includes(table)) {
        return {
            verdict: "holds",
            text: `${where}: route table ${table.name} has the route of ${endpoint.resource.name}`,
        };
    }
    const why = endpoint.tables.undecided[0];
    return why === undefined
        ? {
              verdict: "broken",
              text: `${where}: route table ${table.name} is not associated with ${endpoint.resource.name}`,
              fix: `Associate route table ${table.name} with ${endpoint.resource.name}.`,
          }
        : { verdict: "not proven", text: `${where}: ${why}` };
}

/** Both ends must agree: a group of the endpoint lets the workload in, a group of the workload lets it out. */
function reach(network: Network, endpoint: Endpoint, workloads: readonly Workload[]): Finding[] {
    const { resource, groups } = endpoint;
    return workloads.flatMap((workload) => {
        if (workload.undecided.length > 0) {
            return workload.undecided;
        }
        const inwards = groupsAdmit(network, groups.found, "ingress", HTTPS, {
            groups: workload.groups,
            ranges: ranges(workload.subnets.map((subnet) => subnet.resource)),
        });
        const outwards = groupsAdmit(network, workload.groups, "egress", HTTPS, {
            groups: groups.found,
            ranges: endpointRanges(endpoint),
        });
        const open = [...groups.undecided, ...notInStack([...groups.external, ...workload.externalGroups])];
        return [
            finding(
                inwards,
                `${workload.name}: ingress on 443 of ${names(groups.found)} at ${resource.name}`,
                `Admit ${names(workload.groups)} on 443 in a group of ${resource.name}.`,
                open,
            ),
            finding(
                outwards,
                `${workload.name}: egress on 443 of ${names(workload.groups)} to ${resource.name}`,
                `Let ${names(workload.groups)} out on 443 to ${names(groups.found)}.`,
                open,
            ),
        ];
    });
}

/**
 * A step that security groups decide.
 *
 * @param open groups that may admit it and cannot be read
 */
export function finding(admission: Admission, text: string, fix: string, open: readonly string[]): Finding {
    switch (admission) {
        case "yes":
            return { verdict: "holds", text };
        case "no":
            return open.length === 0
                ? { verdict: "broken", text: `${text}: not admitted`, fix }
                : { verdict: "not proven", text: `${text}: not admitted in this stack, and ${open.join(", ")}` };
        case "maybe":
            return { verdict: "not proven", text: `${text}: rules not known yet` };
    }
}

/** Why groups that are made elsewhere leave a step open. */
export function notInStack(ids: readonly string[]): string[] {
    return ids.map((id) => `${id} is not in it`);
}

/** Ranges of the subnets an endpoint stands in. */
export function endpointRanges({ subnets }: Endpoint): Maybe<string>[] {
    const more = [...subnets.undecided, ...subnets.external].map(() => UNKNOWN);
    return [...ranges(subnets.found), ...more];
}

/** Ranges of subnets. */
export function ranges(subnets: readonly GraphResource[]): Maybe<string>[] {
    return subnets.map(({ props }) => (typeof props.cidrBlock === "string" ? props.cidrBlock : UNKNOWN));
}

/** Groups in words. */
export function names(resources: readonly GraphResource[]): string {
    return resources.length === 0 ? "(no group)" : resources.map(({ name }) => name).join(", ");
}
