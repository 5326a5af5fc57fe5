/** The regular expression of an option, for a whole text; `undefined` when it is none. */
export function wholePattern(pattern: string): RegExp | undefined {
    try {
        return new RegExp(`^(?:${pattern})$`);
    } catch {
        return undefined;
    }
}
