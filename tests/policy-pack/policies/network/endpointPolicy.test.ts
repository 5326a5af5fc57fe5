import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../policy-pack/graph";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack, document, STATEMENTS } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const { endpoint, bucket } = STATEMENTS;
const OPEN = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const UNSET = "policy is not set, so AWS lets everything pass. Give it a policy limited to your account.";
const everything = (cite = "statement 1"): string[] => [
    `violation: VpcEndpoint endpoint-sts: ${cite} allows everybody everything. Limit it with aws:PrincipalAccount or aws:PrincipalOrgID.`,
];
const buckets = [
    "violation: VpcEndpoint endpoint-s3: statement Bucket admits buckets of any account. Name the buckets, or add aws:ResourceAccount or aws:ResourceOrgID.",
];

function on(name: string, ...statements: readonly object[]): Sketch[] {
    return change(cleanStack(), name, "policy", document(...statements));
}

describe("P40 vpc-endpoint-policy-restricted", () => {
    const sts: readonly (readonly [string, readonly object[], readonly string[]])[] = [
        ["everybody everything", [OPEN], everything()],
        ["everybody everything, named", [{ ...OPEN, Sid: "Full" }], everything("statement Full")],
        ["AWS: *", [{ ...OPEN, Principal: { AWS: "*" } }], everything()],
        ["every action of the service", [{ ...OPEN, Action: "sts:*" }], everything()],
        ["every action but one", [{ ...OPEN, Action: undefined, NotAction: "sts:GetSessionToken" }], everything()],
        ["every resource by ARN", [{ ...OPEN, Resource: "arn:aws:iam::*:*" }], everything()],
        ["one principal", [{ ...OPEN, Principal: { AWS: "arn:aws:iam::111122223333:root" } }], []],
        ["one action", [{ ...OPEN, Action: "sts:AssumeRole" }], []],
        ["one resource", [{ ...OPEN, Resource: "arn:aws:iam::111122223333:role/*" }], []],
        ["own account", [endpoint], []],
        ["own organization", [{ ...OPEN, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }], []],
        ["key in another case", [{ ...OPEN, Condition: { StringEquals: { "AWS:principalorgid": "o-1" } } }], []],
        ["org paths", [{ ...OPEN, Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/*" } } }], []],
        ["own resources", [{ ...OPEN, Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } } }], []],
        ["any value", [{ ...OPEN, Condition: { StringLike: { "aws:PrincipalAccount": "*" } } }], everything()],
        [
            "one of the values is any",
            [{ ...OPEN, Condition: { StringLike: { "aws:PrincipalAccount": ["1", "*"] } } }],
            everything(),
        ],
        [
            "IfExists passes requests without the key",
            [{ ...OPEN, Condition: { StringEqualsIfExists: { "aws:PrincipalAccount": "1" } } }],
            everything(),
        ],
        [
            "ForAllValues passes an empty set",
            [{ ...OPEN, Condition: { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-1/*" } } }],
            everything(),
        ],
        [
            "a negated operator admits all others",
            [{ ...OPEN, Condition: { StringNotEquals: { "aws:PrincipalAccount": "1" } } }],
            everything(),
        ],
        [
            "another key",
            [{ ...OPEN, Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }],
            everything(),
        ],
        [
            "a Deny for everybody else",
            [OPEN, { ...OPEN, Effect: "Deny", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } }],
            [],
        ],
        [
            "a Deny with a second condition lets others past",
            [
                OPEN,
                {
                    ...OPEN,
                    Effect: "Deny",
                    Condition: {
                        StringNotEquals: { "aws:PrincipalOrgID": "o-1" },
                        Bool: { "aws:SecureTransport": "false" },
                    },
                },
            ],
            everything(),
        ],
    ];
    for (const [what, statements, expected] of sts) {
        it(what, () => assert.deepEqual(verdict("P40", on("endpoint-sts", ...statements)), expected));
    }

    const s3: readonly (readonly [string, object, readonly string[]])[] = [
        ["named bucket", bucket, []],
        ["all buckets", { ...bucket, Resource: "*" }, buckets],
        ["all buckets by ARN", { ...bucket, Resource: "arn:aws:s3:::*" }, buckets],
        ["one named, one not", { ...bucket, Resource: ["arn:aws:s3:::studio-data", "arn:aws:s3:::*/*"] }, buckets],
        ["a pattern anybody can match", { ...bucket, Resource: "arn:aws:s3:::*sagemaker*" }, buckets],
        ["a prefix", { ...bucket, Resource: "arn:aws:s3:::studio-*" }, []],
        ["a bucket name from a variable", { ...bucket, Resource: "arn:aws:s3:::${aws:username}/*" }, buckets],
        ["NotResource", { ...bucket, Resource: undefined, NotResource: "arn:aws:s3:::other" }, buckets],
        ["access points of any account", { ...bucket, Resource: "arn:aws:s3:eu-west-1:*:accesspoint/x" }, buckets],
        ["access point of one account", { ...bucket, Resource: "arn:aws:s3:eu-west-1:111122223333:accesspoint/x" }, []],
        [
            "the account of the principal does not limit buckets",
            { ...bucket, Resource: "*", Condition: endpoint.Condition },
            buckets,
        ],
        [
            "the account of the resource does",
            { ...bucket, Resource: "*", Condition: { StringEquals: { "aws:ResourceAccount": "1" } } },
            [],
        ],
        ["an action without a bucket", { ...bucket, Action: "s3:ListAllMyBuckets", Resource: "*" }, []],
    ];
    for (const [what, statement, expected] of s3) {
        it(`S3: ${what}`, () => assert.deepEqual(verdict("P40", on("endpoint-s3", statement)), expected));
    }

    it("no policy at all", () => {
        assert.deepEqual(verdict("P40", change(cleanStack(), "endpoint-logs", "policy", undefined)), [
            `violation: VpcEndpoint endpoint-logs: ${UNSET}`,
        ]);
    });

    it("a policy in a resource of its own counts, and is judged there", () => {
        const policyResource = (text: string): Sketch => ({
            type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
            name: "separate",
            props: { vpcEndpointId: ref("endpoint-logs"), policy: text },
        });
        const bare = change(cleanStack(), "endpoint-logs", "policy", undefined);
        assert.deepEqual(verdict("P40", [...bare, policyResource(document(endpoint))]), []);
        assert.deepEqual(verdict("P40", [...bare, policyResource(document(OPEN))]), [
            "violation: VpcEndpointPolicy separate: statement 1 allows everybody everything. Limit it with aws:PrincipalAccount or aws:PrincipalOrgID.",
        ]);
    });

    it("a separate policy of an unknown endpoint may be this one's", () => {
        const loose: Sketch = {
            type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
            name: "loose",
            props: { vpcEndpointId: UNKNOWN, policy: document(endpoint) },
        };
        const bare = change(cleanStack(), "endpoint-logs", "policy", undefined);
        assert.deepEqual(verdict("P40", [...bare, loose]), [
            "undecided: VpcEndpoint endpoint-logs: policy is not set, and which endpoint loose is for is not known yet.",
        ]);
    });

    it("a service without policies is named in the configuration", () => {
        const stack = change(cleanStack(), "endpoint-logs", "policy", undefined);
        assert.deepEqual(verdict("P40", stack, { servicesWithoutPolicies: ["com.amazonaws.eu-west-1.logs"] }), []);
    });

    it("what is no document is not decided", () => {
        assert.deepEqual(verdict("P40", change(cleanStack(), "endpoint-sts", "policy", "{")), [
            "undecided: VpcEndpoint endpoint-sts: endpoint-sts is no policy document (the text is not JSON (position 1)), so whether it lets everything pass cannot be told.",
        ]);
    });

    isUndecidedWithout("P40", [["endpoint-sts", "policy"]]);
});
