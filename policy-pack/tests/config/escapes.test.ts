import assert from "node:assert/strict";

import { checkEscapes } from "../../config/escapes";
import { nist, type PolicyDefinition, resourcePolicy } from "../../policies/definition";

const NOW = new Date("2026-06-15T22:00:00Z");

/** Entries with a reason that the schema does not demand, a map of dated entries, and a list of plain texts. */
const POLICY: PolicyDefinition = resourcePolicy<Record<string, unknown>>({
    id: "P00",
    name: "things-restricted",
    title: "Things are restricted",
    description: "The thing must be restricted.",
    why: "Because.",
    severity: "low",
    enforcementLevel: "advisory",
    framework: nist("AC-1", "Policy"),
    publishedIds: [],
    remediationSteps: "Restrict it.",
    url: "https://docs.aws.amazon.com/",
    config: {
        properties: {
            allowed: {
                type: "array",
                items: { type: "object", properties: { name: { type: "string" }, reason: { type: "string" } } },
            },
            elsewhere: {
                type: "object",
                additionalProperties: {
                    type: "object",
                    properties: { reason: { type: "string" }, expires: { type: "string" } },
                    required: ["reason", "expires"],
                },
            },
            words: { type: "array", items: { type: "string" } },
        },
        defaults: {},
    },
    types: [],
    checkResource: () => [],
});

const valid = { name: "a", reason: "trial", expires: "2026-12-31" };

describe("what a configuration lets pass", () => {
    const cases: readonly (readonly [string, unknown, readonly string[], readonly string[]])[] = [
        ["nothing", {}, [], []],
        ["a level", "disabled", [], []],
        ["an exception that holds", { exceptions: [valid] }, [], []],
        [
            "an exception without a reason",
            { exceptions: [{ name: "a", expires: "2026-12-31" }] },
            ["things-restricted: exception for a: it has no reason. Give the reason, or remove the exception."],
            [],
        ],
        [
            "an exception without a date, and one whose day is over",
            {
                exceptions: [
                    { name: "a", reason: "r" },
                    { ...valid, expires: "2026-06-14" },
                ],
            },
            [
                "things-restricted: exception for a: it has no expiry date (YYYY-MM-DD). Give the last day on which it holds.",
                "things-restricted: exception for a: it expired on 2026-06-14. Fix the resource, or renew the exception with a new date.",
            ],
            [],
        ],
        [
            "exceptions that end soon",
            {
                exceptions: ["2026-06-15", "2026-06-16", "2026-07-15", "2026-07-16"].map((expires) => ({
                    ...valid,
                    expires,
                })),
            },
            [],
            [
                "things-restricted: the exception for a ends today, on 2026-06-15.",
                "things-restricted: the exception for a ends in 1 day, on 2026-06-16.",
                "things-restricted: the exception for a ends in 30 days, on 2026-07-15.",
            ],
        ],
        [
            "entries without a reason",
            { allowed: [{ name: "a", reason: "r" }, { name: "b" }, { name: "c", reason: " " }] },
            [1, 2].map((n) => `things-restricted.allowed[${n}] has no reason. Give the reason, or remove the entry.`),
            [],
        ],
        [
            "dated entries",
            {
                elsewhere: {
                    "vpc-1": { reason: "hub", expires: "2026-12-31" },
                    "vpc-2": { reason: "hub", expires: "2026-06-14" },
                    "vpc-3": { reason: "hub", expires: "2026-06-20" },
                },
            },
            ["things-restricted.elsewhere.vpc-2 expired on 2026-06-14. Remove the entry, or renew it with a new date."],
            ["things-restricted.elsewhere.vpc-3 ends in 5 days, on 2026-06-20."],
        ],
        ["a reason that the schema demands: its own check says so", { elsewhere: { "vpc-1": {} } }, [], []],
        [
            "values of the wrong kind",
            { exceptions: [null, 3, { reason: 3 }], allowed: { a: null }, words: [{}] },
            [],
            [],
        ],
    ];
    for (const [what, entry, problems, warnings] of cases) {
        it(what, () => {
            assert.deepEqual(checkEscapes({ [POLICY.name]: entry }, [POLICY], NOW), { problems, warnings });
        });
    }

    it("no configuration at all", () => {
        for (const value of [null, 3, "x", []]) {
            assert.deepEqual(checkEscapes(value, [POLICY], NOW), { problems: [], warnings: [] });
        }
    });
});
