import { type GraphResource, resolveOne, type ResourceGraph } from "../../graph";
import { append } from "../../graph/append";

/** Resources of one type by the resource that a property of theirs names. */
export class Attachments {
    private readonly certain = new Map<GraphResource, GraphResource[]>();
    private readonly possible = new Map<GraphResource, GraphResource[]>();
    private readonly loose: GraphResource[] = [];

    constructor(graph: ResourceGraph, type: string, path: string, target: string) {
        for (const resource of graph.ofType(type)) {
            const { found, undecided } = resolveOne(graph, resource, path, [target]);
            found.forEach((each) => append(undecided === undefined ? this.certain : this.possible, each, resource));
            if (undecided !== undefined && found.length === 0) {
                this.loose.push(resource);
            }
        }
    }

    /** Those that certainly name it. */
    of(target: GraphResource): readonly GraphResource[] {
        return this.certain.get(target) ?? [];
    }

    /** Those of which it is not known whether they name it. */
    perhapsOf(target: GraphResource): readonly GraphResource[] {
        return [...(this.possible.get(target) ?? []), ...this.loose];
    }
}
