import { isUnknown } from "../../policy-pack/graph";
import { type EffectiveTable, networkTokens, type Subnet } from "../../policy-pack/graph/network";
import { attachedSubnet, type Attachment } from "./attachments";
import type { Sources } from "./sources";
import type { Link, Place } from "./model";
import { kindOfRoute, targetsOf } from "./routeTargets";

/** Links, and the places outside the VPCs that they lead to. */
export interface FoundLinks {
    readonly links: readonly Link[];
    readonly outside: readonly Place[];
}

/** The routes of every subnet's table, and of the edge tables of gateways. */
export function routeLinks(sources: Sources, attachments: readonly Attachment[]): FoundLinks {
    const { graph, network, ids } = sources;
    const gateways = graph.ofType(networkTokens.INTERNET_GATEWAY, networkTokens.VPN_GATEWAY);
    const found = [
        ...network.subnets.map((subnet) =>
            linksOfTable(ids.subnet(subnet.resource), subnet.table, sources, attachments, subnet),
        ),
        ...gateways.flatMap((gateway) => {
            const table = network.edgeTable(gateway);
            return table === undefined ? [] : [linksOfTable(ids.gateway(gateway), table, sources, attachments)];
        }),
    ];
    return { links: found.flatMap(({ links }) => links), outside: found.flatMap(({ outside }) => outside) };
}

function linksOfTable(
    from: string,
    table: EffectiveTable,
    { network, ids, intent }: Sources,
    attachments: readonly Attachment[],
    subnet?: Subnet,
): FoundLinks {
    const ranges = network.vpcs.flatMap(({ cidrs }) => cidrs).filter((range) => typeof range === "string");
    const routes = table.decided ? table.table.routes : [];
    const targets = routes.flatMap((route) =>
        targetsOf(route.target, network, ids).map((target) => ({ route, target })),
    );
    return {
        outside: targets.flatMap(({ target: { place } }) => (place === undefined ? [] : [place])),
        links: targets.map(({ route, target }): Link => {
            const { value } = route.destination;
            const attached = subnet && attachedSubnet(attachments, target.id, subnet, network);
            return {
                from,
                to: attached === undefined ? target.id : ids.subnet(attached),
                kind: kindOfRoute(route, ranges, intent.clientRanges),
                label: isUnknown(value) ? "destination not known" : value,
                directed: true,
            };
        }),
    };
}
