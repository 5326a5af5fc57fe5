import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { ResponseArgs } from "./args";

/** What an alarm watches: one number, any of which is too many. */
interface Watched {
    readonly purpose: string;
    readonly description: string;
    readonly metric: Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "dimensions" | "statistic">;
}

/** Seconds; as often as SQS gives its numbers. */
const PERIOD = 300;

/** ARNs of the alarms; known before they exist, so that the topic's policy can name them. */
export function alarmArns(place: Place, partition: string, breakGlass: readonly string[]): string[] {
    const purposes = ["dead-letters", "function-errors", "refused-links", ...breakGlass.map(breakGlassPurpose)];
    return purposes.map(
        (purpose) =>
            `arn:${partition}:cloudwatch:${place.region}:${place.account}:alarm:${physicalName(place, "alarm", purpose)}`,
    );
}

/** By the role's name, which is one of its kind in an account whatever its path. */
function breakGlassPurpose(arn: string): string {
    return `break-glass-${arn.slice(arn.lastIndexOf("/") + 1)}`;
}

/** Where the alarms look. */
export interface AlarmTargets {
    readonly topicArn: pulumi.Input<string>;
    readonly deadLettersName: pulumi.Input<string>;
    readonly functionName: pulumi.Input<string>;
}

/** Makes the alarms: on events nobody could handle, on refused links, and on each use of a role for emergencies. */
export function createAlarms(
    parent: pulumi.Resource,
    name: string,
    args: ResponseArgs,
    { topicArn, deadLettersName, functionName }: AlarmTargets,
): void {
    const watched: Watched[] = [
        {
            purpose: "dead-letters",
            description: "Events that could not be handled lie in the dead-letter queue; what they tell of still runs",
            metric: {
                namespace: "AWS/SQS",
                metricName: "ApproximateNumberOfMessagesVisible",
                dimensions: { QueueName: deadLettersName },
                statistic: "Maximum",
            },
        },
        {
            purpose: "function-errors",
            description: "The function that judges what is started fails as a whole",
            metric: {
                namespace: "AWS/Lambda",
                metricName: "Errors",
                dimensions: { FunctionName: functionName },
                statistic: "Sum",
            },
        },
        {
            purpose: "refused-links",
            description: "Somebody was refused a link to Studio: another's profile, a missing tag or a foreign network",
            metric: counted(parent, `${name}-refused-links`, args, "RefusedLinks", REFUSED_LINKS),
        },
        ...args.breakGlass.map((arn) => {
            const purpose = breakGlassPurpose(arn);
            return {
                purpose,
                description: `The role for emergencies ${arn} was used`,
                metric: counted(parent, `${name}-${purpose}`, args, purpose, usePattern(arn)),
            };
        }),
    ];
    for (const { purpose, description, metric } of watched) {
        new aws.cloudwatch.MetricAlarm(
            `${name}-${purpose}`,
            {
                name: physicalName(args.place, "alarm", purpose),
                alarmDescription: description,
                ...metric,
                comparisonOperator: "GreaterThanThreshold",
                threshold: 0,
                period: PERIOD,
                evaluationPeriods: 1,
                // Nothing happened, nothing was counted.
                treatMissingData: "notBreaching",
                alarmActions: [topicArn],
                tags: args.tags,
            },
            { parent },
        );
    }
}

const REFUSED_LINKS =
    '{ ($.eventSource = "sagemaker.amazonaws.com") && (($.eventName = "CreatePresignedDomainUrl") || ($.eventName = "CreatePresignedNotebookInstanceUrl")) && ($.errorCode = "*") }';

/** Assuming the role, and whatever is done as it: the one may be recorded in another Region. */
function usePattern(arn: string): string {
    return `{ (($.eventSource = "sts.amazonaws.com") && ($.requestParameters.roleArn = "${arn}")) || ($.userIdentity.sessionContext.sessionIssuer.arn = "${arn}") }`;
}

/** Counts what the trail's log group says. */
function counted(
    parent: pulumi.Resource,
    name: string,
    args: ResponseArgs,
    metricName: string,
    pattern: string,
): Watched["metric"] {
    const namespace = `${args.place.project}/${args.place.stack}`;
    new aws.cloudwatch.LogMetricFilter(
        name,
        {
            name: physicalName(args.place, "alarm", metricName),
            logGroupName: args.trailLogGroup,
            pattern,
            metricTransformation: { name: metricName, namespace, value: "1" },
        },
        { parent },
    );
    return { namespace, metricName, statistic: "Sum" };
}
