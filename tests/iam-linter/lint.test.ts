import { strict as assert } from "node:assert";

import { asList, type Statement } from "../../policy-pack/iam";
import { documentsOf, type RegisteredDocument } from "./documents";
import { lint } from "./lint";

/** A document of one statement, as registered. */
function registered(statement: Statement, kind: RegisteredDocument["kind"] = "inline"): RegisteredDocument {
    return {
        kind,
        name: "x",
        role: "r",
        text: JSON.stringify({ Statement: [statement] }),
        statements: asList(statement),
    };
}

const SPACE = "arn:aws:sagemaker:eu-west-1:111122223333:space/d-1/x";

const CASES: readonly (readonly [what: string, statement: Statement, findings: readonly string[]])[] = [
    ["a right Allow", { Effect: "Allow", Action: "sagemaker:DeleteSpace", Resource: SPACE }, []],
    [
        "an action that does not exist",
        { Effect: "Deny", Action: ["sagemaker:CreateSpaces", "sagemaker:CreateSpace"], Resource: "*" },
        ["x statement 1: no action sagemaker:CreateSpaces"],
    ],
    [
        "a service that does not exist",
        { Sid: "Odd", Effect: "Deny", Action: "sagemakr:CreateSpace", Resource: "*" },
        ["x Odd: no action sagemakr:CreateSpace"],
    ],
    [
        "a wildcard that stands for nothing",
        { Effect: "Deny", Action: "sagemaker:Presign*", Resource: "*" },
        ["x statement 1: no action sagemaker:Presign*"],
    ],
    [
        "NotAction",
        { Effect: "Deny", NotAction: "iam:*", Resource: "*" },
        ["x statement 1: no Action, so what it covers grows with every service"],
    ],
    [
        "a key that AWS has renamed",
        {
            Effect: "Deny",
            Action: "sagemaker:CreateTrainingJob",
            Resource: "*",
            Condition: { Null: { "sagemaker:VolumeKmsKeyArns": "true" } },
        },
        [
            "x statement 1: no condition key sagemaker:VolumeKmsKeyArns",
            "x statement 1: sagemaker:CreateTrainingJob never carries sagemaker:VolumeKmsKeyArns",
        ],
    ],
    [
        "a variable that does not exist",
        { Effect: "Deny", Action: "sagemaker:DeleteSpace", NotResource: `${SPACE}/\${sagemaker:Profile}` },
        ["x statement 1: no condition key sagemaker:Profile"],
    ],
    [
        "a key that one of two actions does not carry",
        {
            Effect: "Deny",
            Action: ["sagemaker:CreateModel", "sagemaker:CreateTransformJob"],
            Resource: "*",
            Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
        },
        ["x statement 1: sagemaker:CreateTransformJob never carries sagemaker:VpcSubnets"],
    ],
    [
        "a key that one of a wildcard's actions does not carry",
        {
            Effect: "Deny",
            Action: "sagemaker:CreateSpac*",
            Resource: "*",
            Condition: { Bool: { "sagemaker:NetworkIsolation": "false" } },
        },
        ["x statement 1: sagemaker:CreateSpace never carries sagemaker:NetworkIsolation"],
    ],
    [
        "a key of every request",
        {
            Effect: "Deny",
            Action: "sagemaker:CreateTransformJob",
            Resource: "*",
            Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } },
        },
        [],
    ],
    [
        "a Deny that asks for the key to be there",
        {
            Effect: "Deny",
            Action: ["sagemaker:CreateModel", "sagemaker:CreateTransformJob"],
            Resource: "*",
            Condition: { Null: { "sagemaker:VpcSubnets": "false" } },
        },
        [],
    ],
    [
        "an Allow on * that could name its resource",
        { Effect: "Allow", Action: ["sagemaker:ListSpaces", "sagemaker:DeleteSpace"], Resource: "*" },
        ["x statement 1: Allow on * of sagemaker:DeleteSpace"],
    ],
    [
        "a listing action on a resource",
        { Effect: "Allow", Action: ["sagemaker:ListSpaces", "sagemaker:DeleteSpace"], Resource: SPACE },
        [
            "x statement 1: sagemaker:ListSpaces stands on * only",
            "x statement 1: no resource fits sagemaker:ListSpaces",
        ],
    ],
    [
        "an action on a resource of another type",
        { Effect: "Allow", Action: "sagemaker:DeleteSpace", Resource: SPACE.replace("space/", "app/") },
        [
            "x statement 1: no resource fits sagemaker:DeleteSpace",
            `x statement 1: no action fits ${SPACE.replace("space/", "app/")}`,
        ],
    ],
    [
        "a Deny of an action on a resource of another type, which denies nothing",
        { Effect: "Deny", Action: "sagemaker:DeleteSpace", Resource: SPACE.replace("space/", "app/") },
        [`x statement 1: no action fits ${SPACE.replace("space/", "app/")}`],
    ],
    [
        "an exception of a Deny for a resource of another type, which excepts nothing",
        { Effect: "Deny", Action: "sagemaker:DeleteSpace", NotResource: SPACE.replace("space/", "app/") },
        [`x statement 1: no action fits ${SPACE.replace("space/", "app/")}`],
    ],
];

describe("IAM linter", () => {
    for (const [what, statement, findings] of CASES) {
        it(`answers ${findings.length === 0 ? "nothing" : "the mistake"} for ${what}`, async () => {
            assert.deepEqual(await lint([registered(statement)]), findings);
        });
    }

    it("adds up the inline policies of one role, and looks at others one by one", async () => {
        const long = (Sid: string): RegisteredDocument => {
            const document = registered({ Sid, Effect: "Deny", Action: "sagemaker:CreateSpace", Resource: "*" });
            return { ...document, text: "x".repeat(6000) };
        };
        assert.deepEqual(await lint([long("A")]), []);
        assert.deepEqual(await lint([long("A"), { ...long("B"), role: "other" }]), []);
        assert.deepEqual(await lint([long("A"), long("B")]), [
            "inline policies of r: 12000 characters, 10240 are allowed",
        ]);
        assert.deepEqual(await lint([{ ...long("A"), kind: "control" }]), ["x: 6000 characters, 5120 are allowed"]);
        assert.deepEqual(await lint([{ ...long("A"), kind: "managed" }]), []);
    });

    it("finds documents in every place it knows, and refuses one in another", () => {
        const policy = JSON.stringify({ Statement: { Effect: "Deny", Action: "s3:*", Resource: "*" } });
        const found = documentsOf({
            resources: [
                { type: "aws:organizations/policy:Policy", name: "a", props: { content: policy, type: "x" } },
                { type: "aws:iam/rolePolicy:RolePolicy", name: "b", props: { policy, role: "r" } },
                { type: "aws:ec2/vpc:Vpc", name: "c", props: { cidrBlock: "10.0.0.0/16" } },
            ],
        });
        assert.deepEqual(
            found.map(({ kind, name, role, statements }) => [kind, name, role, statements.length]),
            [
                ["control", "a", undefined, 1],
                ["inline", "b", "r", 1],
            ],
        );
        assert.throws(() => documentsOf({ resources: [{ type: "aws:x/y:Y", name: "d", props: { rules: policy } }] }), {
            message: "aws:x/y:Y d has a policy document in rules, which these tests do not know",
        });
    });
});
