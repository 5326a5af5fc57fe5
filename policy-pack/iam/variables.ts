import { isUnknown } from "../graph/unknown";
import type { Context } from "./context";
import { literal, type Text, wildcard } from "./text";
import { UNKNOWN_TEXT } from "./types";

/** The version of the policy language that knows variables; before it, `${…}` is plain text. */
export const VERSION_WITH_VARIABLES = "2012-10-17";

/** Whether `*` and `?` of the policy's own text are wildcards. */
export type Wildcards = "wildcards" | "plain";

type Part =
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "special"; readonly character: string }
    | { readonly kind: "variable"; readonly key: string; readonly fallback: string | undefined };

const VARIABLE = /^([^,'{}]+:[^,'{}]+?)(?:,\s*'([^']*)')?$/;

/** Says what is wrong with the variables of a policy's string; `undefined` when nothing is. */
export function variableProblem(value: string): string | undefined {
    const parts = split(value);
    return typeof parts === "string" ? parts : undefined;
}

/** Whether the string has a variable that the request must resolve (`${*}`, `${?}` and `${$}` need no request). */
export function hasVariable(value: string): boolean {
    const parts = split(value);
    return typeof parts === "string" || parts.some((part) => part.kind === "variable");
}

/**
 * A policy's string with its variables replaced by what the request holds.
 *
 * `undefined` when a variable has neither a value nor a default: such a string equals and is like nothing, so positive
 * operators and `Resource` do not match it, negated operators and `NotResource` do.
 *
 * @see IAM guide, reference_policies_variables, "Policy variables with no value", "Specifying default values"
 */
export function expand(
    value: string,
    context: Context,
    wildcards: Wildcards,
    version: string | undefined,
): Text | undefined {
    const own = wildcards === "wildcards" ? wildcard : literal;
    if (version !== VERSION_WITH_VARIABLES) {
        return own(value);
    }
    const parts = split(value);
    if (typeof parts === "string") {
        return literal(UNKNOWN_TEXT);
    }
    const result: Text[] = [];
    for (const part of parts) {
        if (part.kind === "variable") {
            const text = valueOf(part.key, context) ?? part.fallback;
            if (text === undefined) {
                return undefined;
            }
            // AWS does not say whether a wildcard that comes out of a variable is one: then nobody knows what it matches.
            result.push(literal(wildcards === "wildcards" ? text.replace(/[*?]/g, UNKNOWN_TEXT) : text));
        } else {
            result.push(part.kind === "text" ? own(part.text) : literal(part.character));
        }
    }
    return result.flat();
}

/** Only keys with a single value can be variables; with several, what AWS would put in is not documented. */
function valueOf(key: string, context: Context): string | undefined {
    const values = context.get(key);
    if (values === undefined) {
        return undefined;
    }
    return isUnknown(values) || values.length > 1 ? UNKNOWN_TEXT : values[0];
}

function split(value: string): readonly Part[] | string {
    const parts: Part[] = [];
    let position = 0;
    for (;;) {
        const start = value.indexOf("${", position);
        if (start === -1) {
            return [...parts, { kind: "text", text: value.slice(position) }];
        }
        parts.push({ kind: "text", text: value.slice(position, start) });
        const end = value.indexOf("}", start);
        if (end === -1) {
            return "a policy variable has no closing brace";
        }
        const name = value.slice(start + 2, end);
        const variable = VARIABLE.exec(name);
        if (["*", "?", "$"].includes(name)) {
            parts.push({ kind: "special", character: name });
        } else if (variable?.[1] !== undefined) {
            parts.push({ kind: "variable", key: variable[1], fallback: variable[2] });
        } else {
            return `\${${name}} is no policy variable: write \${prefix:key} or \${prefix:key, 'default'}`;
        }
        position = end + 1;
    }
}
