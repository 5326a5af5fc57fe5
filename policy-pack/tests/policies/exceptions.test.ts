import assert from "node:assert/strict";
import { type PolicyResult, runPolicies } from "../../policies/run";
import { change, graphOf } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { policy, result, TODAY } from "./verdict";

/** What P01 says of a public domain with an exception; that every policy heeds them, `every.test.ts` shows. */
function withException(exception: object): PolicyResult {
    const stack = change(cleanStack(), "domain", "appNetworkAccessType", "PublicInternetOnly");
    return result("P01", stack, { [policy("P01").name]: { exceptions: [exception] } });
}

describe("exceptions", () => {
    const base = { name: "domain", reason: "r", expires: "2026-12-24" };
    const rows: readonly (readonly [string, object, boolean, string?])[] = [
        ["holds on its last day", { ...base, expires: "2026-11-21" }, true],
        ["name is a pattern", { ...base, name: "dom.*" }, true],
        ["name is anchored at both ends", { ...base, name: "omai" }, false],
        ["alternatives are anchored too", { ...base, name: "x|doma" }, false],
        ["by URN", { ...base, name: undefined, urn: ".*::aws:sagemaker/domain:Domain::domain" }, true],
        ["a part of the URN is not enough", { ...base, name: undefined, urn: "Domain::domain" }, false],
        ["name and URN must both match", { ...base, urn: ".*UserProfile.*" }, false],
        ["another resource", { ...base, name: "profile" }, false],
        [
            "neither name nor URN",
            { reason: "r", expires: "2026-12-24" },
            false,
            "exception for (no name or urn): it names no resource. Give name or urn.",
        ],
        [
            "no regular expression",
            { ...base, name: "(" },
            false,
            "exception for (: its name or urn is no regular expression. Correct the pattern.",
        ],
        [
            "no date",
            { name: "domain", reason: "r" },
            false,
            "exception for domain: it has no expiry date (YYYY-MM-DD). Give the last day on which it holds.",
        ],
        [
            "no such day",
            { ...base, expires: "2027-02-30" },
            false,
            "exception for domain: it has no expiry date (YYYY-MM-DD). Give the last day on which it holds.",
        ],
    ];
    for (const [what, exception, silences, problem] of rows) {
        it(what, () => {
            const { violations, excepted } = withException(exception);
            assert.equal(excepted.length, silences ? 1 : 0);
            assert.equal(violations.filter(({ urn }) => urn !== "").length, silences ? 0 : 1);
            assert.deepEqual(
                violations.filter(({ urn }) => urn === "").map(({ message }) => message),
                problem === undefined ? [] : [problem],
            );
        });
    }

    it("an expired exception is reported even when nothing is broken any more", () => {
        const config = { [policy("P01").name]: { exceptions: [{ ...base, expires: "2020-01-01" }] } };
        const report = runPolicies(graphOf(cleanStack()), config, { now: TODAY });
        assert.equal(report.blocked, true);
    });
});
