import type { z } from "zod";

import { accessSchema } from "./keys/access";
import { accountSchema } from "./keys/account";
import { deploymentSchema, productionSchema, protectSchema } from "./keys/deployment";
import { domainSchema } from "./keys/domain";
import { networkSchema } from "./keys/network";
import { securitySchema } from "./keys/security";
import { tagsSchema } from "./keys/tags";
import { usersFileSchema, usersSchema } from "./keys/users";

/** Prefix of our keys in a stack file, whatever the Pulumi project is called. */
export const NAMESPACE = "private-studio";

/** Schema of every top key, in the order in which the settings page lists them. */
export const TOP_KEYS = {
    deployment: deploymentSchema,
    account: accountSchema,
    production: productionSchema,
    protect: protectSchema,
    network: networkSchema,
    access: accessSchema,
    domain: domainSchema,
    security: securitySchema,
    users: usersSchema,
    tags: tagsSchema,
} as const satisfies Record<string, z.ZodType>;

/** Top keys that may have a map in place of their value, which names the file that holds it. */
export const FILE_KEYS: Partial<Record<TopKey, z.ZodType>> = { users: usersFileSchema };

export type TopKey = keyof typeof TOP_KEYS;

export const TOP_KEY_NAMES = Object.keys(TOP_KEYS) as TopKey[];

/** Parsed value of each top key. */
export type TopValues = { readonly [Key in TopKey]: z.output<(typeof TOP_KEYS)[Key]> };
