import { type GraphResource, isUnknown, readPath, UNKNOWN } from "../../policy-pack/graph";

export type Resources = readonly GraphResource[];

/** One change of a registered network. */
export interface Mutation {
    readonly name: string;
    readonly apply: (resources: Resources) => Resources;
    /** What a message must name: any of them does. */
    readonly names: readonly string[];
}

/** All resources of a type. */
export function ofType(resources: Resources, ...types: readonly string[]): GraphResource[] {
    return resources.filter(({ type }) => types.includes(type));
}

/** Short name of a type: `Route`. */
export function kindOf({ type }: GraphResource): string {
    return type.split(":").at(-1) ?? type;
}

/** Without one resource. */
export function without(resources: Resources, removed: GraphResource): Resources {
    return resources.filter((each) => each !== removed);
}

/** With another value at a dotted path of one resource; `undefined` removes it. */
export function changed(resources: Resources, resource: GraphResource, path: string, value: unknown): Resources {
    const next = { ...resource, props: setAt(resource.props, path.split("."), value) as GraphResource["props"] };
    return resources.map((each) => (each === resource ? next : each));
}

/**
 * With one reference less in a list: the element that names the resource by id or, while ids are not known, any that is
 * unknown, and always the dependency on the resource.
 *
 * @param path of the list
 * @param of path of the reference within an element; empty where the element is the id itself
 */
export function shortened(
    resources: Resources,
    resource: GraphResource,
    path: string,
    of: string,
    removed: GraphResource,
): Resources {
    const list = readPath(resource.props, path) as readonly unknown[];
    const ids = list.map((element) => (of === "" ? element : readPath(element, of)));
    const named = ids.findIndex((id) => id === removed.id || (typeof id === "string" && id === removed.props.arn));
    const at = named < 0 ? ids.findIndex(isUnknown) : named;
    const property = path.split(".")[0] ?? path;
    const dependencies = resource.propertyDependencies[property] ?? [];
    const shorter = changed(resources, resource, `${path}.${at}`, undefined);
    return shorter.map((each) =>
        each.urn !== resource.urn
            ? each
            : {
                  ...each,
                  propertyDependencies: {
                      ...each.propertyDependencies,
                      [property]: dependencies.filter((urn) => urn !== removed.urn),
                  },
              },
    );
}

/** Resources of a type that a property of a resource was made from, or names by id or ARN. */
export function named(resources: Resources, resource: GraphResource, path: string, type: string): GraphResource[] {
    const property = path.split(".")[0] ?? path;
    const text = JSON.stringify(readPath(resource.props, path));
    const dependencies = resource.propertyDependencies[property] ?? [];
    return resources.filter(
        (each) =>
            each.type === type &&
            (dependencies.includes(each.urn) || (typeof each.id === "string" && text.includes(`"${each.id}"`))),
    );
}

/** With the value that one property of `from` has, and what it was made from, in `to`. */
export function given(resources: Resources, to: GraphResource, from: GraphResource, property: string): Resources {
    const next: GraphResource = {
        ...to,
        props: { ...to.props, [property]: from.props[property] },
        propertyDependencies: {
            ...to.propertyDependencies,
            [property]: from.propertyDependencies[property] ?? [],
        },
    };
    return resources.map((each) => (each === to ? next : each));
}

/** With one property of two resources exchanged. */
export function exchanged(resources: Resources, one: GraphResource, other: GraphResource, property: string): Resources {
    const first = given(resources, one, other, property);
    return given(first, other, one, property);
}

/** With one resource more; a property that is a resource means its id. */
export function added(resources: Resources, type: string, name: string, props: Record<string, unknown>): Resources {
    const references = Object.entries(props).filter((entry): entry is [string, GraphResource] => isResource(entry[1]));
    const resource: GraphResource = {
        urn: `urn:pulumi:test::fixture::${type}::${name}`,
        type,
        name,
        id: resources.some(({ id, custom }) => custom && isUnknown(id)) ? UNKNOWN : `added-${name}`,
        props: { ...props, ...Object.fromEntries(references.map(([key, { id }]) => [key, id])) },
        custom: true,
        protect: false,
        ignoreChanges: [],
        dependencies: references.map(([, { urn }]) => urn),
        propertyDependencies: Object.fromEntries(references.map(([key, { urn }]) => [key, [urn]])),
    };
    return [...resources, resource];
}

/** What one property of a resource was made from, of one type. */
export function target(
    resources: Resources,
    resource: GraphResource,
    property: string,
    type: string,
): GraphResource | undefined {
    const value = readPath(resource.props, property);
    const top = property.split(".")[0] ?? property;
    const dependencies = resource.propertyDependencies[top] ?? [];
    return resources.find(
        (each) =>
            each.type === type && (typeof value === "string" ? each.id === value : dependencies.includes(each.urn)),
    );
}

function setAt(value: unknown, [key = "", ...rest]: readonly string[], next: unknown): unknown {
    if (Array.isArray(value)) {
        const list = value as readonly unknown[];
        const at = Number(key);
        return rest.length === 0 && next === undefined
            ? list.filter((_, index) => index !== at)
            : list.map((each, index) => (index !== at ? each : rest.length === 0 ? next : setAt(each, rest, next)));
    }
    const record = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
    if (rest.length === 0 && next === undefined) {
        return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
    }
    return { ...record, [key]: rest.length === 0 ? next : setAt(record[key], rest, next) };
}

function isResource(value: unknown): value is GraphResource {
    return typeof value === "object" && value !== null && "urn" in value;
}
