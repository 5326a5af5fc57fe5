import assert from "node:assert/strict";

import type { Sketch } from "../../fixture/build";
import { policy, verdict } from "../verdict";

/** A stack and all a policy says of it, as `violation: text` and `undecided: text`. */
export type Case = readonly [what: string, stack: readonly Sketch[], expected: readonly string[]];

/** One test for each case. */
export function table(id: string, cases: readonly Case[], options: Record<string, unknown> = {}): void {
    for (const [what, stack, expected] of cases) {
        it(what, () => {
            assert.deepEqual(verdict(id, stack, options), expected);
        });
    }
}

/** A resource before repair, and after it; the same object twice where it must be left alone. */
export type Repair = readonly [what: string, before: Record<string, unknown>, after: Record<string, unknown>];

/** Repairs each once, with the policy's defaults and these options, and finds nothing to repair in what that made. */
export function repairs(id: string, cases: readonly Repair[], options: Record<string, unknown> = {}): void {
    const repaired = policy(id);
    for (const [what, before, after] of cases) {
        it(`repairs: ${what}`, () => {
            const props = structuredClone(before);
            const settings = { ...repaired.config.defaults, ...options };
            const isWrong = JSON.stringify(before) !== JSON.stringify(after);
            assert.equal(repaired.remediate?.(props, settings), isWrong);
            assert.deepEqual(props, after);
            assert.equal(repaired.remediate?.(props, settings), false);
            assert.deepEqual(props, after);
        });
    }
}

/** A stack of one domain. */
export function domain(props: Record<string, unknown>): Sketch[] {
    return [{ type: "aws:sagemaker/domain:Domain", name: "studio", props }];
}

/** A stack of one domain with these default user settings. */
export function withDefaults(defaultUserSettings: unknown): Sketch[] {
    return domain({ defaultUserSettings });
}
