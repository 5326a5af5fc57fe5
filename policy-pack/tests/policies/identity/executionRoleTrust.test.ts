import assert from "node:assert/strict";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack, document, STATEMENTS } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const { trust } = STATEMENTS;
const ROLE = "violation: Role execution:";
const ONLY = "Trust sagemaker.amazonaws.com only.";

function trusting(...statements: readonly object[]): Sketch[] {
    return change(cleanStack(), "execution", "assumeRolePolicy", document(...statements));
}

const admits = (who: string): string => `${ROLE} statement 1 of the trust policy admits ${who}. ${ONLY}`;
const source = `${ROLE} statement 1 of the trust policy admits the service on behalf of any account. Add StringEquals aws:SourceAccount.`;
const identity = `${ROLE} Domain domain sets source identities, and the trust policy does not allow sts:SetSourceIdentity. Allow it, or apps do not start.`;

describe("P57 sagemaker-execution-role-trust-restricted", () => {
    const cases: readonly (readonly [string, object, readonly string[]])[] = [
        ["SageMaker of the account", trust, []],
        ["everybody", { ...trust, Principal: "*" }, [admits("everybody")]],
        ["everybody in AWS", { ...trust, Principal: { AWS: "*" } }, [admits("everybody")]],
        [
            "the account",
            { ...trust, Principal: { AWS: "arn:aws:iam::111122223333:root" } },
            [admits("arn:aws:iam::111122223333:root")],
        ],
        [
            "a second service",
            { ...trust, Principal: { Service: ["sagemaker.amazonaws.com", "ec2.amazonaws.com"] } },
            [admits("ec2.amazonaws.com")],
        ],
        ["no source", { ...trust, Condition: undefined }, [source]],
        [
            "source when present",
            { ...trust, Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } } },
            [source],
        ],
        ["any source", { ...trust, Condition: { StringLike: { "aws:SourceAccount": "*" } } }, [source]],
        [
            "source ARN with account",
            { ...trust, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:eu-west-1:111122223333:*" } } },
            [],
        ],
        [
            "source ARN of any account",
            { ...trust, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sagemaker:eu-west-1:*:domain/*" } } },
            [source],
        ],
        ["no source identity", { ...trust, Action: "sts:AssumeRole" }, [identity]],
        ["all of STS", { ...trust, Action: "sts:*" }, []],
        ["a Deny adds nothing", { ...trust, Effect: "Deny", Principal: "*" }, [identity]],
    ];
    for (const [what, statement, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P57", trusting(statement)), expected));
    }

    it("extra principals of the configuration", () => {
        const stack = trusting(trust, { ...trust, Principal: { Service: "glue.amazonaws.com" } });
        assert.deepEqual(verdict("P57", stack, { extraPrincipals: ["glue.amazonaws.com"] }), []);
    });

    it("source identity is not asked for when the domain does not set it", () => {
        const stack = change(trusting({ ...trust, Action: "sts:AssumeRole" }), "domain", "domainSettings", undefined);
        assert.deepEqual(verdict("P57", stack), []);
    });

    it("boundary, unless the configuration does without", () => {
        const stack = change(cleanStack(), "execution", "permissionsBoundary", undefined);
        const missing = `${ROLE} permissionsBoundary is not set. Set it to the boundary of execution roles.`;
        assert.deepEqual(verdict("P57", stack), [missing]);
        assert.deepEqual(verdict("P57", stack, { requireBoundary: false }), []);
    });

    it("roles of models count, roles of nobody do not", () => {
        const role: Sketch = {
            type: "aws:iam/role:Role",
            name: "model-role",
            props: {
                assumeRolePolicy: document({ ...trust, Principal: "*" }),
                permissionsBoundary: "arn:aws:iam::111122223333:policy/b",
            },
        };
        const model: Sketch = {
            type: "aws:sagemaker/model:Model",
            name: "model",
            props: { executionRoleArn: ref("model-role", "arn") },
        };
        assert.deepEqual(verdict("P57", [...cleanStack(), role]), []);
        assert.deepEqual(verdict("P57", [...cleanStack(), role, model]), [
            "violation: Role model-role: statement 1 of the trust policy admits everybody. Trust sagemaker.amazonaws.com only.",
        ]);
    });

    it("a role of another stack is not decided", () => {
        const stack = change(
            cleanStack(),
            "profile-ann",
            "userSettings.executionRole",
            "arn:aws:iam::111122223333:role/far",
        );
        assert.deepEqual(verdict("P57", stack), [
            "undecided: UserProfile profile-ann: userSettings.executionRole is arn:aws:iam::111122223333:role/far, which is not defined in this stack, so its trust policy cannot be judged.",
        ]);
    });

    isUndecidedWithout("P57", [["execution", "assumeRolePolicy"]]);

    it("an unknown role that could be two is not decided", () => {
        const other: Sketch = {
            type: "aws:iam/role:Role",
            name: "canvas",
            props: { assumeRolePolicy: document({ ...trust, Principal: "*" }) },
        };
        const stack = change([...cleanStack(), other], "profile-ann", "userSettings.canvasRole", ref("canvas", "arn"));
        const said = verdict("P57", stack, {}, "unknown");
        assert.deepEqual(said, [
            "undecided: UserProfile profile-ann: userSettings.executionRole may mean any of execution, canvas, so its execution role cannot be judged.",
        ]);
    });
});
