import type { ConfigProperty } from "../policies/definition";
import { nearest } from "./nearest";
import { patternProblem } from "./patterns";

/** The words of JSON schema that are understood here. A policy whose options need another one adds it, with its check. */
export const UNDERSTOOD: readonly string[] = [
    ...["type", "enum", "pattern", "format", "minLength", "minimum", "maximum", "items", "minItems"],
    ...["properties", "required", "additionalProperties", "description", "default"],
];

/**
 * Problems of a value against the part of JSON schema that the pack's configuration uses ({@link UNDERSTOOD}). The
 * engine checks the same schemas when it loads the pack.
 */
export function schemaProblems(schema: ConfigProperty, value: unknown, path: string): string[] {
    const { type, enum: allowed } = schema;
    if (typeof type === "string" && typeName(value) !== type && !(type === "number" && typeName(value) === "integer")) {
        return [`${path} is ${article(typeName(value))}; it must be ${article(type)}.`];
    }
    if (allowed !== undefined && !allowed.some((each) => each === value)) {
        return [`${path} must be one of ${allowed.map(String).join(", ")}.`];
    }
    if (typeof value === "string") {
        return textProblems(schema, value, path);
    }
    if (typeof value === "number") {
        return numberProblems(schema, value, path);
    }
    if (Array.isArray(value)) {
        return listProblems(schema, value, path);
    }
    return isRecord(value) ? objectProblems(schema, value, path) : [];
}

function textProblems({ pattern, format, minLength }: ConfigProperty, value: string, path: string): string[] {
    if (pattern !== undefined && !new RegExp(pattern).test(value)) {
        return [`${path} does not match ${pattern}.`];
    }
    const wrong = format === "regex" ? patternProblem(value) : undefined;
    if (wrong !== undefined) {
        return [`${path} ${wrong}.`];
    }
    return minLength !== undefined && value.length < minLength ? [`${path} is empty.`] : [];
}

function numberProblems({ minimum, maximum }: ConfigProperty, value: number, path: string): string[] {
    const low = minimum !== undefined && value < minimum;
    const high = maximum !== undefined && value > maximum;
    return low || high ? [`${path} is ${value}; it must be ${range(minimum, maximum)}.`] : [];
}

function range(minimum: number | undefined, maximum: number | undefined): string {
    if (maximum === undefined) {
        return `at least ${minimum ?? ""}`;
    }
    return minimum === undefined ? `at most ${maximum}` : `${minimum} to ${maximum}`;
}

function listProblems({ items, minItems }: ConfigProperty, value: readonly unknown[], path: string): string[] {
    const short =
        minItems !== undefined && value.length < minItems ? [`${path} needs at least ${minItems} entry.`] : [];
    const schema = items;
    return typeof schema === "object" && !Array.isArray(schema)
        ? [...short, ...value.flatMap((item, index) => schemaProblems(schema, item, `${path}[${index}]`))]
        : short;
}

function objectProblems(schema: ConfigProperty, value: Record<string, unknown>, path: string): string[] {
    const { properties = {}, required = [], additionalProperties } = schema;
    const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key} is missing.`);
    const inside = Object.entries(value).flatMap(([key, item]) => {
        const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
        if (known === false) {
            const meant = nearest(key, Object.keys(properties));
            const guess = meant === undefined ? "" : ` Did you mean ${meant}?`;
            return [`${path}.${key} is no known key.${guess} Known: ${Object.keys(properties).join(", ") || "none"}.`];
        }
        return typeof known === "object" ? schemaProblems(known, item, `${path}.${key}`) : [];
    });
    return [...missing, ...inside];
}

function typeName(value: unknown): string {
    if (value === null) {
        return "null";
    }
    if (Array.isArray(value)) {
        return "array";
    }
    return Number.isInteger(value) ? "integer" : typeof value;
}

function article(type: string): string {
    return type === "null" ? "null" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null;
}
