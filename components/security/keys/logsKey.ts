import { serviceHost } from "../../../policy-pack/facts";
import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "./statements";

/** What logs lie under the key. */
export interface LogsKeyArgs extends KeyPlace {
    /** ARNs of the roles of apps and jobs, which read no logs in buckets. */
    readonly studioRoles: readonly string[];
    /** Whether flow logs are delivered to a bucket. */
    readonly logDelivery: boolean;
    /** Whether the log groups SageMaker writes to, `/aws/sagemaker/…`, lie under the key too. */
    readonly serviceLogGroups: boolean;
    /** Whether trails of CloudTrail do, in a bucket. */
    readonly trails: boolean;
    /** Whether AWS Config delivers its records to a bucket. */
    readonly configuration: boolean;
}

/** What the services that write logs do with the key, and who reads logs that lie in buckets. */
export function logsKeyUse(args: LogsKeyArgs): Statement[] {
    return [
        logGroups(args),
        ...(args.logDelivery ? [delivery(args)] : []),
        ...(args.trails ? [trails(args)] : []),
        ...(args.configuration ? [configuration(args)] : []),
        ...(args.logDelivery || args.trails || args.configuration ? [reading(args)] : []),
    ];
}

/** CloudWatch Logs, for every group of this stack whoever writes to it. */
function logGroups({ partition, place, serviceLogGroups }: LogsKeyArgs): Statement {
    const { account, project, region, stack } = place;
    const group = (name: string): string => `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
    const ofStack = group(`/${project}/${stack}/*`);
    return {
        Sid: "LogGroupsOfThisStack",
        Effect: "Allow",
        Principal: { Service: serviceHost("logs", region) },
        Action: ["kms:Decrypt*", "kms:DescribeKey", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: THIS_KEY,
        Condition: {
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": serviceLogGroups ? [ofStack, group("/aws/sagemaker/*")] : ofStack,
            },
        },
    };
}

/**
 * The service that delivers flow logs to a bucket, for logs of this account and region. Source: CloudWatch Logs user
 * guide, "Logs sent to Amazon S3", key policy for buckets under SSE-KMS.
 */
function delivery({ partition, place: { account, region } }: LogsKeyArgs): Statement {
    return {
        Sid: "DeliverLogs",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: THIS_KEY,
        Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:${partition}:logs:${region}:${account}:*` },
        },
    };
}

/** Source: CloudTrail user guide, "Configure AWS KMS key policies for CloudTrail". */
function trails({ partition, place: { account, region } }: LogsKeyArgs): Statement {
    return {
        Sid: "EncryptTrails",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: ["kms:DescribeKey", "kms:GenerateDataKey*"],
        Resource: THIS_KEY,
        Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:${partition}:cloudtrail:${region}:${account}:trail/*` },
        },
    };
}

/** Source: AWS Config developer guide, "Permissions for the KMS Key for the AWS Config Delivery Channel". */
function configuration({ place: { account } }: LogsKeyArgs): Statement {
    return {
        Sid: "EncryptConfiguration",
        Effect: "Allow",
        Principal: { Service: "config.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: THIS_KEY,
        Condition: { StringEquals: { "aws:SourceAccount": account } },
    };
}

/** S3 asks for this in the reader's name. Who reads is for IAM to say, but it is never Studio. */
function reading(args: LogsKeyArgs): Statement {
    return {
        Sid: "ReadDeliveredLogs",
        Effect: "Allow",
        Principal: accountPrincipal(args),
        Action: "kms:Decrypt",
        Resource: THIS_KEY,
        Condition: {
            ArnNotEquals: { "aws:PrincipalArn": [...args.studioRoles] },
            StringEquals: via(args, "s3"),
        },
    };
}
