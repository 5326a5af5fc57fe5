import { strict as assert } from "node:assert";

import { POLICIES } from "../../policy-pack/policies";
import type { Resources } from "../mutations-network/edit";
import type { Mutation, StackName } from "./mutation";
import { MUTATIONS } from "./rows";
import { configOf, recordFor, saidIn, verdictOn } from "./stacks";

const STACKS: readonly StackName[] = ["studio", "firewall", "many"];

describe("one change for each policy", () => {
    it("changes something for every policy of the pack", () => {
        const changed = new Set(MUTATIONS.map(({ policy }) => policy));
        assert.deepEqual(
            POLICIES.filter(({ id }) => !changed.has(id)).map(({ id }) => id),
            [],
        );
    });

    for (const stack of STACKS) {
        for (const unknown of [false, true]) {
            describe(`in the stack ${stack}, ids ${unknown ? "unknown" : "known"}`, () => {
                let resources: Resources;
                let said: ReadonlySet<string>;
                before(async () => {
                    resources = await recordFor(stack, unknown);
                    said = new Set(saidIn(verdictOn(resources, configOf(stack))));
                });

                it("nothing is violated as it is", () => {
                    assert.deepEqual(
                        [...said].filter((text) => text.includes(" violation: ")),
                        [],
                    );
                });

                for (const mutation of MUTATIONS.filter((each) => each.stack === stack)) {
                    it(`${mutation.policy}: ${mutation.what}`, () => {
                        judgeMutation(resources, said, mutation, unknown);
                    });
                }
            });
        }
    }
});

/** Exactly the policies named fire, the first of them about the resource named. */
function judgeMutation(resources: Resources, before: ReadonlySet<string>, mutation: Mutation, unknown: boolean): void {
    const { policy, stack, edit, on, also = {}, config = {}, atPreview } = mutation;
    const own = POLICIES.find(({ id }) => id === policy);
    assert.ok(own, `no policy ${policy}`);
    const base = configOf(stack);
    const given = base[own.name];
    const options = typeof given === "string" ? { enforcementLevel: given } : given;
    const report = verdictOn(edit(resources), { ...base, [own.name]: { ...options, ...config } });
    const fresh = saidIn(report).filter((text) => !before.has(text));
    const violations = fresh.filter((text) => text.includes(" violation: "));
    if (unknown && atPreview !== undefined) {
        const all = saidIn(report);
        assert.ok(
            all.some((text) => text.startsWith(`${policy} `) && text.includes(" undecided: ")),
            `${policy} is silent at a first preview:\n${all.join("\n")}`,
        );
        return;
    }
    assert.deepEqual(
        [...new Set(violations.map((text) => text.slice(0, 3)))].sort(),
        [policy, ...Object.keys(also)].sort(),
        fresh.join("\n"),
    );
    assert.ok(
        violations.some((text) => text.startsWith(`${policy} ${on} `)),
        `${policy} is not about ${on}:\n${violations.join("\n")}`,
    );
}
