import { isUnknown, readPath } from "../../graph";

/** A dotted path from its parts; empty parts are left out. */
export function join(...parts: readonly string[]): string {
    return parts.filter((part) => part !== "").join(".");
}

/**
 * The paths that an ending `.*` stands for, without reading the items. A list that is not known yet stands for its items.
 */
export function expand(props: unknown, path: string): string[] {
    if (!path.endsWith(".*")) {
        return [path];
    }
    const list = path.slice(0, -2);
    const items = readPath(props, list);
    if (isUnknown(items)) {
        return [list];
    }
    return Array.isArray(items) ? Array.from({ length: items.length }, (_, index) => `${list}.${index}`) : [];
}

/** The object at a path of a resource's inputs; absent where there is none, or where it cannot be read yet. */
export function inputsAt(props: Record<string, unknown>, path: string): Record<string, unknown> | undefined {
    const value = readable(() => (path === "" ? props : readPath(props, path)), undefined);
    const usable = typeof value === "object" && value !== null && !isUnknown(value) && !Array.isArray(value);
    return usable ? (value as Record<string, unknown>) : undefined;
}

/** What `read` answers, or `otherwise` where a value is not known yet: Pulumi's proxy throws when one is read. */
export function readable<T>(read: () => T, otherwise: T): T {
    try {
        return read();
    } catch {
        return otherwise;
    }
}
