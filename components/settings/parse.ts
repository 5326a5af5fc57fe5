import type { z } from "zod";

import { crossChecks, type Known, withProfiles } from "./checks";
import { problemsOfIssues, unknownKeyProblem } from "./issues";
import { taggedUsersSchema } from "./keys/users";
import { nearest } from "./nearest";
import { addressPlan } from "./plan";
import type { Problem } from "./problems";
import { type Region, REGION_NAMES, regionFacts, type RegionName } from "./regions";
import { NAMESPACE, TOP_KEY_NAMES, TOP_KEYS, type TopKey, type TopValues } from "./schema";
import { HIDDEN, hideSecrets, SECRET_KEYS, secretPaths } from "./secrets";
import type { PlainSettings } from "./settings";
import { asksForIdentityCenter } from "./signInMode";

/** A stack's configuration, as read from its file or from the engine. */
export interface RawConfig {
    readonly project: string;
    readonly stack: string;
    /** Values by full key, for example `private-studio:network`, as YAML or JSON has them. */
    readonly config: Readonly<Record<string, unknown>>;
    /** Full keys whose value is or contains a secret. */
    readonly secretKeys: readonly string[];
    /** Mistakes in files that `config` was read from beside the stack file; what could be read stands in `config`. */
    readonly fileProblems?: readonly Problem[];
}

export type ParsedSettings = { readonly settings: PlainSettings } | { readonly problems: Problem[] };

/**
 * Checks a whole stack's configuration and completes it with defaults and what follows from it. Pure.
 *
 * All mistakes are found at once: each top key is read by itself, then the rules between keys are checked for those
 * that could be read.
 */
export function parseSettings(raw: RawConfig): ParsedSettings {
    const region = readRegion(raw);
    const read = TOP_KEY_NAMES.map((key) => ({ key, result: readTopKey(raw, key) }));
    const values = Object.fromEntries(
        read.flatMap(({ key, result }) => ("value" in result ? [[key, result.value]] : [])),
    ) as Partial<TopValues>;
    const known: Known = {
        ...values,
        ...("region" in region && { region: region.region }),
        hideTags: isHidden(raw, "tags"),
        accessKeys: keysOf(raw.config[`${NAMESPACE}:access`]),
    };
    const problems = [
        ...unknownTopKeys(raw),
        ...("problem" in region ? [region.problem] : []),
        ...read.flatMap(({ result }) => ("problems" in result ? result.problems : [])),
        ...(raw.fileProblems ?? []),
        ...crossChecks(known),
    ];
    if (problems.length > 0 || "problem" in region) {
        return { problems };
    }
    return { settings: complete(raw, values as TopValues, region.region) };
}

function complete(raw: RawConfig, values: TopValues, region: Region): PlainSettings {
    const plan = addressPlan(values.network, region.name);
    if ("problems" in plan) {
        throw new Error("the address plan was checked and has problems all the same");
    }
    const { subnets: _, firewall, ...network } = values.network;
    return {
        project: raw.project,
        stack: raw.stack,
        region: region.name,
        partition: region.partition,
        ...values,
        network: {
            ...network,
            ...(firewall && { firewall: { ...firewall, protections: firewall.protections ?? values.production } }),
        },
        subnets: plan.ok,
        users: withProfiles(values.users, values.access.groups),
    };
}

function readTopKey<Key extends TopKey>(raw: RawConfig, key: Key): { value: TopValues[Key] } | { problems: Problem[] } {
    const schema: z.ZodType = key === "users" && !asksForIdentityCenter(raw) ? taggedUsersSchema : TOP_KEYS[key];
    const value = raw.config[`${NAMESPACE}:${key}`];
    if (isSecret(raw, key) && !SECRET_KEYS.includes(key)) {
        return { problems: mustBePlain(key, value) };
    }
    const result = schema.safeParse(value);
    if (result.success) {
        return { value: result.data as TopValues[Key] };
    }
    return { problems: problemsOfIssues(result.error.issues, { key, schema, value, secret: isHidden(raw, key) }) };
}

function keysOf(value: unknown): readonly string[] {
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

/** Where the places of the secrets are known, one problem for each; otherwise one for the key. */
function mustBePlain(key: string, value: unknown): Problem[] {
    const places = secretPaths(value, [key]);
    return (places.length > 0 ? places : [[key]]).map((path) => ({
        path,
        found: HIDDEN,
        rule: `${key} is plain, because it decides what is built; only values of ${SECRET_KEYS.join(", ")} may be secret`,
        fix: "write the value itself, without secure: (pulumi config set without --secret)",
    }));
}

function isSecret({ secretKeys }: RawConfig, key: string): boolean {
    return secretKeys.includes(`${NAMESPACE}:${key}`);
}

/** Whether nothing of the value may be shown, because there are secrets in it and nobody knows where. */
function isHidden(raw: RawConfig, key: string): boolean {
    return isSecret(raw, key) && secretPaths(raw.config[`${NAMESPACE}:${key}`]).length === 0;
}

function unknownTopKeys(raw: RawConfig): Problem[] {
    return Object.keys(raw.config)
        .filter((full) => full.startsWith(`${NAMESPACE}:`))
        .map((full) => full.slice(NAMESPACE.length + 1))
        .filter((key) => !(TOP_KEY_NAMES as string[]).includes(key))
        .map((key) => {
            const found = isSecret(raw, key) ? HIDDEN : hideSecrets(raw.config[`${NAMESPACE}:${key}`]);
            return unknownKeyProblem([key], found, TOP_KEY_NAMES, `${NAMESPACE}:`);
        });
}

function readRegion(raw: RawConfig): { region: Region } | { problem: Problem } {
    const found = raw.config["aws:region"];
    if (raw.secretKeys.includes("aws:region")) {
        return { problem: mustBePlain("aws:region", undefined)[0]! };
    }
    if ((REGION_NAMES as unknown[]).includes(found)) {
        return { region: regionFacts(found as RegionName) };
    }
    if (found === undefined) {
        return {
            problem: {
                path: ["aws:region"],
                found,
                rule: "required: the region decides partition, zones and endpoint names",
                fix: 'add it, for example aws:region: "eu-west-1"',
            },
        };
    }
    const meant = typeof found === "string" ? nearest(found, REGION_NAMES) : undefined;
    return {
        problem: {
            path: ["aws:region"],
            found,
            rule: `one of: ${REGION_NAMES.join(", ")}`,
            fix: meant === undefined ? "choose a region of the list" : `did you mean ${meant}?`,
        },
    };
}
