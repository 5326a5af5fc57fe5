import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import type { Tags } from "../tags";
import { type KeepArgs, lifecycleRules } from "./lifecycle";

export interface PrivateBucketArgs {
    /** Physical name. */
    readonly bucketName: string;
    /** ARN of the key. Default: S3's own, for the targets of access logs, which take no other. */
    readonly keyArn?: pulumi.Input<string>;
    /** Who may do what with the bucket; checked against S3's limit of 20 KB. */
    readonly policy: aws.iam.PolicyDocument;
    readonly keep: KeepArgs;
    /** Bucket its access logs go to, with the folder. Default: none are written. */
    readonly accessLogs?: { readonly bucket: pulumi.Input<string>; readonly prefix: string };
    /** Pulumi's `protect` on the bucket: its content is lost with it. */
    readonly protect: boolean;
    /** Whether a destroy deletes a bucket that still holds something. */
    readonly forceDestroy: boolean;
    readonly tags: Tags;
}

/** A bucket, and what makes it safe to write to. */
export interface PrivateBucket {
    readonly bucket: aws.s3.Bucket;
    /** Stand when the bucket is closed to others, encrypted and versioned. */
    readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes a bucket with everything that keeps it private, each part a resource of the bucket's own logical name: closed to
 * the public, without access lists, encrypted, versioned, with a policy.
 */
export function createPrivateBucket(parent: pulumi.Resource, name: string, args: PrivateBucketArgs): PrivateBucket {
    const bucket = new aws.s3.Bucket(
        name,
        { bucket: args.bucketName, forceDestroy: args.forceDestroy, tags: { ...args.tags, Name: name } },
        { parent, protect: args.protect },
    );
    const inBucket = { bucket: bucket.bucket };
    const closed = new aws.s3.BucketPublicAccessBlock(
        name,
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
        name,
        { ...inBucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
        { parent },
    );
    const encrypted = new aws.s3.BucketServerSideEncryptionConfiguration(
        name,
        { ...inBucket, rules: [encryption(args.keyArn)] },
        { parent },
    );
    const versioned = new aws.s3.BucketVersioning(
        name,
        { ...inBucket, versioningConfiguration: { status: "Enabled" } },
        { parent },
    );
    new aws.s3.BucketLifecycleConfiguration(
        name,
        { ...inBucket, rules: lifecycleRules(args.keep) },
        // S3 takes no rules about old versions before there are versions.
        { parent, dependsOn: [versioned] },
    );
    const policy = new aws.s3.BucketPolicy(
        name,
        { ...inBucket, policy: documentText("bucket policy", name, args.policy) },
        // S3 refuses two changes of a bucket's access at the same moment.
        { parent, dependsOn: [closed, owned] },
    );
    if (args.accessLogs !== undefined) {
        new aws.s3.BucketLogging(
            name,
            { ...inBucket, targetBucket: args.accessLogs.bucket, targetPrefix: args.accessLogs.prefix },
            { parent },
        );
    }
    return { bucket, ready: [policy, encrypted, versioned] };
}

function encryption(
    keyArn: pulumi.Input<string> | undefined,
): aws.types.input.s3.BucketServerSideEncryptionConfigurationRule {
    return keyArn === undefined
        ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
        : {
              // An ARN, not an id: a delivery service belongs to AWS and would look for the id in its own account.
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
              bucketKeyEnabled: true,
          };
}
