import { strict as assert } from "node:assert";

import { type AccessRequest, evaluate, type PolicyDocument } from "../../../policy-pack/iam";
import { countByType, inputsOf, one } from "../../harness";
import { PLACE } from "../../place";
import { ask, build, DEPLOYER, EVERYTHING, EXECUTION, JOB, KEY, policyOf } from "./fixture";

describe("Keys of the network", () => {
    const via = { "kms:ViaService": "ec2.eu-west-1.amazonaws.com" };

    it("makes a further key for Network Firewall when asked, which may go when egress changes", async () => {
        const recording = await build({ network: true });
        const counts = countByType(recording);
        assert.deepEqual([counts[KEY], counts["aws:kms/alias:Alias"]], [4, 4]);
        const key = one(recording, KEY, "keys-network");
        assert.deepEqual([key.protect, key.props.enableKeyRotation, key.props.deletionWindowInDays], [false, true, 30]);
        const alias = inputsOf(recording, "aws:kms/alias:Alias", "keys-network");
        assert.equal(alias.name, "alias/fixture/test/network");
        assert.equal(inputsOf(recording, "private-studio:security:Keys").networkKeyArn, key.props.arn);
    });

    describe("for Network Firewall", () => {
        const firewall = { "kms:ViaService": "network-firewall.eu-west-1.amazonaws.com" };
        const cases: [string, string, string, AccessRequest["context"], "allowed" | "denied"][] = [
            ["the deployer's firewall encrypts", DEPLOYER, "kms:GenerateDataKey", firewall, "allowed"],
            ["the deployer's firewall decrypts", DEPLOYER, "kms:Decrypt", firewall, "allowed"],
            ["the deployer decrypts directly", DEPLOYER, "kms:Decrypt", {}, "denied"],
            ["the deployer decrypts through another service", DEPLOYER, "kms:Decrypt", via, "denied"],
            [
                "the firewall of another region decrypts",
                DEPLOYER,
                "kms:Decrypt",
                { "kms:ViaService": "network-firewall.us-east-1.amazonaws.com" },
                "denied",
            ],
            [
                "the deployer's firewall lets AWS use the key",
                DEPLOYER,
                "kms:CreateGrant",
                { ...firewall, "kms:GrantIsForAWSResource": "true" },
                "allowed",
            ],
            [
                "the deployer grants the key to somebody",
                DEPLOYER,
                "kms:CreateGrant",
                { ...firewall, "kms:GrantIsForAWSResource": "false" },
                "denied",
            ],
            [
                "the deployer makes a grant directly",
                DEPLOYER,
                "kms:CreateGrant",
                { "kms:GrantIsForAWSResource": "true" },
                "denied",
            ],
        ];
        for (const [what, role, action, context, expected] of cases) {
            it(`${what}: ${expected}`, async () => {
                const document = policyOf(await build({ network: true }), "keys-network");
                assert.equal(ask(document, role, action, context), expected);
            });
        }

        it("is for no other account", async () => {
            const document = policyOf(await build({ network: true }), "keys-network");
            const arn = "arn:aws:iam::444455556666:role/deployer";
            const answer = evaluate(
                {
                    caller: { arn, roleArn: arn, account: "444455556666", type: "role-session" },
                    action: "kms:Decrypt",
                    resource: "arn:aws:kms:eu-west-1:111122223333:key/1",
                    resourceAccount: "111122223333",
                    context: { "aws:PrincipalArn": arn, ...firewall },
                },
                { identity: [EVERYTHING], resource: { name: "key policy", document } },
            );
            assert.equal(answer.verdict, "denied");
        });
    });

    it("names services for kms:ViaService with amazonaws.com in China too", async () => {
        const recording = await build({
            network: true,
            logDelivery: true,
            partition: "aws-cn",
            place: { ...PLACE, region: "cn-north-1" },
        });
        const texts = ["keys-domain", "keys-data", "keys-logs", "keys-network"].map((name) =>
            String(inputsOf(recording, KEY, name).policy),
        );
        const named = texts.flatMap((text) => text.match(/[a-z0-9-]+\.cn-north-1\.amazonaws\.com(\.cn)?/g) ?? []);
        assert.deepEqual([...new Set(named)].sort(), [
            "ec2.cn-north-1.amazonaws.com",
            "elasticfilesystem.cn-north-1.amazonaws.com",
            // The service's own name, not a value of kms:ViaService.
            "logs.cn-north-1.amazonaws.com.cn",
            "network-firewall.cn-north-1.amazonaws.com",
            "s3.cn-north-1.amazonaws.com",
            "sagemaker.cn-north-1.amazonaws.com",
        ]);
    });

    describe("for logs in a bucket", () => {
        const delivery = (context: AccessRequest["context"], action: string, document: PolicyDocument): string =>
            evaluate(
                {
                    caller: { arn: "delivery.logs.amazonaws.com", account: "", type: "service" },
                    action,
                    resource: "arn:aws:kms:eu-west-1:111122223333:key/1",
                    resourceAccount: "111122223333",
                    context,
                },
                { identity: [], resource: { name: "key policy", document } },
            ).verdict;
        const ours = {
            "aws:SourceAccount": "111122223333",
            "aws:SourceArn": "arn:aws:logs:eu-west-1:111122223333:delivery-source:flow",
        };
        const cases: [string, AccessRequest["context"], "allowed" | "denied"][] = [
            ["for this account and region", ours, "allowed"],
            ["for another account", { ...ours, "aws:SourceAccount": "444455556666" }, "denied"],
            [
                "for another region",
                { ...ours, "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:delivery-source:flow" },
                "denied",
            ],
            ["for nobody in particular", {}, "denied"],
        ];
        for (const [what, context, expected] of cases) {
            it(`the delivery service uses the key ${what}: ${expected}`, async () => {
                const document = policyOf(await build({ logDelivery: true }), "keys-logs");
                assert.equal(delivery(context, "kms:GenerateDataKey", document), expected);
                assert.equal(delivery(context, "kms:Decrypt", document), expected);
                assert.equal(delivery(context, "kms:CreateGrant", document), "denied");
            });
        }

        const s3 = { "kms:ViaService": "s3.eu-west-1.amazonaws.com" };
        const readers: [string, string, string, AccessRequest["context"], "allowed" | "denied"][] = [
            ["an administrator reads through S3", DEPLOYER, "kms:Decrypt", s3, "allowed"],
            ["an administrator decrypts directly", DEPLOYER, "kms:Decrypt", {}, "denied"],
            ["an administrator writes through S3", DEPLOYER, "kms:GenerateDataKey", s3, "denied"],
            ["Studio reads through S3", EXECUTION, "kms:Decrypt", s3, "denied"],
            ["a job reads through S3", JOB, "kms:Decrypt", s3, "denied"],
        ];
        for (const [what, role, action, context, expected] of readers) {
            it(`${what}: ${expected}`, async () => {
                const document = policyOf(await build({ logDelivery: true }), "keys-logs");
                assert.equal(ask(document, role, action, context), expected);
            });
        }

        it("is not there without such a bucket", async () => {
            const document = policyOf(await build(), "keys-logs");
            assert.equal(delivery(ours, "kms:GenerateDataKey", document), "denied");
            assert.equal(ask(document, DEPLOYER, "kms:Decrypt", s3), "denied");
        });
    });
});
