/**
 * Sets an input to `wanted` unless it already is, or is not known yet. Tells whether it changed anything. Pulumi's
 * proxy throws when an unknown value is read.
 */
export function repair(
    props: Record<string, unknown>,
    key: string,
    isWrong: (value: unknown) => boolean,
    wanted: unknown,
): boolean {
    try {
        if (!isWrong(props[key])) {
            return false;
        }
    } catch {
        return false;
    }
    props[key] = wanted;
    return true;
}

/** An object input to repair inside; created when absent, `undefined` when it cannot be read. */
export function section(props: Record<string, unknown>, key: string): Record<string, unknown> | undefined {
    try {
        props[key] ??= {};
        const value = props[key];
        return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
    } catch {
        return undefined;
    }
}
