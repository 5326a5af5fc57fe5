import assert from "node:assert/strict";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack, document, STATEMENTS } from "../../fixture/stack";
import { isUndecidedWithout, result, verdict } from "../verdict";

type Case = readonly [what: string, statement: object, expected: readonly string[]];

function granting(...statements: readonly object[]): Sketch[] {
    return change(cleanStack(), "execution-jobs", "policy", document(...statements));
}

function table(id: string, cases: readonly Case[], options: Record<string, unknown> = {}): void {
    for (const [what, statement, expected] of cases) {
        it(what, () => assert.deepEqual(verdict(id, granting(statement), options), expected));
    }
}

const WHERE = "violation: RolePolicy execution-jobs: statement 1 of execution-jobs";

describe("P45 iam-policy-no-wildcard-admin", () => {
    const allow = { Effect: "Allow", Action: "*", Resource: "*" };
    const admin = [`${WHERE} allows every action of a service on everything. List actions and ARNs.`];
    const decrypt = [`${WHERE} allows kms:Decrypt with every key. Name the key's ARN.`];
    table("P45", [
        ["everything", allow, admin],
        ["everything of one service", { ...allow, Action: "s3:*" }, admin],
        ["one of several actions", { ...allow, Action: ["s3:GetObject", "ec2:*"] }, admin],
        ["everything by ARN", { ...allow, Action: "s3:*", Resource: "arn:aws:s3:::*" }, admin],
        ["everything but IAM", { ...allow, Action: undefined, NotAction: "iam:*" }, admin],
        ["everything but one bucket", { ...allow, Resource: undefined, NotResource: "arn:aws:s3:::a" }, admin],
        [
            "a condition does not make it narrow",
            { ...allow, Condition: { Bool: { "aws:SecureTransport": "true" } } },
            admin,
        ],
        ["one service on one resource", { ...allow, Action: "s3:*", Resource: "arn:aws:s3:::studio-data" }, []],
        ["listing on everything", { ...allow, Action: "s3:List*" }, []],
        ["a Deny", { ...allow, Effect: "Deny" }, []],
        ["decrypting with every key", { ...allow, Action: "kms:Decrypt" }, decrypt],
        ["decrypting by pattern", { ...allow, Action: "kms:De*" }, decrypt],
        [
            "decrypting with every key of an account",
            { ...allow, Action: "kms:Decrypt", Resource: "arn:aws:kms:*:111122223333:key/*" },
            decrypt,
        ],
        [
            "decrypting with one key",
            { ...allow, Action: "kms:Decrypt", Resource: "arn:aws:kms:eu-west-1:111122223333:key/1" },
            [],
        ],
        ["describing every key", { ...allow, Action: "kms:DescribeKey" }, []],
    ]);

    const attach = (policyArn: unknown): Sketch[] => [
        ...cleanStack(),
        {
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            name: "attached",
            props: { role: ref("execution"), policyArn },
        },
    ];
    const banned = (name: string): string[] => [
        `violation: RolePolicyAttachment attached: policyArn attaches ${name}. Attach a policy that lists the actions and ARNs needed.`,
    ];

    it("AWS's administrator policies, whatever the path and partition", () => {
        assert.deepEqual(
            verdict("P45", attach("arn:aws:iam::aws:policy/AdministratorAccess")),
            banned("AdministratorAccess"),
        );
        assert.deepEqual(
            verdict("P45", attach("arn:aws-cn:iam::aws:policy/service-role/IAMFullAccess")),
            banned("IAMFullAccess"),
        );
        assert.deepEqual(
            verdict("P45", attach("arn:aws:iam::aws:policy/AmazonSageMakerFullAccess")),
            banned("AmazonSageMakerFullAccess"),
        );
        assert.deepEqual(verdict("P45", attach("arn:aws:iam::aws:policy/ReadOnlyAccess")), []);
    });

    it("a policy of another stack is not decided, by either policy about documents", () => {
        const stack = attach("arn:aws:iam::111122223333:policy/far");
        const why =
            "undecided: RolePolicyAttachment attached: arn:aws:iam::111122223333:policy/far is not defined in this stack, so";
        assert.deepEqual(verdict("P45", stack), [`${why} what it allows cannot be told.`]);
        assert.deepEqual(verdict("P46", stack), [`${why} which roles it lets pass cannot be told.`]);
    });

    it("the list of the configuration takes the place of the default", () => {
        const options = { bannedManagedPolicies: ["ReadOnlyAccess"] };
        assert.deepEqual(
            verdict("P45", attach("arn:aws:iam::aws:policy/ReadOnlyAccess"), options),
            banned("ReadOnlyAccess"),
        );
        assert.deepEqual(verdict("P45", attach("arn:aws:iam::aws:policy/AdministratorAccess"), options), []);
    });

    it("managedPolicyArns and inline policies of the role count", () => {
        const stack = change(
            change(cleanStack(), "user", "managedPolicyArns", ["arn:aws:iam::aws:policy/PowerUserAccess"]),
            "user",
            "inlinePolicies",
            [{ name: "own", policy: document(allow) }],
        );
        assert.deepEqual(verdict("P45", stack), [
            "violation: Role user: managedPolicyArns attaches PowerUserAccess. Attach a policy that lists the actions and ARNs needed.",
            "violation: Role user: statement 1 of own allows every action of a service on everything. List actions and ARNs.",
        ]);
    });

    it("a boundary grants nothing until somebody attaches it", () => {
        const attached = attach(ref("boundary", "arn"));
        const said = [
            "violation: Policy boundary: statement Everything of boundary allows every action of a service on everything. List actions and ARNs.",
        ];
        assert.deepEqual(verdict("P45", attached), said);
        assert.deepEqual(
            result("P45", attached, {}, "unknown").violations.map(({ kind, message }) => `${kind}: ${message}`),
            said,
        );
    });

    it("a managed policy nobody uses yet is judged", () => {
        const unused: Sketch = { type: "aws:iam/policy:Policy", name: "unused", props: { policy: document(allow) } };
        assert.deepEqual(verdict("P45", [...cleanStack(), unused]), [
            "violation: Policy unused: statement 1 of unused allows every action of a service on everything. List actions and ARNs.",
        ]);
    });

    isUndecidedWithout(
        "P45",
        [
            ["execution-jobs", "policy"],
            ["attached", "policyArn"],
        ],
        attach("arn:aws:iam::aws:policy/ReadOnlyAccess"),
    );
});

describe("P46 iam-pass-role-scoped", () => {
    const pass = STATEMENTS.passJobRole;
    const named = `${WHERE.replace("statement 1", "statement PassJobRole")}`;
    const roles = (what: string): string[] => [`${named} passes ${what}. Name exact role ARNs without wildcards.`];
    const services =
        'passes roles to any service. Add StringEquals {"iam:PassedToService": "sagemaker.amazonaws.com"}.';
    table("P46", [
        ["named role to SageMaker", pass, []],
        ["any role", { ...pass, Resource: "*" }, roles("*")],
        [
            "roles by pattern",
            { ...pass, Resource: "arn:aws:iam::111122223333:role/studio-*" },
            roles("arn:aws:iam::111122223333:role/studio-*"),
        ],
        ["roles of any account", { ...pass, Resource: "arn:aws:iam::*:role/jobs" }, roles("arn:aws:iam::*:role/jobs")],
        [
            "all roles but one",
            { ...pass, Resource: undefined, NotResource: "arn:aws:iam::111122223333:role/admin" },
            roles("*"),
        ],
        ["any service", { ...pass, Condition: undefined }, [`${named} ${services}`]],
        [
            "any service when the key is absent",
            { ...pass, Condition: { StringEqualsIfExists: { "iam:PassedToService": "sagemaker.amazonaws.com" } } },
            [`${named} ${services}`],
        ],
        [
            "another service",
            { ...pass, Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } } },
            [`${named} passes roles to ec2.amazonaws.com; allowed: sagemaker.amazonaws.com.`],
        ],
        [
            "a pattern of services",
            { ...pass, Condition: { StringLike: { "iam:PassedToService": "*.amazonaws.com" } } },
            [`${named} passes roles to *.amazonaws.com; allowed: sagemaker.amazonaws.com.`],
        ],
        ["covered by a pattern", { ...pass, Action: "iam:Pass*", Resource: "*" }, roles("*")],
        ["not covered", { ...pass, Action: "iam:GetRole", Resource: "*", Condition: undefined }, []],
        ["a Deny", { ...pass, Effect: "Deny", Resource: "*", Condition: undefined }, []],
    ]);

    it("services of the configuration", () => {
        const statement = {
            ...pass,
            Condition: { StringEquals: { "iam:PassedToService": ["sagemaker.amazonaws.com", "states.amazonaws.com"] } },
        };
        const options = { passedToServices: ["sagemaker.amazonaws.com", "states.amazonaws.com"] };
        assert.deepEqual(verdict("P46", granting(statement), options), []);
    });

    isUndecidedWithout("P46", [["execution-jobs", "policy"]]);
});
