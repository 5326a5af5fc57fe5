import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { networkOf, networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";

/** Component types whose resources make up one part of a deployment of many accounts. */
const LINE_OF_BUSINESS = "private-studio:deployments:LineOfBusiness";
const PARTS: Readonly<Record<string, PartKind>> = {
    [LINE_OF_BUSINESS]: "lob",
    "private-studio:hub:Hub": "hub",
    "private-studio:access:AccessService": "access",
    "private-studio:onprem:OnPremises": "onprem",
};

export type PartKind = "lob" | "hub" | "access" | "onprem";

/** One part of the deployment, with everything registered below its component. */
export interface Part {
    readonly kind: PartKind;
    readonly component: GraphResource;
    /** Name of a line of business; else the kind. */
    readonly name: string;
    readonly resources: readonly GraphResource[];
    readonly vpcs: readonly GraphResource[];
    readonly subnets: readonly Subnet[];
}

/** A graph by the parts it consists of. */
export interface Parts {
    readonly all: readonly Part[];
    readonly lobs: readonly Part[];
    readonly hub: Part | undefined;
    readonly access: Part | undefined;
    readonly onprem: Part | undefined;
    /** The part a resource is below; undefined: it stands between parts, or is the deployment itself. */
    readonly of: (resource: GraphResource) => Part | undefined;
}

const KNOWN = new WeakMap<ResourceGraph, Parts>();

/** The parts of a graph; sorted once per graph. Two lines of business may share an account, so only parents tell them apart. */
export function partsOf(graph: ResourceGraph): Parts {
    const known = KNOWN.get(graph) ?? build(graph);
    KNOWN.set(graph, known);
    return known;
}

function build(graph: ResourceGraph): Parts {
    const owners = ownersOf(graph);
    const below = new Map<GraphResource, GraphResource[]>();
    for (const [resource, owner] of owners) {
        below.set(owner, [...(below.get(owner) ?? []), resource]);
    }
    const network = networkOf(graph);
    const all = [...below].map(([component, resources]): Part => {
        const kind = PARTS[component.type] as PartKind;
        return {
            kind,
            component,
            name: kind === "lob" ? component.name.replace(/^studio-/, "") : kind,
            resources,
            vpcs: resources.filter(({ type }) => type === tokens.VPC),
            subnets: network.subnets.filter(({ resource }) => owners.get(resource) === component),
        };
    });
    all.sort((one, other) => (one.name < other.name ? -1 : 1));
    const byComponent = new Map(all.map((part) => [part.component, part]));
    return {
        all,
        lobs: all.filter(({ kind }) => kind === "lob"),
        hub: all.find(({ kind }) => kind === "hub"),
        access: all.find(({ kind }) => kind === "access"),
        onprem: all.find(({ kind }) => kind === "onprem"),
        of: (resource) => {
            const owner = owners.get(resource);
            return owner === undefined ? undefined : byComponent.get(owner);
        },
    };
}

/** The outermost part each resource is below, itself included. */
function ownersOf(graph: ResourceGraph): Map<GraphResource, GraphResource> {
    const owners = new Map<GraphResource, GraphResource>();
    const ownerOf = (resource: GraphResource): GraphResource | undefined => {
        const known = owners.get(resource);
        if (known !== undefined) {
            return known;
        }
        const parent = resource.parent === undefined ? undefined : graph.get(resource.parent);
        const above = parent === undefined ? undefined : ownerOf(parent);
        const owner = above ?? (Object.hasOwn(PARTS, resource.type) ? resource : undefined);
        if (owner !== undefined) {
            owners.set(resource, owner);
        }
        return owner;
    };
    graph.resources.forEach(ownerOf);
    return owners;
}
