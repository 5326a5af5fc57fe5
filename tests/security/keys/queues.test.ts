import { strict as assert } from "node:assert";

import type { AccessRequest, PolicyDocument } from "../../../policy-pack/iam";
import { inputsOf, one } from "../../harness";
import { ask, askService, build, EXECUTION, JOB, KEY, policyOf } from "./fixture";

const FUNCTION = "arn:aws:iam::111122223333:role/fixture/test/stop";
const sqs = { "kms:ViaService": "sqs.eu-west-1.amazonaws.com" };
const sns = { "kms:ViaService": "sns.eu-west-1.amazonaws.com" };
const OURS = { "aws:SourceAccount": "111122223333" };

describe("Key for queues and topics", () => {
    let document: PolicyDocument;
    before(async () => {
        document = policyOf(await build({ queues: true }), "keys-queues");
    });

    it("is made when asked for, and goes with the queues", async () => {
        const recording = await build({ queues: true });
        const { props, protect } = one(recording, KEY, "keys-queues");
        assert.deepEqual([protect, props.enableKeyRotation, props.deletionWindowInDays], [false, true, 30]);
        assert.equal(inputsOf(recording, "aws:kms/alias:Alias", "keys-queues").name, "alias/fixture/test/queues");
        assert.equal(inputsOf(recording, "private-studio:security:Keys").queuesKeyArn, props.arn);
        const without = await build();
        assert.equal(inputsOf(without, "private-studio:security:Keys").queuesKeyArn, undefined);
    });

    const services: readonly (readonly [string, string, AccessRequest["context"], "allowed" | "denied"])[] = [
        ["events of this account", "events.amazonaws.com", OURS, "allowed"],
        ["alarms of this account", "cloudwatch.amazonaws.com", OURS, "allowed"],
        ["events of another account", "events.amazonaws.com", { "aws:SourceAccount": "444455556666" }, "denied"],
        ["events of nobody", "events.amazonaws.com", {}, "denied"],
        ["another service", "lambda.amazonaws.com", OURS, "denied"],
    ];
    for (const [what, service, context, answer] of services) {
        it(`${what}: ${answer}`, () => {
            assert.equal(askService(document, service, "kms:GenerateDataKey", context), answer);
            assert.equal(askService(document, service, "kms:Decrypt", context), answer);
            assert.equal(askService(document, service, "kms:CreateGrant", context), "denied");
        });
    }

    const roles: readonly (readonly [string, string, AccessRequest["context"], "allowed" | "denied"])[] = [
        ["a function sends to a queue", FUNCTION, sqs, "allowed"],
        ["a function publishes", FUNCTION, sns, "allowed"],
        ["a function directly", FUNCTION, {}, "denied"],
        ["a function through S3", FUNCTION, { "kms:ViaService": "s3.eu-west-1.amazonaws.com" }, "denied"],
        ["an app of Studio", EXECUTION, sqs, "denied"],
        ["a job of Studio", JOB, sns, "denied"],
    ];
    for (const [what, role, context, answer] of roles) {
        it(`${what}: ${answer}`, () => {
            assert.equal(ask(document, role, "kms:GenerateDataKey", context), answer);
        });
    }
});

describe("Key for logs with trails", () => {
    const trail = {
        ...OURS,
        "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:111122223333:trail/studio",
    };
    const rows: readonly (readonly [string, string, AccessRequest["context"], "allowed" | "denied"])[] = [
        ["a trail of this account", "kms:GenerateDataKey", trail, "allowed"],
        ["a trail decrypts", "kms:Decrypt", trail, "denied"],
        [
            "a trail of another account",
            "kms:GenerateDataKey",
            {
                "aws:SourceAccount": "444455556666",
                "aws:SourceArn": trail["aws:SourceArn"].replace("1111222", "4444555"),
            },
            "denied",
        ],
        [
            "a trail of another region",
            "kms:GenerateDataKey",
            { ...trail, "aws:SourceArn": trail["aws:SourceArn"].replace("eu-west-1", "us-east-1") },
            "denied",
        ],
    ];
    for (const [what, action, context, answer] of rows) {
        it(`${what}: ${answer}`, async () => {
            const document = policyOf(await build({ trails: true }), "keys-logs");
            assert.equal(askService(document, "cloudtrail.amazonaws.com", action, context), answer);
        });
    }

    it("lets AWS Config of this account in where the stack records it", async () => {
        const document = policyOf(await build({ configuration: true }), "keys-logs");
        const config = (context: AccessRequest["context"]): string =>
            askService(document, "config.amazonaws.com", "kms:GenerateDataKey", context);
        assert.deepEqual(
            [config(OURS), config({ "aws:SourceAccount": "444455556666" }), config({})],
            ["allowed", "denied", "denied"],
        );
    });

    it("lets trails in where the stack has one only", async () => {
        const document = policyOf(await build(), "keys-logs");
        assert.equal(askService(document, "cloudtrail.amazonaws.com", "kms:GenerateDataKey", trail), "denied");
    });
});
