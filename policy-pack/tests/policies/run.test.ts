import assert from "node:assert/strict";
import { UNKNOWN } from "../../graph";
import { NO_CONFIG, nist, resourcePolicy } from "../../policies/definition";
import { runPolicies } from "../../policies/run";
import type { PackConfig } from "../../policies/settings";
import { change, graphOf } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { policy, TODAY } from "./verdict";

const NAME = "sagemaker-domain-vpc-only";
const PUBLIC = change(cleanStack(), "domain", "appNetworkAccessType", "PublicInternetOnly");
const UNREAD = change(cleanStack(), "domain", "appNetworkAccessType", UNKNOWN);

describe("runPolicies", () => {
    const cases: readonly (readonly [string, typeof PUBLIC, PackConfig, string, boolean])[] = [
        ["the policy's own level", PUBLIC, {}, "mandatory", true],
        ["a level by name", PUBLIC, { [NAME]: "advisory" }, "advisory", false],
        ["a level among options", PUBLIC, { [NAME]: { enforcementLevel: "advisory" } }, "advisory", false],
        ["a level for all", PUBLIC, { all: "advisory" }, "advisory", false],
        [
            "its own level counts before the one for all",
            PUBLIC,
            { all: "advisory", [NAME]: "mandatory" },
            "mandatory",
            true,
        ],
        ["remediate counts as mandatory", PUBLIC, { [NAME]: "remediate" }, "remediate", true],
        ["disabled is not run", PUBLIC, { [NAME]: "disabled" }, "disabled", false],
        ["undecided is advisory", UNREAD, {}, "mandatory", false],
        ["undecided may be mandatory", UNREAD, { [NAME]: { unknownsAre: "mandatory" } }, "mandatory", true],
    ];
    for (const [what, stack, config, level, blocked] of cases) {
        it(what, () => {
            const report = runPolicies(graphOf(stack), config, { now: TODAY, policies: [policy("P01")] });
            assert.deepEqual([report.policies[0]?.level, report.blocked], [level, blocked]);
        });
    }

    it("a disabled policy judges nothing", () => {
        const report = runPolicies(graphOf(PUBLIC), { [NAME]: "disabled" }, { now: TODAY, policies: [policy("P01")] });
        assert.deepEqual([report.policies[0]?.checked, report.policies[0]?.violations], [0, []]);
    });

    it("a defect of a policy is an undecided finding that does not quote the value", () => {
        const broken = resourcePolicy({
            ...policy("P01"),
            framework: nist("SC-7", "Boundary Protection"),
            config: NO_CONFIG,
            types: ["aws:sagemaker/domain:Domain"],
            checkResource: () => {
                throw new TypeError("s3cr3t is not iterable");
            },
        });
        const report = runPolicies(graphOf(cleanStack()), {}, { now: TODAY, policies: [broken] });
        assert.deepEqual(
            report.policies[0]?.undecided.map(({ message }) => message),
            [
                "Domain domain: policy sagemaker-domain-vpc-only failed (TypeError). Please report this as a defect of the policy pack.",
            ],
        );
    });
});
