import { type PermissionTable, SOURCES } from "./row";

/** What lets people find what the guardrails demand: parameters, and the SDK's files of defaults. */
export const DEFAULTS_ROWS: PermissionTable = {
    "aws:ssm/parameter:Parameter": {
        create: { parameters: ["ssm:AddTagsToResource", "ssm:PutParameter"] },
        read: { parameters: ["ssm:GetParameter", "ssm:ListTagsForResource"], regionWide: ["ssm:DescribeParameters"] },
        update: { parameters: ["ssm:AddTagsToResource", "ssm:PutParameter", "ssm:RemoveTagsFromResource"] },
        delete: { parameters: ["ssm:DeleteParameter"] },
        source: `${SOURCES.TF} ssm/parameter.go`,
    },
    "aws:s3/bucketObjectv2:BucketObjectv2": {
        create: { studioFiles: ["s3:PutObject"], keysThroughBuckets: ["kms:GenerateDataKey"] },
        read: { studioFiles: ["s3:GetObject", "s3:GetObjectTagging"] },
        update: { studioFiles: ["s3:PutObject"], keysThroughBuckets: ["kms:GenerateDataKey"] },
        delete: {
            buckets: ["s3:ListBucketVersions"],
            studioFiles: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
        },
        source: `${SOURCES.TF} s3/object.go (reads the head of an object, which takes no key; deletes all its versions)`,
    },
};
