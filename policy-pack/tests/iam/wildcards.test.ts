import assert from "node:assert/strict";
import fc from "fast-check";
import { actionPatternsIntersect, derivedContext, matchesAction, matchesArn } from "../../iam";
import { ANA, NOBODY, OTHER_ACCOUNT, ROOT, SESSION, STUDIO_SERVICE } from "./cases/shape";

describe("matchesAction", () => {
    const table: [string, string, boolean][] = [
        ["*", "sagemaker:CreateApp", true],
        ["SageMaker:create*", "sagemaker:CreateApp", true],
        ["sagemaker:Create???", "sagemaker:CreateApp", true],
        ["sagemaker:Create????", "sagemaker:CreateApp", false],
        ["sagemaker:Create", "sagemaker:CreateApp", false],
        ["sagemaker:*Presigned*Url", "sagemaker:CreatePresignedDomainUrl", true],
        ["s3:Get.bject", "s3:GetObject", false],
    ];
    for (const [pattern, action, expected] of table) {
        it(`${pattern} and ${action}: ${expected}`, () => assert.equal(matchesAction(pattern, action), expected));
    }
});

describe("actionPatternsIntersect", () => {
    const table: [string, string, boolean][] = [
        ["s3:Get*", "s3:*Object", true],
        ["s3:Get*", "s3:Put*", false],
        ["iam:*", "sts:*", false],
        ["*", "s3:GetObject", true],
        ["IAM:PassRole", "iam:passrole", true],
        ["iam:Pass????", "iam:*Role", true],
        ["iam:Pass???", "iam:*Role", false],
        ["iam:A*B", "iam:*A", false],
        ["iam:A*B*", "iam:*A", true],
    ];
    for (const [a, b, expected] of table) {
        it(`${a} and ${b}: ${expected}`, () => {
            assert.equal(actionPatternsIntersect(a, b), expected);
            assert.equal(actionPatternsIntersect(b, a), expected);
        });
    }

    const letters = fc.constantFrom("a", "b", "*", "?");
    const pattern = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(""));
    // Long enough for every pair of patterns: five letters before a star, five after another.
    const words = [""];
    for (let index = 0; (words[index] ?? "").length < 10; index++) {
        words.push(`${words[index]}a`, `${words[index]}b`);
    }

    it("answers as trying every short word would", () => {
        fc.assert(
            fc.property(pattern, pattern, (a, b) => {
                const witness = words.some((word) => matchesAction(a, word) && matchesAction(b, word));
                assert.equal(actionPatternsIntersect(a, b), witness);
            }),
            { numRuns: 150 },
        );
    });
});

describe("matchesArn", () => {
    const table: [string, string, boolean][] = [
        ["*", "arn:aws:s3:::b/k", true],
        ["*", "*", true],
        ["arn:aws:s3:::b", "arn:aws:s3:::b", true],
        ["arn:aws:s3:::b", "arn:aws:s3:::B", false],
        ["arn:aws:s3:::b*", "arn:aws:s3:::b/k", true],
        ["arn:aws:logs:eu-west-1:1:log-group:g:*", "arn:aws:logs:eu-west-1:1:log-group:g:log-stream:s", true],
        ["arn:aws:logs:*:*:log-group:g", "arn:aws:logs:eu-west-1:1:log-group:g", true],
        ["arn:aws:iam::1?3:role/r", "arn:aws:iam::123:role/r", true],
        ["arn:aws:iam::12?:role/r", "arn:aws:iam::12::role/r", false],
        ["arn:aws:s3:::b/[a]", "arn:aws:s3:::b/a", false],
        ["arn:aws:s3:::*", "*", false],
    ];
    for (const [pattern, arn, expected] of table) {
        it(`${pattern} and ${arn}: ${expected}`, () => assert.equal(matchesArn(pattern, arn), expected));
    }

    it("stays quick on patterns made to be slow", () => {
        const started = process.hrtime.bigint();
        assert.equal(matchesArn(`arn:aws:s3:::${"*a".repeat(40)}b`, `arn:aws:s3:::${"a".repeat(1000)}`), false);
        assert.ok(process.hrtime.bigint() - started < 2_000_000_000n);
    });
});

describe("derivedContext", () => {
    it("gives the keys that follow from caller and resource", () => {
        assert.deepEqual(derivedContext({ caller: ANA, resourceAccount: OTHER_ACCOUNT }), {
            "aws:ResourceAccount": OTHER_ACCOUNT,
            "aws:PrincipalArn": ANA.arn,
            "aws:PrincipalAccount": ANA.account,
            "aws:PrincipalIsAWSService": "false",
            "aws:PrincipalType": "User",
            "aws:username": "Ana",
        });
        const session = derivedContext({ caller: SESSION, resourceAccount: ANA.account });
        assert.equal(session["aws:PrincipalArn"], SESSION.roleArn);
        assert.equal(session["aws:PrincipalType"], "AssumedRole");
        assert.equal("aws:username" in session, false);
        assert.equal(derivedContext({ caller: ROOT, resourceAccount: "1" })["aws:PrincipalType"], "Account");
        assert.deepEqual(derivedContext({ caller: NOBODY, resourceAccount: "1" }), {
            "aws:ResourceAccount": "1",
            "aws:PrincipalType": "Anonymous",
        });
        assert.equal(
            derivedContext({ caller: STUDIO_SERVICE, resourceAccount: "1" })["aws:PrincipalServiceName"],
            "sagemaker.amazonaws.com",
        );
    });
});
