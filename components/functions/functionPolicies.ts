import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Trust policy of a function's role: Lambda, for functions of this account. */
export function functionTrust(account: string): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "LambdaOfThisAccount",
                Effect: "Allow",
                Principal: { Service: "lambda.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
        ],
    };
}

/**
 * What every function may do beside its task: write its own log group, which is made beforehand, send its trace, and
 * hand on to its dead-letter queue or topic what it failed at.
 *
 * Source: Lambda developer guide, "Defining Lambda function permissions with an execution role".
 */
export function functionBasics(
    logGroupArn: string,
    deadLetterArn: pulumi.Input<string> | undefined,
): aws.iam.PolicyStatement[] {
    return [
        {
            Sid: "WriteOwnLogs",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `${logGroupArn}:log-stream:*`,
        },
        {
            // The actions have no resource types (service authorization reference).
            Sid: "SendTraces",
            Effect: "Allow",
            Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
            Resource: "*",
        },
        ...(deadLetterArn === undefined
            ? []
            : [
                  {
                      Sid: "HandOnWhatFailed",
                      Effect: "Allow" as const,
                      Action: ["sns:Publish", "sqs:SendMessage"],
                      Resource: deadLetterArn,
                  },
              ]),
    ];
}
