import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkPackConfig, readPackConfig } from "../../config/readConfig";
import { ENDPOINT_PROFILES } from "../../facts";

const EXCEPTIONS = { exceptions: [{ name: "a", reason: "b", expires: "2026-01-01" }] };
const VPC_ONLY = "sagemaker-domain-vpc-only";
const COVERAGE = "sagemaker-vpc-endpoint-coverage";
const TAGS = "sagemaker-user-profile-abac-tags-required";

describe("configuration of the pack", () => {
    const cases: readonly (readonly [string, unknown, readonly (string | RegExp)[]])[] = [
        ["nothing", {}, []],
        ["levels", { all: "advisory", [VPC_ONLY]: "disabled" }, []],
        ["an exception", { [VPC_ONLY]: { enforcementLevel: "mandatory", ...EXCEPTIONS } }, []],
        [
            "options",
            {
                [COVERAGE]: {
                    endpointProfiles: ["base"],
                    externalVpcs: {
                        "vpc-1": { endpointsManagedElsewhere: true, reason: "hub", expires: "2026-12-31" },
                    },
                },
            },
            [],
        ],
        ["no object", [], ['the configuration must be an object such as {"all": "mandatory"}.']],
        [
            "a misspelt policy",
            { "sagemaker-domain-vpconly": "disabled" },
            ["sagemaker-domain-vpconly is no policy of this pack. Did you mean sagemaker-domain-vpc-only?"],
        ],
        [
            "a name like no other",
            { buckets: "disabled" },
            [/^buckets is no policy of this pack\. Known: all, sagemaker-/],
        ],
        ["environments of ESC", { environments: ["policies/prod"] }, []],
        ["environments that are none", { environments: [1] }, ["environments[0] is an integer; it must be a string."]],
        ["a level that is none", { all: "fatal" }, ["all must be one of advisory, mandatory, remediate, disabled."]],
        [
            "a level among options that is none",
            { [VPC_ONLY]: { enforcementLevel: "on" } },
            [`${VPC_ONLY}.enforcementLevel must be one of advisory, mandatory, remediate, disabled.`],
        ],
        [
            "a misspelt key",
            { [VPC_ONLY]: { exception: [] } },
            [`${VPC_ONLY}.exception is no known key. Did you mean exceptions? Known: exceptions, unknownsAre.`],
        ],
        ["options for all", { all: { exceptions: [] } }, ["all.exceptions is no known key. Known: none."]],
        [
            "a key of an exception",
            { [VPC_ONLY]: { exceptions: [{ name: "a", until: "x" }] } },
            [`${VPC_ONLY}.exceptions[0].until is no known key. Known: name, urn, reason, expires.`],
        ],
        [
            "a date that is none",
            { [VPC_ONLY]: { exceptions: [{ expires: "tomorrow" }] } },
            [`${VPC_ONLY}.exceptions[0].expires does not match ^\\d{4}-\\d{2}-\\d{2}$.`],
        ],
        [
            "an unknown profile",
            { [COVERAGE]: { endpointProfiles: ["basic"] } },
            [`${COVERAGE}.endpointProfiles[0] must be one of ${Object.keys(ENDPOINT_PROFILES).join(", ")}.`],
        ],
        [
            "no profile",
            { [COVERAGE]: { endpointProfiles: [] } },
            [`${COVERAGE}.endpointProfiles needs at least 1 entry.`],
        ],
        [
            "an external VPC without reason and date",
            { [COVERAGE]: { externalVpcs: { "vpc-1": { endpointsManagedElsewhere: true } } } },
            [`${COVERAGE}.externalVpcs.vpc-1.reason is missing.`, `${COVERAGE}.externalVpcs.vpc-1.expires is missing.`],
        ],
        [
            "a number out of range",
            { "kms-key-rotation-enabled": { minimumDeletionWindowDays: 5 } },
            ["kms-key-rotation-enabled.minimumDeletionWindowDays is 5; it must be 7 to 30."],
        ],
        [
            "text for a number",
            { "kms-key-rotation-enabled": { minimumDeletionWindowDays: "30" } },
            ["kms-key-rotation-enabled.minimumDeletionWindowDays is a string; it must be an integer."],
        ],
        [
            "a pattern that does not compile",
            { [TAGS]: { abacTags: { team: "(" } } },
            [`${TAGS}.abacTags.team is no regular expression.`],
        ],
        [
            "a pattern that the engine cannot compile",
            { [TAGS]: { abacTags: { team: "(?!x).*", role: "(a)\\1" } } },
            ["team", "role"].map(
                (key) =>
                    `${TAGS}.abacTags.${key} looks ahead, behind or back, which the engine's regular expressions cannot; write it without.`,
            ),
        ],
        [
            "all mistakes at once",
            { all: "x", nothing: 1, [VPC_ONLY]: 3 },
            [
                "all must be one of advisory, mandatory, remediate, disabled.",
                /^nothing is no policy/,
                `${VPC_ONLY} must be a level (advisory, mandatory, remediate, disabled) or an object with options.`,
            ],
        ],
    ];
    for (const [what, value, expected] of cases) {
        it(what, () => {
            const answer = checkPackConfig(value);
            const problems = "problems" in answer ? answer.problems : [];
            assert.equal(problems.length, expected.length, problems.join("\n"));
            expected.forEach((each, index) => {
                const problem = problems[index] ?? "";
                return typeof each === "string" ? assert.equal(problem, each) : assert.match(problem, each);
            });
        });
    }

    for (const file of ["dev.json", "multi-account-dev.json", "prod.json", "single-account.json"]) {
        it(`${file} is right`, () => {
            const answer = readPackConfig(path.join(__dirname, "../../config", file));
            assert.deepEqual("problems" in answer ? answer.problems : [], []);
        });
    }

    it("a file that is missing or no JSON", () => {
        const folder = mkdtempSync(path.join(os.tmpdir(), "pack-config-"));
        const file = path.join(folder, "broken.json");
        writeFileSync(file, '{"all": mandatory}');
        assert.deepEqual(readPackConfig(path.join(folder, "none.json")), { problems: ["the file cannot be read."] });
        const answer = readPackConfig(file);
        assert.match("problems" in answer ? (answer.problems[0] ?? "") : "", /^the file is not JSON/);
    });
});
