import { readFileSync } from "node:fs";

import { POLICIES } from "../policies";
import type { PolicyDefinition } from "../policies/definition";
import { configProperties, LEVELS, type PackConfig } from "../policies/settings";
import { nearest } from "./nearest";
import { schemaProblems } from "./schema";

/** A configuration that can be used, or everything that is wrong with it. */
export type ConfigResult = { readonly config: PackConfig } | { readonly problems: readonly string[] };

/** Reads a configuration file of the pack, in the engine's JSON format. All problems are told at once. */
export function readPackConfig(file: string, policies: readonly PolicyDefinition[] = POLICIES): ConfigResult {
    const json = readJson(file);
    return "problems" in json ? json : checkPackConfig(json.value, policies);
}

/** A file's content as it stands, unchecked; the problem never quotes the file. */
export function readJson(file: string): { readonly value: unknown } | { readonly problems: readonly string[] } {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        return { problems: ["the file cannot be read."] };
    }
    try {
        return { value: JSON.parse(text) };
    } catch (error) {
        const where = error instanceof Error ? (/position \d+/.exec(error.message)?.[0] ?? "unknown position") : "";
        return { problems: [`the file is not JSON (${where}).`] };
    }
}

/**
 * Checks a configuration: known policies, levels and keys, and values of the right kind. The engine accepts an unknown
 * policy name without a word, so a misspelt one would leave the policy at its default.
 */
export function checkPackConfig(value: unknown, policies: readonly PolicyDefinition[] = POLICIES): ConfigResult {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return { problems: ['the configuration must be an object such as {"all": "mandatory"}.'] };
    }
    const { environments, ...entries } = value as Record<string, unknown>;
    const problems = [
        ...(environments === undefined ? [] : schemaProblems(ENVIRONMENTS, environments, "environments")),
        ...Object.entries(entries).flatMap(([name, entry]) => entryProblems(name, entry, policies)),
    ];
    return problems.length > 0 ? { problems } : { config: entries as PackConfig };
}

/** Environments of Pulumi ESC that the engine opens for the pack; it takes this key out before it reads the policies. */
const ENVIRONMENTS = { type: "array" as const, items: { type: "string" as const } };

function entryProblems(name: string, entry: unknown, policies: readonly PolicyDefinition[]): string[] {
    const policy = policies.find((each) => each.name === name);
    if (policy === undefined && name !== "all") {
        return [`${name} is no policy of this pack. ${meant(name, policies)}`];
    }
    if (typeof entry === "string") {
        return levelProblems(entry, name);
    }
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
        return [`${name} must be a level (${LEVELS.join(", ")}) or an object with options.`];
    }
    const { enforcementLevel, ...options } = entry as Record<string, unknown>;
    const schema = {
        type: "object" as const,
        properties: policy === undefined ? {} : configProperties(policy),
        additionalProperties: false,
    };
    return [
        ...(enforcementLevel === undefined ? [] : levelProblems(enforcementLevel, `${name}.enforcementLevel`)),
        ...schemaProblems(schema, options, name),
    ];
}

function meant(name: string, policies: readonly PolicyDefinition[]): string {
    const known = ["all", ...policies.map((each) => each.name)];
    const guess = nearest(name, known);
    return guess === undefined ? `Known: ${known.join(", ")}.` : `Did you mean ${guess}?`;
}

function levelProblems(level: unknown, path: string): string[] {
    return LEVELS.some((each) => each === level) ? [] : [`${path} must be one of ${LEVELS.join(", ")}.`];
}
