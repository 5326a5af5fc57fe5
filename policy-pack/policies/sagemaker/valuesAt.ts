import { isUnknown } from "../../graph";

/** A value and where it stands, `productionVariants.0.instanceType`. */
export interface Place {
    readonly path: string;
    readonly value: unknown;
}

/**
 * Every value that a path with `*` for list elements leads to. What is absent is left out; where something on the way is
 * not known yet, that place stands for all below it.
 */
export function valuesAt(props: Readonly<Record<string, unknown>>, path: string): Place[] {
    return path
        .split(".")
        .reduce<Place[]>((places, part) => places.flatMap((place) => below(place, part)), [{ path: "", value: props }]);
}

function below(place: Place, part: string): Place[] {
    const { path, value } = place;
    if (isUnknown(value)) {
        return [place];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const parts = part !== "*" ? [part] : Array.isArray(value) ? [...value.keys()].map(String) : [];
    return parts
        .map((key) => ({ path: path === "" ? key : `${path}.${key}`, value: (value as Record<string, unknown>)[key] }))
        .filter((found) => found.value !== undefined && found.value !== null);
}
