import assert from "node:assert/strict";

import type { PolicyDefinition } from "../../../policies/definition";
import type { Example } from "../../examples/example";
import type { PolicyResult } from "../../../policies/run";
import type { Sketch } from "../../fixture/build";
import { ACCUSED, ALWAYS_DECIDED, SILENT, unallowed } from "./allowances";
import { IDS, judgedBy, messagesOf, reportOf, UNREADABLE } from "./judged";
import { placeName, placesOf, put } from "./places";

/** Unknown, secret and absent properties: never silence about what is wrong, never a violation of what is right. */
export function surviveUnknowns(policy: PolicyDefinition, example: Example): void {
    /** Places at which, whatever the ids and the kind of unknown, the answer is not as it must be. */
    const placesWhere = (stack: readonly Sketch[], isWrong: (result: PolicyResult) => boolean): string[] =>
        placesOf(stack)
            .filter((place) =>
                IDS.some((ids) =>
                    UNREADABLE.some((value) => isWrong(judgedBy(policy, example, put(stack, place, value), { ids }))),
                ),
            )
            .map(placeName);

    it("is not silent while any property of the bad example cannot be read", () => {
        const silent = placesWhere(example.bad, (result) => messagesOf(result).length === 0);
        assert.deepEqual(unallowed(SILENT, policy.id, silent), []);
    });

    it("accuses nothing while any property of the good example cannot be read", () => {
        const accused = placesWhere(example.good, ({ violations }) => violations.length > 0);
        assert.deepEqual(unallowed(ACCUSED, policy.id, accused), []);
    });

    it("fails at nothing that is absent or cannot be read", () => {
        const failed = [example.bad, example.good].flatMap((stack) =>
            placesOf(stack).flatMap((place) =>
                IDS.flatMap((ids) =>
                    [undefined, null, ...UNREADABLE]
                        .flatMap((value) => messagesOf(judgedBy(policy, example, put(stack, place, value), { ids })))
                        .filter((message) => message.includes("defect of the policy pack")),
                ),
            ),
        );
        assert.deepEqual(failed, []);
    });

    it("what it cannot decide stops nothing by default, and a deployment where configuration says so", () => {
        const open = IDS.flatMap((ids) =>
            [example.bad, example.good].flatMap((stack) =>
                placesOf(stack).map((place) => ({ ids, stack: put(stack, place, UNREADABLE[0]) })),
            ),
        ).find(({ ids, stack }) => {
            const { violations, undecided } = judgedBy(policy, example, stack, { ids });
            return violations.length === 0 && undecided.length > 0;
        });
        assert.equal(open === undefined, Object.hasOwn(ALWAYS_DECIDED, policy.id));
        if (open !== undefined) {
            const { ids, stack } = open;
            assert.equal(reportOf(policy, example, stack, { ids }).blocked, false);
            const strict = { unknownsAre: "mandatory" };
            assert.equal(reportOf(policy, example, stack, { ids, more: strict }).blocked, true);
        }
    });
}
