import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName, type Place, placePath } from "../../names";
import type { Tags } from "../../tags";
import { logGroupNames, STAGE } from "../names";

/**
 * Log groups API Gateway names itself, as patterns: its execution logs', which the key of logs must admit beside the
 * stack's own. Source: API Gateway developer guide, "Set up CloudWatch logging for REST APIs".
 */
export const EXECUTION_LOG_GROUPS = "API-Gateway-Execution-Logs_*";

/** Where API Gateway tries whether it may write logs, when the role is set (cloudformation-coverage-roadmap 2312). */
const TRIAL_LOG_GROUP = "/aws/apigateway/welcome";

/**
 * Fields of the access log: who asked for what, from where, with which outcome. No header, no query string, nothing of a
 * token or of an answer. Source: API Gateway developer guide, "Variables for access logging".
 */
const FIELDS = {
    requestId: "$context.requestId",
    time: "$context.requestTime",
    person: "$context.authorizer.principalId",
    method: "$context.httpMethod",
    resource: "$context.resourcePath",
    status: "$context.status",
    answer: "$context.error.responseType",
    authorizerStatus: "$context.authorizer.status",
    integrationStatus: "$context.integration.status",
    milliseconds: "$context.responseLatency",
    sourceIp: "$context.identity.sourceIp",
    endpoint: "$context.identity.vpceId",
    trace: "$context.xrayTraceId",
} as const;

/** A line of the access log: every value a text, since what is missing is written as a hyphen. */
export const ACCESS_LOG_FORMAT = JSON.stringify(FIELDS);

export interface LogsArgs {
    readonly place: Place;
    readonly partition: string;
    readonly keyArn: pulumi.Input<string>;
    readonly retentionDays: number;
    readonly boundaryArn: pulumi.Input<string>;
    /** Whether the stack sets the role API Gateway writes logs with, which an account has once in a Region. */
    readonly setRole: boolean;
    readonly tags: Tags;
}

export interface Logs {
    readonly access: aws.cloudwatch.LogGroup;
    /** What must stand before a stage writes logs. */
    readonly ready: readonly pulumi.Resource[];
}

/** Makes the API's log groups beforehand, so that they lie under our key from the first line, and the role that writes them. */
export function createLogs(parent: pulumi.Resource, name: string, api: aws.apigateway.RestApi, args: LogsArgs): Logs {
    const group = (suffix: string, groupName: pulumi.Input<string>): aws.cloudwatch.LogGroup =>
        new aws.cloudwatch.LogGroup(
            `${name}-${suffix}`,
            { name: groupName, kmsKeyId: args.keyArn, retentionInDays: args.retentionDays, tags: args.tags },
            { parent },
        );
    const access = group("api-access", logGroupNames(args.place).access);
    const execution = group("api-execution", pulumi.interpolate`API-Gateway-Execution-Logs_${api.id}/${STAGE}`);
    return { access, ready: [execution, ...(args.setRole ? [setRole(parent, `${name}-api-logs`, args)] : [])] };
}

/** Gives API Gateway its role. Access logs need it as much as execution logs do. */
function setRole(parent: pulumi.Resource, name: string, args: LogsArgs): aws.apigateway.Account {
    const role = new aws.iam.Role(
        name,
        {
            name: physicalName(args.place, "role", "api-logs"),
            path: placePath(args.place),
            description: "Writes the logs of API Gateway in this account",
            assumeRolePolicy: documentText("trust policy", name, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "ApiGatewayOfThisAccount",
                        Effect: "Allow",
                        Principal: { Service: "apigateway.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        // It sets the role for the account, not for an API: there is no ARN to name.
                        Condition: { StringEquals: { "aws:SourceAccount": args.place.account } },
                    },
                ],
            }),
            permissionsBoundary: args.boundaryArn,
            tags: args.tags,
        },
        { parent },
    );
    const policy = new aws.iam.RolePolicy(
        name,
        { name: "logs", role: role.name, policy: documentText("inline policy", name, writeLogs(args)) },
        { parent },
    );
    // API Gateway tries the role when it is set.
    return new aws.apigateway.Account(name, { cloudwatchRoleArn: role.arn }, { parent, dependsOn: [policy] });
}

/**
 * The setting is for all APIs of the account, so the role writes the logs of other stacks of the project too. Which
 * groups the trial and the logs need is documented as "*" only; if AWS answers that the role lacks permissions, look here
 * first.
 */
function writeLogs({ place: { account, project, region }, partition }: LogsArgs): aws.iam.PolicyDocument {
    const group = (pattern: string): string => `arn:${partition}:logs:${region}:${account}:log-group:${pattern}`;
    const groups = [`/${project}/*`, EXECUTION_LOG_GROUPS, TRIAL_LOG_GROUP].map(group);
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "WriteApiLogs",
                Effect: "Allow",
                Action: [
                    "logs:CreateLogGroup",
                    "logs:CreateLogStream",
                    "logs:DescribeLogStreams",
                    "logs:FilterLogEvents",
                    "logs:GetLogEvents",
                    "logs:PutLogEvents",
                ],
                Resource: groups.flatMap((arn) => [arn, `${arn}:log-stream:*`]),
            },
            {
                // The action knows no narrower resource.
                Sid: "FindGroups",
                Effect: "Allow",
                Action: "logs:DescribeLogGroups",
                Resource: "*",
            },
        ],
    };
}
