import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { STORAGE_EXAMPLES } from "../../examples/storage";
import { isUndecidedWithout, verdict } from "../verdict";

const GOOD = STORAGE_EXAMPLES.P62?.good ?? [];
const POLICY = "sagemaker-data-policy";
const ARN = "arn:aws:s3:::acme-sagemaker-data";
const ALL = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"];
const CONDITION = {
    StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" },
    ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy" },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
};
const DENY = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [ARN, `${ARN}/*`], Condition: CONDITION };

const says = (actions: readonly string[] = ALL, bucket = "Bucket sagemaker-data"): string[] => [
    `violation: BucketPolicy ${POLICY}: admits ${actions.join(", ")} to ${bucket} from any network. Deny them to whoever does not come through a named VPC or endpoint (aws:SourceVpce, aws:SourceVpc).`,
];

function withPolicy(...statements: readonly object[]): Sketch[] {
    return change(GOOD, POLICY, "policy", JSON.stringify({ Version: "2012-10-17", Statement: statements }));
}

const condition = (Condition: object): Sketch[] => withPolicy({ ...DENY, Condition });
const spares = (key: string, value: unknown, operator = "ArnNotEquals"): Sketch[] => {
    const network = { "aws:SourceVpce": "vpce-1" };
    return condition(
        operator === "StringNotEquals"
            ? { StringNotEquals: { ...network, [key]: value } }
            : { StringNotEquals: network, [operator]: { [key]: value } },
    );
};

describe("P62 sagemaker-s3-bucket-vpce-restricted", () => {
    const cases: readonly (readonly [what: string, stack: readonly Sketch[], expected: readonly string[]])[] = [
        ["a named endpoint with the carve-outs of AWS's pages", withPolicy(DENY), []],
        ["a named VPC", condition({ StringNotEquals: { "aws:SourceVpc": ["vpc-1", "vpc-2"] } }), []],
        [
            "an endpoint or a VPC",
            condition({ StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" } }),
            [],
        ],
        ["no Deny", withPolicy({ ...DENY, Effect: "Allow" }), says()],
        [
            "an Allow by network denies nobody",
            withPolicy({ ...DENY, Effect: "Allow", Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }),
            says(),
        ],
        ["the wrong way round", condition({ StringEquals: { "aws:SourceVpce": "vpce-1" } }), says()],
        ["any endpoint", condition({ Null: { "aws:SourceVpce": "true" } }), says()],
        ["any endpoint by pattern", condition({ StringNotLike: { "aws:SourceVpce": "vpce-*" } }), says()],
        ["one id and any", condition({ StringNotEquals: { "aws:SourceVpce": ["vpce-1", "*"] } }), says()],
        [
            "ForAnyValue does not hold without the key",
            condition({ "ForAnyValue:StringNotEquals": { "aws:SourceVpce": "vpce-1" } }),
            says(),
        ],
        ["for one role only", withPolicy({ ...DENY, Principal: { AWS: "arn:aws:iam::111122223333:role/a" } }), says()],
        [
            "for everybody but a role",
            withPolicy({
                ...DENY,
                Principal: undefined,
                NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/deploy" },
            }),
            [],
        ],
        ["reading only", withPolicy({ ...DENY, Action: "s3:GetObject*" }), says(ALL.slice(1))],
        [
            "each action by a statement of its own",
            withPolicy(
                { ...DENY, Action: ["s3:GetObject", "s3:PutObject"] },
                { ...DENY, Action: ["s3:Delete*", "s3:List*"] },
            ),
            [],
        ],
        ["objects, not the list of them", withPolicy({ ...DENY, Resource: `${ARN}/*` }), says(["s3:ListBucket"])],
        ["the bucket, not its objects", withPolicy({ ...DENY, Resource: ARN }), says(ALL.slice(0, 3))],
        ["one folder", withPolicy({ ...DENY, Resource: [ARN, `${ARN}/a/*`] }), says(ALL.slice(0, 3))],
        ["every role spared", spares("aws:PrincipalArn", "arn:aws:iam::111122223333:role/*"), says()],
        ["everybody spared", spares("aws:PrincipalArn", "*"), says()],
        ["roles of any account spared", spares("aws:PrincipalArn", "arn:aws:iam::*:role/deploy"), says()],
        [
            "roles of AWS's services spared",
            spares("aws:PrincipalArn", "arn:aws:iam::*:role/aws-service-role/*", "ArnNotLike"),
            [],
        ],
        [
            "deploy roles spared by their beginning",
            spares("aws:PrincipalArn", "arn:aws:iam::111122223333:role/deploy-*", "ArnNotLike"),
            [],
        ],
        ["principals with a tag spared", spares("aws:PrincipalTag/perimeter", "exempt", "StringNotEquals"), []],
        ["an account spared", spares("aws:PrincipalAccount", "111122223333", "StringNotEquals"), says()],
        ["requests over TLS spared", spares("aws:SecureTransport", "false", "Bool"), says()],
        ["requests of people spared", spares("aws:ViaAWSService", "true", "Bool"), says()],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P62", stack), expected));
    }

    it("a bucket without a policy, and one whose policy may be another's", () => {
        const none = without(GOOD, POLICY);
        assert.deepEqual(verdict("P62", none), [
            "violation: Bucket sagemaker-data: has no policy, so its data is reached from any network. Deny them to whoever does not come through a named VPC or endpoint (aws:SourceVpce, aws:SourceVpc).",
        ]);
        assert.deepEqual(verdict("P62", [{ ...(none[0] as Sketch), type: "aws:s3/bucketV2:BucketV2" }]).length, 1);
    });

    it("parts of a document that are not known decide nothing", () => {
        const open = [
            `undecided: BucketPolicy ${POLICY}: its Deny statements cannot be read in full, so from where data is reached cannot be told.`,
        ];
        const partly = (changed: object): Sketch[] =>
            change(GOOD, POLICY, "policy", { Version: "2012-10-17", Statement: [{ ...DENY, ...changed }] });
        assert.deepEqual(verdict("P62", partly({})), []);
        for (const changed of [
            { Principal: { AWS: UNKNOWN } },
            { Resource: UNKNOWN },
            { Action: [UNKNOWN] },
            { Condition: { StringNotEquals: { "aws:SourceVpce": UNKNOWN } } },
        ]) {
            assert.deepEqual(
                verdict("P62", partly(changed)).map((text) => text.split("; if so: ").at(-1)),
                open,
            );
        }
    });

    it("the policy may stand in the bucket, old spelling or new", () => {
        for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
            const policy = JSON.stringify({ Version: "2012-10-17", Statement: [DENY] });
            const inline: Sketch = { type, name: "sagemaker-data", props: { policy } };
            assert.deepEqual(verdict("P62", [inline]), []);
        }
    });

    it("buckets that take logs hold no data of SageMaker", () => {
        const logs: Sketch = { type: "aws:s3/bucket:Bucket", name: "logs", props: { bucket: "acme-logs" } };
        const logging: Sketch = {
            type: "aws:s3/bucketLogging:BucketLogging",
            name: "to-logs",
            props: { bucket: ref("sagemaker-data"), targetBucket: ref("logs"), targetPrefix: "" },
        };
        assert.deepEqual(verdict("P62", [...GOOD, logs, logging]), []);
        assert.equal(verdict("P62", [...GOOD, logs], { scope: "all" }).length, 1);
    });

    it("a bucket that SageMaker does not use is nobody's business unless the configuration says so", () => {
        const web: Sketch = { type: "aws:s3/bucket:Bucket", name: "web", props: {} };
        assert.deepEqual(verdict("P62", [...GOOD, web]), []);
        assert.equal(verdict("P62", [...GOOD, web], { scope: "all" }).length, 1);
    });

    it("the configuration may list the networks", () => {
        assert.deepEqual(verdict("P62", GOOD, { networks: ["vpce-0a1b2c3d"] }), []);
        assert.deepEqual(verdict("P62", GOOD, { networks: ["vpce-other"] }), says());
    });

    it("the configuration may be content with execution roles", () => {
        const held = (pattern: string): Sketch[] => [
            ...condition({ StringNotEquals: { "aws:SourceVpce": "vpce-1" }, ArnLike: { "aws:PrincipalArn": pattern } }),
            { type: "aws:iam/role:Role", name: "studio-run", props: { name: "studio-run" } },
            {
                type: "aws:sagemaker/notebookInstance:NotebookInstance",
                name: "n",
                props: { roleArn: ref("studio-run", "arn") },
            },
        ];
        const options = { holdOnlyExecutionRoles: true };
        const named = "arn:aws:iam::111122223333:role/studio-*";
        const other = "arn:aws:iam::111122223333:role/web-*";
        assert.deepEqual(verdict("P62", held(named), options), []);
        assert.deepEqual(verdict("P62", held(named), options, "unknown"), []);
        assert.deepEqual(verdict("P62", held(named)), says());
        assert.deepEqual(verdict("P62", held(other), options), says());
    });

    it("execution roles of another account, which no policy here lets in, need not be held", () => {
        const inAccount = (provider: string): Sketch[] => [
            ...condition({
                StringNotEquals: { "aws:SourceVpce": "vpce-1" },
                ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/studio-*" },
            }),
            { type: "aws:iam/role:Role", name: "elsewhere", provider, props: { name: "elsewhere" } },
            {
                type: "aws:sagemaker/notebookInstance:NotebookInstance",
                name: "n",
                provider,
                props: { roleArn: ref("elsewhere", "arn") },
            },
        ];
        const options = { holdOnlyExecutionRoles: true };
        assert.deepEqual(verdict("P62", inAccount("urn:of-another-account"), options), []);
        assert.deepEqual(
            verdict(
                "P62",
                inAccount("urn:of-another-account").map((each) => ({ ...each, provider: "urn:of-one" })),
                options,
            ),
            says(),
        );
    });

    isUndecidedWithout(
        "P62",
        [
            [POLICY, "policy"],
            [POLICY, "bucket"],
        ],
        GOOD,
    );
});
