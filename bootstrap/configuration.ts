import { z } from "zod";
import * as pulumi from "@pulumi/pulumi";

import { formatProblems, type Problem } from "../components/settings";

/** A key of a stack file: its form, and how a mistake in it is explained. */
export interface Key<Schema extends z.ZodType> {
    readonly schema: Schema;
    readonly rule: string;
    readonly fix: string;
}

export function key<Schema extends z.ZodType>(schema: Schema, rule: string, fix: string): Key<Schema> {
    return { schema, rule, fix };
}

/** Keys by name. */
export type Keys = Readonly<Record<string, Key<z.ZodType>>>;

/** What keys say, and the Region, which is `aws:region`. */
export type Configured<Table extends Keys> = {
    readonly [Name in keyof Table]: z.output<Table[Name]["schema"]>;
} & {
    readonly region: string;
    /** Pulumi stack that runs. */
    readonly stack: string;
};

/** Plain configuration, keys with their namespace. */
export type RawConfig = Readonly<Record<string, unknown>>;

/** A checked configuration, or every mistake in it. */
export type Parsed<Table extends Keys> = { readonly settings: Configured<Table> } | { readonly problems: Problem[] };

/** ARN of a role that is no service's. */
export const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

/** As Pulumi accepts it; nothing in it is a wildcard or a separator in an ARN or an object key. */
export const STACK_NAME = /^[A-Za-z0-9_.-]{1,100}$/;

/** Units of a multi-account stack's names, as components/names takes them. */
export const UNIT = /^[a-z0-9](-?[a-z0-9])*$/;

/** Checks a configuration. All mistakes are told at once. */
export function parseConfiguration<Table extends Keys>(
    project: string,
    keys: Table,
    stack: string,
    config: RawConfig,
): Parsed<Table> {
    const results = Object.keys(keys).map((name) => parseKey(name, keys[name]!, config[`${project}:${name}`]));
    const problems = [
        ...results.flatMap((result) => ("problem" in result ? [result.problem] : [])),
        ...unknownKeys(project, keys, config),
        ...regionProblems(config["aws:region"]),
    ];
    if (problems.length > 0) {
        return { problems };
    }
    const values = Object.fromEntries(results.flatMap((result) => ("value" in result ? [result.value] : [])));
    return { settings: { ...values, region: config["aws:region"], stack } as Configured<Table> };
}

/**
 * The settings of the running stack, by the parser of its program.
 *
 * @throws pulumi.RunError with every mistake, which the engine prints without a stack trace.
 */
export function loadConfiguration<Settings>(
    parse: (stack: string, config: RawConfig) => { readonly settings: Settings } | { readonly problems: Problem[] },
): Settings {
    const config = Object.entries(pulumi.runtime.allConfig()).map(([name, text]) => [name, decoded(text)]);
    const parsed = parse(pulumi.getStack(), Object.fromEntries(config) as RawConfig);
    if ("problems" in parsed) {
        throw new pulumi.RunError(`the configuration has mistakes:\n\n${formatProblems(parsed.problems)}`);
    }
    return parsed.settings;
}

function parseKey(
    name: string,
    { schema, rule, fix }: Key<z.ZodType>,
    found: unknown,
): { value: [string, unknown] } | { problem: Problem } {
    const parsed = schema.safeParse(found);
    if (parsed.success) {
        return { value: [name, parsed.data] };
    }
    return { problem: { path: [name], found, rule: found === undefined ? `required: ${rule}` : rule, fix } };
}

function unknownKeys(project: string, keys: Keys, config: RawConfig): Problem[] {
    return Object.keys(config)
        .filter((full) => full.startsWith(`${project}:`) && !Object.hasOwn(keys, full.slice(project.length + 1)))
        .map((full) => ({
            path: [full.slice(project.length + 1)],
            found: config[full],
            rule: `unknown key; the keys are ${Object.keys(keys).join(", ")}`,
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
