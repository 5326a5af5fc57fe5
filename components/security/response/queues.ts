import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import type { ResponseArgs } from "./args";
import type { ResponseNames } from "./names";
import { queuePolicy } from "./resourcePolicies";

/** How long the function may take over a batch. */
export const TIMEOUT_SECONDS = 60;

/** An event in work is out of sight for six times as long, as Lambda's guide asks ("Using Lambda with Amazon SQS"). */
const VISIBILITY_SECONDS = 6 * TIMEOUT_SECONDS;

/** Tries of one event: for over an hour, which is what the making of a large endpoint takes. */
const TRIES = 12;

const DAY_SECONDS = 24 * 60 * 60;

/** The queue of events, and the one for those that failed to the end. */
export interface Queues {
    readonly events: aws.sqs.Queue;
    readonly deadLetters: aws.sqs.Queue;
    /** Stand when EventBridge may send. */
    readonly ready: readonly pulumi.Resource[];
}

/** Makes both queues, under the key. */
export function createQueues(parent: pulumi.Resource, name: string, args: ResponseArgs, names: ResponseNames): Queues {
    const { tags, queuesKeyArn, place } = args;
    const deadLetters = new aws.sqs.Queue(
        `${name}-dead-letters`,
        {
            name: names.deadLetters,
            kmsMasterKeyId: queuesKeyArn,
            messageRetentionSeconds: 14 * DAY_SECONDS,
            redriveAllowPolicy: JSON.stringify({
                redrivePermission: "byQueue",
                sourceQueueArns: [names.eventsArn],
            }),
            tags,
        },
        { parent },
    );
    const events = new aws.sqs.Queue(
        `${name}-events`,
        {
            name: names.events,
            kmsMasterKeyId: queuesKeyArn,
            visibilityTimeoutSeconds: VISIBILITY_SECONDS,
            messageRetentionSeconds: 4 * DAY_SECONDS,
            redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: TRIES }),
            tags,
        },
        { parent },
    );
    const policy = (suffix: string, queue: aws.sqs.Queue, queueArn: string): aws.sqs.QueuePolicy =>
        new aws.sqs.QueuePolicy(
            `${name}-${suffix}`,
            {
                queueUrl: queue.url,
                policy: documentText(
                    "queue policy",
                    suffix,
                    queuePolicy({ queueArn, account: place.account, ruleArns: names.ruleArns }),
                ),
            },
            { parent },
        );
    return {
        events,
        deadLetters,
        ready: [policy("events", events, names.eventsArn), policy("dead-letters", deadLetters, names.deadLettersArn)],
    };
}
