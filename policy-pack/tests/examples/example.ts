import type { Sketch } from "../fixture/build";

/**
 * What a policy finds and what it does not, as small as it can be: the reference prints both as program text, and every
 * policy's tests start from them.
 */
export interface Example {
    /** Breaks the rule, and no part of it twice. */
    readonly bad: readonly Sketch[];
    /** The same with the rule kept. */
    readonly good: readonly Sketch[];
    /** Configuration both need; default: the policy's own defaults. */
    readonly config?: Readonly<Record<string, unknown>>;
}

/** Examples by the policy's number in the catalogue. */
export type Examples = Readonly<Record<string, Example>>;
