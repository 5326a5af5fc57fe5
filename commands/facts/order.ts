/** Compares by a text, the same on every machine. */
export function by<T>(text: (item: T) => string): (one: T, other: T) => number {
    return (one, other) => {
        const [a, b] = [text(one), text(other)];
        return a < b ? -1 : a > b ? 1 : 0;
    };
}

/** The ids that are there, each once, in order. */
export function ids(values: readonly (string | undefined)[]): string[] {
    return [...new Set(values.filter((value) => value !== undefined))].sort(by((id) => id));
}
