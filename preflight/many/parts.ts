import { type GraphResource, ResourceGraph } from "../../policy-pack/graph";
import { costOf, type CostIntent } from "../cost";
import { partsOf } from "../proofs/accounts";
import { summarise } from "../report/components";
import type { PartSummary } from "../report/types";

/** What each part holds and costs; last what stands between the parts: links, shares, entries of the directory. */
export function partSummaries(graph: ResourceGraph, intent: CostIntent): PartSummary[] {
    const { all, of } = partsOf(graph);
    const between = graph.resources.filter((resource) => of(resource) === undefined);
    return [
        ...all.map(({ name, resources }) => summary(name, resources, intent)),
        summary("between", between, intent),
    ].filter(({ resources }) => resources > 0);
}

function summary(name: string, resources: readonly GraphResource[], intent: CostIntent): PartSummary {
    const counts = new Map<string, number>();
    for (const { component, total } of summarise(resources)) {
        counts.set(component, (counts.get(component) ?? 0) + total);
    }
    const components = [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => (a.type < b.type ? -1 : 1));
    return {
        name,
        resources: components.reduce((sum, { count }) => sum + count, 0),
        monthly: costOf(new ResourceGraph(resources), intent).total,
        components,
    };
}
