import { z } from "zod";
import * as pulumi from "@pulumi/pulumi";

import { formatProblems, type Problem } from "../components/settings";
import { EGRESS } from "./permissions";

/** Name of this Pulumi project, and prefix of its keys in a stack file. */
export const PROJECT = "private-studio-bootstrap";

const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
/** As Pulumi accepts it; nothing in it is a wildcard or a separator in an ARN or an object key. */
const STACK_NAME = /^[A-Za-z0-9_.-]{1,100}$/;

interface Key<Schema extends z.ZodType> {
    readonly schema: Schema;
    readonly rule: string;
    readonly fix: string;
}

function key<Schema extends z.ZodType>(schema: Schema, rule: string, fix: string): Key<Schema> {
    return { schema, rule, fix };
}

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
                }),
            )
            .min(1)
            .refine((list) => new Set(list.map(({ stack }) => stack)).size === list.length),
        "at least one {environment, stack, egress}: a GitHub environment, the stack it deploys (at most 47 characters), each stack once, " +
            "and the way out the stack may have: isolated (default), nat or firewall",
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
} as const satisfies Record<string, Key<z.ZodType>>;

type KeyName = keyof typeof KEYS;

/** Settings of the bootstrap, checked; `region` is `aws:region`. */
export type BootstrapSettings = { readonly [Name in KeyName]: z.output<(typeof KEYS)[Name]["schema"]> } & {
    readonly region: string;
    /** Pulumi stack of the bootstrap itself. */
    readonly stack: string;
};

/** Plain configuration, keys with their namespace. */
export type RawConfig = Readonly<Record<string, unknown>>;

/** Checks a configuration. All mistakes are told at once. */
export function parseBootstrapSettings(
    stack: string,
    config: RawConfig,
): { readonly settings: BootstrapSettings } | { readonly problems: Problem[] } {
    const results = (Object.keys(KEYS) as KeyName[]).map((name) => parseKey(name, config[`${PROJECT}:${name}`]));
    const problems = [
        ...results.flatMap((result) => ("problem" in result ? [result.problem] : [])),
        ...unknownKeys(config),
        ...regionProblems(config["aws:region"]),
    ];
    if (problems.length > 0) {
        return { problems };
    }
    const values = Object.fromEntries(results.flatMap((result) => ("value" in result ? [result.value] : [])));
    return { settings: { ...values, region: config["aws:region"], stack } as BootstrapSettings };
}

/**
 * The settings of the running stack.
 *
 * @throws pulumi.RunError with every mistake, which the engine prints without a stack trace.
 */
export function loadBootstrapSettings(): BootstrapSettings {
    const config = Object.entries(pulumi.runtime.allConfig()).map(([name, text]) => [name, decoded(text)]);
    const parsed = parseBootstrapSettings(pulumi.getStack(), Object.fromEntries(config) as RawConfig);
    if ("problems" in parsed) {
        throw new pulumi.RunError(`the configuration has mistakes:\n\n${formatProblems(parsed.problems)}`);
    }
    return parsed.settings;
}

function parseKey(name: KeyName, found: unknown): { value: [KeyName, unknown] } | { problem: Problem } {
    const { schema, rule, fix } = KEYS[name];
    const parsed = schema.safeParse(found);
    if (parsed.success) {
        return { value: [name, parsed.data] };
    }
    return { problem: { path: [name], found, rule: found === undefined ? `required: ${rule}` : rule, fix } };
}

function unknownKeys(config: RawConfig): Problem[] {
    return Object.keys(config)
        .filter((full) => full.startsWith(`${PROJECT}:`) && !Object.hasOwn(KEYS, full.slice(PROJECT.length + 1)))
        .map((full) => ({
            path: [full.slice(PROJECT.length + 1)],
            found: config[full],
            rule: `unknown key; the keys are ${Object.keys(KEYS).join(", ")}`,
            fix: "remove it, or correct its name",
        }));
}

function regionProblems(found: unknown): Problem[] {
    return typeof found === "string" && /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(found)
        ? []
        : [{ path: ["aws:region"], found, rule: "the Region of the stacks", fix: "write for example eu-west-1" }];
}

/** The engine hands over maps, lists and booleans as JSON and everything else as text. */
function decoded(text: string): unknown {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" || typeof value === "boolean" ? value : text;
    } catch {
        return text;
    }
}
