import { strict as assert } from "node:assert";

import type { Statement } from "../../policy-pack/iam";
import { DEV, FULL, recordSettings, settingsOf } from "../deployments/devStack";
import {
    carriedKeys,
    existingActions,
    existingKeys,
    fittingResources,
    type Read,
    readStatement,
    reasonForEverything,
    type Rule,
} from "./documentRules";
import { documentsOf } from "./documents";

/** Findings that stand on purpose: the finding, and why it is right. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
    "studio-keys-logs LogGroupsOfThisStack: kms:DescribeKey never carries kms:EncryptionContext:aws:logs:arn":
        "the statement is the one CloudWatch Logs documents for its keys; the action simply is not granted",
    "studio-execution-boundary ServicesOfStudio: Allow on * of whole services":
        "a boundary grants nothing; it only has to be wider than the identity policies under it",
    "studio-execution-jobs RegistryTokenAndMetrics: Allow on * of cloudwatch:PutMetricData":
        "the dataset type is for OTLP metrics; classic metrics are granted on * only",
    "studio-network-monitoring Metrics: Allow on * of cloudwatch:GetMetricData":
        "the dataset type is for OTLP metrics; classic metrics are granted on * only",
    "studio-network-monitoring Metrics: Allow on * of cloudwatch:ListMetrics":
        "the dataset type is for OTLP metrics; classic metrics are granted on * only",
    "studio-network-monitoring Metrics: Allow on * of cloudwatch:PutMetricData":
        "the dataset type is for OTLP metrics; classic metrics are granted on * only",
};

describe("Policy documents against AWS's service authorization reference", () => {
    const reads: Read[] = [];
    before(async () => {
        for (const stackFile of [DEV, FULL]) {
            for (const { kind, name, statements } of documentsOf(await recordSettings(settingsOf(stackFile)))) {
                for (const [index, statement] of statements.entries()) {
                    const where = `${name} ${statement.Sid ?? `statement ${index + 1}`}`;
                    reads.push(await readStatement(where, kind, statement));
                }
            }
        }
    });

    const findings = async (rule: Rule): Promise<string[]> => [
        ...new Set((await Promise.all(reads.map(async (read) => rule(read)))).flat()),
    ];
    const rules: readonly (readonly [string, Rule])[] = [
        ["names only actions that exist", existingActions],
        ["names only condition keys and variables that exist", existingKeys],
        ["asks of every action only keys that it carries", carriedKeys],
        ["has a reason for every Allow on *, and no action elsewhere that stands on * only", reasonForEverything],
        ["gives every action a resource it can have, and every resource an action", fittingResources],
    ];
    for (const [what, rule] of rules) {
        it(what, async () => {
            assert.deepEqual(
                (await findings(rule)).filter((finding) => EXCEPTIONS[finding] === undefined),
                [],
            );
        });
    }

    it("needs every exception it lists", async () => {
        const all = (await Promise.all(rules.map(([, rule]) => findings(rule)))).flat();
        assert.deepEqual(
            Object.keys(EXCEPTIONS).filter((exception) => !all.includes(exception)),
            [],
        );
    });

    describe("finds", () => {
        const mistakes: readonly (readonly [string, Rule, Statement, readonly string[]])[] = [
            [
                "an action that does not exist",
                existingActions,
                { Effect: "Allow", Action: ["sagemaker:CreateSpaces", "sagemaker:Desc*"], Resource: "*" },
                ["x: no action sagemaker:CreateSpaces"],
            ],
            [
                "NotAction",
                existingActions,
                { Effect: "Deny", NotAction: "iam:*", Resource: "*" },
                ["x: no Action, so what it covers grows with every service"],
            ],
            [
                "a key and a variable that do not exist",
                existingKeys,
                {
                    Effect: "Allow",
                    Action: "sagemaker:CreateModel",
                    Resource: "arn:aws:sagemaker:eu-west-1:111122223333:model/${sagemaker:Profile}",
                    Condition: { Null: { "sagemaker:VPCSubnets2": "true" } },
                },
                ["x: no condition key sagemaker:VPCSubnets2", "x: no condition key sagemaker:Profile"],
            ],
            [
                "a key that one of two actions does not carry",
                carriedKeys,
                {
                    Effect: "Deny",
                    Action: ["sagemaker:CreateModel", "sagemaker:CreateTransformJob"],
                    Resource: "*",
                    Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
                },
                ["x: sagemaker:CreateTransformJob never carries sagemaker:VpcSubnets"],
            ],
            [
                "an Allow on * that could name its resource",
                reasonForEverything,
                { Effect: "Allow", Action: ["sagemaker:ListSpaces", "sagemaker:DeleteSpace"], Resource: "*" },
                ["x: Allow on * of sagemaker:DeleteSpace"],
            ],
            [
                "a listing action on a resource",
                reasonForEverything,
                { Effect: "Allow", Action: "sagemaker:ListSpaces", Resource: "arn:aws:sagemaker:*:*:space/*" },
                ["x: sagemaker:ListSpaces stands on * only"],
            ],
            [
                "an action on a resource of another type",
                fittingResources,
                {
                    Effect: "Allow",
                    Action: ["sagemaker:DeleteSpace"],
                    Resource: "arn:aws:sagemaker:eu-west-1:111122223333:app/${sagemaker:DomainId}/*",
                },
                [
                    "x: no resource fits sagemaker:DeleteSpace",
                    "x: no action fits arn:aws:sagemaker:eu-west-1:111122223333:app/${sagemaker:DomainId}/*",
                ],
            ],
        ];
        for (const [what, rule, statement, expected] of mistakes) {
            it(what, async () => {
                assert.deepEqual(await rule(await readStatement("x", "inline", statement)), expected);
            });
        }
    });
});
