import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";

const ARN = "arn:aws:s3:::acme-sagemaker-data";
const NOTHING_WITHOUT_TLS = {
    Sid: "NothingWithoutTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [ARN, `${ARN}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const THROUGH_THE_ENDPOINT_ONLY = {
    Sid: "ThroughTheEndpointOnly",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*", "s3:ListBucket*"],
    Resource: [ARN, `${ARN}/*`],
    Condition: {
        StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" },
        ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/deploy" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
    },
};

const bucket: Sketch = {
    type: "aws:s3/bucket:Bucket",
    name: "sagemaker-data",
    props: { bucket: "acme-sagemaker-data" },
};

const part = (name: string, props: Record<string, unknown>): Sketch => ({
    type: `aws:s3/bucket${name}:Bucket${name}`,
    name: `sagemaker-data-${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    props: { bucket: ref("sagemaker-data"), ...props },
});

const policy = (...statements: readonly object[]): Sketch =>
    part("Policy", { policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) });

const publicAccessBlock = (closed: boolean): Sketch =>
    part("PublicAccessBlock", {
        blockPublicAcls: true,
        blockPublicPolicy: closed,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    });

const rest: readonly Sketch[] = [
    { type: "aws:kms/key:Key", name: "data", props: {} },
    part("ServerSideEncryptionConfiguration", {
        rules: [
            {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("data", "arn") },
                bucketKeyEnabled: true,
            },
        ],
    }),
    part("Versioning", { versioningConfiguration: { status: "Enabled" } }),
    part("Logging", { targetBucket: "acme-access-logs", targetPrefix: "sagemaker-data/" }),
    policy(NOTHING_WITHOUT_TLS),
];

/** Examples of the policies on buckets. */
export const STORAGE_EXAMPLES: Examples = {
    P62: {
        bad: [bucket, policy(NOTHING_WITHOUT_TLS)],
        good: [bucket, policy(NOTHING_WITHOUT_TLS, THROUGH_THE_ENDPOINT_ONLY)],
    },
    P63: {
        bad: [bucket, publicAccessBlock(false), ...rest],
        good: [bucket, publicAccessBlock(true), ...rest],
    },
};
