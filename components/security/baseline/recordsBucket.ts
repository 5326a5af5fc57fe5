import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import { createPrivateBucket, type PrivateBucket } from "../../storage";
import type { AccountBaselineArgs } from "./args";

/** Days in which a record that somebody deleted or overwrote can be brought back. */
const RECOVERY_DAYS = 90;

/** ARN of the trail; known before it exists, so that the bucket's policy can name it. */
export function trailArn({ partition, place }: AccountBaselineArgs, trailName: string): string {
    return `arn:${partition}:cloudtrail:${place.region}:${place.account}:trail/${trailName}`;
}

/** Name of the bucket for records. */
export function recordsBucketName(place: Place): string {
    return physicalName(place, "bucket", "records");
}

/** Makes the bucket for what CloudTrail and AWS Config record. */
export function createRecordsBucket(
    parent: pulumi.Resource,
    name: string,
    args: AccountBaselineArgs,
    writers: RecordsWriters,
): PrivateBucket {
    const bucketName = recordsBucketName(args.place);
    return createPrivateBucket(parent, name, {
        bucketName,
        keyArn: args.logsKeyArn,
        policy: recordsPolicy({ partition: args.partition, account: args.place.account, bucket: bucketName, writers }),
        ...(args.accessLogs === undefined ? {} : { accessLogs: { bucket: args.accessLogs, prefix: `${bucketName}/` } }),
        keep: { expireDays: args.trailDays, noncurrentDays: RECOVERY_DAYS },
        protect: args.protect,
        forceDestroy: args.forceDestroy,
        tags: args.tags,
    });
}

/** Who writes records. */
export interface RecordsWriters {
    /** ARN of the trail. Absent: none writes. */
    readonly trailArn?: string | undefined;
    /** Whether AWS Config delivers. */
    readonly config: boolean;
}

/** What a policy of the bucket is made from. */
interface RecordsPolicyArgs {
    readonly partition: string;
    readonly account: string;
    readonly bucket: string;
    readonly writers: RecordsWriters;
}

type Statement = aws.iam.PolicyStatement;

/**
 * Who may use the bucket: CloudTrail for its one trail and AWS Config for this account, each in its own folder; and whom
 * the account's own policies allow. Nobody without TLS.
 *
 * Sources: CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail"; AWS Config developer guide, "Permissions for
 * the Amazon S3 Bucket for the AWS Config Delivery Channel".
 */
function recordsPolicy({ partition, account, bucket, writers }: RecordsPolicyArgs): aws.iam.PolicyDocument {
    const arn = `arn:${partition}:s3:::${bucket}`;
    const asOwner = { "s3:x-amz-acl": "bucket-owner-full-control" };
    const trail = { "aws:SourceArn": writers.trailArn ?? "" };
    const ofAccount = { "aws:SourceAccount": account };
    const allow = (
        service: string,
        folder: string,
        sid: string,
        look: string[],
        source: Record<string, string>,
    ): Statement[] => [
        {
            Sid: `${sid}Looks`,
            Effect: "Allow",
            Principal: { Service: service },
            Action: look,
            Resource: arn,
            Condition: { StringEquals: source },
        },
        {
            Sid: `${sid}Writes`,
            Effect: "Allow",
            Principal: { Service: service },
            Action: "s3:PutObject",
            Resource: `${arn}/${folder}/*`,
            Condition: { StringEquals: { ...source, ...asOwner } },
        },
    ];
    return {
        Version: "2012-10-17",
        Statement: [
            ...(writers.trailArn === undefined
                ? []
                : allow("cloudtrail.amazonaws.com", `AWSLogs/${account}`, "Trail", ["s3:GetBucketAcl"], trail)),
            ...(writers.config
                ? allow(
                      "config.amazonaws.com",
                      `AWSLogs/${account}/Config`,
                      "Config",
                      ["s3:GetBucketAcl", "s3:ListBucket"],
                      ofAccount,
                  )
                : []),
            {
                // Principal and action are everybody and everything because this denies.
                Sid: "NothingWithoutTls",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [arn, `${arn}/*`],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
        ],
    };
}
