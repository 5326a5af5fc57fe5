import { z } from "zod";

import {
    type Configured,
    key,
    type Keys,
    parseConfiguration,
    type Parsed,
    ROLE_ARN,
    STACK_NAME,
    UNIT,
} from "./configuration";
import type { RawConfig } from "./configuration";
import { EGRESS } from "./permissions";

/** Name of this Pulumi project, and prefix of its keys in a stack file. */
export const PROJECT = "private-studio-bootstrap";

/** As many role ARNs of usual length as one managed policy has room for. */
const MOST_DEPLOYERS = 60;

const KEYS = {
    account: key(z.string().regex(/^\d{12}$/), "twelve digits, as text", 'write them in quotes: "111122223333"'),
    repository: key(
        z.string().regex(/^[\w-]{1,39}\/[\w.-]{1,100}$/),
        "the GitHub repository whose workflows deploy, OWNER/NAME, no wildcard",
        "write for example acme/private-studio",
    ),
    branch: key(
        z
            .string()
            .regex(/^[\w./-]{1,200}$/)
            .default("main"),
        "the branch whose nightly job looks for drift, no wildcard",
        "write for example main",
    ),
    project: key(
        z.string().regex(STACK_NAME).default("private-studio"),
        "name in the Pulumi.yaml of the project that is deployed",
        "write for example private-studio",
    ),
    environments: key(
        z
            .array(
                z.strictObject({
                    environment: z.string().regex(/^[\w.-]{1,255}$/),
                    stack: z.string().regex(/^[A-Za-z0-9_.-]{1,47}$/),
                    egress: z.enum(EGRESS).default("isolated"),
                    deployers: z.array(z.string().regex(ROLE_ARN)).max(MOST_DEPLOYERS).optional(),
                    units: z.array(z.string().regex(UNIT)).default([]),
                }),
            )
            .min(1)
            .refine((list) => new Set(list.map(({ stack }) => stack)).size === list.length)
            .refine((list) => list.every(({ deployers, units }) => units.length === 0 || deployers !== undefined)),
        "at least one {environment, stack, egress}: a GitHub environment, the stack it deploys (at most 47 characters), each stack once, " +
            "and the way out the stack may have: isolated (default), nat or firewall; for a stack of many accounts also deployers, " +
            "the roles in the other accounts (at most 60), and units, what of it stands in this account",
        "write for example [{ environment: production, stack: prod, egress: firewall }]",
    ),
    administrators: key(
        z.array(z.string().regex(ROLE_ARN)).min(1),
        "ARNs of the roles that administer the state; the role that runs this program must be one of them",
        "write for example [arn:aws:iam::111122223333:role/platform-administrators]",
    ),
    identityProvider: key(
        z.enum(["create", "existing"]).default("create"),
        "create, or existing where the account has GitHub's identity provider already (there can be one only)",
        "write create or existing",
    ),
    protect: key(z.boolean().default(true), "true or false", "write true, or false before a destroy"),
    tags: key(
        z.record(z.string().min(1).max(128), z.string().max(256)).default({}),
        "a map of tag keys to texts",
        "write for example { project: private-studio }",
    ),
} as const satisfies Keys;

/** Settings of the bootstrap, checked. */
export type BootstrapSettings = Configured<typeof KEYS>;

/** Checks a configuration. All mistakes are told at once. */
export function parseBootstrapSettings(stack: string, config: RawConfig): Parsed<typeof KEYS> {
    return parseConfiguration(PROJECT, KEYS, stack, config);
}
