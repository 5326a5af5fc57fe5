import { type ReplacementTable, TERRAFORM } from "./row";

/** Keys, roles, policies, buckets, logs, parameters. */
export const SECURITY: ReplacementTable = {
    "aws:kms/key:Key": {
        paths: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
        source: `${TERRAFORM}/kms/key.go`,
    },
    "aws:kms/alias:Alias": { paths: ["name", "namePrefix"], source: `${TERRAFORM}/kms/alias.go` },
    "aws:kms/keyPolicy:KeyPolicy": { paths: ["keyId"], source: `${TERRAFORM}/kms/key_policy.go` },
    "aws:iam/role:Role": { paths: ["name", "namePrefix", "path"], source: `${TERRAFORM}/iam/role.go` },
    "aws:iam/rolePolicy:RolePolicy": {
        paths: ["name", "namePrefix", "role"],
        source: `${TERRAFORM}/iam/role_policy.go`,
    },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        paths: ["policyArn", "role"],
        source: `${TERRAFORM}/iam/role_policy_attachment.go`,
    },
    "aws:iam/policy:Policy": {
        paths: ["description", "name", "namePrefix", "path"],
        source: `${TERRAFORM}/iam/policy.go`,
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        paths: ["name", "namePrefix", "path"],
        source: `${TERRAFORM}/iam/instance_profile.go`,
    },
    "aws:cloudwatch/logGroup:LogGroup": {
        paths: ["logGroupClass", "name", "namePrefix"],
        source: `${TERRAFORM}/logs/group.go`,
    },
    "aws:s3/bucket:Bucket": {
        paths: ["bucket", "bucketPrefix", "objectLockEnabled"],
        source: `${TERRAFORM}/s3/bucket.go`,
    },
    "aws:s3/bucketObjectv2:BucketObjectv2": { paths: ["bucket", "key"], source: `${TERRAFORM}/s3/object.go` },
    "aws:s3/bucketPolicy:BucketPolicy": { paths: ["bucket"], source: `${TERRAFORM}/s3/bucket_policy.go` },
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
        paths: ["bucket"],
        source: `${TERRAFORM}/s3/bucket_public_access_block.go`,
    },
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_server_side_encryption_configuration.go`,
    },
    "aws:s3/bucketVersioning:BucketVersioning": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_versioning.go`,
    },
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
        paths: ["bucket"],
        source: `${TERRAFORM}/s3/bucket_ownership_controls.go`,
    },
    "aws:s3/bucketLogging:BucketLogging": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_logging.go`,
    },
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_lifecycle_configuration.go`,
    },
    "aws:ssm/parameter:Parameter": { paths: ["dataType", "name"], source: `${TERRAFORM}/ssm/parameter.go` },
};
