import type { z } from "zod";

import { nearest } from "./nearest";
import type { Problem, SettingPath } from "./problems";
import { hideSecrets, HIDDEN } from "./secrets";
import { factsOf, namesOf, schemaAt, type SettingFacts, shapeOf } from "./setting";

/** What one top key is checked against, and how much of it may be shown. */
interface Subject {
    readonly key: string;
    readonly schema: z.ZodType;
    readonly value: unknown;
    /** Whether the value as a whole is secret, so that no part of it may stand in a message. */
    readonly secret: boolean;
}

/** Problems of one top key, at most one for each path: the first rule a value breaks is the one to mend first. */
export function problemsOfIssues(issues: readonly z.core.$ZodIssue[], subject: Subject): Problem[] {
    const problems = issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => unknownKey(subject, [...issue.path, key]))
            : [brokenRule(subject, issue)],
    );
    const seen = new Set<string>();
    return problems.filter(({ path }) => {
        const id = JSON.stringify(path);
        return seen.has(id) ? false : seen.add(id);
    });
}

/** A key nobody knows, with the known one that was probably meant. */
export function unknownKeyProblem(path: SettingPath, found: unknown, known: readonly string[], where: string): Problem {
    const meant = nearest(String(path.at(-1)), known);
    return {
        path,
        found,
        rule: `unknown key; the keys of ${where} are ${known.join(", ")}`,
        fix: meant === undefined ? "remove it" : `did you mean ${meant}?`,
    };
}

function unknownKey(subject: Subject, path: readonly PropertyKey[]): Problem {
    const parent = path.slice(0, -1);
    const names = namesAt(subject, parent);
    if (names !== undefined) {
        return unknownNameProblem(subject, path, names);
    }
    const known = keysAt(subject, parent);
    const where = typeof parent.at(-1) === "number" ? "an item" : String(parent.at(-1) ?? subject.key);
    return unknownKeyProblem(fullPath(subject, path), visible(subject, path), known, where);
}

/** A name that a map by names does not know. There are too many to list them all. */
function unknownNameProblem(subject: Subject, path: readonly PropertyKey[], names: readonly string[]): Problem {
    const meant = nearest(String(path.at(-1)), names);
    return {
        path: fullPath(subject, path),
        found: visible(subject, path),
        rule: `unknown name in ${nearestFacts(subject, path.slice(0, -1)).rule}`,
        fix: meant === undefined ? "remove it" : `did you mean ${meant}?`,
    };
}

function brokenRule(subject: Subject, issue: z.core.$ZodIssue): Problem {
    const path = fullPath(subject, issue.path);
    const found = valueAt(subject.value, issue.path);
    const shown = visible(subject, issue.path);
    if (issue.code === "custom" && issue.params !== undefined) {
        return { path, found: shown, rule: issue.message, fix: String(issue.params.fix) };
    }
    const facts = nearestFacts(subject, issue.path);
    const example = JSON.stringify(facts.example);
    if (found === undefined) {
        const key = path.length === 1 ? `private-studio:${path[0]}` : path.at(-1);
        const why = facts.noDefault === undefined ? "" : `: ${facts.noDefault}`;
        return { path, found, rule: `required${why}`, fix: `add it, for example ${key}: ${example}` };
    }
    const fix = typeof facts.fix === "function" ? facts.fix(shown) : facts.fix;
    return { path, found: shown, rule: facts.rule, fix: fix ?? `write for example ${example}` };
}

/** Facts of the value at the path or, for a list item without any of its own, of the list. */
function nearestFacts(subject: Subject, path: readonly PropertyKey[]): SettingFacts<unknown> {
    const schema = schemaAt(subject.schema, path);
    const facts = schema && factsOf(schema);
    if (facts !== undefined) {
        return facts;
    }
    if (path.length === 0) {
        throw new Error(`the key ${subject.key} has no description and rule: wrap its schema in setting()`);
    }
    return nearestFacts(subject, path.slice(0, -1));
}

function keysAt(subject: Subject, path: readonly PropertyKey[]): string[] {
    const schema = schemaAt(subject.schema, path);
    return Object.keys((schema && shapeOf(schema)) ?? {});
}

/** The names a map may have values for, where the schema lists them; undefined for every other schema. */
function namesAt(subject: Subject, path: readonly PropertyKey[]): string[] | undefined {
    const schema = schemaAt(subject.schema, path);
    return schema && namesOf(schema);
}

function fullPath({ key }: Subject, path: readonly PropertyKey[]): SettingPath {
    return [key, ...path.map((part) => (typeof part === "number" ? part : String(part)))];
}

function visible(subject: Subject, path: readonly PropertyKey[]): unknown {
    return subject.secret ? HIDDEN : hideSecrets(valueAt(subject.value, path));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>(
        (at, part) =>
            typeof at === "object" && at !== null && Object.hasOwn(at, part)
                ? (at as Record<PropertyKey, unknown>)[part]
                : undefined,
        value,
    );
}
