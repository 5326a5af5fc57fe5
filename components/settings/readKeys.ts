import type { z } from "zod";

import { problemsOfIssues, unknownKeyProblem } from "./issues";
import type { Problem, SettingPath } from "./problems";
import { isHidden, isSecret, type RawConfig, secretsIn, valueOf } from "./rawConfig";
import { NAMESPACE } from "./schema";
import { CLIENT_SECRET, HIDDEN, hideSecrets, SECRET_KEYS, takesSecret } from "./secrets";

/** Why a top key of the other deployment is not one here, and what to do. */
export type Refusals = Readonly<Record<string, { readonly rule: string; readonly fix: string }>>;

/** Values of the top keys that could be read, and the mistakes of the others. */
export interface ReadKeys {
    readonly values: Readonly<Record<string, unknown>>;
    readonly problems: Problem[];
}

/** Reads each top key by itself; keys that are none of them are mistakes. */
export function readKeys(
    raw: RawConfig,
    schemas: Readonly<Record<string, z.ZodType>>,
    refused: Refusals = {},
): ReadKeys {
    const many = "accounts" in schemas;
    const read = Object.entries(schemas).map(([key, schema]) => ({ key, result: readKey(raw, key, schema, many) }));
    return {
        values: Object.fromEntries(
            read.flatMap(({ key, result }) => ("value" in result ? [[key, result.value] as const] : [])),
        ),
        problems: [
            ...strangers(raw, Object.keys(schemas), refused),
            ...read.flatMap(({ result }) => ("problems" in result ? result.problems : [])),
        ],
    };
}

function readKey(
    raw: RawConfig,
    key: string,
    schema: z.ZodType,
    many: boolean,
): { value: unknown } | { problems: Problem[] } {
    const value = valueOf(raw, key);
    const wrong = misplacedSecrets(raw, key);
    if (wrong.length > 0) {
        return { problems: mustBePlain(key, wrong, many) };
    }
    const result = schema.safeParse(value);
    return result.success
        ? { value: result.data }
        : { problems: problemsOfIssues(result.error.issues, { key, schema, value, secret: isHidden(raw, key) }) };
}

/** Secrets where none may stand: their places or, when nobody knows them, the key. */
function misplacedSecrets(raw: RawConfig, key: string): readonly SettingPath[] {
    if (!isSecret(raw, key)) {
        return [];
    }
    const places = secretsIn(raw, key);
    return places === undefined
        ? takesSecret(valueOf(raw, key), key)
            ? []
            : [[key]]
        : places.filter((place) => !takesSecret(valueOf(raw, key), key, place));
}

/**
 * One problem for each place of a secret that decides what is built.
 *
 * @param many whether the stack has many accounts, whose access service knows one secret; default: no
 */
export function mustBePlain(key: string, places: readonly SettingPath[], many = false): Problem[] {
    const secret = [`values of ${SECRET_KEYS.join(", ")}`, ...(many ? [CLIENT_SECRET.join(".")] : [])];
    return places.map((path) => ({
        path,
        found: HIDDEN,
        rule: `${key} is plain, because it decides what is built; only ${secret.join(" and ")} may be secret`,
        fix: "write the value itself, without secure: (pulumi config set without --secret)",
    }));
}

function strangers(raw: RawConfig, known: readonly string[], refused: Refusals): Problem[] {
    return Object.keys(raw.config)
        .filter((full) => full.startsWith(`${NAMESPACE}:`))
        .map((full) => full.slice(NAMESPACE.length + 1))
        .filter((key) => !known.includes(key))
        .map((key) => {
            const found = isSecret(raw, key) ? HIDDEN : hideSecrets(valueOf(raw, key));
            const refusal = refused[key];
            return refusal === undefined
                ? unknownKeyProblem([key], found, known, `${NAMESPACE}:`)
                : { path: [key], found, ...refusal };
        });
}
