import type * as aws from "@pulumi/aws";

/** A queue EventBridge's rules send to. */
export interface QueuePolicyArgs {
    readonly queueArn: string;
    readonly account: string;
    readonly ruleArns: readonly string[];
}

/** EventBridge sends for these rules; nobody does anything without TLS. */
export function queuePolicy({ queueArn, account, ruleArns }: QueuePolicyArgs): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "EventsOfTheRules",
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: queueArn,
                Condition: {
                    StringEquals: { "aws:SourceAccount": account },
                    ArnEquals: { "aws:SourceArn": [...ruleArns] },
                },
            },
            withoutTls("sqs:*", queueArn),
        ],
    };
}

/** The topic CloudWatch's alarms publish to. */
export interface TopicPolicyArgs {
    readonly topicArn: string;
    /** ARNs of the alarms. */
    readonly alarmArns: readonly string[];
    readonly account: string;
}

/** Alarms publish; the function does by its own role, as the account's policies allow; nobody without TLS. */
export function topicPolicy({ topicArn, alarmArns, account }: TopicPolicyArgs): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Alarms",
                Effect: "Allow",
                Principal: { Service: "cloudwatch.amazonaws.com" },
                Action: "sns:Publish",
                Resource: topicArn,
                Condition: {
                    StringEquals: { "aws:SourceAccount": account },
                    ArnEquals: { "aws:SourceArn": [...alarmArns] },
                },
            },
            withoutTls("sns:Publish", topicArn),
        ],
    };
}

/** Principal is everybody because this denies. */
function withoutTls(action: string, resource: string): aws.iam.PolicyStatement {
    return {
        Sid: "NothingWithoutTls",
        Effect: "Deny",
        Principal: "*",
        Action: action,
        Resource: resource,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
}
