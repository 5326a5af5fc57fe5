import { type Network, networkTokens, type Subnet } from "../../policy-pack/graph/network";
import { attachmentsOf } from "./attachments";
import type { Link, Place } from "./model";
import { byText } from "./order";
import { CLIENTS, INTERNET } from "./placeIds";
import { type FoundLinks, routeLinks } from "./routeLinks";
import type { Sources } from "./sources";
import type { SubnetUse } from "./tiers";

/** Every way the routes, endpoints and attachments of a graph make, and the places outside its VPCs they lead to. */
export function linksOf(sources: Sources): FoundLinks {
    const attachments = attachmentsOf(sources.graph, sources.ids);
    const routes = routeLinks(sources, attachments);
    const internet = internetLinks(sources);
    const attached = attachments.flatMap(({ gateway, subnets }) =>
        subnets.map((subnet) => between(sources.ids.subnet(subnet), gateway.id, "clients")),
    );
    const gateways = distinct([...routes.outside, ...attachments.map(({ gateway }) => gateway)]);
    const clients = clientLinks(sources, gateways);
    return {
        links: merged([...routes.links, ...internet.links, ...attached, ...insideLinks(sources), ...clients.links]),
        outside: distinct([...gateways, ...internet.outside, ...clients.outside]),
    };
}

function internetLinks({ graph, ids }: Sources): FoundLinks {
    const gateways = graph.ofType(networkTokens.INTERNET_GATEWAY);
    return {
        links: gateways.map((gateway) => ({
            from: ids.gateway(gateway),
            to: INTERNET,
            kind: "out",
            label: "",
            directed: true,
        })),
        outside: gateways.map(() => ({ id: INTERNET, kind: "internet", title: "Internet", lines: [], existing: true })),
    };
}

/** Studio subnets and the endpoint subnets of their zone reach each other by the VPC's local route. */
function insideLinks({ network, uses, ids }: Sources): Link[] {
    return ofTier("studio", network, uses).flatMap((studio) =>
        ofTier("endpoint", network, uses)
            .filter((endpoint) => network.sameZone(studio, endpoint) === true)
            .map((endpoint) => between(ids.subnet(studio.resource), ids.subnet(endpoint.resource), "inside")),
    );
}

/** The company networks and the gateways they come through; where none is stated, the way to the endpoints is open. */
function clientLinks({ network, uses, ids, intent }: Sources, places: readonly Place[]): FoundLinks {
    if (intent.clientRanges.length === 0) {
        return { links: [], outside: [] };
    }
    const clients: Place = {
        id: CLIENTS,
        kind: "clients",
        title: "Company network",
        lines: intent.clientRanges,
        existing: true,
    };
    const gateways = places.filter(({ kind }) => kind === "gateway");
    const links =
        gateways.length > 0
            ? gateways.map(({ id }) => between(id, CLIENTS, "clients"))
            : ofTier("endpoint", network, uses).map(({ resource }) => ({
                  ...between(ids.subnet(resource), CLIENTS, "unknown"),
                  label: "way not stated",
              }));
    return { links, outside: [clients] };
}

function ofTier(tier: SubnetUse["tier"], network: Network, uses: Sources["uses"]): readonly Subnet[] {
    return network.subnets.filter(({ resource }) => uses.get(resource)?.tier === tier);
}

function between(from: string, to: string, kind: Link["kind"]): Link {
    return { from, to, kind, label: "", directed: false };
}

function distinct(places: readonly Place[]): Place[] {
    const byId = new Map(places.map((place) => [place.id, place]));
    return [...byId.values()].sort((a, b) => byText(a.id, b.id));
}

/** One link for several routes that go the same way, with all their destinations. */
function merged(links: readonly Link[]): Link[] {
    const byWay = new Map<string, Link[]>();
    for (const link of links) {
        const way = JSON.stringify([link.from, link.to, link.kind, link.directed]);
        byWay.set(way, [...(byWay.get(way) ?? []), link]);
    }
    return [...byWay.entries()]
        .sort(([a], [b]) => byText(a, b))
        .flatMap(([, same]) => {
            const [first] = same;
            const labels = [...new Set(same.map(({ label }) => label))].filter((label) => label !== "").sort(byText);
            return first === undefined ? [] : [{ ...first, label: labels.join(", ") }];
        });
}
