import { type ServiceKey } from "../../../policy-pack/facts";
import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import type { Endpoint, Subnet } from "../../../policy-pack/graph/network";
import { groupsAdmit } from "../network/admits";
import { dnsFirewallOf } from "../network/dnsRules";
import { hostsOf, resolved } from "../network/endpointNames";
import { finding, names, notInStack, ranges } from "../network/endpoints";
import { type Finding, toProof, unproven } from "../network/findings";
import { hubNames } from "../network/hubEndpoints";
import { readRange } from "../network/ranges";
import { endpointFor } from "../network/services";
import type { Proof } from "../proof";
import { lost, reaches } from "../routing/reach";
import { routerOf } from "../routing/routers";
import type { AccountsIntent } from "./intent";
import { partsOf } from "./parts";

const HTTPS = 443;

/** A network people come from: one of this graph, or the other side of an attachment made elsewhere. */
export interface Source {
    readonly name: string;
    readonly ranges: readonly string[];
    /** Of the simulator. */
    readonly subnets: readonly Subnet[];
    readonly vpc?: GraphResource;
    readonly attachment?: string;
}

/** The company's network and the simulator, as far as the stack file has them. */
export function companySources(graph: ResourceGraph, { clients }: AccountsIntent): Source[] {
    const { onprem } = partsOf(graph);
    const { transit } = routerOf(graph);
    const carriers = new Set(transit.attachments.flatMap(({ subnets }) => subnets.found));
    return [
        ...(clients === undefined || clients.ranges.length === 0
            ? []
            : [
                  {
                      name: "the company network",
                      ranges: clients.ranges,
                      subnets: [],
                      ...(clients.attachment === undefined ? {} : { attachment: clients.attachment }),
                  },
              ]),
        ...(onprem?.vpcs ?? []).map((vpc): Source => {
            const subnets = onprem?.subnets.filter(({ resource }) => !carriers.has(resource)) ?? [];
            const own = ranges(subnets.map(({ resource }) => resource)).filter((each) => typeof each === "string");
            return { name: "onprem", ranges: own, subnets, vpc };
        }),
    ];
}

/** What people need: the page and the API, the sign-in, and Studio, which calls SageMaker from the page. */
function clientServices({ signIn }: AccountsIntent): ServiceKey[] {
    return ["execute-api", ...(signIn === "private" ? (["cognito-idp"] as const) : []), "studio", "sagemaker.api"];
}

/** Shows that people get from where they sit to everything they need in the hub, by address and by name. */
export function hubClients(graph: ResourceGraph, intent: AccountsIntent): Proof[] {
    const sources = companySources(graph, intent);
    if (sources.length === 0) {
        return [];
    }
    const [hubVpc] = partsOf(graph).hub?.vpcs ?? [];
    const findings = clientServices(intent).flatMap((service) => {
        const sought = hubVpc && endpointFor(routerOf(graph).network, hubVpc, service, intent.region);
        if (hubVpc === undefined || sought?.endpoint === undefined) {
            return [unproven(`the hub's endpoint for ${service} is not known`)];
        }
        const { endpoint } = sought;
        const hosts = hostsOf(service, intent.region);
        return sources.flatMap((source) => [
            ...sourceFindings(graph, endpoint, source),
            ...resolves(graph, endpoint, source, hubVpc, hosts, intent),
        ]);
    });
    return [
        toProof(
            "hub.clients",
            `${sources.map(({ name }) => name).join(" and ")} reaches API, sign-in and Studio through the hub, by name`,
            findings,
        ),
    ];
}

/** A VPC asks the private zones itself; the company's name servers ask the hub's resolver, or know the names otherwise. */
function resolves(
    graph: ResourceGraph,
    endpoint: Endpoint,
    { vpc }: Source,
    hubVpc: GraphResource,
    hosts: readonly string[],
    { clients }: AccountsIntent,
): Finding[] {
    if (vpc !== undefined) {
        return hubNames(graph, endpoint, vpc, hosts);
    }
    return clients?.resolver === true
        ? [...hubNames(graph, endpoint, hubVpc, hosts), ...resolved(dnsFirewallOf(graph, hubVpc), hosts)]
        : [];
}

/** Whether packets get from a source to an endpoint of the hub and back, and the endpoint's groups let them in. */
export function sourceFindings(graph: ResourceGraph, endpoint: Endpoint, source: Source): Finding[] {
    const router = routerOf(graph);
    const places = router.network.subnetsOf(endpoint.resource);
    const [hubVpc] = endpoint.vpc.found;
    if (hubVpc === undefined || places.length === 0) {
        return [unproven(`where ${endpoint.resource.name} stands is not known`)];
    }
    const { groups, resource } = endpoint;
    const admitted = groupsAdmit(router.network, groups.found, "ingress", HTTPS, { groups: [], ranges: source.ranges });
    return [
        ...places.flatMap((place) => [
            ...source.subnets.flatMap((subnet) => [
                ...reaches(router, subnet, { vpc: hubVpc, range: place.cidr, name: `subnet ${place.resource.name}` }),
                ...(source.vpc === undefined
                    ? []
                    : reaches(router, place, {
                          vpc: source.vpc,
                          range: subnet.cidr,
                          name: `subnet ${subnet.resource.name}`,
                      })),
            ]),
            ...(source.vpc === undefined ? overAttachment(graph, place, hubVpc, source) : []),
        ]),
        finding(
            admitted,
            `${source.name}: ingress on 443 of ${names(groups.found)} at ${resource.name}`,
            `Admit ${source.ranges.join(", ")} on 443 in a group of ${resource.name}.`,
            [...groups.undecided, ...notInStack(groups.external)],
        ),
    ];
}

function overAttachment(graph: ResourceGraph, place: Subnet, hubVpc: GraphResource, source: Source): Finding[] {
    const router = routerOf(graph);
    const range = typeof place.cidr === "string" ? readRange(place.cidr) : undefined;
    const { attachment } = source;
    if (attachment === undefined || range === undefined) {
        return [unproven(`${source.name}: how it comes in is not part of this stack`)];
    }
    const back = source.ranges.flatMap((each) => {
        const wanted = readRange(each);
        return wanted === undefined ? [] : router.from(place, wanted);
    });
    return [
        ...lost(
            router.fromAttachment(attachment, range),
            hubVpc,
            `${attachment} reaches subnet ${place.resource.name}`,
        ),
        ...back
            .filter(({ id, kind }) => kind !== "outside" || id !== attachment)
            .map(({ hops, kind }): Finding => {
                const text = hops.join(" > ");
                return kind === "unknown"
                    ? unproven(text)
                    : { verdict: "broken", text, fix: `Lead ${source.ranges.join(", ")} back to ${attachment}.` };
            }),
    ];
}
