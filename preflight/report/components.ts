import type { GraphResource } from "../../policy-pack/graph";
import { nameOf } from "../proofs/proof";

/** One component of the deployment with what it makes. */
export interface ComponentSummary {
    /** Type without the project's prefix, for example `Network`. */
    readonly component: string;
    readonly name: string;
    /** Resources below it and below no nested component, by short type. */
    readonly counts: Readonly<Record<string, number>>;
    readonly total: number;
}

const STACK = "pulumi:pulumi:Stack";

/** Groups the resources that will be made by the component that makes them. */
export function summarise(resources: readonly GraphResource[]): ComponentSummary[] {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const summaries = new Map<string, { owner: GraphResource | undefined; counts: Record<string, number> }>();
    for (const resource of resources) {
        if (!resource.custom || resource.type.startsWith("pulumi:providers:")) {
            continue;
        }
        const owner = componentOf(resource, byUrn);
        const key = owner?.urn ?? "";
        const entry = summaries.get(key) ?? { owner, counts: {} };
        const type = shortType(resource.type);
        entry.counts[type] = (entry.counts[type] ?? 0) + 1;
        summaries.set(key, entry);
    }
    return [...summaries.values()].map(({ owner, counts }) => ({
        component: owner ? (owner.type.split(":").pop() as string) : "(no component)",
        name: owner ? nameOf(owner.urn) : "",
        counts: Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b))),
        total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    }));
}

function componentOf(resource: GraphResource, byUrn: ReadonlyMap<string, GraphResource>): GraphResource | undefined {
    let parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
    while (parent?.custom) {
        parent = parent.parent === undefined ? undefined : byUrn.get(parent.parent);
    }
    return parent?.type === STACK ? undefined : parent;
}

/** `aws:ec2/vpcEndpoint:VpcEndpoint` -> `VpcEndpoint`. */
function shortType(type: string): string {
    return type.split(":").pop() ?? type;
}
