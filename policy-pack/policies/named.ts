import type { GraphResource } from "../graph";
import type { ConfigProperty, Finding } from "./definition";
import { violation } from "./findings";
import { wholePattern } from "./patterns";

/** Resources that may differ from a rule for good, in an option of a policy. */
export interface Named {
    /** Regular expression for the whole logical name. */
    readonly name?: string;
    /** Why; without it the entry admits nothing and is itself a violation. */
    readonly reason?: string;
}

/** Schema of an option with such entries. */
export function namedProperty(description: string): ConfigProperty {
    return {
        type: "array",
        items: {
            type: "object",
            properties: {
                name: {
                    type: "string",
                    format: "regex",
                    description: "regular expression for the whole logical name",
                },
                reason: { type: "string", description: "why" },
            },
            additionalProperties: false,
        },
        description: `${description}, each with its reason`,
    };
}

/** Whether an entry that can be used names the resource. */
export function isNamed(resource: GraphResource, entries: readonly Named[]): boolean {
    return entries.some((entry) => problemOf(entry) === undefined && names(resource, entry));
}

/** Whether an entry names the resource, with a reason or without; one whose pattern cannot be read names none. */
export function names(resource: GraphResource, { name }: Named): boolean {
    return name !== undefined && wholePattern(name)?.test(resource.name) === true;
}

/** What is wrong with the entries about this resource; a pattern that cannot be read is about every resource. */
export function namedProblems(resource: GraphResource, option: string, entries: readonly Named[]): Finding[] {
    return entries.flatMap((entry) => {
        const problem = problemOf(entry);
        return problem !== undefined && (names(resource, entry) || !isReadable(entry))
            ? [violation(resource, `${option} names it, but ${problem}`)]
            : [];
    });
}

function problemOf({ name, reason }: Named): string | undefined {
    if (!isReadable({ name })) {
        return "the entry's name is no regular expression. Correct it, or remove the entry.";
    }
    return reason === undefined || reason.trim() === ""
        ? "the entry has no reason. Give it, or remove the entry."
        : undefined;
}

function isReadable({ name }: Named): boolean {
    return name !== undefined && wholePattern(name) !== undefined;
}
