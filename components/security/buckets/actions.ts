/**
 * Actions of S3 by what they reach, as patterns: a new action of AWS's on objects is covered on the day it appears.
 * Source: service authorization reference, Amazon S3; a test holds the patterns against it.
 */

/** What reads, writes, lists or destroys objects and their versions. */
export const DATA_ACTIONS: readonly string[] = [
    "s3:AbortMultipartUpload",
    "s3:BypassGovernanceRetention",
    "s3:DeleteObject*",
    "s3:GetObject*",
    "s3:InitiateReplication",
    "s3:ListBucket",
    "s3:ListBucketMultipartUploads",
    "s3:ListBucketVersions",
    "s3:ListMultipartUploadParts",
    "s3:ListObject*",
    "s3:ObjectOwnerOverrideToBucketOwner",
    "s3:PutObject*",
    "s3:Replicate*",
    "s3:RestoreObject",
    "s3:UpdateObjectEncryption",
];

/** What changes or destroys files; of the data actions, those that do not only read. */
export const WRITE_ACTIONS: readonly string[] = [
    "s3:DeleteObject*",
    "s3:PutObject*",
    "s3:Replicate*",
    "s3:RestoreObject",
    "s3:UpdateObjectEncryption",
];

/** What decides about a bucket, about its old versions and about who reads it; nobody who works with data needs it. */
export const MANAGEMENT_ACTIONS: readonly string[] = [
    "s3:AllowVendedLogDeliveryForResource",
    "s3:BypassGovernanceRetention",
    "s3:CreateBucket*",
    "s3:DeleteBucket*",
    "s3:DeleteObjectVersion*",
    "s3:InitiateReplication",
    "s3:ObjectOwnerOverrideToBucketOwner",
    "s3:PauseReplication",
    "s3:PutAccelerateConfiguration",
    "s3:PutAnalyticsConfiguration",
    "s3:PutBucket*",
    "s3:PutEncryptionConfiguration",
    "s3:PutIntelligentTieringConfiguration",
    "s3:PutInventoryConfiguration",
    "s3:PutLifecycleConfiguration",
    "s3:PutMetricsConfiguration",
    "s3:PutObjectAcl",
    "s3:PutObjectLegalHold",
    "s3:PutObjectRetention",
    "s3:PutObjectVersionAcl",
    "s3:PutReplicationConfiguration",
    "s3:Replicate*",
    "s3:TagResource",
    "s3:UntagResource",
    "s3:UpdateBucket*",
    "s3:UpdateObjectEncryption",
];
