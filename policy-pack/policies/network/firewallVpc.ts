import { type GraphResource, resolveOne, type ResourceGraph } from "../../graph";
import { networkOf, networkTokens, type Subnet } from "../../graph/topology";

/** Several VPCs of a stack may have the same ranges. */
export function mayShareVpc({ vpc: one }: Pick<Subnet, "vpc">, { vpc: other }: Pick<Subnet, "vpc">): boolean {
    return (
        one.undecided !== undefined ||
        other.undecided !== undefined ||
        one.found.some((vpc) => other.found.includes(vpc)) ||
        one.external.some((id) => other.external.includes(id))
    );
}

/** Subnets that are, or may be, in a firewall's VPC: that of its mapped subnets, or of its `vpcId` while none is known. */
export function subnetsBeside(graph: ResourceGraph, firewall: GraphResource): readonly Subnet[] {
    const network = networkOf(graph);
    const mapped = network.subnetsOf(firewall);
    const places = mapped.length > 0 ? mapped : [{ vpc: resolveOne(graph, firewall, "vpcId", [networkTokens.VPC]) }];
    return network.subnets.filter((subnet) => places.some((place) => mayShareVpc(place, subnet)));
}
