import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown } from "../../../policy-pack/graph";
import type { Endpoint, Network, Route, Subnet } from "../../../policy-pack/graph/network";
import { cidr, cidrContains } from "../../../policy-pack/net";
import type { ClientReach } from "../access";
import type { Proof } from "../proof";
import { groupsAdmit, rulesFor } from "./admits";

const HTTPS = 443;
const SERVICES: readonly ServiceKey[] = ["sagemaker.api", "studio"];
const GATEWAYS = ["transit-gateway", "virtual-gateway"];

/** What the company network reaches, as a proof and as the access matrix needs it. */
export interface ClientProof {
    readonly reach: ClientReach;
    readonly why: string;
    readonly proofs: readonly Proof[];
}

/** Shows that the company ranges reach the two endpoints a browser needs, and nothing else in the VPC. */
export function clientProof(
    network: Network,
    vpc: GraphResource | undefined,
    ranges: readonly string[],
    region: string,
): ClientProof {
    if (ranges.length === 0) {
        return { reach: "not reached", why: "no network.clients: nothing outside the VPC is admitted", proofs: [] };
    }
    const findings = SERVICES.flatMap((service) => serviceFindings(network, vpc, service, ranges, region));
    const broken = findings.filter(({ kind }) => kind === "not reached");
    const open = findings.filter(({ kind }) => kind === "not proven");
    const reach: ClientReach = broken.length > 0 ? "not reached" : open.length > 0 ? "not proven" : "reached";
    const telling = reach === "reached" ? findings : reach === "not reached" ? broken : open;
    const way: Proof = {
        id: "network.clients",
        claim: `The company network (${ranges.join(", ")}) reaches the Studio and SageMaker API endpoints on 443`,
        verdict: reach === "reached" ? "holds" : reach === "not reached" ? "broken" : "not proven",
        evidence: telling.map(({ text }) => text),
        ...(reach === "reached" ? {} : { fix: telling.map(({ fix }) => fix).find((fix) => fix !== undefined) }),
    };
    return { reach, why: telling[0]?.text ?? "", proofs: [way, nothingElse(network, ranges, region)] };
}

interface Finding {
    readonly kind: ClientReach;
    readonly text: string;
    readonly fix?: string;
}

function serviceFindings(
    network: Network,
    vpc: GraphResource | undefined,
    service: ServiceKey,
    ranges: readonly string[],
    region: string,
): Finding[] {
    const endpoint = clientEndpoints(network, region, [service]).find(
        (candidate) => vpc !== undefined && candidate.vpc.found.includes(vpc),
    );
    if (endpoint === undefined) {
        return [{ kind: "not reached", text: `no endpoint for ${service}`, fix: `Add the endpoint for ${service}.` }];
    }
    return ranges.flatMap((range) => [
        admission(network, endpoint, range),
        ...endpoint.subnets.found
            .map((subnet) => network.subnet(subnet))
            .filter((subnet) => subnet !== undefined)
            .map((subnet) => wayBack(subnet, range)),
    ]);
}

function admission(network: Network, endpoint: Endpoint, range: string): Finding {
    const { name } = endpoint.resource;
    const answer = groupsAdmit(network, endpoint.groups.found, "ingress", HTTPS, {
        groups: [],
        ranges: [range],
        prefixLists: [],
    });
    switch (answer) {
        case "yes":
            return { kind: "reached", text: `${name} admits ${range} on 443` };
        case "no":
            return {
                kind: endpoint.groups.undecided.length > 0 ? "not proven" : "not reached",
                text: `no group of ${name} admits ${range} on 443`,
                fix: `Admit ${range} on 443 in a group of ${name}.`,
            };
        case "maybe":
            return {
                kind: "not proven",
                text: `the groups of ${name} are not known yet`,
                fix: "Decided once ids are known.",
            };
    }
}

function wayBack(subnet: Subnet, range: string): Finding {
    const where = `subnet ${subnet.resource.name}`;
    if (!subnet.table.decided) {
        return {
            kind: "not proven",
            text: `${where}: its route table is not decided`,
            fix: "Decided once ids are known.",
        };
    }
    const { table } = subnet.table;
    const route = table.routes.find((candidate) => leadsTo(candidate, range));
    if (route !== undefined) {
        return { kind: "reached", text: `${where}: route ${route.resource.name} leads back to ${range}` };
    }
    return {
        kind: "not proven",
        text: `${where}: no route back to ${range}, so how the company network comes in lies outside this stack`,
        fix: "Name the transit or VPN gateway in network.clients.via.",
    };
}

function leadsTo({ destination, target }: Route, range: string): boolean {
    return (
        GATEWAYS.includes(target.kind) &&
        destination.kind === "ipv4" &&
        typeof destination.value === "string" &&
        cidrContains(cidr(destination.value), cidr(range))
    );
}

/** The ranges stand in no rule of any other group, and no workload subnet has a route to them. */
function nothingElse(network: Network, ranges: readonly string[], region: string): Proof {
    const allowed = new Set(clientEndpoints(network, region, SERVICES).flatMap(({ groups }) => groups.found));
    const other = new Set(
        network.endpoints.filter((each) => !isClientEndpoint(each, region)).flatMap(({ groups }) => groups.found),
    );
    const against = network.securityGroups
        .filter(({ resource }) => !allowed.has(resource) || other.has(resource))
        .flatMap((group) => ranges.flatMap((range) => rulesFor(group, range)))
        .map(({ resource }) => `rule ${resource.name} admits a company range to something else`);
    const tooWide = network.securityGroups
        .filter(({ resource }) => allowed.has(resource))
        .flatMap((group) => ranges.flatMap((range) => rulesFor(group, range)))
        .filter(({ protocol, fromPort, toPort }) => protocol !== "tcp" || fromPort !== HTTPS || toPort !== HTTPS)
        .map(({ resource }) => `rule ${resource.name} admits more than 443`);
    const unread = network.securityGroups.flatMap(({ undecided }) => undecided);
    const broken = [...new Set([...against, ...tooWide])];
    const base = { id: "network.clients-only", claim: "The company network reaches nothing else in the VPC" };
    if (broken.length > 0) {
        return {
            ...base,
            verdict: "broken",
            evidence: broken,
            fix: "Remove the rule, or narrow it to 443 of the two endpoints.",
        };
    }
    return unread.length > 0
        ? { ...base, verdict: "not proven", evidence: unread, fix: "Decided once the ids named above are known." }
        : { ...base, verdict: "holds", evidence: ["no other rule names a company range"] };
}

function clientEndpoints(network: Network, region: string, services: readonly ServiceKey[]): readonly Endpoint[] {
    const wanted = services.map((service) => ENDPOINT_SERVICES[service].serviceName(region));
    return network.endpoints.filter(
        ({ serviceName }) => typeof serviceName === "string" && wanted.includes(serviceName),
    );
}

function isClientEndpoint({ serviceName }: Endpoint, region: string): boolean {
    return isUnknown(serviceName) || SERVICES.some((key) => ENDPOINT_SERVICES[key].serviceName(region) === serviceName);
}
