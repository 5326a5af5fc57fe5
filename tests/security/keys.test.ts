import { strict as assert } from "node:assert";

import { type AccessRequest, evaluate } from "../../policy-pack/iam";
import { countByType, inputsOf } from "../harness";
import { ask, build, DEPLOYER, EXECUTION, KEY, policyOf } from "./keysFixture";

describe("Keys", () => {
    it("makes two rotating, protected keys with an alias each", async () => {
        const recording = await build();
        const counts = countByType(recording);
        assert.deepEqual([counts[KEY], counts["aws:kms/alias:Alias"]], [2, 2]);
        for (const [name, alias] of [
            ["keys-domain", "alias/fixture/test/domain"],
            ["keys-logs", "alias/fixture/test/logs"],
        ] as const) {
            const key = recording.resources.find((each) => each.type === KEY && each.name === name);
            assert.equal(key?.protect, true);
            assert.equal(key?.props.enableKeyRotation, true);
            assert.equal(key?.props.deletionWindowInDays, 30);
            assert.equal(inputsOf(recording, "aws:kms/alias:Alias", name).name, alias);
        }
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

    it("lets CloudWatch Logs of this region use the logs key for this stack's groups, and no role", async () => {
        const document = policyOf(await build(), "keys-logs");
        const byService = (service: string, group: string): string =>
            evaluate(
                {
                    caller: { arn: service, account: "", type: "service" },
                    action: "kms:GenerateDataKey",
                    resource: "arn:aws:kms:eu-west-1:111122223333:key/1",
                    resourceAccount: "111122223333",
                    context: {
                        "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:111122223333:log-group:${group}`,
                    },
                },
                { identity: [], resource: { name: "key policy", document } },
            ).verdict;
        assert.equal(byService("logs.eu-west-1.amazonaws.com", "/fixture/test/flow-logs"), "allowed");
        assert.equal(byService("logs.eu-west-1.amazonaws.com", "/fixture/other/flow-logs"), "denied");
        assert.equal(byService("logs.us-east-1.amazonaws.com", "/fixture/test/flow-logs"), "denied");
        assert.equal(ask(document, EXECUTION, "kms:Decrypt", via), "denied");
    });
});
