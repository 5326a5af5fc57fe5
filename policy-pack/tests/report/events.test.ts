import assert from "node:assert/strict";

import { eventsToSarif } from "../../commands/toSarif";
import { POLICIES } from "../../policies";
import { readEvents } from "../../report/events";

const VPC_ONLY = POLICIES.find(({ name }) => name === "sagemaker-domain-vpc-only");
const URN = "urn:pulumi:dev::demo::my:Studio$aws:sagemaker/domain:Domain::studio";
const SUMMARY = { summaryEvent: { PolicyPacks: { "private-studio|local|policy-pack": "1.0.0" }, result: "failed" } };

/** As the engine writes it: the policy's description, a newline, what the policy reported. */
function told(text: string, changes: Record<string, string> = {}): object {
    return {
        sequence: 7,
        policyEvent: {
            resourceUrn: URN,
            message: `${VPC_ONLY?.description ?? ""}\n${text}\n`,
            color: "never",
            policyName: "sagemaker-domain-vpc-only",
            policyPackName: "private-studio",
            policyPackVersion: "1.0.0",
            enforcementLevel: "mandatory",
            severity: "critical",
            ...changes,
        },
    };
}

const lines = (...events: readonly object[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join("");

describe("events of the engine", () => {
    const kinds: readonly (readonly [string, object, readonly [string, string] | undefined])[] = [
        ["a mandatory violation", told("Domain studio: no."), ["error", "Domain studio: no."]],
        ["an advisory one", told("no.", { enforcementLevel: "advisory" }), ["warning", "no."]],
        [
            "what could not be decided",
            told("Could not decide at preview: the id.", { enforcementLevel: "advisory" }),
            ["note", "Could not decide at preview: the id."],
        ],
        [
            "the same where the configuration makes it mandatory",
            told("Could not decide at preview: the id."),
            ["error", "Could not decide at preview: the id."],
        ],
        [
            "a policy the engine could not run",
            told("", { message: "can't run policy 'x' during preview", enforcementLevel: "advisory" }),
            ["note", "can't run policy 'x' during preview"],
        ],
        [
            "what an exception accepts",
            told("Excepted (studio, until 2026-12-31: trial): no.", { enforcementLevel: "advisory" }),
            undefined,
        ],
    ];
    for (const [what, event, expected] of kinds) {
        it(what, () => {
            const ruleId = "sagemaker-domain-vpc-only";
            assert.deepEqual(readEvents(lines(event, SUMMARY), POLICIES), {
                results: expected === undefined ? [] : [{ ruleId, level: expected[0], message: expected[1], urn: URN }],
                excepted: expected === undefined ? 1 : 0,
                foreign: 0,
            });
        });
    }

    it("of other packs are counted, not taken", () => {
        const text = lines(told("no.", { policyPackName: "costs" }), SUMMARY);
        assert.deepEqual(readEvents(text, POLICIES), { results: [], excepted: 0, foreign: 1 });
    });

    it("without any of the pack's mean that it found nothing, if it ran", () => {
        assert.deepEqual(readEvents(lines({ preludeEvent: {} }, SUMMARY), POLICIES), {
            results: [],
            excepted: 0,
            foreign: 0,
        });
        const published = { summaryEvent: { PolicyPacks: { "private-studio": "1.0.0" } } };
        assert.ok("results" in readEvents(lines(published), POLICIES));
    });

    const problems: readonly (readonly [string, string, RegExp])[] = [
        ["nothing", "\n", /^There are no events/],
        [
            "another pack only",
            lines({ summaryEvent: { PolicyPacks: { costs: "1" } } }),
            /^The policy pack private-studio did not run/,
        ],
        ["a run that broke off", lines(told("no.")), /^The run ended before its summary/],
        [
            "what preview --json prints",
            JSON.stringify({ steps: [], changeSummary: {} }, undefined, 2),
            /^This is what `pulumi preview --json` prints/,
        ],
        ["text among events", `${lines(SUMMARY)}warning\n`, /^Line 2 is no event of the engine/],
    ];
    for (const [what, text, expected] of problems) {
        it(`no log from ${what}`, () => {
            const read = readEvents(text, POLICIES);
            assert.match("problem" in read ? read.problem : "", expected);
            const { output, exitCode } = eventsToSarif(text, "Pulumi.yaml");
            assert.deepEqual([output, exitCode], ["", 1]);
        });
    }

    it("left out of a log are told on standard error", () => {
        const text = lines(told("Excepted (a, until b: c): d"), told("no.", { policyPackName: "costs" }), SUMMARY);
        assert.equal(
            eventsToSarif(text, "Pulumi.yaml").errors,
            "1 excepted, which the configuration accepts: no result.\n1 of other policy packs: left out.\n",
        );
    });
});
