import { z } from "zod";

import { REGION_NAMES } from "./regions";
import { NOT_OF_LOBS } from "./multi/lob";
import { FILE_KEYS, MULTI_KEYS, NAMESPACE, TOP_KEYS, type TopKey } from "./schema";
import { CLIENT_SECRET, SECRET_KEYS } from "./secrets";
import { defaultOf, factsOf, referenceOf } from "./setting";

/** A JSON schema of draft 7, the draft editors' YAML support knows best. */
export type JsonSchema = Record<string, unknown>;

/** How Pulumi writes an encrypted value. */
const CIPHERTEXT = {
    type: "object",
    properties: { secure: { type: "string" } },
    required: ["secure"],
    additionalProperties: false,
};

/** Keys beside `config` that Pulumi itself writes into a stack file. */
const PULUMI_KEYS = {
    secretsprovider: { type: "string" },
    encryptedkey: { type: "string" },
    encryptionsalt: { type: "string" },
    environment: {},
};

/** Keys of a single account that the lines of business of many accounts have too, each described once. */
const SHARED_KEYS = ["network", "domain", "security", "users"] as const;

/** Top keys of either deployment, where they mean the same in both. */
const SAME_IN_BOTH = ["deployment", "production", "protect", "tags"];

/**
 * JSON schema of a whole stack file, for completion and checks in editors. It knows the shape; rules between keys, and
 * what a pattern cannot say, only the parser knows. Of our own keys it refuses nothing the parser would accept.
 */
export function stackFileSchema(): JsonSchema {
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Stack file of private-studio",
        type: "object",
        definitions: definitions(),
        properties: {
            config: {
                type: "object",
                properties: {
                    "aws:region": { description: "AWS Region of everything", type: "string", enum: [...REGION_NAMES] },
                    "pulumi:disable-default-providers": {
                        description: "Packages whose default provider may not be used: [aws]",
                        type: "array",
                        items: { type: "string" },
                    },
                    ...named(SAME_IN_BOTH.map((key) => [key, { $ref: `#/definitions/${key}` }])),
                },
                required: ["aws:region"],
                if: {
                    properties: { [`${NAMESPACE}:deployment`]: { const: "multi-account" } },
                    required: [`${NAMESPACE}:deployment`],
                },
                then: configOf(MULTI_KEYS, (key, schema) => keySchema(schema, key === "access")),
                else: configOf(TOP_KEYS, (key, schema) => singleKey(key, schema)),
            },
            ...PULUMI_KEYS,
        },
        required: ["config"],
    };
}

/** The top keys of one deployment; no others of ours. */
function configOf(
    schemas: Readonly<Record<string, z.ZodType>>,
    schemaOf: (key: string, schema: z.ZodType) => JsonSchema,
): JsonSchema {
    const keys = Object.keys(schemas).map((key) => `${NAMESPACE}:${key}`);
    const required = Object.entries(schemas)
        .filter(([, schema]) => defaultOf(schema) === undefined && !schema.safeParse(undefined).success)
        .map(([key]) => `${NAMESPACE}:${key}`);
    const own = Object.entries(schemas).filter(([key]) => !SAME_IN_BOTH.includes(key));
    return {
        properties: named(own.map(([key, schema]) => [key, schemaOf(key, schema)])),
        required,
        propertyNames: { anyOf: [{ enum: keys }, { pattern: `^(?!${NAMESPACE}:)[^:]+:` }] },
    };
}

function named(entries: readonly (readonly [key: string, schema: JsonSchema])[]): JsonSchema {
    return Object.fromEntries(entries.map(([key, schema]) => [`${NAMESPACE}:${key}`, schema]));
}

/** What several places refer to: keys of both deployments, and the four a line of business has as a single account has. */
function definitions(): JsonSchema {
    const same = SAME_IN_BOTH.map((key) => [key, topKeySchema(key as TopKey, TOP_KEYS[key as TopKey])] as const);
    const shared = SHARED_KEYS.map((key) => {
        const { required: _, ...rest } = topKeySchema(key, TOP_KEYS[key]);
        return [key, rest] as const;
    });
    return Object.fromEntries([...same, ...shared]);
}

function singleKey(key: string, schema: z.ZodType): JsonSchema {
    if (!(SHARED_KEYS as readonly string[]).includes(key)) {
        return topKeySchema(key as TopKey, schema);
    }
    const { required } = keySchema(schema);
    const reference = { $ref: `#/definitions/${key}` };
    return required === undefined ? reference : { allOf: [reference, { required }] };
}

function topKeySchema(key: TopKey, schema: z.ZodType): JsonSchema {
    const value = keySchema(schema);
    const file = FILE_KEYS[key];
    if (file !== undefined) {
        return { description: value.description, anyOf: [value, keySchema(file)] };
    }
    return SECRET_KEYS.includes(key) ? withSecrets(value) : value;
}

/** @param secrets whether the client secret in it is written as a secret; default: it has none */
function keySchema(schema: z.ZodType, secrets = false): JsonSchema {
    const { $schema: _, ...json } = z.toJSONSchema(schema, {
        target: "draft-7",
        io: "input",
        override: ({ zodSchema, jsonSchema, path }) => {
            const facts = factsOf(zodSchema as unknown as z.ZodType);
            if (facts !== undefined) {
                jsonSchema.description = `${facts.description}. Rule: ${facts.rule}.`;
            }
            const reference = referenceOf(zodSchema as unknown as z.ZodType);
            if (reference !== undefined) {
                become(jsonSchema, { ...referred(reference), description: jsonSchema.description });
            }
            if (secrets && path.at(-1) === CLIENT_SECRET.at(-1)) {
                become(jsonSchema, { ...CIPHERTEXT, description: jsonSchema.description });
            }
        },
    });
    return json;
}

/** The schema of a single account's key, as `network` or `network.firewall`, for a line of business or the hub. */
function referred(key: string): JsonSchema {
    const reference = { $ref: `#/definitions/${key.split(".").join("/properties/")}` };
    return {
        allOf: [
            reference,
            ...(key === "network"
                ? [{ properties: Object.fromEntries(NOT_OF_LOBS.map((name) => [name, false])) }]
                : []),
        ],
    };
}

function become(json: object, other: JsonSchema): void {
    for (const key of Object.keys(json)) {
        delete (json as JsonSchema)[key];
    }
    Object.assign(json, other);
}

/** A map whose values may be secret. */
function withSecrets({ additionalProperties, ...map }: JsonSchema): JsonSchema {
    return { ...map, additionalProperties: { anyOf: [additionalProperties, CIPHERTEXT] } };
}
