import { type GraphResource, resolveMany, type ResourceGraph } from "../../policy-pack/graph";
import { type Network, networkTokens, type Subnet } from "../../policy-pack/graph/network";
import { isExisting } from "./existingVpc";
import type { Place } from "./model";
import type { PlaceIds } from "./placeIds";

/** One VPC attachment of a transit gateway. */
export interface Attachment {
    readonly gateway: Place;
    /** The subnets its network interfaces stand in. */
    readonly subnets: readonly GraphResource[];
}

/** Every transit gateway attachment of a graph. */
export function attachmentsOf(graph: ResourceGraph, ids: PlaceIds): readonly Attachment[] {
    return graph.ofType("aws:ec2transitgateway/vpcAttachment:VpcAttachment").map((attachment) => ({
        gateway: gatewayPlace(graph, attachment, ids),
        subnets: resolveMany(graph, attachment, "subnetIds", [networkTokens.SUBNET]).found,
    }));
}

/**
 * The attached subnet through which packets from `from` reach the gateway: that of the same zone. Without one the
 * gateway cannot be reached from there. Source: Transit Gateway guide, "Transit gateway attachments to a VPC".
 */
export function attachedSubnet(
    attachments: readonly Attachment[],
    gateway: string,
    from: Subnet,
    network: Network,
): GraphResource | undefined {
    return attachments
        .filter((attachment) => attachment.gateway.id === gateway)
        .flatMap(({ subnets }) => subnets)
        .find((resource) => {
            const subnet = network.subnet(resource);
            return subnet !== undefined && network.sameZone(from, subnet) === true;
        });
}

function gatewayPlace(graph: ResourceGraph, attachment: GraphResource, ids: PlaceIds): Place {
    const { found, external } = graph.refs(attachment, "transitGatewayId", [networkTokens.TRANSIT_GATEWAY]);
    const [gateway] = found;
    const [id = "not known"] = external;
    const place = { kind: "gateway", title: "Transit gateway" } as const;
    return gateway === undefined
        ? { ...place, id: ids.elsewhere(id), lines: [id], existing: true }
        : { ...place, id: ids.gateway(gateway), lines: [gateway.name], existing: isExisting(gateway) };
}
