import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { functionNames } from "../functions";
import { physicalName, type Place } from "../names";
import { topicPolicy } from "../security/response/resourcePolicies";
import type { Tags } from "../tags";
import { STAGE } from "./names";

export interface AlarmsArgs {
    readonly place: Place;
    readonly partition: string;
    readonly apiName: pulumi.Input<string>;
    readonly accessLogGroup: pulumi.Input<string>;
    readonly topicsKeyArn: pulumi.Input<string>;
    readonly emails: readonly string[];
    readonly tags: Tags;
}

type Metric = Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "dimensions" | "statistic">;

/** What an alarm watches: a number, any of which is too many. */
interface Watched {
    readonly purpose: string;
    readonly description: string;
    readonly metric: Metric;
}

/** Seconds. */
const PERIOD = 300;

/** Answers counted from the access log, by purpose, with the status of their lines. */
const COUNTED = {
    refused: { metricName: "RefusedSessions", status: 403 },
    throttled: { metricName: "ThrottledSessions", status: 429 },
} as const;

/** Makes the alarms of the service and the topic they tell people by; answers the topic's ARN. */
export function createAlarms(parent: pulumi.Resource, name: string, args: AlarmsArgs): pulumi.Output<string> {
    const watched: readonly Watched[] = [
        {
            purpose: "api-failures",
            description: "The access API answers with errors of its own: people cannot open Studio",
            metric: {
                namespace: "AWS/ApiGateway",
                metricName: "5XXError",
                dimensions: { ApiName: args.apiName, Stage: STAGE },
                statistic: "Sum",
            },
        },
        ...(["authorizer", "presign"] as const).flatMap((purpose): Watched[] => [
            {
                purpose: `${purpose}-errors`,
                description: `The function ${purpose} of the access service fails as a whole`,
                metric: ofFunction(args, purpose, "Errors"),
            },
            {
                purpose: `${purpose}-throttles`,
                description: `The account has no room for the function ${purpose} of the access service`,
                metric: ofFunction(args, purpose, "Throttles"),
            },
        ]),
        {
            purpose: "refused",
            description: "Somebody with a token was refused a Studio: no profile, another's, or a forged token",
            metric: counted(parent, name, args, "refused"),
        },
        {
            purpose: "throttled",
            description: "The access API turns requests away: more come than the stack file lets through",
            metric: counted(parent, name, args, "throttled"),
        },
    ];
    const topic = createTopic(
        parent,
        name,
        args,
        watched.map(({ purpose }) => alarmName(args.place, purpose)),
    );
    for (const { purpose, description, metric } of watched) {
        new aws.cloudwatch.MetricAlarm(
            `${name}-${purpose}`,
            {
                name: alarmName(args.place, purpose),
                alarmDescription: description,
                ...metric,
                comparisonOperator: "GreaterThanThreshold",
                threshold: 0,
                period: PERIOD,
                evaluationPeriods: 1,
                // Nothing happened, nothing was counted.
                treatMissingData: "notBreaching",
                alarmActions: [topic.arn],
                tags: args.tags,
            },
            { parent },
        );
    }
    return topic.arn;
}

function alarmName(place: Place, purpose: string): string {
    return physicalName(place, "alarm", purpose);
}

function ofFunction({ place, partition }: AlarmsArgs, purpose: string, metricName: string): Metric {
    return {
        namespace: "AWS/Lambda",
        metricName,
        dimensions: { FunctionName: functionNames(place, partition, purpose).functionName },
        statistic: "Sum",
    };
}

function counted(parent: pulumi.Resource, name: string, args: AlarmsArgs, purpose: keyof typeof COUNTED): Metric {
    const namespace = `${args.place.project}/${args.place.stack}`;
    const { metricName, status } = COUNTED[purpose];
    new aws.cloudwatch.LogMetricFilter(
        `${name}-${purpose}`,
        {
            name: physicalName(args.place, "alarm", metricName),
            logGroupName: args.accessLogGroup,
            // The access log writes every value as a text.
            pattern: `{ $.status = "${status}" }`,
            metricTransformation: { name: metricName, namespace, value: "1" },
        },
        { parent },
    );
    return { namespace, metricName, statistic: "Sum" };
}

function createTopic(
    parent: pulumi.Resource,
    name: string,
    { place, partition, topicsKeyArn, emails, tags }: AlarmsArgs,
    alarmNames: readonly string[],
): aws.sns.Topic {
    const { account, region } = place;
    const topicName = physicalName(place, "topic", "notices");
    const topic = new aws.sns.Topic(
        `${name}-notices`,
        { name: topicName, kmsMasterKeyId: topicsKeyArn, tags },
        { parent },
    );
    new aws.sns.TopicPolicy(
        `${name}-notices`,
        {
            arn: topic.arn,
            policy: documentText(
                "topic policy",
                `${name}-notices`,
                topicPolicy({
                    topicArn: `arn:${partition}:sns:${region}:${account}:${topicName}`,
                    alarmArns: alarmNames.map(
                        (alarm) => `arn:${partition}:cloudwatch:${region}:${account}:alarm:${alarm}`,
                    ),
                    account,
                }),
            ),
        },
        { parent },
    );
    for (const email of emails) {
        new aws.sns.TopicSubscription(
            `${name}-notices-${email}`,
            { topic: topic.arn, protocol: "email", endpoint: email },
            { parent },
        );
    }
    return topic;
}
