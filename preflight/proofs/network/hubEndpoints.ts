import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import type { GraphResource, Maybe, ResourceGraph } from "../../../policy-pack/graph";
import { askZones, type Endpoint, type Network, privateZonesOf, type Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { reaches } from "../routing/reach";
import { routerOf } from "../routing/routers";
import { accessLists } from "./accessLists";
import { type Admission, groupsAdmit } from "./admits";
import { admitsAccount } from "./admitsAccount";
import { hostsOf, resolved } from "./endpointNames";
import { type EndpointNeed, endpointRanges, finding, names, notInStack, proofOf, ranges } from "./endpoints";
import { type Finding, unproven } from "./findings";
import { missingPlaces } from "./places";
import { endpointFor } from "./services";
import type { Workload } from "./workloads";

const HTTPS = 443;

/** The hub whose endpoints serve other VPCs, as one of these sees it. */
export interface HubEndpoints {
    readonly vpc: GraphResource;
    /** Account whose workloads the policies of the endpoints must let through. */
    readonly account: string;
    /** AWS organization of that account. Default: not stated. */
    readonly organization?: string;
}

/** Whether a service is the hub's to serve: it has an interface, and the VPC has no endpoint of its own. */
export function isHubs(network: Network, vpc: GraphResource, service: ServiceKey, region: string): boolean {
    const own = endpointFor(network, vpc, service, region);
    return ENDPOINT_SERVICES[service].type === "Interface" && own.endpoint === undefined && own.open.length === 0;
}

/**
 * For one service that a hub serves: its names lead to the hub's endpoint, packets find the way there and back, the groups
 * of both sides and the endpoint's policy let them pass.
 */
export function hubEndpointProof(
    graph: ResourceGraph,
    service: ServiceKey,
    need: EndpointNeed,
    hub: HubEndpoints,
): Proof {
    const { network } = routerOf(graph);
    const { endpoint, open } = endpointFor(network, hub.vpc, service, need.region);
    if (endpoint === undefined) {
        const name = ENDPOINT_SERVICES[service].serviceName(need.region);
        const none: Finding = {
            verdict: "broken",
            text: `neither VPC ${need.vpc.name} nor the hub's VPC ${hub.vpc.name} has an endpoint for ${name}`,
            fix: `Add a VPC endpoint for ${name} to one of them.`,
        };
        return proofOf(service, need.region, open.length > 0 ? open.map(unproven) : [none]);
    }
    const hosts = hostsOf(service, need.region);
    return proofOf(service, need.region, [
        ...hubNames(graph, endpoint, need.vpc, hosts),
        ...resolved(need.dns, hosts),
        ...(endpoint.subnets.found.length > 0 ? [] : missingPlaces(endpoint)),
        ...need.workloads.flatMap((workload) => hubReach(graph, endpoint, hub.vpc, need.vpc, workload)),
        ...admitsAccount(endpoint.resource, hub),
        ...accessLists(graph, [
            ...need.workloads.flatMap(({ subnets }) => subnets),
            ...network.subnetsOf(endpoint.resource),
        ]),
    ]);
}

/** What keeps private zones from answering with the hub's endpoint in a VPC. */
export function hubNames(
    graph: ResourceGraph,
    endpoint: Endpoint,
    vpc: GraphResource,
    hosts: readonly string[],
): Finding[] {
    const zones = privateZonesOf(graph);
    const dns = [
        ["enableDnsHostnames", vpc.props.enableDnsHostnames],
        ["enableDnsSupport", vpc.props.enableDnsSupport ?? true],
    ] as const;
    return [
        ...dns
            .filter(([, value]) => value !== true)
            .map(([property, value]): Finding => ({
                verdict: value === false || value === undefined ? "broken" : "not proven",
                text: `${vpc.name}: ${property} is not true, so private zones do not answer in it`,
                fix: `Set ${property} of ${vpc.name} to true.`,
            })),
        ...hosts.flatMap((host): Finding[] => {
            const { zone, record, undecided } = askZones(zones, vpc, host);
            const of = `${host} in VPC ${vpc.name}`;
            const refused = zone?.vpcs.find((each) => each.vpc === vpc)?.refused;
            if (undecided.length > 0) {
                return undecided.map((why) => unproven(`${of}: ${why}`));
            }
            if (zone === undefined) {
                const fix = `Associate a private zone for ${host} with ${vpc.name}.`;
                return [{ verdict: "broken", text: `${of}: no private zone for it is associated with the VPC`, fix }];
            }
            if (refused !== undefined) {
                return [
                    {
                        verdict: "broken",
                        text: `${of}: ${refused}`,
                        fix: "Authorise the association in the zone's account, and make it in the VPC's.",
                    },
                ];
            }
            if (record?.undecided !== undefined) {
                return [unproven(`${of}: ${record.undecided}`)];
            }
            return record?.endpoints.includes(endpoint.resource) === true
                ? [{ verdict: "holds", text: `${of} leads to ${endpoint.resource.name}` }]
                : [
                      {
                          verdict: "broken",
                          text: `${of}: zone ${zone.resource.name} has no record that leads to ${endpoint.resource.name}`,
                          fix: `Add an alias ${host} of the endpoint's name for the whole Region to ${zone.resource.name}.`,
                      },
                  ];
        }),
    ];
}

/** Both directions of the route, and both groups by range: groups of another VPC cannot be named. */
export function hubReach(
    graph: ResourceGraph,
    endpoint: Endpoint,
    hub: GraphResource,
    vpc: GraphResource,
    workload: Workload,
): Finding[] {
    if (workload.undecided.length > 0) {
        return [...workload.undecided];
    }
    const router = routerOf(graph);
    const places = router.network.subnetsOf(endpoint.resource);
    const goal = (subnet: Subnet, of: GraphResource): Parameters<typeof reaches>[2] => ({
        vpc: of,
        range: subnet.cidr,
        name: `subnet ${subnet.resource.name}`,
    });
    const { groups, resource } = endpoint;
    const admits = (own: readonly GraphResource[], direction: "ingress" | "egress", others: readonly Maybe<string>[]) =>
        weakest(
            others.map((range) => groupsAdmit(router.network, own, direction, HTTPS, { groups: [], ranges: [range] })),
        );
    const inwards = admits(groups.found, "ingress", ranges(workload.subnets.map((subnet) => subnet.resource)));
    const outwards = admits(workload.groups, "egress", endpointRanges(endpoint));
    const open = [...groups.undecided, ...notInStack([...groups.external, ...workload.externalGroups])];
    return [
        ...workload.subnets.flatMap((subnet) =>
            places.flatMap((place) => [
                ...reaches(router, subnet, goal(place, hub)),
                ...reaches(router, place, goal(subnet, vpc)),
            ]),
        ),
        finding(
            inwards,
            `${workload.name}: ingress on 443 of ${names(groups.found)} at ${resource.name}`,
            `Admit the ranges of ${workload.name} on 443 in a group of ${resource.name}.`,
            open,
        ),
        finding(
            outwards,
            `${workload.name}: egress on 443 of ${names(workload.groups)} to the ranges of ${resource.name}`,
            `Let ${names(workload.groups)} out on 443 to the hub's endpoint subnets.`,
            open,
        ),
    ];
}

/** Each range may have a rule of its own; all must be let through. */
function weakest(answers: readonly Admission[]): Admission {
    if (answers.length === 0 || answers.includes("no")) {
        return "no";
    }
    return answers.includes("maybe") ? "maybe" : "yes";
}
