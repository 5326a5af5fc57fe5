import assert from "node:assert/strict";

import { POLICIES } from "../../policies";
import { rulesOf } from "../../report/rules";
import { type Result, sarifLog } from "../../report/sarif";

const URN = "urn:pulumi:dev::demo::aws:ec2/subnet:Subnet::app";
const RESULT: Result = { ruleId: "b", level: "error", message: "no", urn: URN };

interface Log {
    readonly runs: readonly [
        { readonly results: readonly { readonly partialFingerprints: Readonly<Record<string, string>> }[] },
    ];
}

function log(results: readonly Result[], source = "Pulumi.yaml"): Log {
    const rules = [
        { id: "a", shortDescription: { text: "A" } },
        { id: "b", shortDescription: { text: "B" } },
    ];
    return sarifLog({ tool: "test", version: "1.2.3", rules, results, source }) as Log;
}

const fingerprints = (results: readonly Result[]): (string | undefined)[] =>
    log(results).runs[0].results.map(({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"]);

describe("a SARIF log", () => {
    it("is this for one result", () => {
        assert.deepEqual(log([RESULT], "infra\\my app/Pulumi.yaml"), {
            $schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [
                {
                    tool: {
                        driver: {
                            name: "test",
                            semanticVersion: "1.2.3",
                            rules: [
                                { id: "a", shortDescription: { text: "A" } },
                                { id: "b", shortDescription: { text: "B" } },
                            ],
                        },
                    },
                    results: [
                        {
                            ruleId: "b",
                            ruleIndex: 1,
                            level: "error",
                            message: { text: "no" },
                            locations: [
                                {
                                    physicalLocation: {
                                        artifactLocation: { uri: "infra/my%20app/Pulumi.yaml" },
                                        region: { startLine: 1 },
                                    },
                                    logicalLocations: [{ name: "app", fullyQualifiedName: URN, kind: "resource" }],
                                },
                            ],
                            partialFingerprints: { primaryLocationLineHash: fingerprints([RESULT])[0] },
                        },
                    ],
                },
            ],
        });
    });

    it("names no resource where a result is about none, and no index for a rule it does not know", () => {
        const [result] = log([{ ...RESULT, ruleId: "newer", urn: "" }]).runs[0].results as readonly object[];
        assert.ok(result !== undefined && !("ruleIndex" in result));
        assert.doesNotMatch(JSON.stringify(result), /logicalLocations/);
    });

    it("has each result once, and the same order however the run told them", () => {
        const other = { ...RESULT, ruleId: "a" };
        assert.deepEqual(log([RESULT, other, RESULT]), log([other, RESULT]));
    });

    it("keeps an alert the same when its message changes, and tells rules, resources and repetitions apart", () => {
        assert.deepEqual(fingerprints([RESULT]), fingerprints([{ ...RESULT, message: "still no" }]));
        const several = fingerprints([
            RESULT,
            { ...RESULT, message: "nor this" },
            { ...RESULT, urn: `${URN}2` },
            { ...RESULT, ruleId: "a" },
        ]);
        assert.equal(new Set(several).size, 4);
        assert.ok(several.includes(fingerprints([RESULT])[0]));
    });
});

describe("policies as SARIF rules", () => {
    it("one for each, with what code scanning shows", () => {
        const rules = rulesOf(POLICIES);
        assert.deepEqual(
            rules.map(({ id }) => id),
            POLICIES.map(({ name }) => name),
        );
        const vpcOnly = rules.find(({ id }) => id === "sagemaker-domain-vpc-only");
        const policy = POLICIES.find(({ id }) => id === "P01");
        assert.ok(policy !== undefined);
        assert.deepEqual(vpcOnly, {
            id: "sagemaker-domain-vpc-only",
            name: "P01",
            shortDescription: { text: policy.title },
            fullDescription: { text: policy.description },
            help: {
                text: `${policy.why}\n\nFix: ${policy.remediationSteps}\n\nSource: ${policy.url}`,
                markdown: `${policy.why}\n\n**Fix:** ${policy.remediationSteps}\n\n[AWS documentation](${policy.url})`,
            },
            helpUri: policy.url,
            defaultConfiguration: { level: "error" },
            properties: {
                tags: ["security", "nist:SC-7", ...policy.publishedIds.filter((id) => id !== "nist:SC-7")],
                precision: "very-high",
                "security-severity": "9.5",
            },
        });
    });

    it("in the bounds GitHub sets: a number from 0 to 10 as text, at most twenty tags, none twice", () => {
        for (const { id, properties } of rulesOf(POLICIES)) {
            const { tags, "security-severity": severity } = properties as {
                tags: string[];
                "security-severity": string;
            };
            assert.match(severity, /^\d\.\d$/, id);
            assert.ok(tags.length <= 20 && new Set(tags).size === tags.length && tags[0] === "security", id);
        }
    });
});
