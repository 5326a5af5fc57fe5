import type * as aws from "@pulumi/aws";

import { ofThisAccount, throughTls } from "./perimeter";
import { type BucketPeople, OF_NO_SERVICE } from "./principals";

export interface AccessLogPolicyArgs extends Pick<BucketPeople, "partition" | "account" | "studioRoles"> {
    /** Name of the bucket. */
    readonly bucket: string;
    /** Names of the buckets whose logs it takes, each into the folder of its name. */
    readonly sources: readonly string[];
}

/**
 * Policy of the bucket for access logs: S3's delivery service writes, for the stack's own buckets; nobody else ever does,
 * and Studio does nothing with it. Who reads is for IAM to say. Source: S3 user guide, "Enabling Amazon S3 server access
 * logging", permissions for log delivery.
 */
export function accessLogPolicy(args: AccessLogPolicyArgs): aws.iam.PolicyDocument {
    const arn = (name: string): string => `arn:${args.partition}:s3:::${name}`;
    const bucket = arn(args.bucket);
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "DeliverAccessLogs",
                Effect: "Allow",
                Principal: { Service: "logging.s3.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: args.sources.map((source) => `${bucket}/${source}/*`),
                Condition: {
                    StringEquals: { "aws:SourceAccount": args.account },
                    ArnEquals: { "aws:SourceArn": args.sources.map(arn) },
                },
            },
            throughTls(bucket),
            ofThisAccount(bucket, args.account),
            {
                Sid: "NobodyWritesLogs",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:PutObject*",
                Resource: `${bucket}/*`,
                Condition: OF_NO_SERVICE,
            },
            {
                Sid: "NotForStudio",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [bucket, `${bucket}/*`],
                Condition: { ArnLike: { "aws:PrincipalArn": [...args.studioRoles] } },
            },
        ],
    };
}
