import { change, Ref, type Sketch, Text } from "../../fixture/build";

/** A property of an example's resource, at any depth. */
export interface Place {
    readonly resource: string;
    /** Dotted, as `change` takes it. */
    readonly path: string;
}

/** Every property of an example; what a reference or a text is made of is none. */
export function placesOf(example: readonly Sketch[]): Place[] {
    return example.flatMap(({ name, props }) => pathsIn(props).map((path) => ({ resource: name, path })));
}

/** A copy of the example with one property's value another one. */
export function put(example: readonly Sketch[], { resource, path }: Place, value: unknown): Sketch[] {
    return change(example, resource, path, value);
}

/** How test results name a place. */
export function placeName({ resource, path }: Place): string {
    return `${resource}.${path}`;
}

function pathsIn(value: unknown, prefix = ""): string[] {
    if (typeof value !== "object" || value === null || value instanceof Ref || value instanceof Text) {
        return [];
    }
    return Object.entries(value).flatMap(([key, item]) => {
        const path = prefix === "" ? key : `${prefix}.${key}`;
        return [path, ...pathsIn(item, path)];
    });
}
