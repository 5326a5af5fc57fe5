import { serviceNamed } from "../../policy-pack/facts";
import type { Endpoint, Network } from "../../policy-pack/graph/network";
import { featuresNeeding } from "../cost/purposes";
import { isExisting } from "./existingVpc";
import { byText } from "./order";
import type { EndpointGroup, EndpointPart, PictureIntent } from "./model";

const SHARED = "several features";
const ADDED = "added";
const GATEWAY = "gateway endpoints";

/** Interface endpoints grouped by what needs them: one feature, several, or none of those chosen; then the gateway ones. */
export function endpointGroups(
    endpoints: readonly Endpoint[],
    network: Network,
    intent: Pick<PictureIntent, "features" | "clientRanges">,
): readonly EndpointGroup[] {
    const most = Math.max(0, ...endpoints.map(zones));
    const groups = new Map<string, EndpointPart[]>();
    for (const endpoint of endpoints) {
        const title = groupOf(endpoint, intent);
        const part: EndpointPart = {
            service: serviceOf(endpoint),
            forClients: admitsClients(endpoint, network, intent.clientRanges),
            existing: isExisting(endpoint.resource),
            ...(endpoint.type !== "Gateway" && zones(endpoint) < most
                ? { note: `in ${zones(endpoint)} of ${most} zones` }
                : {}),
        };
        groups.set(title, [...(groups.get(title) ?? []), part]);
    }
    return [SHARED, ...new Set(intent.features), ADDED, GATEWAY].flatMap((title) => {
        const parts = groups.get(title);
        return parts === undefined
            ? []
            : [{ title, endpoints: [...parts].sort((a, b) => byText(a.service, b.service)) }];
    });
}

/** Short name of the endpoint's service: its key in the catalogue, or the name AWS gives it. */
export function serviceOf({ serviceName, resource }: Endpoint): string {
    return typeof serviceName === "string" ? (serviceNamed(serviceName)?.key ?? serviceName) : resource.name;
}

function groupOf({ serviceName, type }: Endpoint, { features }: Pick<PictureIntent, "features">): string {
    if (type === "Gateway") {
        return GATEWAY;
    }
    const [only, ...more] = featuresNeeding(serviceName, features);
    return only === undefined ? ADDED : more.length === 0 ? only : SHARED;
}

function zones({ subnets }: Endpoint): number {
    return subnets.found.length + subnets.external.length;
}

function admitsClients({ groups }: Endpoint, network: Network, ranges: readonly string[]): boolean {
    return groups.found.some((group) =>
        network.securityGroup(group)?.ingress.some(({ peer }) => peer.kind === "ipv4" && ranges.includes(peer.cidr)),
    );
}
