import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack, document, STATEMENTS } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const { endpoint, bucket } = STATEMENTS;
const OPEN = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const UNSET = "policy is not set, so AWS lets everything pass. Give it a policy limited to your account.";
const outsiders = (cite = "statement 1"): string[] => [
    `violation: VpcEndpoint endpoint-sts: ${cite} lets principals of any account pass. Limit it with aws:PrincipalAccount or aws:PrincipalOrgID.`,
];
const buckets = [
    "violation: VpcEndpoint endpoint-s3: statement Bucket admits buckets of any account. Name the buckets, or add aws:ResourceAccount or aws:ResourceOrgID.",
];

const outsidersOfBucket = [outsiders("statement Bucket")[0]?.replace("endpoint-sts", "endpoint-s3") ?? ""];
const layers = [outsiders()[0]?.replace("endpoint-sts", "endpoint-s3") ?? ""];
const LAYERS = {
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*",
};

function on(name: string, ...statements: readonly object[]): Sketch[] {
    return change(cleanStack(), name, "policy", document(...statements));
}

describe("P40 vpc-endpoint-policy-restricted", () => {
    const sts: readonly (readonly [string, readonly object[], readonly string[]])[] = [
        ["everybody everything", [OPEN], outsiders()],
        ["everybody everything, named", [{ ...OPEN, Sid: "Full" }], outsiders("statement Full")],
        ["AWS: *", [{ ...OPEN, Principal: { AWS: "*" } }], outsiders()],
        ["every action of the service", [{ ...OPEN, Action: "sts:*" }], outsiders()],
        ["every action but one", [{ ...OPEN, Action: undefined, NotAction: "sts:GetSessionToken" }], outsiders()],
        ["every resource by ARN", [{ ...OPEN, Resource: "arn:aws:iam::*:*" }], outsiders()],
        ["one principal", [{ ...OPEN, Principal: { AWS: "arn:aws:iam::111122223333:root" } }], []],
        ["one principal by account id", [{ ...OPEN, Principal: { AWS: ["111122223333"] } }], []],
        ["a principal and everybody", [{ ...OPEN, Principal: { AWS: ["111122223333", "*"] } }], outsiders()],
        ["one action", [{ ...OPEN, Action: "sts:AssumeRole" }], outsiders()],
        ["resources of the account", [{ ...OPEN, Resource: "arn:aws:iam::111122223333:role/*" }], outsiders()],
        ["one resource of the account", [{ ...OPEN, Resource: "arn:aws:iam::111122223333:role/jobs" }], []],
        [
            "one of its resources is nobody's",
            [{ ...OPEN, Resource: ["arn:aws:iam::111122223333:role/jobs", "*"] }],
            outsiders(),
        ],
        [
            "a resource named by a variable",
            [{ ...OPEN, Resource: "arn:aws:iam::111122223333:role/${aws:username}" }],
            outsiders(),
        ],
        [
            "all resources but one",
            [{ ...OPEN, Resource: undefined, NotResource: "arn:aws:iam::111122223333:role/jobs" }],
            outsiders(),
        ],
        [
            "own role",
            [{ ...OPEN, Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } } }],
            [],
        ],
        [
            "anybody's role of a name",
            [{ ...OPEN, Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/jobs" } } }],
            outsiders(),
        ],
        [
            "accounts by a pattern",
            [{ ...OPEN, Condition: { StringLike: { "aws:PrincipalAccount": "1111*" } } }],
            outsiders(),
        ],
        [
            "organizations by a pattern",
            [{ ...OPEN, Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }],
            outsiders(),
        ],
        ["the second statement without a condition", [endpoint, OPEN], outsiders("statement 2")],
        ["own account", [endpoint], []],
        ["own organization", [{ ...OPEN, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }], []],
        ["key in another case", [{ ...OPEN, Condition: { StringEquals: { "AWS:principalorgid": "o-1" } } }], []],
        ["org paths", [{ ...OPEN, Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/*" } } }], []],
        ["own resources", [{ ...OPEN, Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } } }], []],
        ["any value", [{ ...OPEN, Condition: { StringLike: { "aws:PrincipalAccount": "*" } } }], outsiders()],
        [
            "one of the values is any",
            [{ ...OPEN, Condition: { StringLike: { "aws:PrincipalAccount": ["111122223333", "*"] } } }],
            outsiders(),
        ],
        [
            "IfExists passes requests without the key",
            [{ ...OPEN, Condition: { StringEqualsIfExists: { "aws:PrincipalAccount": "111122223333" } } }],
            outsiders(),
        ],
        [
            "ForAllValues passes an empty set",
            [{ ...OPEN, Condition: { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-1/*" } } }],
            outsiders(),
        ],
        [
            "a negated operator admits all others",
            [{ ...OPEN, Condition: { StringNotEquals: { "aws:PrincipalAccount": "111122223333" } } }],
            outsiders(),
        ],
        [
            "another key",
            [{ ...OPEN, Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }],
            outsiders(),
        ],
        [
            "a Deny for everybody else",
            [OPEN, { ...OPEN, Effect: "Deny", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } }],
            [],
        ],
        [
            "a Deny that leaves out principals without an organization",
            [
                OPEN,
                {
                    ...OPEN,
                    Effect: "Deny",
                    Condition: { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-1/*" } },
                },
            ],
            outsiders(),
        ],
        ["a service", [{ ...OPEN, Principal: { Service: "sagemaker.amazonaws.com" } }], []],
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
            outsiders(),
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
            { ...bucket, Resource: "*", Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } } },
            [],
        ],
        ["making a bucket, which is the caller's", { ...bucket, Action: "s3:CreateBucket", Resource: "*" }, []],
        ["image layers of AWS without a condition", { ...LAYERS }, []],
        [
            "image layers of another Region",
            { ...LAYERS, Resource: LAYERS.Resource.replace("west-1", "west-2") },
            layers,
        ],
        ["writing to AWS's bucket", { ...LAYERS, Action: "s3:PutObject" }, layers],
        [
            "a pattern that covers AWS's bucket",
            { ...LAYERS, Resource: "arn:aws:s3:::prod-*-starport-layer-bucket/*" },
            layers,
        ],
        [
            "packages of AWS without a condition",
            { ...LAYERS, Resource: "arn:aws:s3:::assets-438097961670-eu-west-1/*" },
            [],
        ],
        [
            "a bucket that only looks like one",
            { ...LAYERS, Resource: "arn:aws:s3:::assets-111122223333-eu-west-1/*" },
            layers,
        ],
        ["a named bucket without a condition", { ...bucket, Condition: undefined }, outsidersOfBucket],
        ["an action without a bucket", { ...bucket, Action: "s3:ListAllMyBuckets", Resource: "*" }, []],
    ];
    for (const [what, statement, expected] of s3) {
        it(`S3: ${what}`, () => assert.deepEqual(verdict("P40", on("endpoint-s3", statement)), expected));
    }

    it("a bucket of the stack is its own, and the configuration may name others", () => {
        const open = { ...bucket, Condition: undefined };
        const own: Sketch = { type: "aws:s3/bucket:Bucket", name: "data", props: { bucket: "studio-data" } };
        assert.deepEqual(verdict("P40", [...on("endpoint-s3", open), own]), []);
        assert.deepEqual(verdict("P40", on("endpoint-s3", open), { allowedBuckets: ["studio-data"] }), []);
        assert.deepEqual(verdict("P40", on("endpoint-s3", open), { allowedBuckets: ["studio"] }), outsidersOfBucket);
    });

    it("the account's own APIs may be called without a principal, and nothing else of it", () => {
        const api = (Action: string, account: string): Sketch[] =>
            on("endpoint-sts", { ...OPEN, Action, Resource: `arn:aws:execute-api:eu-west-1:${account}:*` });
        assert.deepEqual(verdict("P40", api("execute-api:Invoke", "111122223333")), []);
        assert.deepEqual(verdict("P40", api("execute-api:Invoke", "*")), outsiders());
        assert.deepEqual(verdict("P40", api("execute-api:*", "111122223333")), outsiders());
    });

    it("every endpoint without the condition is named", () => {
        const bare = cleanStack().map((sketch) =>
            typeof sketch.props.policy === "string" && sketch.type.endsWith("VpcEndpoint")
                ? {
                      ...sketch,
                      props: { ...sketch.props, policy: sketch.props.policy.replace(/,"Condition":\{.*?\}\}/, "") },
                  }
                : sketch,
        );
        assert.deepEqual(
            verdict("P40", bare).map((each) => each.split(": ")[1]),
            ["s3", "api", "runtime", "studio", "sts", "logs"].map((name) => `VpcEndpoint endpoint-${name}`),
        );
    });

    it("a service name that is not known may be S3's", () => {
        const stack = change(on("endpoint-s3", LAYERS), "endpoint-s3", "serviceName", UNKNOWN);
        assert.deepEqual(verdict("P40", stack), [
            "undecided: VpcEndpoint endpoint-s3: statement 1 cannot be read in full, so what it lets pass cannot be told.",
        ]);
    });

    it("a service that evaluates no policy, and a load balancer's endpoint, need none", () => {
        const none = (props: Record<string, unknown>): Sketch[] => [
            ...cleanStack(),
            { type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: "added", props: { vpcId: ref("studio"), ...props } },
        ];
        const pipeline = { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.codepipeline" };
        const appliance = {
            vpcEndpointType: "GatewayLoadBalancer",
            serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
        };
        assert.deepEqual(verdict("P40", none(pipeline)), []);
        assert.deepEqual(verdict("P40", none(appliance)), []);
        assert.deepEqual(verdict("P40", none({ ...appliance, vpcEndpointType: "Interface" })), [
            `violation: VpcEndpoint added: ${UNSET}`,
        ]);
    });

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
            "violation: VpcEndpointPolicy separate: statement 1 lets principals of any account pass. Limit it with aws:PrincipalAccount or aws:PrincipalOrgID.",
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
            "undecided: VpcEndpoint endpoint-sts: endpoint-sts is no policy document (the text is not JSON (position 1)), so whom and what it lets pass cannot be told.",
        ]);
    });

    isUndecidedWithout("P40", [["endpoint-sts", "policy"]]);
});
