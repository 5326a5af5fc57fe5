import { SECRET, UNKNOWN } from "../../../graph";
import type { PolicyDefinition } from "../../../policies/definition";
import { type PolicyReport, type PolicyResult, runPolicies } from "../../../policies/run";
import type { Example } from "../../examples/example";
import { graphOf, type Ids, type Sketch } from "../../fixture/build";
import { TODAY } from "../verdict";

/** Ids as after an update, and as at a first preview. */
export const IDS: readonly Ids[] = ["known", "unknown"];

/** The two values nobody can read. */
export const UNREADABLE = [UNKNOWN, SECRET] as const;

/** The report of one policy with the example's configuration and more. */
export function reportOf(
    policy: PolicyDefinition,
    example: Example,
    stack: readonly Sketch[],
    { ids = "known", more = {} }: { ids?: Ids; more?: Readonly<Record<string, unknown>> } = {},
): PolicyReport {
    const config = { [policy.name]: { ...example.config, ...more } };
    return runPolicies(graphOf(stack, ids), config, { now: TODAY, policies: [policy] });
}

/** The same, its only result. */
export function judgedBy(...args: Parameters<typeof reportOf>): PolicyResult {
    const [only] = reportOf(...args).policies;
    if (only === undefined) {
        throw new Error("the report has no result");
    }
    return only;
}

/** Messages of all findings. */
export function messagesOf({ violations, undecided }: PolicyResult): string[] {
    return [...violations, ...undecided].map(({ message }) => message);
}
