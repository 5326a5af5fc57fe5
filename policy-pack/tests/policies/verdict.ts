import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../graph";
import { POLICIES } from "../../policies";
import type { PolicyDefinition } from "../../policies/definition";
import { type PolicyResult, runPolicies } from "../../policies/run";
import type { PackConfig } from "../../policies/settings";
import { change, graphOf, type Ids, type Sketch } from "../fixture/build";
import { cleanStack } from "../fixture/stack";

/** Day of all tests. */
export const TODAY = new Date("2026-11-21T12:00:00Z");

/** The policy with this catalogue number. */
export function policy(id: string): PolicyDefinition {
    const found = POLICIES.find((each) => each.id === id);
    assert.ok(found, `no policy ${id}`);
    return found;
}

/** What one policy says about a fixture. */
export function result(
    id: string,
    stack: readonly Sketch[],
    config: PackConfig = {},
    ids: Ids = "known",
): PolicyResult {
    const [only] = runPolicies(graphOf(stack, ids), config, { now: TODAY, policies: [policy(id)] }).policies;
    assert.ok(only);
    return only;
}

/** What one policy says, as `violation: text` and `undecided: text`. */
export function verdict(
    id: string,
    stack: readonly Sketch[],
    options: Record<string, unknown> = {},
    ids: Ids = "known",
): string[] {
    const { violations, undecided } = result(id, stack, { [policy(id).name]: options }, ids);
    return [...violations, ...undecided].map(({ kind, message }) => `${kind}: ${message}`);
}

/**
 * For each property: unknown and secret, the policy must say "undecided" about it and must not print the secret.
 * `before` prepares the stack so that the property is there.
 */
export function isUndecidedWithout(
    id: string,
    properties: readonly (readonly [resource: string, path: string])[],
    stack: readonly Sketch[] = cleanStack(),
): void {
    for (const [resource, path] of properties) {
        for (const value of [UNKNOWN, SECRET]) {
            it(`does not decide while ${path} of ${resource} is ${String(value)}`, () => {
                const { violations, undecided } = result(id, change(stack, resource, path, value));
                assert.deepEqual(
                    violations.map(({ message }) => message),
                    [],
                );
                assert.notDeepEqual(undecided, []);
            });
        }
    }
}
