import type { GraphResource, ResourceGraph } from "../../graph";
import { networkOf, networkTokens, type Route, type RouteTable } from "../../graph/topology";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, uncertain, undecided } from "../findings";
import { checkMappings } from "./firewallMappings";
import { gatewaySubnets, isReturnToAttached } from "./centralInspection";
import { checkForward } from "./forwardRoutes";
import { subnetsBeside } from "./firewallVpc";
import { checkReturn, isReturn } from "./returnRoutes";

/**
 * P53: a firewall drops the packets of a connection of which it saw one direction only, and a zone that borrows another
 * one's endpoint fails with it.
 *
 * Both forms of AWS's architectures are followed: workload, firewall, NAT gateway, internet gateway with a return route
 * in the NAT gateway's table; and workload, NAT gateway, firewall, internet gateway with an edge table. What comes in from
 * a transit gateway is not of the subnet it comes in by: there the ranges behind the gateway must come back.
 */
export const symmetricRouting = stackPolicy({
    id: "P53",
    name: "network-firewall-symmetric-routing",
    title: "Both directions pass the same firewall endpoint",
    description: "The firewall must see both directions of each connection, in the zone it comes from.",
    why: "A firewall that sees half of a connection drops it, or passes it uninspected. Traffic between zones costs extra and ends with either zone.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["fsbp:NetworkFirewall.1", "prowler:networkfirewall_multi_az"],
    remediationSteps:
        "Per zone: subnet to the firewall endpoint of its zone, firewall subnet to the NAT gateway of the zone, and in the NAT gateway's table the whole range of the subnet back to the same endpoint.",
    url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html",
    config: NO_CONFIG,
    scope: "sagemaker",
    subjects: [networkTokens.FIREWALL],
    checkStack: (graph) =>
        graph.ofType(networkTokens.FIREWALL).length === 0
            ? []
            : [...checkMappings(graph), ...checkSubnets(graph), ...checkEdges(graph)],
});

function checkSubnets(graph: ResourceGraph): Finding[] {
    const network = networkOf(graph);
    const fromGateway = gatewaySubnets(graph);
    const near = new Set(
        graph.ofType(networkTokens.FIREWALL).flatMap((firewall) => [...subnetsBeside(graph, firewall)]),
    );
    return [...near].flatMap((subnet) => {
        const { table, resource } = subnet;
        if (!table.decided) {
            return [
                undecided(
                    resource,
                    `its route table is not decided: ${table.why}, so whether a firewall sees both directions cannot be told.`,
                ),
            ];
        }
        return [
            ...checkUnread(table.table, resource),
            ...routesToFirewalls(table.table)
                .filter((route) => !isReturnToAttached(network, fromGateway, route))
                .flatMap((route) =>
                    isReturn(network, subnet, route)
                        ? checkReturn(graph, route)
                        : checkForward(network, subnet, route, fromGateway.has(resource)),
                ),
        ];
    });
}

/** Tables of internet gateways, by which answers come back. */
function checkEdges(graph: ResourceGraph): Finding[] {
    const network = networkOf(graph);
    return graph.ofType(networkTokens.INTERNET_GATEWAY).flatMap((gateway) => {
        const edge = network.edgeTable(gateway);
        if (edge?.decided !== false) {
            return edge === undefined ? [] : checkEdge(graph, gateway, edge.table);
        }
        return edge.candidates.flatMap((table) =>
            uncertain(
                checkEdge(graph, gateway, table),
                `whether ${table.name} is the edge table of ${label(gateway)} is not decided: ${edge.why}`,
            ),
        );
    });
}

function checkEdge(graph: ResourceGraph, gateway: GraphResource, table: RouteTable): Finding[] {
    return [...checkUnread(table, gateway), ...routesToFirewalls(table).flatMap((route) => checkReturn(graph, route))];
}

function routesToFirewalls({ routes }: RouteTable): readonly Route[] {
    return routes.filter(({ target }) => target.resource?.type === networkTokens.FIREWALL);
}

/** What of a table may lead to a firewall and cannot be followed. */
function checkUnread({ resource, name, routes, undecided: missing }: RouteTable, user: GraphResource): Finding[] {
    const open = "so whether a firewall sees both directions cannot be told.";
    return [
        ...missing.map((why) => undecided(resource ?? user, `not all routes of ${name} are decided: ${why}, ${open}`)),
        ...routes
            .filter(({ target }) => target.mayBeFirewall)
            .map((route) => undecided(route.resource, `whether it leads to a firewall is not known, ${open}`)),
    ];
}
