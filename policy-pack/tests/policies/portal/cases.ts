import assert from "node:assert/strict";

import { PORTAL_EXAMPLES } from "../../examples/portal";
import { change, type Sketch } from "../../fixture/build";
import { policy, verdict } from "../verdict";

/** What a stack is, the stack, what the policy says of it. */
export type Case = readonly [what: string, stack: readonly Sketch[], expected: readonly string[]];

/** Each case as a test of its own, word by word. */
export function table(id: string, cases: readonly Case[], options: Record<string, unknown> = {}): void {
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict(id, stack, options), expected));
    }
}

/** The stack of the policy's example that keeps the rule. */
export function good(id: string): readonly Sketch[] {
    const example = PORTAL_EXAMPLES[id];
    assert.ok(example);
    return example.good;
}

/** The good stack with one property changed. */
export function changed(id: string, name: string, path: string, value: unknown): Sketch[] {
    return change(good(id), name, path, value);
}

/** Runs the policy's remediation: whether it changed anything. */
export function remediate(id: string, props: Record<string, unknown>, options: Record<string, unknown> = {}): boolean {
    const definition = policy(id);
    const changedAny = definition.remediate?.(props, { ...definition.config.defaults, ...options });
    assert.ok(changedAny !== undefined, `${id} repairs nothing`);
    return changedAny;
}
