import { hexId, upperCaseId, uuid } from "../subject";
import { type IdentityTable, namedBy, partOf } from "./identity";

/** Keys, roles, policies, buckets, logs, parameters. */
export const SECURITY: IdentityTable = {
    "aws:kms/key:Key": {
        id: uuid,
        defaults: {
            bypassPolicyLockoutSafetyCheck: false,
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            enableKeyRotation: false,
            isEnabled: true,
            keyUsage: "ENCRYPT_DECRYPT",
        },
        outputs: {
            arn: (subject, id) => subject.arn("kms", `key/${id}`),
            keyId: (_, id) => id,
            multiRegion: () => false,
            description: () => "",
            policy: (subject) => accountPolicy(subject.globalArn("iam", "root")),
        },
    },
    "aws:kms/alias:Alias": {
        id: (subject) => subject.text("name"),
        autoName: "name",
        autoNamePrefix: "alias/",
        outputs: {
            arn: (subject, id) => subject.arn("kms", id),
            targetKeyArn: (subject) => {
                const key = subject.text("targetKeyId");
                return key.startsWith("arn:") ? key : subject.arn("kms", `key/${key}`);
            },
        },
    },
    "aws:kms/keyPolicy:KeyPolicy": partOf("keyId"),
    "aws:iam/role:Role": {
        global: true,
        id: (subject) => subject.text("name"),
        autoName: "name",
        defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
        outputs: {
            arn: (subject, id) => subject.globalArn("iam", `role${subject.text("path", "/")}${id}`),
            uniqueId: () => upperCaseId("AROA", 17),
            createDate: () => new Date().toISOString(),
        },
    },
    "aws:iam/rolePolicy:RolePolicy": {
        global: true,
        id: (subject) => `${subject.text("role")}:${subject.text("name")}`,
        autoName: "name",
    },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        global: true,
        id: (subject) => `${subject.text("role")}/${subject.text("policyArn")}`,
    },
    "aws:iam/policy:Policy": {
        global: true,
        id: (subject) => subject.globalArn("iam", `policy${subject.text("path", "/")}${subject.text("name")}`),
        autoName: "name",
        defaults: { path: "/" },
        outputs: { arn: (_, id) => id, policyId: () => upperCaseId("ANPA", 17), attachmentCount: () => 0 },
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        global: true,
        id: (subject) => subject.text("name"),
        autoName: "name",
        defaults: { path: "/" },
        outputs: {
            arn: (subject, id) => subject.globalArn("iam", `instance-profile${subject.text("path", "/")}${id}`),
        },
    },
    "aws:cloudwatch/logGroup:LogGroup": namedBy("name", "logs", "log-group:", {
        autoName: "name",
        defaults: { retentionInDays: 0, skipDestroy: false },
        outputs: { logGroupClass: () => "STANDARD" },
    }),
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": partOf("policyName"),
    "aws:s3/bucket:Bucket": {
        id: (subject) => subject.text("bucket"),
        autoName: "bucket",
        defaults: { forceDestroy: false },
        outputs: {
            arn: (subject, id) => `arn:${subject.partition}:s3:::${id}`,
            bucketDomainName: (subject, id) => `${id}.s3.${subject.dnsSuffix}`,
            bucketRegionalDomainName: (subject, id) => `${id}.s3.${subject.place.region}.${subject.dnsSuffix}`,
            bucketRegion: (subject) => subject.place.region,
        },
    },
    "aws:s3/bucketObjectv2:BucketObjectv2": {
        id: (subject) => `${subject.text("bucket")}/${subject.text("key")}`,
        defaults: { forceDestroy: false },
        outputs: {
            arn: (subject, id) => `arn:${subject.partition}:s3:::${id}`,
            bucketKeyEnabled: () => true,
            contentType: () => "application/octet-stream",
            etag: () => hexId("", 18),
            storageClass: () => "STANDARD",
            versionId: () => hexId("", 18),
        },
        follows: { etag: ["content"], versionId: ["content"] },
    },
    "aws:s3/bucketPolicy:BucketPolicy": partOf("bucket"),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": partOf("bucket"),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": partOf("bucket"),
    "aws:s3/bucketVersioning:BucketVersioning": partOf("bucket"),
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": partOf("bucket"),
    "aws:s3/bucketLogging:BucketLogging": partOf("bucket"),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": partOf("bucket"),
    "aws:ssm/parameter:Parameter": {
        id: (subject) => subject.text("name"),
        autoName: "name",
        outputs: {
            arn: (subject, id) => subject.arn("ssm", `parameter/${id.replace(/^\//, "")}`),
            dataType: () => "text",
            tier: () => "Standard",
            version: () => 1,
        },
    },
};

/** The policy KMS gives a key that comes without one. Source: KMS developer guide, "Default key policy". */
function accountPolicy(root: string): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Id: "key-default-1",
        Statement: [
            {
                Sid: "Enable IAM User Permissions",
                Effect: "Allow",
                Principal: { AWS: root },
                Action: "kms:*",
                Resource: "*",
            },
        ],
    });
}
