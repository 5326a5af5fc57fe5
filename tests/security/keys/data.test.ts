import { strict as assert } from "node:assert";

import * as pulumi from "@pulumi/pulumi";

import { type AccessRequest, evaluate, type PolicyDocument } from "../../../policy-pack/iam";
import { inputsOf, one } from "../../harness";
import { ask, askService, build, DEPLOYER, EVERYTHING, EXECUTION, JOB, KEY, policyOf } from "./fixture";

const BREAK_GLASS = "arn:aws:iam::111122223333:role/break-glass";
const ADMINISTRATOR = "arn:aws:iam::111122223333:role/administrator";
const ENDPOINT = "vpce-0123456789abcdef0";

type Context = AccessRequest["context"];
type Row = readonly [what: string, role: string, action: string, context: Context, answer: "allowed" | "denied"];

const s3: Context = { "kms:ViaService": "s3.eu-west-1.amazonaws.com", "aws:ViaAWSService": "true" };
const ecr: Context = { "kms:ViaService": "ecr.eu-west-1.amazonaws.com", "aws:ViaAWSService": "true" };
const toAws: Context = { "kms:GrantIsForAWSResource": "true" };

const ROWS: readonly Row[] = [
    ["an app reads through S3", EXECUTION, "kms:Decrypt", s3, "allowed"],
    ["an app writes through S3", EXECUTION, "kms:GenerateDataKey", s3, "allowed"],
    ["a job writes its output through S3", JOB, "kms:GenerateDataKey", s3, "allowed"],
    [
        "SageMaker looks at the key of an output",
        EXECUTION,
        "kms:DescribeKey",
        { "kms:ViaService": "sagemaker.eu-west-1.amazonaws.com" },
        "allowed",
    ],
    ["break-glass reads through S3", BREAK_GLASS, "kms:Decrypt", s3, "allowed"],
    ["break-glass decrypts directly", BREAK_GLASS, "kms:Decrypt", {}, "denied"],
    ["an app decrypts directly", EXECUTION, "kms:Decrypt", {}, "denied"],
    [
        "an app takes it for a volume",
        EXECUTION,
        "kms:Decrypt",
        { "kms:ViaService": "ec2.eu-west-1.amazonaws.com" },
        "denied",
    ],
    [
        "an app reads through S3 of another region",
        EXECUTION,
        "kms:Decrypt",
        { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
        "denied",
    ],
    ["an app grants it to a service", EXECUTION, "kms:CreateGrant", { ...s3, ...toAws }, "denied"],
    ["an administrator of the account reads through S3", ADMINISTRATOR, "kms:Decrypt", s3, "denied"],
    ["the deployer writes files for Studio", DEPLOYER, "kms:GenerateDataKey", s3, "allowed"],
    ["the deployer reads what lies there", DEPLOYER, "kms:Decrypt", s3, "denied"],
    ["the deployer encrypts directly", DEPLOYER, "kms:GenerateDataKey", {}, "denied"],
    ["somebody else writes through S3", ADMINISTRATOR, "kms:GenerateDataKey", s3, "denied"],
    ["the deployer lets ECR use it", DEPLOYER, "kms:CreateGrant", { ...ecr, ...toAws }, "denied"],
];

describe("Key for data", () => {
    let document: PolicyDocument;
    before(async () => {
        document = policyOf(await build({ breakGlass: [BREAK_GLASS], deployers: [DEPLOYER] }), "keys-data");
    });

    for (const [what, role, action, context, answer] of ROWS) {
        it(`${what}: ${answer}`, () => {
            assert.equal(ask(document, role, action, context), answer);
        });
    }

    it("lets whom IAM allows write, and nobody more read, while no deployer is named", async () => {
        const open = policyOf(await build(), "keys-data");
        assert.equal(ask(open, ADMINISTRATOR, "kms:GenerateDataKey", s3), "allowed");
        assert.equal(ask(open, ADMINISTRATOR, "kms:Decrypt", s3), "denied");
        assert.equal(ask(open, ADMINISTRATOR, "kms:GenerateDataKey", {}), "denied");
    });

    it("admits no service in its own name", () => {
        assert.equal(askService(document, "s3.amazonaws.com", "kms:Decrypt"), "denied");
    });

    it("lets the maker of a repository hand it to ECR, and to nobody else, where there are images", async () => {
        const images = policyOf(await build({ images: true }), "keys-data");
        const grant = (context: Context): string => ask(images, DEPLOYER, "kms:CreateGrant", context);
        assert.equal(grant({ ...ecr, ...toAws }), "allowed");
        assert.equal(grant({ ...ecr, "kms:GrantIsForAWSResource": "false" }), "denied");
        assert.equal(grant(toAws), "denied");
        assert.equal(ask(images, DEPLOYER, "kms:DescribeKey", ecr), "allowed");
        assert.equal(ask(images, DEPLOYER, "kms:Decrypt", ecr), "denied");
    });

    describe("only through the endpoint", () => {
        let bound: PolicyDocument;
        before(async () => {
            bound = policyOf(await build({ onlyThrough: [ENDPOINT] }), "keys-data");
        });

        /** Whom a grant lets use the key whatever the policy allows: only a Deny stops them. */
        const granted = (context: Context): string =>
            evaluate(
                {
                    caller: {
                        arn: "arn:aws:sts::111122223333:assumed-role/grantee/s",
                        roleArn: "arn:aws:iam::111122223333:role/grantee",
                        account: "111122223333",
                        type: "role-session",
                    },
                    action: "kms:Decrypt",
                    resource: "arn:aws:kms:eu-west-1:111122223333:key/1",
                    resourceAccount: "111122223333",
                    context: { "aws:ViaAWSService": "false", "aws:PrincipalIsAWSService": "false", ...context },
                },
                { identity: [EVERYTHING], resource: { name: "key policy", document: bound } },
            ).kind;

        it("stops whoever holds a grant, from outside and from another endpoint", () => {
            assert.equal(granted({}), "explicit deny");
            assert.equal(granted({ "aws:SourceVpce": "vpce-0fedcba9876543210" }), "explicit deny");
        });

        it("stops nobody who comes through it, and no service", () => {
            assert.equal(granted({ "aws:SourceVpce": ENDPOINT }), "implicit deny");
            assert.equal(granted({ "aws:ViaAWSService": "true" }), "implicit deny");
            assert.equal(granted({ "aws:PrincipalIsAWSService": "true" }), "implicit deny");
        });

        it("leaves reading and writing through S3 as they are", () => {
            assert.equal(ask(bound, EXECUTION, "kms:Decrypt", s3), "allowed");
            assert.equal(ask(bound, EXECUTION, "kms:Decrypt", {}), "denied");
        });

        it("makes that policy, and no other, one that waits for the endpoint", async () => {
            const recording = await build({ onlyThrough: pulumi.output(pulumi.unknown as string[]) });
            assert.notEqual(typeof inputsOf(recording, KEY, "keys-data").policy, "string");
            for (const name of ["keys-domain", "keys-logs"]) {
                assert.equal(typeof one(recording, KEY, name).props.policy, "string");
            }
        });
    });
});
