import type { GraphResource, ResourceGraph } from "../../policy-pack/graph";

/** Node of the internet, and of the company networks. */
export const INTERNET = "internet";
export const CLIENTS = "clients";

/** Names the nodes of a picture after what they stand for, by logical name where that is enough. */
export class PlaceIds {
    constructor(private readonly graph: ResourceGraph) {}

    vpc(vpc: GraphResource): string {
        return `vpc ${this.key(vpc)}`;
    }

    subnet(subnet: GraphResource): string {
        return `subnet ${this.key(subnet)}`;
    }

    gateway(gateway: GraphResource): string {
        return `gateway ${this.key(gateway)}`;
    }

    /** Something with an id that is no resource of the graph. */
    elsewhere(id: string): string {
        return `elsewhere ${id}`;
    }

    /** Two resources may share type and name below different parents; their URNs differ. */
    private key({ type, name, urn }: GraphResource): string {
        const named = this.graph.ofType(type).filter((each) => each.name === name).length;
        return named === 1 ? name : urn;
    }
}
