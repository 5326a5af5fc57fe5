import { CONFLICT, from, type Reference } from "./reference";

const BUCKET_PARTS = [
    "Policy",
    "PublicAccessBlock",
    "ServerSideEncryptionConfiguration",
    "Versioning",
    "OwnershipControls",
    "Logging",
    "LifecycleConfiguration",
];

/** Keys, roles, logs and buckets. */
export const SECURITY: readonly Reference[] = [
    ...from("aws:kms/alias:Alias", { targetKeyId: ["key"] }),
    ...from("aws:kms/keyPolicy:KeyPolicy", { keyId: ["key", "cascade"] }),
    ...from("aws:iam/role:Role", { permissionsBoundary: ["policy", CONFLICT] }),
    ...from("aws:iam/rolePolicy:RolePolicy", { role: ["role", CONFLICT] }),
    ...from("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: ["role", CONFLICT],
        policyArn: ["policy", CONFLICT],
    }),
    ...from("aws:iam/instanceProfile:InstanceProfile", { role: ["role", CONFLICT] }),
    ...from("aws:cloudwatch/logGroup:LogGroup", { kmsKeyId: ["key", undefined, "InvalidParameterException"] }),
    ...BUCKET_PARTS.flatMap((part) => from(`aws:s3/bucket${part}:Bucket${part}`, { bucket: ["bucket", "cascade"] })),
    ...from("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", {
        "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId": ["key"],
    }),
    ...from("aws:s3/bucketLogging:BucketLogging", {
        targetBucket: ["bucket", undefined, "InvalidTargetBucketForLogging"],
    }),
    ...from("aws:s3/bucketObjectv2:BucketObjectv2", {
        // What holds a bucket with objects in it stands in rules/deletions.ts: the provider may empty it before.
        bucket: ["bucket", "cascade"],
        kmsKeyId: ["key"],
    }),
    ...from("aws:ssm/parameter:Parameter", { keyId: ["key", undefined, "InvalidKeyId"] }),
];
