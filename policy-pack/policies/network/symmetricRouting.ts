import type { ResourceGraph } from "../../graph";
import { networkOf, networkTokens } from "../../graph/topology";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { undecided } from "../findings";
import { checkMappings } from "./firewallMappings";
import { gatewaySubnets, isReturnToAttached } from "./centralInspection";
import { checkForward } from "./forwardRoutes";
import { checkReturn, isReturn, mayShareVpc } from "./returnRoutes";

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
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["fsbp:NetworkFirewall.1", "prowler:networkfirewall_multi_az"],
    remediationSteps:
        "Per zone: subnet to the firewall endpoint of its zone, firewall subnet to the NAT gateway of the zone, and in the NAT gateway's table the whole range of the subnet back to the same endpoint.",
    url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html",
    config: NO_CONFIG,
    subjects: [networkTokens.FIREWALL],
    checkStack: (graph) =>
        graph.ofType(networkTokens.FIREWALL).length === 0
            ? []
            : [...checkMappings(graph), ...checkSubnets(graph), ...checkEdges(graph)],
});

function checkSubnets(graph: ResourceGraph): Finding[] {
    const network = networkOf(graph);
    const places = graph.ofType(networkTokens.FIREWALL).flatMap((firewall) => network.subnetsOf(firewall));
    const fromGateway = gatewaySubnets(graph);
    const near = network.subnets.filter((subnet) => places.some((place) => mayShareVpc(place, subnet)));
    return near.flatMap((subnet) => {
        const { table, resource } = subnet;
        if (!table.decided) {
            return [
                undecided(
                    resource,
                    `its route table is not decided: ${table.why}, so whether a firewall sees both directions cannot be told.`,
                ),
            ];
        }
        return table.table.routes
            .filter(({ target }) => target.resource?.type === networkTokens.FIREWALL)
            .filter((route) => !isReturnToAttached(network, fromGateway, route))
            .flatMap((route) =>
                isReturn(network, subnet, route)
                    ? checkReturn(network, route)
                    : checkForward(network, subnet, route, fromGateway.has(subnet.resource)),
            );
    });
}

/** Tables of internet gateways, by which answers come back. */
function checkEdges(graph: ResourceGraph): Finding[] {
    const network = networkOf(graph);
    return graph.ofType(networkTokens.INTERNET_GATEWAY).flatMap((gateway) => {
        const table = network.edgeTable(gateway);
        return table?.decided === true
            ? table.table.routes
                  .filter(({ target }) => target.resource?.type === networkTokens.FIREWALL)
                  .flatMap((route) => checkReturn(network, route))
            : [];
    });
}
