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

/** What Lambda does as the function's role to keep its network interfaces. */
const INTERFACE_ACTIONS = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
];

/**
 * What a function in a VPC needs beside: Lambda keeps its network interfaces as its role, before ids are known that a
 * statement could name. The code itself may do none of it: the key is in its requests alone.
 *
 * Source: Lambda developer guide, "Giving Lambda functions access to resources in an Amazon VPC", required IAM
 * permissions and the Deny on `lambda:SourceFunctionArn`.
 */
export function interfaceStatements(functionArn: string): aws.iam.PolicyStatement[] {
    return [
        { Sid: "KeepInterfaces", Effect: "Allow", Action: INTERFACE_ACTIONS, Resource: "*" },
        {
            Sid: "NoInterfacesForTheCode",
            Effect: "Deny",
            Action: INTERFACE_ACTIONS,
            Resource: "*",
            Condition: { ArnEquals: { "lambda:SourceFunctionArn": functionArn } },
        },
    ];
}
