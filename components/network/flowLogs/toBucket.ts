import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName } from "../../names";
import { bucketPolicy } from "./bucketPolicy";
import type { Destination, DestinationArgs } from "./destination";

export interface BucketArgs extends DestinationArgs {
    /** Pulumi's `protect` on the bucket: the logs are lost with it. */
    readonly protect: boolean;
    /** Whether a destroy deletes a bucket that still holds logs. */
    readonly forceDestroy: boolean;
}

/** Days in which a log that somebody deleted or overwrote can be brought back, and in which an upload may be completed. */
const RECOVERY_DAYS = 30;
const UPLOAD_DAYS = 7;

/** Makes the bucket for flow logs: private, encrypted, versioned, written to by the delivery service of this account only. */
export function createBucket(parent: pulumi.Resource, name: string, args: BucketArgs): Destination {
    const suffix = `${name}-flow-logs`;
    const bucketName = physicalName(args.place, "bucket", "flow-logs");
    const bucket = new aws.s3.Bucket(
        suffix,
        { bucket: bucketName, forceDestroy: args.forceDestroy, tags: { ...args.tags, Name: suffix } },
        { parent, protect: args.protect },
    );
    const inBucket = { bucket: bucket.bucket };
    const closed = new aws.s3.BucketPublicAccessBlock(
        suffix,
        {
            ...inBucket,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        },
        { parent },
    );
    const owned = new aws.s3.BucketOwnershipControls(
        suffix,
        { ...inBucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
        { parent },
    );
    const encrypted = new aws.s3.BucketServerSideEncryptionConfiguration(
        suffix,
        {
            ...inBucket,
            rules: [
                {
                    // An ARN, not an id: the delivery service belongs to AWS and would look for the id in its own account.
                    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.keyArn },
                    bucketKeyEnabled: true,
                },
            ],
        },
        { parent },
    );
    const versioned = new aws.s3.BucketVersioning(
        suffix,
        { ...inBucket, versioningConfiguration: { status: "Enabled" } },
        { parent },
    );
    new aws.s3.BucketLifecycleConfiguration(
        suffix,
        { ...inBucket, rules: lifecycle(args.retentionDays) },
        // S3 takes no rules about old versions before there are versions.
        { parent, dependsOn: [versioned] },
    );
    const policy = new aws.s3.BucketPolicy(
        suffix,
        {
            ...inBucket,
            policy: documentText(
                "bucket policy",
                suffix,
                bucketPolicy({ ...args.place, partition: args.partition, bucket: bucketName }),
            ),
        },
        // S3 refuses two changes of a bucket's access at the same moment.
        { parent, dependsOn: [closed, owned] },
    );
    return {
        delivery: {
            logDestinationType: "s3",
            logDestination: bucket.arn,
            destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
        },
        // Where delivery is not allowed yet, creating a flow log makes AWS write into the bucket's policy.
        ready: [policy, encrypted, versioned],
    };
}

function lifecycle(retentionDays: number): aws.types.input.s3.BucketLifecycleConfigurationRule[] {
    const everything = { status: "Enabled", filter: {} };
    return [
        {
            id: "retention",
            ...everything,
            expiration: { days: retentionDays },
            noncurrentVersionExpiration: { noncurrentDays: RECOVERY_DAYS },
            abortIncompleteMultipartUpload: { daysAfterInitiation: UPLOAD_DAYS },
        },
        // Apart, because one rule takes either an age or this.
        { id: "delete-markers", ...everything, expiration: { expiredObjectDeleteMarker: true } },
    ];
}
