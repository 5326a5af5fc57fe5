import { strict as assert } from "node:assert";

import { type AccessRequest, asList, type PolicyDocument } from "../../../policy-pack/iam";
import { countByType, inputsOf } from "../../harness";
import type { KeysArgs } from "../../../components/security";
import { ask, askService, build, DEPLOYER, EXECUTION, JOB, KEY, policyOf } from "./fixture";

describe("Keys", () => {
    it("makes three rotating, protected keys with an alias each", async () => {
        const recording = await build();
        const counts = countByType(recording);
        assert.deepEqual([counts[KEY], counts["aws:kms/alias:Alias"]], [3, 3]);
        for (const [name, alias] of [
            ["keys-domain", "alias/fixture/test/domain"],
            ["keys-data", "alias/fixture/test/data"],
            ["keys-logs", "alias/fixture/test/logs"],
        ] as const) {
            const key = recording.resources.find((each) => each.type === KEY && each.name === name);
            assert.equal(key?.protect, true);
            assert.equal(key?.props.enableKeyRotation, true);
            assert.equal(key?.props.rotationPeriodInDays, 365);
            assert.equal(key?.props.deletionWindowInDays, 30);
            assert.equal(inputsOf(recording, "aws:kms/alias:Alias", name).name, alias);
        }
    });

    it("rotates as often as the stack says", async () => {
        const recording = await build({ rotationDays: 180 });
        assert.deepEqual(
            recording.resources.filter(({ type }) => type === KEY).map(({ props }) => props.rotationPeriodInDays),
            [180, 180, 180],
        );
    });

    it("takes keys that exist and makes the others", async () => {
        const arn = (number: number): string =>
            `arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-00000000000${number}`;
        const outputs = async (existing: KeysArgs["existing"]): Promise<unknown[]> => {
            const recording = await build({ existing });
            const { domainKeyArn, dataKeyArn, logsKeyArn } = inputsOf(recording, "private-studio:security:Keys");
            const names = recording.resources.filter(({ type }) => type === KEY).map(({ name }) => name);
            const aliases = recording.resources.filter(({ type }) => type === "aws:kms/alias:Alias").length;
            return [names, aliases, domainKeyArn, dataKeyArn, logsKeyArn];
        };
        assert.deepEqual(await outputs({ domain: arn(1), data: arn(2), logs: arn(3) }), [
            [],
            0,
            arn(1),
            arn(2),
            arn(3),
        ]);
        const [names, aliases, , dataKeyArn] = await outputs({ data: arn(2) });
        assert.deepEqual([names, aliases, dataKeyArn], [["keys-domain", "keys-logs"], 2, arn(2)]);
    });

    it("leaves protection off when the stack says so", async () => {
        const recording = await build({ protect: false });
        assert.deepEqual(
            recording.resources.filter(({ protect }) => protect),
            [],
        );
    });

    const via = { "kms:ViaService": "ec2.eu-west-1.amazonaws.com" };
    const cases: [string, string, string, AccessRequest["context"], "allowed" | "denied"][] = [
        ["Studio decrypts through its services", EXECUTION, "kms:Decrypt", via, "allowed"],
        ["Studio decrypts directly", EXECUTION, "kms:Decrypt", {}, "denied"],
        ["a job decrypts its volume", JOB, "kms:Decrypt", via, "allowed"],
        [
            "SageMaker makes a job's volume",
            JOB,
            "kms:GenerateDataKeyWithoutPlaintext",
            { "kms:ViaService": "sagemaker.eu-west-1.amazonaws.com" },
            "allowed",
        ],
        [
            "a job uses what the domain's own key encrypts for S3",
            JOB,
            "kms:Decrypt",
            { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
            "denied",
        ],
        [
            "a job encrypts a home",
            JOB,
            "kms:Encrypt",
            { "kms:ViaService": "elasticfilesystem.eu-west-1.amazonaws.com" },
            "denied",
        ],
        ["an administrator decrypts", DEPLOYER, "kms:Decrypt", via, "denied"],
        [
            "the deployer makes the domain's file system",
            DEPLOYER,
            "kms:Decrypt",
            { "kms:ViaService": "elasticfilesystem.eu-west-1.amazonaws.com" },
            "allowed",
        ],
        ["an administrator changes the policy", DEPLOYER, "kms:PutKeyPolicy", {}, "allowed"],
        [
            "the deployer lets the service attach the key",
            DEPLOYER,
            "kms:CreateGrant",
            { ...via, "kms:GrantIsForAWSResource": "true" },
            "allowed",
        ],
        [
            "the deployer grants the key to itself",
            DEPLOYER,
            "kms:CreateGrant",
            { ...via, "kms:GrantIsForAWSResource": "false" },
            "denied",
        ],
        ["a grant without a service", DEPLOYER, "kms:CreateGrant", { "kms:GrantIsForAWSResource": "true" }, "denied"],
    ];
    for (const [what, role, action, context, expected] of cases) {
        it(`${what}: ${expected}`, async () => {
            assert.equal(ask(policyOf(await build(), "keys-domain"), role, action, context), expected);
        });
    }

    it("lets only named administrators administer", async () => {
        const document = policyOf(await build({ administrators: [DEPLOYER] }), "keys-domain");
        assert.equal(ask(document, DEPLOYER, "kms:PutKeyPolicy"), "allowed");
        assert.equal(ask(document, EXECUTION, "kms:PutKeyPolicy"), "denied");
    });

    it("has no statement for jobs where there are none", async () => {
        const document = policyOf(await build({ roles: { execution: [EXECUTION], jobs: [] } }), "keys-domain");
        assert.deepEqual(
            asList(document.Statement).map(({ Sid }) => Sid),
            ["Administer", "UseThroughStudio", "HomesOfTheDomain", "GrantsOfServices"],
        );
    });

    it("lets CloudWatch Logs of this region use the logs key for this stack's groups, and no role", async () => {
        const document = policyOf(await build(), "keys-logs");
        const byService = (service: string, group: string): string => askForGroup(document, service, group);
        assert.equal(byService("logs.eu-west-1.amazonaws.com", "/fixture/test/flow-logs"), "allowed");
        assert.equal(byService("logs.eu-west-1.amazonaws.com", "/fixture/other/flow-logs"), "denied");
        assert.equal(byService("logs.eu-west-1.amazonaws.com", "/aws/sagemaker/studio"), "denied");
        assert.equal(byService("logs.us-east-1.amazonaws.com", "/fixture/test/flow-logs"), "denied");
        assert.equal(ask(document, EXECUTION, "kms:Decrypt", via), "denied");
    });

    it("lets it use the key for SageMaker's own groups too where the stack makes them", async () => {
        const document = policyOf(await build({ serviceLogGroups: true }), "keys-logs");
        const logs = "logs.eu-west-1.amazonaws.com";
        assert.equal(askForGroup(document, logs, "/aws/sagemaker/TrainingJobs"), "allowed");
        assert.equal(askForGroup(document, logs, "/fixture/test/flow-logs"), "allowed");
        assert.equal(askForGroup(document, logs, "/aws/lambda/x"), "denied");
    });
});

/** What the policy says to CloudWatch Logs about a log group. */
function askForGroup(document: PolicyDocument, service: string, group: string): string {
    return askService(document, service, "kms:GenerateDataKey", {
        "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:111122223333:log-group:${group}`,
    });
}
