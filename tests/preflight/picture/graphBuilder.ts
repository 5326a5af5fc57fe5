import { type GraphResource, isUnknown, ResourceGraph, UNKNOWN } from "../../../policy-pack/graph";

/** Names another resource of the same builder; becomes its id. */
export interface Ref {
    readonly ref: string;
}

/** A value worked out of others' outputs: known with them, unknown before. */
export interface Computed {
    readonly known: unknown;
    readonly from: readonly Ref[];
}

/** Makes a graph of plain resources; `ref`s become ids, or unknown values with dependencies as at a first preview. */
export class GraphBuilder {
    private readonly made: { type: string; name: string; props: Record<string, unknown> }[] = [];

    /** @param unknown keep ids unknown */
    constructor(private readonly unknown = false) {}

    add(type: string, name: string, props: Record<string, unknown> = {}): Ref {
        this.made.push({ type, name, props });
        return { ref: urnOf(type, name) };
    }

    graph(): ResourceGraph {
        return new ResourceGraph(this.resources());
    }

    resources(): GraphResource[] {
        return this.made.map(({ type, name, props }) => {
            const dependencies = Object.fromEntries(
                Object.entries(props)
                    .map(([key, value]) => [key, refsIn(value)] as const)
                    .filter(([, refs]) => refs.length > 0),
            );
            return {
                urn: urnOf(type, name),
                type,
                name,
                id: this.unknown ? UNKNOWN : idOf(urnOf(type, name)),
                props: Object.fromEntries(Object.entries(props).map(([key, value]) => [key, this.filled(value)])),
                custom: true,
                protect: false,
                ignoreChanges: [],
                dependencies: Object.values(dependencies).flat(),
                propertyDependencies: dependencies,
            };
        });
    }

    private filled(value: unknown): unknown {
        if (isUnknown(value)) {
            return value;
        }
        if (Array.isArray(value)) {
            return value.map((item: unknown) => this.filled(item));
        }
        if (isRef(value)) {
            return this.unknown ? UNKNOWN : idOf(value.ref);
        }
        if (isComputed(value)) {
            return this.unknown ? UNKNOWN : this.filled(value.known);
        }
        if (typeof value === "object" && value !== null) {
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.filled(item)]));
        }
        return value;
    }
}

function urnOf(type: string, name: string): string {
    return `urn:pulumi:test::fixture::${type}::${name}`;
}

function idOf(urn: string): string {
    const [type, name] = urn.split("::").slice(-2);
    return `${type?.split(":").pop()}-${name}`;
}

function isRef(value: unknown): value is Ref {
    return typeof value === "object" && value !== null && "ref" in value;
}

function isComputed(value: unknown): value is Computed {
    return typeof value === "object" && value !== null && "known" in value;
}

function refsIn(value: unknown): string[] {
    if (isRef(value)) {
        return [value.ref];
    }
    if (isComputed(value)) {
        return value.from.map(({ ref }) => ref);
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(refsIn) : [];
}
