import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName } from "../../names";
import type { Destination, DestinationArgs } from "./destination";

/** Makes the log group for flow logs and the role by which they are written. */
export function createLogGroup(parent: pulumi.Resource, name: string, args: DestinationArgs): Destination {
    const { account, region } = args.place;
    const groupName = physicalName(args.place, "logGroup", "flow-logs");
    const groupArn = `arn:${args.partition}:logs:${region}:${account}:log-group:${groupName}`;

    const logGroup = new aws.cloudwatch.LogGroup(
        `${name}-flow-logs`,
        { name: groupName, kmsKeyId: args.keyArn, retentionInDays: args.retentionDays, tags: args.tags },
        { parent },
    );
    const role = new aws.iam.Role(
        `${name}-flow-logs`,
        {
            name: physicalName(args.place, "role", "flow-logs"),
            description: "Delivers VPC flow logs to their log group",
            assumeRolePolicy: documentText("trust policy", "flow-logs", {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        Condition: {
                            StringEquals: { "aws:SourceAccount": account },
                            ArnLike: {
                                "aws:SourceArn": `arn:${args.partition}:ec2:${region}:${account}:vpc-flow-log/*`,
                            },
                        },
                    },
                ],
            }),
            ...(args.boundaryArn === undefined ? {} : { permissionsBoundary: args.boundaryArn }),
            tags: args.tags,
        },
        { parent },
    );
    const delivery = new aws.iam.RolePolicy(
        `${name}-flow-logs`,
        {
            role: role.name,
            policy: documentText("inline policy", "flow-logs", {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "WriteThisGroup",
                        Effect: "Allow",
                        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
                        Resource: [groupArn, `${groupArn}:log-stream:*`],
                    },
                    {
                        // The service lists groups before it writes; the action knows no narrower resource.
                        Sid: "FindTheGroup",
                        Effect: "Allow",
                        Action: "logs:DescribeLogGroups",
                        Resource: "*",
                    },
                ],
            }),
        },
        { parent },
    );
    return {
        delivery: {
            logDestinationType: "cloud-watch-logs",
            logDestination: logGroup.arn,
            iamRoleArn: role.arn,
        },
        ready: [delivery],
    };
}
