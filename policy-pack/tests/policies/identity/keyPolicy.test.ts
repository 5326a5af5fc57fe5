import assert from "node:assert/strict";
import { ResourceGraph, UNKNOWN } from "../../../graph";
import { runPolicies } from "../../../policies/run";
import { ref, resourcesOf, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, policy as policyOf, TODAY, verdict } from "../verdict";

const ACCOUNT = "111122223333";
const text = (...statements: readonly object[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });
const OWNER = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" };
const ANYBODY = { ...OWNER, Principal: "*" };
const key = (policy: unknown, name = "data"): Sketch => ({ type: "aws:kms/key:Key", name, props: { policy } });
const separate = (policy: unknown): Sketch => ({
    type: "aws:kms/keyPolicy:KeyPolicy",
    name: "separate",
    props: { keyId: ref("data"), policy },
});

const opens = (where: string, statement = "statement 1"): string[] => [
    `violation: ${where}: ${statement} admits principals of any account. Name them, or limit it with kms:CallerAccount or aws:PrincipalOrgID.`,
];
const ABSENT = [
    "violation: Key data: policy is not set, which means AWS's default: every principal of the account by IAM alone. Name its principals.",
];

describe("P44 kms-key-policy-no-public-principal", () => {
    const limited = (Condition: object): Sketch[] => [key(text({ ...ANYBODY, Condition }))];
    const cases: readonly (readonly [what: string, stack: readonly Sketch[], expected: readonly string[]])[] = [
        ["the account", [key(text(OWNER))], []],
        ["no policy", [key(undefined)], ABSENT],
        ["null", [key(null)], ABSENT],
        ["empty", [key("")], ABSENT],
        ["anybody", [key(text(ANYBODY))], opens("Key data")],
        [
            "anybody among the principals",
            [key(text({ ...OWNER, Principal: { AWS: [ACCOUNT, "*"] } }))],
            opens("Key data"),
        ],
        ["the second statement", [key(text(OWNER, { ...ANYBODY, Sid: "Open" }))], opens("Key data", "statement Open")],
        ["a Deny for anybody", [key(text(OWNER, { ...ANYBODY, Effect: "Deny" }))], []],
        ["callers of the account", limited({ StringEquals: { "kms:CallerAccount": ACCOUNT } }), []],
        ["principals of the organization", limited({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }), []],
        ["services acting for the account", limited({ StringEquals: { "aws:SourceAccount": ACCOUNT } }), []],
        ["roles of the account", limited({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/a-*` } }), []],
        ["any account", limited({ StringLike: { "kms:CallerAccount": "*" } }), opens("Key data")],
        ["IfExists", limited({ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }), opens("Key data")],
        [
            "through a service only",
            limited({ StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } }),
            opens("Key data"),
        ],
        ["a policy of its own resource", [key(undefined), separate(text(OWNER))], []],
        ["which opens it", [key(text(OWNER)), separate(text(ANYBODY))], opens("KeyPolicy separate")],
        ["each key by itself", [key(text(OWNER)), key(text(ANYBODY), "other")], opens("Key other")],
        [
            "what is no document",
            [key("{")],
            [
                "undecided: Key data: data is no policy document (the text is not JSON (position 1)), so whom it admits cannot be told.",
            ],
        ],
    ];
    for (const [what, stack, expected] of cases) {
        for (const ids of ["known", "unknown"] as const) {
            it(`${what}, ids ${ids}`, () => assert.deepEqual(verdict("P44", stack, {}, ids), expected));
        }
    }

    it("parts of a document that are not known may be anybody, or any account", () => {
        const open = [
            "undecided: Key data: statement 1 cannot be read in full, so whether it admits anybody cannot be told.",
        ];
        const partly = (statement: object): Sketch[] => [
            {
                type: "aws:kms/key:Key",
                name: "data",
                props: { policy: { Version: "2012-10-17", Statement: [statement] } },
            },
        ];
        const own = { StringLike: { "kms:CallerAccount": UNKNOWN } };
        assert.deepEqual(verdict("P44", partly({ ...OWNER, Principal: { AWS: [UNKNOWN] } })), open);
        assert.deepEqual(verdict("P44", partly({ ...ANYBODY, Condition: own })), open);
        assert.deepEqual(verdict("P44", partly({ ...OWNER, Action: UNKNOWN })), []);
    });

    for (const kind of ["ReplicaKey", "ExternalKey", "ReplicaExternalKey"]) {
        it(`judges a ${kind} as well`, () => {
            const type = `aws:kms/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
            assert.deepEqual(verdict("P44", [{ ...key(text(ANYBODY)), type }]), opens(`${kind} data`));
        });
    }

    it("AWS's default policy, as it shows after an update, is still none of one's own", () => {
        const [resource] = resourcesOf([{ type: "aws:kms/key:Key", name: "data", props: { description: "d" } }]);
        assert.ok(resource);
        const policy = JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement: [OWNER] });
        const graph = new ResourceGraph([{ ...resource, props: { ...resource.props, policy } }]);
        const report = runPolicies(graph, {}, { now: TODAY, policies: [policyOf("P44")] });
        assert.deepEqual(
            report.policies[0]?.violations.map(({ kind, message }) => `${kind}: ${message}`),
            ABSENT,
        );
    });

    isUndecidedWithout("P44", [["data", "policy"]], [key(text(OWNER))]);
    isUndecidedWithout(
        "P44",
        [
            ["separate", "policy"],
            ["separate", "keyId"],
        ],
        [key(undefined), separate(text(OWNER))],
    );
});
