import assert from "node:assert/strict";
import { POLICIES } from "../../../policy-pack/policies";
import { runPolicies } from "../../../policy-pack/policies/run";
import { graphOf } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { TODAY } from "./verdict";

describe("every policy on a private Studio", () => {
    for (const { id } of POLICIES) {
        it(`${id} has nothing to say and judged something`, () => {
            const report = runPolicies(graphOf(cleanStack()), {}, { now: TODAY });
            const result = report.policies.find((each) => each.id === id);
            assert.ok(result);
            assert.deepEqual([...result.violations, ...result.undecided], []);
            assert.ok(result.checked > 0);
        });
    }

    it("at a first preview nothing is a violation, and only the document with an unknown id is undecided", () => {
        const report = runPolicies(graphOf(cleanStack(), "unknown"), {}, { now: TODAY });
        const said = report.policies.flatMap(({ id, violations, undecided }) =>
            [...violations, ...undecided].map(({ kind, message }) => `${id} ${kind}: ${message}`),
        );
        const presign = "RolePolicy execution-presign: execution-presign is not known yet, so";
        assert.deepEqual(said, [
            `P45 undecided: ${presign} what it allows cannot be told.`,
            `P46 undecided: ${presign} which roles it lets pass cannot be told.`,
            `P60 undecided: ${presign} whether it allows links into Studio from anywhere cannot be told.`,
        ]);
    });
});
