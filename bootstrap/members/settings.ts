import { z } from "zod";

import {
    type Configured,
    key,
    type Keys,
    parseConfiguration,
    type Parsed,
    type RawConfig,
    ROLE_ARN,
    STACK_NAME,
    UNIT,
} from "../configuration";
import { EGRESS } from "../permissions";

/** Name of this Pulumi project, and prefix of its keys in a stack file. */
export const PROJECT = "private-studio-members";

const KEYS = {
    account: key(z.string().regex(/^\d{12}$/), "twelve digits, as text", 'write them in quotes: "111122223333"'),
    project: key(
        z.string().regex(STACK_NAME).default("private-studio"),
        "name in the Pulumi.yaml of the project that is deployed",
        "write for example private-studio",
    ),
    deployedStack: key(
        z.string().regex(STACK_NAME).max(47),
        "the stack of many accounts that is deployed (at most 47 characters)",
        "write for example prod",
    ),
    units: key(
        z
            .array(z.string().regex(UNIT))
            .min(1)
            .refine((units) => new Set(units).size === units.length),
        "what of the stack stands in this account, each once: hub, access, onprem and names of lines of business",
        "write for example [hub, access]",
    ),
    egress: key(
        z.enum(EGRESS).default("isolated"),
        "the way out that what stands here may have: isolated (default), nat or firewall",
        "write firewall where the hub has central egress, else leave it out",
    ),
    deployRole: key(
        z.string().regex(ROLE_ARN),
        "ARN of the one role that may become this account's deployer: deployRoleArns of the bootstrap, without wildcard",
        "write the ARN that pulumi stack output deployRoleArns shows for the stack",
    ),
    externalId: key(
        z.string().regex(/^[\w+=,.@:/-]{2,1224}$/),
        "the external id of accounts.NAME.assumeRole in the stack file: 2 to 1224 letters, digits and +=,.@:/-",
        "write for example private-studio-prod",
    ),
    tags: key(
        z.record(z.string().min(1).max(128), z.string().max(256)).default({}),
        "a map of tag keys to texts",
        "write for example { project: private-studio }",
    ),
} as const satisfies Keys;

/** Settings of one account, checked. */
export type MemberSettings = Configured<typeof KEYS>;

/** Checks a configuration. All mistakes are told at once. */
export function parseMemberSettings(stack: string, config: RawConfig): Parsed<typeof KEYS> {
    return parseConfiguration(PROJECT, KEYS, stack, config);
}
