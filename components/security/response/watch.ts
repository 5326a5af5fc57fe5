import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { CALL, CALLS, STATES } from "../../../assets/functions/stop/events";
import type { ResponseArgs } from "./args";
import type { ResponseNames } from "./names";
import type { Queues } from "./queues";

/** Calls that start or open something and succeeded. */
const CALL_PATTERN = {
    source: ["aws.sagemaker"],
    "detail-type": [CALL],
    detail: {
        eventSource: ["sagemaker.amazonaws.com"],
        eventName: Object.keys(CALLS),
        errorCode: [{ exists: false }],
    },
};

/** What SageMaker says itself, with or without a trail. */
const STATE_PATTERN = { source: ["aws.sagemaker"], "detail-type": Object.keys(STATES) };

/**
 * Makes the rules that send events to the queue.
 *
 * State changes come several times for each thing and name no caller. So they are watched only where things are stopped,
 * which makes the repetitions end by themselves, and nobody is exempt.
 */
export function createRules(
    parent: pulumi.Resource,
    name: string,
    args: ResponseArgs,
    names: ResponseNames,
    queues: Queues,
): void {
    const watched = [
        { suffix: "calls", description: "API calls that start something in SageMaker", pattern: CALL_PATTERN },
        ...(args.mode === "stop" && args.exempt.length === 0
            ? [{ suffix: "states", description: "State changes in SageMaker", pattern: STATE_PATTERN } as const]
            : []),
    ] as const;
    for (const { suffix, description, pattern } of watched) {
        const rule = new aws.cloudwatch.EventRule(
            `${name}-${suffix}`,
            {
                name: names.rules[suffix],
                description,
                eventPattern: JSON.stringify(pattern),
                tags: args.tags,
            },
            { parent },
        );
        new aws.cloudwatch.EventTarget(
            `${name}-${suffix}`,
            { rule: rule.name, arn: queues.events.arn, deadLetterConfig: { arn: queues.deadLetters.arn } },
            { parent, dependsOn: [...queues.ready] },
        );
    }
}
