import { strict as assert } from "node:assert";

import fc from "fast-check";

import {
    lifecycleConfigName,
    lifecycleConfigStart,
    type NamedKind,
    physicalName,
    placePath,
} from "../../components/names";
import { PLACE } from "../place";

const research = { ...PLACE, unit: "research" };

const KINDS: readonly NamedKind[] = [
    "role",
    "policy",
    "domain",
    "lifecycleConfig",
    "logGroup",
    "keyAlias",
    "bucket",
    "image",
    "repository",
];

/** Names written down: a changed one replaces what has it. */
const WRITTEN: readonly (readonly [kind: NamedKind, purpose: string, stack: string, unit: string])[] = [
    ["role", "execution", "fixture-test-execution-a4b7211e", "fixture-test-research-execution-c75398eb"],
    ["domain", "studio", "fixture-test-studio-383fcf35", "fixture-test-research-studio-05df02a7"],
    ["logGroup", "flow-logs", "/fixture/test/flow-logs", "/fixture/test/unit/research/flow-logs"],
    ["keyAlias", "domain", "alias/fixture/test/domain", "alias/fixture/test/unit/research/domain"],
];

describe("Names of the units of a stack", () => {
    for (const [kind, purpose, stack, unit] of WRITTEN) {
        it(`of kind ${kind} are ${unit}, and ${stack} without one`, () => {
            assert.deepEqual(
                [physicalName(PLACE, kind, purpose), physicalName({ ...PLACE, unit: undefined }, kind, purpose)],
                [stack, stack],
            );
            assert.equal(physicalName(research, kind, purpose), unit);
        });
    }

    const unit = fc.option(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/), { nil: undefined });
    const part = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,40}$/);
    const place = fc.record({ project: part, stack: part, unit }).map((names) => ({ ...PLACE, ...names }));
    const purpose = fc.constantFrom("execution", "user", "data", "studio");

    for (const kind of KINDS) {
        it(`of kind ${kind} are nobody else's: no other unit's, stack's or purpose's`, () => {
            fc.assert(
                fc.property(fc.tuple(place, purpose), fc.tuple(place, purpose), (one, other) => {
                    const same = JSON.stringify(one) === JSON.stringify(other);
                    const name = physicalName(one[0], kind, one[1]);
                    assert.equal(name === physicalName(other[0], kind, other[1]), same);
                    // The nearest mistakes: no unit, and another one.
                    const { unit: own, ...stack } = one[0];
                    assert.equal(name === physicalName(stack, kind, one[1]), own === undefined);
                    assert.notEqual(name, physicalName({ ...stack, unit: `${own ?? "x"}-2` }, kind, one[1]));
                }),
            );
        });
    }

    it("tell a unit from what joins to the same letters", () => {
        const joined = physicalName({ ...PLACE, stack: "test-research" }, "role", "user");
        assert.equal(joined.slice(0, -8), physicalName(research, "role", "user").slice(0, -8));
        assert.notEqual(joined, physicalName(research, "role", "user"));
        assert.throws(() => physicalName(PLACE, "logGroup", "unit/research/flow-logs"), {
            message: 'physicalName: purpose "unit/research/flow-logs" begins as the path of a unit does',
        });
    });

    it("of lifecycle configurations begin as no other unit's do", () => {
        assert.ok(
            !lifecycleConfigName(research, "jupyter-lab", "").startsWith(lifecycleConfigStart(PLACE, "jupyter-lab")),
        );
        assert.ok(
            !lifecycleConfigName(PLACE, "jupyter-lab", "").startsWith(lifecycleConfigStart(research, "jupyter-lab")),
        );
    });

    it("lie in the stack's path", () => {
        assert.equal(placePath(PLACE), "/fixture/test/");
        assert.equal(placePath(research), "/fixture/test/unit/research/");
    });

    for (const wrong of ["", "a/b", "a b", "a.b", "é"]) {
        it(`are refused for the unit "${wrong}"`, () => {
            assert.throws(() => physicalName({ ...PLACE, unit: wrong }, "role", "user"), {
                message: `physicalName: unit "${wrong}" is not of letters, digits and hyphens`,
            });
        });
    }
});
