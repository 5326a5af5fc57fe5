import type { ConfigProperty, PolicyDefinition } from "../policies/definition";
import { readExceptions, subject } from "../policies/exceptions";
import { configProperties, type Exception } from "../policies/settings";

/** What a configuration lets pass, looked at as of a day. */
export interface EscapeReport {
    /** An entry without a reason, or past its date: it is a violation when the pack runs. */
    readonly problems: readonly string[];
    /** An entry that ends soon. */
    readonly warnings: readonly string[];
}

/** Days before its end from which an entry is told. */
const NOTICE_DAYS = 30;

/**
 * Looks at everything in a configuration that lets something pass: the exceptions of every policy, and every entry of an
 * option whose schema has a `reason` or an `expires`. Takes any value: what is of the wrong kind is left to the check of
 * the schema.
 */
export function checkEscapes(config: unknown, policies: readonly PolicyDefinition[], now: Date): EscapeReport {
    return together(
        policies.flatMap((policy) => {
            const entry = isRecord(config) && Object.hasOwn(config, policy.name) ? config[policy.name] : undefined;
            return isRecord(entry)
                ? [ofExceptions(policy.name, entry["exceptions"], now), ofOptions(policy, entry, now)]
                : [];
        }),
    );
}

function ofExceptions(policy: string, exceptions: unknown, now: Date): EscapeReport {
    const read = readExceptions(Array.isArray(exceptions) ? exceptions.filter(isException) : [], now);
    return {
        problems: read.flatMap(({ problem }) => (problem === undefined ? [] : [`${policy}: ${problem}`])),
        warnings: read.flatMap(({ valid }) =>
            valid === undefined ? [] : endsSoon(`${policy}: the exception for ${subject(valid)}`, valid.expires, now),
        ),
    };
}

function isException(value: unknown): value is Exception {
    return isRecord(value) && ["name", "urn", "reason", "expires"].every((key) => isTextOrAbsent(value[key]));
}

function isTextOrAbsent(value: unknown): boolean {
    return value === undefined || typeof value === "string";
}

function ofOptions(policy: PolicyDefinition, entry: Readonly<Record<string, unknown>>, now: Date): EscapeReport {
    // Exceptions have rules of their own, above.
    const { exceptions: _exceptions, ...properties } = configProperties(policy);
    return walk({ type: "object", properties }, entry, policy.name, now);
}

/** Every object inside a value, beside the schema it follows. Values of the wrong kind are the schema check's. */
function walk(schema: ConfigProperty, value: unknown, path: string, now: Date): EscapeReport {
    if (Array.isArray(value)) {
        const { items } = schema;
        const each = typeof items === "object" && !Array.isArray(items) ? items : {};
        return together(value.map((item, index) => walk(each, item, `${path}[${index}]`, now)));
    }
    if (!isRecord(value)) {
        return { problems: [], warnings: [] };
    }
    const { properties = {}, additionalProperties } = schema;
    const inside = Object.entries(value).map(([key, item]) => {
        const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
        return walk(typeof known === "object" ? known : {}, item, `${path}.${key}`, now);
    });
    return together([ofEntry(schema, value, path, now), ...inside]);
}

function ofEntry(
    schema: ConfigProperty,
    { reason, expires }: Readonly<Record<string, unknown>>,
    path: string,
    now: Date,
): EscapeReport {
    const { properties = {}, required = [] } = schema;
    // A key that the schema demands is the schema check's when it is missing.
    const unreasoned =
        Object.hasOwn(properties, "reason") &&
        (typeof reason === "string" ? reason.trim() === "" : reason === undefined && !required.includes("reason"));
    const dated = Object.hasOwn(properties, "expires") && typeof expires === "string" ? expires : undefined;
    return {
        problems: [
            ...(unreasoned ? [`${path} has no reason. Give the reason, or remove the entry.`] : []),
            ...(dated !== undefined && daysUntil(dated, now) < 0
                ? [`${path} expired on ${dated}. Remove the entry, or renew it with a new date.`]
                : []),
        ],
        warnings: dated === undefined ? [] : endsSoon(path, dated, now),
    };
}

function endsSoon(what: string, expires: string, now: Date): string[] {
    const days = daysUntil(expires, now);
    if (days < 0 || days > NOTICE_DAYS) {
        return [];
    }
    return [`${what} ends ${days === 0 ? "today" : `in ${days} ${days === 1 ? "day" : "days"}`}, on ${expires}.`];
}

/** Whole days from today until a date, both in UTC; below zero once it is over. */
function daysUntil(date: string, now: Date): number {
    const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
    return Math.round((Date.parse(`${date}T00:00:00Z`) - today) / 86_400_000);
}

function together(reports: readonly EscapeReport[]): EscapeReport {
    return {
        problems: reports.flatMap(({ problems }) => problems),
        warnings: reports.flatMap(({ warnings }) => warnings),
    };
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null;
}
