/**
 * Whether something matches, in Kleene's three-valued logic: `yes` and `no` hold whatever the unknown parts turn out to
 * be, `maybe` is everything else.
 */
export type Match = "yes" | "no" | "maybe";

/** A definite answer as a `Match`. */
export function definite(value: boolean): Match {
    return value ? "yes" : "no";
}

/** Logical AND; `yes` for no parts at all. */
export function allOf(parts: Iterable<Match>): Match {
    let result: Match = "yes";
    for (const part of parts) {
        if (part === "no") {
            return "no";
        }
        if (part === "maybe") {
            result = "maybe";
        }
    }
    return result;
}

/** Logical OR; `no` for no parts at all. */
export function anyOf(parts: Iterable<Match>): Match {
    return negate(allOf([...parts].map(negate)));
}

/** Logical NOT. */
export function negate(match: Match): Match {
    return match === "maybe" ? "maybe" : definite(match === "no");
}
