import { type PermissionRow, type PermissionTable, SOURCES } from "./row";

/** A part of a bucket's configuration: set and read by a pair of actions, and taken back by setting or by `remove`. */
function part(file: string, set: string, get: string, remove: string = set): PermissionRow {
    return {
        create: { buckets: [set] },
        read: { buckets: [get] },
        update: { buckets: [set] },
        delete: { buckets: [remove] },
        source: `${SOURCES.TF} s3/${file}`,
    };
}

/** The stack's own buckets. */
export const BUCKET_ROWS: PermissionTable = {
    "aws:s3/bucket:Bucket": {
        create: { buckets: ["s3:CreateBucket", "s3:PutBucketTagging", "s3:TagResource"] },
        read: {
            buckets: [
                "s3:GetAccelerateConfiguration",
                "s3:GetBucketAcl",
                "s3:GetBucketCORS",
                "s3:GetBucketLocation",
                "s3:GetBucketLogging",
                "s3:GetBucketObjectLockConfiguration",
                "s3:GetBucketPolicy",
                "s3:GetBucketRequestPayment",
                "s3:GetBucketTagging",
                "s3:GetBucketVersioning",
                "s3:GetBucketWebsite",
                "s3:GetEncryptionConfiguration",
                "s3:GetLifecycleConfiguration",
                "s3:GetReplicationConfiguration",
                "s3:ListBucket",
                "s3:ListTagsForResource",
            ],
        },
        update: { buckets: ["s3:PutBucketTagging", "s3:TagResource", "s3:UntagResource"] },
        delete: {
            buckets: ["s3:DeleteBucket", "s3:ListBucketVersions"],
            bucketObjects: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
        },
        source: `${SOURCES.TF} s3/bucket.go (reads every old-style setting too; empties a bucket that may be lost)`,
    },
    "aws:s3/bucketPolicy:BucketPolicy": part(
        "bucket_policy.go",
        "s3:PutBucketPolicy",
        "s3:GetBucketPolicy",
        "s3:DeleteBucketPolicy",
    ),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": part(
        "bucket_public_access_block.go (a delete is allowed by the same action)",
        "s3:PutBucketPublicAccessBlock",
        "s3:GetBucketPublicAccessBlock",
    ),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": part(
        "bucket_server_side_encryption_configuration.go",
        "s3:PutEncryptionConfiguration",
        "s3:GetEncryptionConfiguration",
    ),
    "aws:s3/bucketVersioning:BucketVersioning": part(
        "bucket_versioning.go",
        "s3:PutBucketVersioning",
        "s3:GetBucketVersioning",
    ),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": part(
        "bucket_lifecycle_configuration.go",
        "s3:PutLifecycleConfiguration",
        "s3:GetLifecycleConfiguration",
    ),
    "aws:s3/bucketLogging:BucketLogging": part("bucket_logging.go", "s3:PutBucketLogging", "s3:GetBucketLogging"),
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": part(
        "bucket_ownership_controls.go",
        "s3:PutBucketOwnershipControls",
        "s3:GetBucketOwnershipControls",
    ),
};
