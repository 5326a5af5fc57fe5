import assert from "node:assert/strict";

import type { PolicyDefinition } from "../../../policies/definition";
import type { Exception } from "../../../policies/settings";
import type { Example } from "../../examples/example";
import { judgedBy } from "./judged";

/** Exceptions and levels, which are the same for all. */
export function excepts(policy: PolicyDefinition, example: Example): void {
    const subjectOf = (urn: string): string => urn.split("::").at(-1) ?? "";
    const violations = (): readonly { urn: string; message: string }[] =>
        judgedBy(policy, example, example.bad).violations;
    const exceptionsWith = (rest: Partial<Exception>): readonly Exception[] =>
        [...new Set(violations().map(({ urn }) => subjectOf(urn)))].map((name) => ({ name, ...rest }));

    it("a valid exception silences its resource, and is listed", () => {
        const exceptions = exceptionsWith({ reason: "trial until the migration", expires: "2026-12-31" });
        const { excepted, ...left } = judgedBy(policy, example, example.bad, { more: { exceptions } });
        assert.deepEqual([...left.violations, ...left.undecided], []);
        assert.deepEqual(
            excepted.map(({ finding }) => finding.message),
            violations().map(({ message }) => message),
        );
    });

    const invalid: readonly (readonly [string, Partial<Exception>, string])[] = [
        [
            "past its date",
            { reason: "trial", expires: "2026-11-20" },
            "it expired on 2026-11-20. Fix the resource, or renew the exception with a new date.",
        ],
        ["without a reason", { expires: "2026-12-31" }, "it has no reason. Give the reason, or remove the exception."],
    ];
    for (const [what, rest, problem] of invalid) {
        it(`an exception ${what} silences nothing, and is a violation itself`, () => {
            const exceptions = exceptionsWith(rest);
            const found = judgedBy(policy, example, example.bad, { more: { exceptions } });
            assert.deepEqual(found.excepted, []);
            assert.deepEqual(
                found.violations.map(({ message }) => message),
                [
                    ...violations().map(({ message }) => message),
                    ...exceptions.map(({ name = "" }) => `exception for ${name}: ${problem}`),
                ],
            );
        });
    }

    it("disabled, it looks at nothing", () => {
        const {
            violations: found,
            undecided,
            checked,
        } = judgedBy(policy, example, example.bad, {
            more: { enforcementLevel: "disabled" },
        });
        assert.deepEqual([found, undecided, checked], [[], [], 0]);
    });
}
