import assert from "node:assert/strict";
import { change, ref, type Sketch, Text, without } from "../../fixture/build";
import { STORAGE_EXAMPLES } from "../../examples/storage";
import { isUndecidedWithout, verdict } from "../verdict";

const GOOD = STORAGE_EXAMPLES.P63?.good ?? [];
const PREFIX = "sagemaker-data";
const NO_POLICY = "Deny s3:* on the bucket and its objects where aws:SecureTransport is false.";
const ABSENT = {
    publicAccessBlock:
        "has no public access block of this stack. Add a BucketPublicAccessBlock with all four settings true.",
    serverSideEncryptionConfiguration:
        "has no default encryption, which means S3's own key. Set aws:kms with a customer managed key.",
    versioning: "has no versioning. Add a BucketVersioning with status Enabled.",
    logging: "has no access logs. Add a BucketLogging to a bucket for logs.",
    policy: `has no policy, so requests without TLS are answered. ${NO_POLICY}`,
} as const;

const part = (name: string, path: string, value: unknown): Sketch[] => change(GOOD, `${PREFIX}-${name}`, path, value);
const says = (kind: string, name: string, text: string): string[] => [`violation: ${kind} ${PREFIX}-${name}: ${text}`];

describe("P63 sagemaker-s3-bucket-baseline", () => {
    it("a bucket with all five", () => {
        for (const ids of ["known", "unknown"] as const) {
            assert.deepEqual(verdict("P63", GOOD, {}, ids), []);
        }
    });

    for (const [name, text] of Object.entries(ABSENT)) {
        it(`without ${name}`, () => {
            const stack = without(GOOD, `${PREFIX}-${name}`);
            assert.deepEqual(verdict("P63", stack), [`violation: Bucket ${PREFIX}: ${text}`]);
        });
    }

    for (const flag of ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]) {
        it(`${flag} off, or absent`, () => {
            const at = (value: unknown): string[] => verdict("P63", part("publicAccessBlock", flag, value));
            const block = "BucketPublicAccessBlock";
            assert.deepEqual(at(false), says(block, "publicAccessBlock", `${flag} is false. Set it to true.`));
            assert.deepEqual(
                at(undefined),
                says(block, "publicAccessBlock", `${flag} is not set, which means false. Set it to true.`),
            );
        });
    }

    const encryption = "serverSideEncryptionConfiguration";
    const algorithm = "rules.0.applyServerSideEncryptionByDefault";
    const ofEncryption = (text: string): string[] => says("BucketServerSideEncryptionConfiguration", encryption, text);
    const cases: readonly (readonly [what: string, stack: readonly Sketch[], expected: readonly string[]])[] = [
        [
            "S3's own key",
            part(encryption, `${algorithm}.sseAlgorithm`, "AES256"),
            ofEncryption('sseAlgorithm is "AES256". Set it to "aws:kms" with a customer managed key.'),
        ],
        ["two layers", part(encryption, `${algorithm}.sseAlgorithm`, "aws:kms:dsse"), []],
        [
            "AWS's key",
            part(encryption, `${algorithm}.kmsMasterKeyId`, undefined),
            ofEncryption(
                `${algorithm}.kmsMasterKeyId is not set. Set it to a customer managed key now: objects written before keep the key they have.`,
            ),
        ],
        [
            "AWS's key by its alias",
            part(encryption, `${algorithm}.kmsMasterKeyId`, "alias/aws/s3"),
            ofEncryption(
                `${algorithm}.kmsMasterKeyId is a key of AWS (alias/aws/…). Set it to a customer managed key now: objects written before keep the key they have.`,
            ),
        ],
        [
            "versions suspended",
            part("versioning", "versioningConfiguration.status", "Suspended"),
            says(
                "BucketVersioning",
                "versioning",
                'versioningConfiguration.status is "Suspended". Turn versioning on.',
            ),
        ],
        [
            "no target",
            part("logging", "targetBucket", undefined),
            says("BucketLogging", "logging", "targetBucket is not set. Name a bucket for access logs."),
        ],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P63", stack), expected));
    }

    const ARN = "arn:aws:s3:::acme-sagemaker-data";
    const TLS = {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [ARN, `${ARN}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const policies: readonly (readonly [what: string, statement: object, isFine: boolean])[] = [
        ["named everybody", { ...TLS, Principal: { AWS: "*" } }, true],
        ["every action of every service", { ...TLS, Action: "*", Resource: "*" }, true],
        ["IfExists", { ...TLS, Condition: { BoolIfExists: { "aws:SecureTransport": false } } }, true],
        ["an Allow", { ...TLS, Effect: "Allow" }, false],
        ["with TLS", { ...TLS, Condition: { Bool: { "aws:SecureTransport": "true" } } }, false],
        ["one principal", { ...TLS, Principal: { AWS: "arn:aws:iam::111122223333:root" } }, false],
        ["reading only", { ...TLS, Action: "s3:GetObject" }, false],
        ["objects only", { ...TLS, Resource: `${ARN}/*` }, false],
        ["the bucket only", { ...TLS, Resource: ARN }, false],
        [
            "a second condition",
            { ...TLS, Condition: { ...TLS.Condition, StringEquals: { "aws:PrincipalAccount": "111122223333" } } },
            false,
        ],
    ];
    for (const [what, statement, isFine] of policies) {
        it(`TLS: ${what}`, () => {
            const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
            const expected = says(
                "BucketPolicy",
                "policy",
                `refuses no requests without TLS to Bucket ${PREFIX}. ${NO_POLICY}`,
            );
            assert.deepEqual(verdict("P63", part("policy", "policy", text)), isFine ? [] : expected);
        });
    }

    describe("old and new spellings", () => {
        const kms = { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("data", "arn") };
        const old: Sketch = {
            type: "aws:s3/bucket:Bucket",
            name: PREFIX,
            props: {
                bucket: "acme-sagemaker-data",
                versioning: { enabled: true },
                logging: { targetBucket: "acme-logs" },
                serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: kms } },
                policy: JSON.stringify({ Version: "2012-10-17", Statement: [TLS] }),
            },
        };
        const second: Sketch = {
            ...old,
            type: "aws:s3/bucketV2:BucketV2",
            props: {
                bucket: "acme-sagemaker-data",
                versionings: [{ enabled: true }],
                loggings: [{ targetBucket: "acme-logs" }],
                serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [kms] }] }],
                policy: old.props.policy,
            },
        };
        const separate = GOOD.filter(({ name }) => name.endsWith("publicAccessBlock") || name === "data");
        const renamed = GOOD.map((sketch) => {
            const [, , kind = ""] = sketch.type.split(/[/:]/);
            const hasSecond = /^bucket(Versioning|Logging|ServerSideEncryptionConfiguration)?$/.test(kind);
            return hasSecond ? { ...sketch, type: sketch.type.replaceAll(/(ucket[A-Za-z]*)/g, "$1V2") } : sketch;
        });
        const stacks = [
            ["inline", [old, ...separate], "versioning.enabled", "serverSideEncryptionConfiguration.rule"],
            [
                "inline lists",
                [second, ...separate],
                "versionings.0.enabled",
                "serverSideEncryptionConfigurations.0.rules.0",
            ],
        ] as const;
        for (const [what, stack, versioning, encryptionPath] of stacks) {
            it(what, () => {
                assert.deepEqual(verdict("P63", stack), []);
                assert.deepEqual(verdict("P63", stack, {}, "unknown"), []);
                const kind = what === "inline" ? "Bucket" : "BucketV2";
                assert.deepEqual(verdict("P63", change(stack, PREFIX, versioning, false)), [
                    `violation: ${kind} ${PREFIX}: ${versioning} is false. Turn versioning on.`,
                ]);
                const block = what === "inline" ? "ByDefault" : "ByDefaults.0";
                const path = `${encryptionPath}.applyServerSideEncryption${block}.sseAlgorithm`;
                assert.deepEqual(verdict("P63", change(stack, PREFIX, path, "AES256")), [
                    `violation: ${kind} ${PREFIX}: sseAlgorithm is "AES256". Set it to "aws:kms" with a customer managed key.`,
                ]);
            });
        }

        it("every part by its V2 resource", () => {
            assert.ok(renamed.some(({ type }) => type === "aws:s3/bucketVersioningV2:BucketVersioningV2"));
            assert.deepEqual(verdict("P63", renamed), []);
        });

        it("a separate resource counts before what the bucket shows of itself", () => {
            const stale = change(GOOD, PREFIX, "versioning", { enabled: false });
            assert.deepEqual(verdict("P63", stale), []);
        });
    });

    it("each of several buckets is judged by its own parts", () => {
        const second: Sketch = { type: "aws:s3/bucket:Bucket", name: "second", props: {} };
        const said = verdict("P63", [...GOOD, second]);
        assert.deepEqual(
            said,
            [
                ABSENT.publicAccessBlock,
                ABSENT.serverSideEncryptionConfiguration,
                ABSENT.logging,
                ABSENT.versioning,
                ABSENT.policy,
            ].map((text) => `violation: Bucket second: ${text}`),
        );
    });

    describe("buckets for logs need neither key nor logs of their own", () => {
        const bare = (policy?: string): Sketch[] => [
            ...without(GOOD, `${PREFIX}-${encryption}`, `${PREFIX}-logging`).map((sketch) =>
                policy !== undefined && sketch.name === `${PREFIX}-policy`
                    ? { ...sketch, props: { ...sketch.props, policy } }
                    : sketch,
            ),
        ];
        it("named by another bucket's logging", () => {
            const source: Sketch = {
                type: "aws:s3/bucketLogging:BucketLogging",
                name: "source",
                props: { bucket: "elsewhere", targetBucket: ref(PREFIX) },
            };
            assert.deepEqual(verdict("P63", [...bare(), source]), []);
            assert.deepEqual(verdict("P63", [...bare(), source], {}, "unknown"), []);
        });
        for (const service of ["logging.s3", "delivery.logs", "logdelivery.elasticloadbalancing"]) {
            it(`open to ${service}`, () => {
                const deliver = {
                    Effect: "Allow",
                    Principal: { Service: `${service}.amazonaws.com` },
                    Action: "s3:PutObject",
                    Resource: `${ARN}/*`,
                };
                const policy = JSON.stringify({ Version: "2012-10-17", Statement: [TLS, deliver] });
                assert.deepEqual(verdict("P63", bare(policy)), []);
            });
        }
        it("a policy that is not known may be one for logs", () => {
            const unknown = change(bare(), `${PREFIX}-policy`, "policy", new Text([ref("data")], () => ""));
            assert.deepEqual(
                verdict("P63", unknown, {}, "unknown").map((text) => text.split(";")[0]),
                [
                    "undecided: it may be a bucket for data, which is not known yet",
                    "undecided: it may be a bucket for data, which is not known yet",
                    `undecided: BucketPolicy ${PREFIX}-policy: ${PREFIX}-policy is not known yet, so whether it refuses requests without TLS cannot be told.`,
                ],
            );
        });
    });

    it("the account's own block closes every bucket of its provider", () => {
        const account = (provider?: string): Sketch => ({
            type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
            name: "account",
            props: {
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
            ...(provider !== undefined && { provider }),
        });
        const open = without(GOOD, `${PREFIX}-publicAccessBlock`);
        assert.deepEqual(verdict("P63", [...open, account()]), []);
        assert.equal(verdict("P63", [...open, account("urn:other")]).length, 1);
        assert.equal(verdict("P63", change([...open, account()], "account", "blockPublicAcls", false)).length, 1);
    });

    isUndecidedWithout(
        "P63",
        [
            [`${PREFIX}-publicAccessBlock`, "bucket"],
            [`${PREFIX}-publicAccessBlock`, "blockPublicAcls"],
            [`${PREFIX}-${encryption}`, "bucket"],
            [`${PREFIX}-${encryption}`, "rules"],
            [`${PREFIX}-${encryption}`, `${algorithm}.sseAlgorithm`],
            [`${PREFIX}-${encryption}`, `${algorithm}.kmsMasterKeyId`],
            [`${PREFIX}-versioning`, "bucket"],
            [`${PREFIX}-versioning`, "versioningConfiguration"],
            [`${PREFIX}-logging`, "bucket"],
            [`${PREFIX}-policy`, "bucket"],
            [`${PREFIX}-policy`, "policy"],
        ],
        GOOD,
    );
});
