import type { Match } from "./match";
import { UNKNOWN_TEXT } from "./types";

/** One piece of a text. `colon`: whether a wildcard may stand for a colon, too. */
export type Token =
    | { readonly kind: "char"; readonly value: string }
    | { readonly kind: "one"; readonly colon: boolean }
    | { readonly kind: "many"; readonly colon: boolean }
    | { readonly kind: "unknown" };

/** A string taken apart: plain characters, wildcards (patterns only) and parts nobody knows. */
export type Text = readonly Token[];

const UNKNOWN_TOKEN: Token = { kind: "unknown" };

/** The characters of `value`, none of them a wildcard. */
export function literal(value: string): Text {
    return [...value].map((c) => (c === UNKNOWN_TEXT ? UNKNOWN_TOKEN : { kind: "char", value: c }));
}

/** `value` with `*` for any text and `?` for any one character. */
export function wildcard(value: string): Text {
    return [...value].map((c): Token => {
        switch (c) {
            case "*":
                return { kind: "many", colon: true };
            case "?":
                return { kind: "one", colon: true };
            case UNKNOWN_TEXT:
                return UNKNOWN_TOKEN;
            default:
                return { kind: "char", value: c };
        }
    });
}

/** The same text with letters in lower case, for comparisons without case. */
export function lowerCase(text: Text): Text {
    return text.map((t) => (t.kind === "char" ? { kind: "char", value: t.value.toLowerCase() } : t));
}

/** Whether every, some or no reading of `subject` is matched by `pattern`. `subject` has no wildcards. */
export function matchText(pattern: Text, subject: Text): Match {
    if (matchesForCertain(pattern, subject)) {
        return "yes";
    }
    if (!hasUnknown(pattern) && !hasUnknown(subject)) {
        return "no";
    }
    return canMeet(pattern, subject) ? "maybe" : "no";
}

/**
 * Whether some text is matched by both patterns; unknown parts count as any text.
 *
 * Walks both patterns at once; `reached[i][j]` says that the first i tokens of one and the first j tokens of the other
 * can stand for the same text.
 */
export function canMeet(a: Text, b: Text): boolean {
    const reached = Array.from({ length: a.length + 1 }, () => new Array<boolean>(b.length + 1).fill(false));
    const reach = (i: number, j: number): void => {
        const row = reached[i];
        if (row !== undefined && j <= b.length) {
            row[j] = true;
        }
    };
    reach(0, 0);
    for (let i = 0; i <= a.length; i++) {
        for (let j = 0; j <= b.length; j++) {
            if (reached[i]?.[j] !== true) {
                continue;
            }
            const x = a[i];
            const y = b[j];
            if (x !== undefined && repeats(x)) {
                reach(i + 1, j);
                if (y !== undefined && absorbs(x, y)) {
                    reach(i, j + 1);
                }
            }
            if (y !== undefined && repeats(y)) {
                reach(i, j + 1);
                if (x !== undefined && absorbs(y, x)) {
                    reach(i + 1, j);
                }
            }
            if (x !== undefined && y !== undefined && !repeats(x) && !repeats(y) && sameCharacter(x, y)) {
                reach(i + 1, j + 1);
            }
        }
    }
    return reached[a.length]?.[b.length] === true;
}

/**
 * Whether `pattern` matches whatever the unknown parts of `subject` are. An unknown part of the subject is covered only
 * by a `*`; an unknown part of the pattern covers nothing.
 */
function matchesForCertain(pattern: Text, subject: Text): boolean {
    let states = withSkippedStars(pattern, [0]);
    for (const token of subject) {
        const next: number[] = [];
        for (const state of states) {
            const expected = pattern[state];
            if (expected === undefined || expected.kind === "unknown") {
                continue;
            }
            if (expected.kind === "many") {
                if (token.kind === "unknown" ? expected.colon : absorbs(expected, token)) {
                    next.push(state);
                }
            } else if (token.kind !== "unknown" && sameCharacter(expected, token)) {
                next.push(state + 1);
            }
        }
        if (next.length === 0) {
            return false;
        }
        states = withSkippedStars(pattern, next);
    }
    return states.has(pattern.length);
}

function withSkippedStars(pattern: Text, states: readonly number[]): Set<number> {
    const result = new Set<number>();
    for (let state of states) {
        result.add(state);
        while (pattern[state]?.kind === "many") {
            result.add(++state);
        }
    }
    return result;
}

function repeats(token: Token): boolean {
    return token.kind === "many" || token.kind === "unknown";
}

/** Whether a repeating token can stand for the other one. */
function absorbs(repeating: Token, other: Token): boolean {
    return repeating.kind === "unknown" || sameCharacter(repeating, other);
}

function sameCharacter(a: Token, b: Token): boolean {
    if (a.kind === "char" && b.kind === "char") {
        return a.value === b.value;
    }
    return acceptsColon(a, b) && acceptsColon(b, a);
}

/** Whether a wildcard accepts the other token; only a colon can be refused. */
function acceptsColon(token: Token, other: Token): boolean {
    const isWildcard = token.kind === "one" || token.kind === "many";
    return !isWildcard || token.colon || other.kind !== "char" || other.value !== ":";
}

function hasUnknown(text: Text): boolean {
    return text.some((token) => token.kind === "unknown");
}
