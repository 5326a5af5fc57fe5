import type * as aws from "@pulumi/aws";

export interface BucketPolicyArgs {
    readonly partition: string;
    readonly account: string;
    readonly region: string;
    readonly bucket: string;
}

const DELIVERY = { Service: "delivery.logs.amazonaws.com" };

/**
 * Who may use the bucket: the log delivery service, for logs of this account and region and in their folder alone; and
 * whom the account's own policies allow. Nobody without TLS.
 *
 * Some 1,300 characters whatever the settings, far below S3's limit of 20 KB. Source: CloudWatch Logs user guide, "Logs
 * sent to Amazon S3"; the folder is that of Hive-compatible paths, VPC user guide, "Flow log files".
 */
export function bucketPolicy(args: BucketPolicyArgs): aws.iam.PolicyDocument {
    const { partition, account, region } = args;
    const bucket = `arn:${partition}:s3:::${args.bucket}`;
    const ofThisAccount = { "aws:SourceAccount": account };
    const ofThisRegion = { ArnLike: { "aws:SourceArn": `arn:${partition}:logs:${region}:${account}:*` } };
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "DeliverFlowLogs",
                Effect: "Allow",
                Principal: DELIVERY,
                Action: "s3:PutObject",
                Resource: `${bucket}/AWSLogs/aws-account-id=${account}/*`,
                Condition: {
                    StringEquals: { ...ofThisAccount, "s3:x-amz-acl": "bucket-owner-full-control" },
                    ...ofThisRegion,
                },
            },
            {
                Sid: "CheckBeforeDelivery",
                Effect: "Allow",
                Principal: DELIVERY,
                Action: ["s3:GetBucketAcl", "s3:ListBucket"],
                Resource: bucket,
                Condition: { StringEquals: ofThisAccount, ...ofThisRegion },
            },
            {
                // Principal and action are everybody and everything because this denies.
                Sid: "NothingWithoutTls",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [bucket, `${bucket}/*`],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
        ],
    };
}
