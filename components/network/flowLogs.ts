import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { physicalName, type Place } from "../names";
import type { Tags } from "../tags";

export interface FlowLogArgs {
    readonly place: Place;
    readonly partition: string;
    readonly vpcId: pulumi.Input<string>;
    /** Key of the log group; its policy must admit CloudWatch Logs of this region. */
    readonly keyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly retentionDays: number;
    readonly tags: Tags;
}

/**
 * Fields beyond the default format that tell what really happened: the packet's own addresses (behind NAT and
 * endpoints), direction, path and TCP flags. Source: VPC user guide, "Flow log records".
 */
const FORMAT = [
    "version account-id vpc-id subnet-id interface-id instance-id srcaddr dstaddr srcport dstport protocol packets bytes",
    "start end action log-status pkt-srcaddr pkt-dstaddr tcp-flags flow-direction traffic-path",
]
    .join(" ")
    .split(" ")
    .map((field) => "${" + field + "}")
    .join(" ");

/** Seconds; the finest AWS offers, so that an incident can be read minute by minute. */
const AGGREGATION_SECONDS = 60;

/** Logs all traffic of the VPC, accepted and rejected, to a log group of its own. */
export function createFlowLogs(parent: pulumi.Resource, name: string, args: FlowLogArgs): aws.cloudwatch.LogGroup {
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
    new aws.ec2.FlowLog(
        `${name}-flow-logs`,
        {
            vpcId: args.vpcId,
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: logGroup.arn,
            iamRoleArn: role.arn,
            logFormat: FORMAT,
            maxAggregationInterval: AGGREGATION_SECONDS,
            tags: { ...args.tags, Name: `${name}-flow-logs` },
        },
        { parent, dependsOn: [delivery] },
    );
    return logGroup;
}
