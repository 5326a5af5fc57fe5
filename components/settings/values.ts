import { z } from "zod";

import { type Cidr, isCidrMistake, parseCidr } from "../../policy-pack/net";
import { setting } from "./setting";

/** Adds a problem to the value being checked; `path` goes down from it. */
export type Report = (problem: { rule: string; fix: string; path?: (string | number)[] }) => void;

/** A check that states rule and fix itself, because they depend on the value. */
export function checked<Schema extends z.ZodType>(
    schema: Schema,
    check: (value: z.output<Schema>, report: Report) => void,
): Schema {
    return schema.superRefine((value, context) =>
        check(value, ({ rule, fix, path }) =>
            context.addIssue({ code: "custom", message: rule, params: { fix }, ...(path && { path }) }),
        ),
    );
}

/** List items that occur twice are mistakes at their second place. */
export function distinct<Item extends z.ZodType<string>>(list: z.ZodArray<Item>): z.ZodArray<Item> {
    return checked(list, (items, report) =>
        items.forEach((item, index) => {
            if (items.indexOf(item) !== index) {
                report({ path: [index], rule: "each is named once", fix: "remove the second mention" });
            }
        }),
    );
}

/** An IPv4 range, with further checks where the key has them. */
export function cidrValue(example: string, check?: (range: Cidr, report: Report) => void): z.ZodString {
    const text = checked(z.string(), (value, report) => {
        const range = parseCidr(value);
        if (!isCidrMistake(range)) {
            check?.(range, report);
            return;
        }
        report({
            rule: `an IPv4 range is a.b.c.d/prefix with no bits set after the prefix; this one ${range.mistake}`,
            fix: range.nearest === undefined ? `write a range such as ${example}` : `write ${range.nearest}`,
        });
    }).meta({ pattern: "^(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}$" });
    return setting(text, { description: "IPv4 range", example, rule: "an IPv4 range, as text" });
}

/** A switch; quotes around it are the usual mistake. */
export function booleanKey(
    description: string,
    facts: { example: boolean; rule: string; noDefault?: string },
): z.ZodBoolean {
    return setting(z.boolean(), { description, ...facts, fix: "write true or false, without quotes" });
}

/** Whether a path goes from the stack file, so that it is the same on every machine. */
export function isRelativePath(file: string): boolean {
    return !/^([/\\~]|[A-Za-z]:)/.test(file);
}

/** Periods CloudWatch Logs accepts: API PutRetentionPolicy, `retentionInDays`. */
const RETENTION_DAYS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days to keep logs, 365 unless said otherwise. */
export function retentionDays(description: string): z.ZodDefault<z.ZodType<number, number>> {
    return setting(z.literal([...RETENTION_DAYS]) as z.ZodType<number, number>, {
        description,
        example: 365,
        rule: `days, one of the periods CloudWatch Logs accepts: ${RETENTION_DAYS.join(", ")}`,
        fix: (found) => `use ${nearestRetention(found)}`,
    }).default(365);
}

function nearestRetention(found: unknown): number {
    const longer = typeof found === "number" ? RETENTION_DAYS.find((days) => days >= found) : undefined;
    return longer ?? 365;
}

/** Fix for a text that YAML reads as a number or a boolean. */
export function inQuotes(found: unknown, otherwise: string): string {
    return typeof found === "number" || typeof found === "boolean" ? `write it in quotes: "${found}"` : otherwise;
}

/** IAM User Guide, "Tags for AWS STS and IAM resources": letters, numbers, spaces and `_.:/=+-@`, of any alphabet. */
export const TAG_CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const TAG_CHARACTERS_RULE = "letters, digits, spaces and _ . : / = + - @";
