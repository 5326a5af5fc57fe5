/** The values of an element that may hold one value, a list, or nothing. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
    if (value === undefined) {
        return [];
    }
    return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Whether the value is an object with named members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
