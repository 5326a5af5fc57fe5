import assert from "node:assert/strict";

import type { PolicyDefinition } from "../../../policies/definition";
import { label } from "../../../policies/findings";
import type { Example } from "../../examples/example";
import { resourcesOf } from "../../fixture/build";
import { underEngine } from "./engineRun";
import { IDS, judgedBy, messagesOf } from "./judged";

/** The bad example breaks the rule, the good one keeps it: here and under the engine's handlers. */
export function breaks(policy: PolicyDefinition, example: Example): void {
    it("finds its violation in the bad example, with resource and fix", () => {
        const { violations, undecided } = judgedBy(policy, example, example.bad);
        const resources = resourcesOf(example.bad);
        assert.equal(violations.length, 1);
        assert.deepEqual(undecided, []);
        for (const { urn, message } of violations) {
            const resource = resources.find((each) => each.urn === urn);
            assert.ok(resource);
            assert.ok(message.startsWith(`${label(resource)}: `), message);
            assert.match(message, /[.:;] \S.*\.$/, "what is found, and what to do");
        }
    });

    it("is not silent about the bad example while ids are unknown", () => {
        assert.notDeepEqual(messagesOf(judgedBy(policy, example, example.bad, { ids: "unknown" })), []);
    });

    for (const ids of IDS) {
        it(`says nothing of the good example with ids ${ids}`, () => {
            assert.deepEqual(messagesOf(judgedBy(policy, example, example.good, { ids })), []);
        });

        for (const which of ["bad", "good"] as const) {
            it(`says the same of the ${which} example under the engine with ids ${ids}`, async () => {
                const stack = example[which];
                const said = await underEngine(policy, resourcesOf(stack, ids), example.config);
                const { violations, undecided } = judgedBy(policy, example, stack, { ids });
                const expected = [
                    ...violations.map(({ message, urn }) => ({ message, urn })),
                    ...undecided.map(({ message, urn }) => ({
                        message: `Could not decide at preview: ${message}`,
                        urn,
                    })),
                ];
                assert.deepEqual(
                    said.map(({ message, urn }) => ({ message, urn })).sort(byMessage),
                    expected
                        .map(({ message, urn }) => ({ message: `${policy.description}\n${message}`, urn }))
                        .sort(byMessage),
                );
            });
        }
    }
}

function byMessage(one: { message: string }, other: { message: string }): number {
    return one.message.localeCompare(other.message);
}
