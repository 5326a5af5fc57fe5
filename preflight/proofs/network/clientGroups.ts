import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { type Endpoint, type Network, networkTokens as tokens } from "../../../policy-pack/graph/network";
import { carriedGroups } from "./carriers";
import { isForClients, whyOpen } from "./services";

/** Whether a group stands on the two endpoints a browser needs and nowhere else. */
export interface Place {
    readonly onlyForClients: "yes" | "no" | "maybe";
    /** Why it is not known. */
    readonly why?: string;
}

/** Tells where a group stands. */
export function clientGroups(graph: ResourceGraph, network: Network, region: string): (group: GraphResource) => Place {
    const carriedElsewhere = carriedGroups(graph, [tokens.ENDPOINT, tokens.ENDPOINT_GROUP]);
    const endpoints = network.endpoints.map((endpoint) => ({ endpoint, forClients: isForClients(endpoint, region) }));
    return (group) => {
        const certain = endpoints.filter(({ endpoint }) => endpoint.groups.found.includes(group));
        const possible = endpoints.filter(
            ({ endpoint: { groups } }) => !groups.found.includes(group) && groups.undecided.length > 0,
        );
        const mayBe = [...certain, ...possible].some(({ forClients }) => forClients !== false);
        if (!mayBe || carriedElsewhere(group) || certain.some(({ forClients }) => forClients === false)) {
            return { onlyForClients: "no" };
        }
        const isOne = certain.some(({ forClients }) => forClients === true);
        const why = [
            ...certain.filter(({ forClients }) => forClients === undefined).map(({ endpoint }) => whyOpen(endpoint)),
            ...possible
                .filter(({ forClients }) => !isOne || forClients !== true)
                .map(({ endpoint }) => unread(endpoint)),
        ];
        return why.length > 0 ? { onlyForClients: "maybe", why: why[0] } : { onlyForClients: "yes" };
    };
}

function unread({ resource, groups }: Endpoint): string {
    return `${resource.name}: ${groups.undecided[0]}`;
}
