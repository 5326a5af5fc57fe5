import assert from "node:assert/strict";

import type { Finding } from "../../../policy-pack/policies/definition";
import type { PolicyResult } from "../../../policy-pack/policies/run";
import type { Proof } from "../../../preflight/proofs/proof";
import type { Verdict } from "../../../preflight/report/types";
import { verdict } from "../../../preflight/report/verdict";

const finding = (kind: Finding["kind"], message: string): Finding => ({ kind, urn: "urn::a", message });
const VIOLATION = finding("violation", "Key a: is wrong. Mend it.");
const UNDECIDED = finding("undecided", "Key a: its policy is not known yet.");

function policy(more: Partial<PolicyResult>): PolicyResult {
    return {
        ...{ id: "P00", name: "rule", title: "", severity: "high", remediationSteps: "" },
        ...{ level: "mandatory", unknownsAre: "advisory" },
        ...{ violations: [], undecided: [], excepted: [], checked: 1 },
        ...more,
    };
}

function proof(more: Partial<Proof>): Proof {
    return { id: "network.way", claim: "There is a way", verdict: "holds", evidence: ["route b"], ...more };
}

describe("verdict", () => {
    const table: readonly (readonly [string, Partial<PolicyResult>, Partial<Proof>, Partial<Verdict>])[] = [
        ["nothing found", {}, {}, { exitCode: 0 }],
        [
            "a violation",
            { violations: [VIOLATION] },
            {},
            { exitCode: 1, problems: ["P00 rule: Key a: is wrong. Mend it."] },
        ],
        [
            "what remediation left over",
            { level: "remediate", violations: [VIOLATION] },
            {},
            { exitCode: 1, problems: ["P00 rule: Key a: is wrong. Mend it."] },
        ],
        [
            "a violation of an advisory policy",
            { level: "advisory", violations: [VIOLATION] },
            {},
            { exitCode: 0, advice: ["P00 rule: Key a: is wrong. Mend it."] },
        ],
        [
            "an undecided finding",
            { undecided: [UNDECIDED] },
            {},
            { exitCode: 2, undecided: ["P00 rule: Key a: its policy is not known yet."] },
        ],
        [
            "an undecided finding that counts, also of an advisory policy",
            { level: "advisory", unknownsAre: "mandatory", undecided: [UNDECIDED] },
            {},
            {
                exitCode: 1,
                problems: [
                    "P00 rule: Key a: its policy is not known yet. " +
                        "Not decided counts as a violation here (unknownsAre: mandatory).",
                ],
            },
        ],
        [
            "a broken proof, each reason once",
            {},
            { verdict: "broken", evidence: ["no route", "no route"], fix: "Add a route." },
            {
                exitCode: 1,
                problems: ["network.way does not hold: There is a way. Because: no route. Add a route."],
            },
        ],
        [
            "a proof that is open",
            {},
            { verdict: "not proven", evidence: ["route not known yet", "rule not known yet"] },
            {
                exitCode: 2,
                undecided: [
                    "network.way not proven: There is a way. Because: route not known yet; rule not known yet.",
                ],
            },
        ],
        [
            "something wrong beside something open",
            { violations: [VIOLATION], undecided: [UNDECIDED] },
            {},
            {
                exitCode: 1,
                problems: ["P00 rule: Key a: is wrong. Mend it."],
                undecided: ["P00 rule: Key a: its policy is not known yet."],
            },
        ],
        [
            "findings in any order",
            { violations: [finding("violation", "Key b: x."), finding("violation", "Key a: x.")] },
            {},
            { exitCode: 1, problems: ["P00 rule: Key a: x.", "P00 rule: Key b: x."] },
        ],
    ];
    for (const [what, given, shown, expected] of table) {
        it(what, () => {
            const result = verdict({ policies: [policy(given)], blocked: false }, [proof(shown)]);
            assert.deepEqual(result, { problems: [], undecided: [], advice: [], ...expected });
        });
    }
});
