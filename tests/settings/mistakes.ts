import assert from "node:assert/strict";

import { edited, problemsIn, sample, type Seen } from "./helper";

/** Edits of a sample stack file and the problems they make together. */
export interface Mistakes {
    readonly name: string;
    /** A file of tests/stacks, without its ending. */
    readonly sample: string;
    readonly edits: readonly (readonly [from: string, to: string])[];
    readonly problems: readonly Seen[];
}

/** One test for each row: exactly these problems, each with its place, rule and fix. */
export function describeMistakes(title: string, mistakes: readonly Mistakes[]): void {
    describe(title, () => {
        for (const { name, sample: base, edits, problems } of mistakes) {
            it(`refuses ${name}`, () => {
                assert.deepEqual(problemsIn(edited(sample(base), edits)), problems);
            });
        }
    });
}
