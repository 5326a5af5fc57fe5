import type { KindName } from "../kinds";

/** A property that names another resource. */
export interface Reference {
    /** Type of the resource that has the property. */
    readonly type: string;
    /** Path as in `valuesAt`. */
    readonly path: string;
    readonly kind: KindName;
    /** AWS's error code when the value names nothing, where it is not the kind's. */
    readonly missing?: string;
    /**
     * What happens when the named resource is deleted first: refused with this error code, or this resource goes with
     * it. Left out: nothing, the name dangles.
     */
    readonly onDelete?: { readonly refused: string } | "cascade";
}

/** AWS's codes for "something still uses it". */
export const IN_USE = { refused: "DependencyViolation" } as const;
export const CONFLICT = { refused: "DeleteConflict" } as const;
export const RESOURCE_IN_USE = { refused: "ResourceInUse" } as const;

/** References from one type, `path: [kind, onDelete, missing]`. */
export function from(
    type: string,
    paths: Readonly<Record<string, readonly [KindName, Reference["onDelete"]?, string?]>>,
): Reference[] {
    return Object.entries(paths).map(([path, [kind, onDelete, missing]]) => ({
        type,
        path,
        kind,
        ...(onDelete === undefined ? {} : { onDelete }),
        ...(missing === undefined ? {} : { missing }),
    }));
}
