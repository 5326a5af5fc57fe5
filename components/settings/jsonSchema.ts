import { z } from "zod";

import { REGION_NAMES } from "./regions";
import { FILE_KEYS, NAMESPACE, TOP_KEYS, type TopKey } from "./schema";
import { SECRET_KEYS } from "./secrets";
import { defaultOf, factsOf } from "./setting";

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

/**
 * JSON schema of a whole stack file, for completion and checks in editors. It knows the shape; rules between keys, and
 * what a pattern cannot say, only the parser knows. Of our own keys it refuses nothing the parser would accept.
 */
export function stackFileSchema(): JsonSchema {
    const ours = Object.fromEntries(
        Object.entries(TOP_KEYS).map(([key, schema]) => [`${NAMESPACE}:${key}`, topKeySchema(key as TopKey, schema)]),
    );
    const required = Object.entries(TOP_KEYS)
        .filter(([, schema]) => defaultOf(schema) === undefined)
        .map(([key]) => `${NAMESPACE}:${key}`);
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Stack file of private-studio",
        type: "object",
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
                    ...ours,
                },
                required: ["aws:region", ...required],
                propertyNames: {
                    anyOf: [{ enum: Object.keys(ours) }, { pattern: `^(?!${NAMESPACE}:)[^:]+:` }],
                },
            },
            ...PULUMI_KEYS,
        },
        required: ["config"],
    };
}

function topKeySchema(key: TopKey, schema: z.ZodType): JsonSchema {
    const value = keySchema(schema);
    const file = FILE_KEYS[key];
    if (file !== undefined) {
        return { description: value.description, anyOf: [value, keySchema(file)] };
    }
    return SECRET_KEYS.includes(key) ? withSecrets(value) : value;
}

function keySchema(schema: z.ZodType): JsonSchema {
    const { $schema: _, ...json } = z.toJSONSchema(schema, {
        target: "draft-7",
        io: "input",
        override: ({ zodSchema, jsonSchema }) => {
            const facts = factsOf(zodSchema as unknown as z.ZodType);
            if (facts !== undefined) {
                jsonSchema.description = `${facts.description}. Rule: ${facts.rule}.`;
            }
        },
    });
    return json;
}

/** A map whose values may be secret. */
function withSecrets({ additionalProperties, ...map }: JsonSchema): JsonSchema {
    return { ...map, additionalProperties: { anyOf: [additionalProperties, CIPHERTEXT] } };
}
