import type { ResourceGraph } from "../../graph";
import { networkOf, networkTokens } from "../../graph/topology";
import type { Finding } from "../definition";
import { label, violation } from "../findings";

/** A firewall has one endpoint per zone: AWS refuses two mappings in one. */
export function checkMappings(graph: ResourceGraph): Finding[] {
    const network = networkOf(graph);
    return graph.ofType(networkTokens.FIREWALL).flatMap((firewall) => {
        const subnets = network.subnetsOf(firewall);
        return subnets.flatMap((subnet, index) =>
            subnets
                .slice(index + 1)
                .filter((other) => network.sameZone(subnet, other) === true)
                .map((other) =>
                    violation(
                        firewall,
                        `${label(subnet.resource)} and ${label(other.resource)} of its mappings are in one zone. Map one subnet per zone.`,
                    ),
                ),
        );
    });
}
