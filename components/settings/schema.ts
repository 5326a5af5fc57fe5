import type { z } from "zod";

import { accessSchema } from "./keys/access";
import { accountSchema } from "./keys/account";
import { deploymentSchema, productionSchema, protectSchema } from "./keys/deployment";
import { domainSchema } from "./keys/domain";
import { accessServiceSchema } from "./keys/multi/access";
import { accountsSchema } from "./keys/multi/accounts";
import { hubSchema } from "./keys/multi/hub";
import { lobsSchema } from "./keys/multi/lobs";
import { onpremSchema } from "./keys/multi/onprem";
import { sharedDomainSchema, sharedNetworkSchema, sharedSecuritySchema } from "./keys/multi/shared";
import { networkSchema } from "./keys/network";
import { securitySchema } from "./keys/security";
import { tagsSchema } from "./keys/tags";
import { usersFileSchema, usersSchema } from "./keys/users";

/** Prefix of our keys in a stack file, whatever the Pulumi project is called. */
export const NAMESPACE = "private-studio";

/** Schema of every top key of a single account, in the order in which the settings page lists them. */
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

/** Parsed value of each top key. */
export type TopValues = { readonly [Key in TopKey]: z.output<(typeof TOP_KEYS)[Key]> };

/** Schema of every top key of a stack with many accounts, in the order of the settings page. */
export const MULTI_KEYS = {
    deployment: deploymentSchema,
    accounts: accountsSchema,
    production: productionSchema,
    protect: protectSchema,
    hub: hubSchema,
    access: accessServiceSchema,
    lobs: lobsSchema,
    onprem: onpremSchema,
    network: sharedNetworkSchema,
    domain: sharedDomainSchema,
    security: sharedSecuritySchema,
    tags: tagsSchema,
} as const satisfies Record<string, z.ZodType>;

/** Parsed value of each top key of a stack with many accounts. */
export type MultiValues = { readonly [Key in keyof typeof MULTI_KEYS]: z.output<(typeof MULTI_KEYS)[Key]> };
