/** What Go's regular expressions lack: looking ahead and behind, and references back. */
const NOT_IN_THE_ENGINE = /\(\?<?[=!]|\\[1-9]|\\k</;

/**
 * What is wrong with a regular expression of a configuration; `undefined` when nothing is.
 *
 * The pack applies it as JavaScript does; the engine checks the same schema with Go's expressions when it loads the
 * configuration (`format: "regex"`), so it must be one in both.
 */
export function patternProblem(pattern: string): string | undefined {
    try {
        new RegExp(`^(?:${pattern})$`);
    } catch {
        return "is no regular expression";
    }
    return NOT_IN_THE_ENGINE.test(pattern)
        ? "looks ahead, behind or back, which the engine's regular expressions cannot; write it without"
        : undefined;
}
