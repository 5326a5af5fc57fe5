import { SageMakerClient, type ServiceInputTypes } from "@aws-sdk/client-sagemaker";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import type { SQSBatchResponse } from "aws-lambda";

import { handler } from "../../../assets/functions/stop";
import type { Rules } from "../../../assets/functions/stop/rules";
import type { Event } from "./events";
import { RULES, TOPIC } from "./rules";

/** One call of the function to SageMaker that changes something, or a notice: what people and things get to feel. */
export type Effect = readonly [action: string, input: ServiceInputTypes];

/** What one delivery of an event did. */
export interface Delivered {
    readonly effects: readonly Effect[];
    /** Subjects of the notices. */
    readonly notices: readonly string[];
    /** Texts of the notices. */
    readonly texts: readonly string[];
    /** Whether the queue is to bring the event again. */
    readonly again: boolean;
}

export const sagemaker = mockClient(SageMakerClient);
export const sns = mockClient(SNSClient);

/** An error as the SDK throws it. */
export function refusal(name: string, message = ""): Error {
    return Object.assign(new Error(message), { name });
}

/** Forgets all answers; every call without one is then an error of the test. */
export function reset(): void {
    sagemaker.reset();
    sns.reset();
    sagemaker.onAnyCommand().rejects(refusal("UnexpectedCall", "the test gave no answer"));
    sns.on(PublishCommand).resolves({});
}

/** Hands the event to the function as SQS does. */
export async function deliver(event: Event | string, rules: Partial<Rules> = {}, tries = 1): Promise<Delivered> {
    sagemaker.resetHistory();
    sns.resetHistory();
    return delivered(await deliverAll([typeof event === "string" ? event : JSON.stringify(event)], rules, tries));
}

/** Hands over a batch, in the environment of the function and without its log. */
export async function deliverAll(
    bodies: readonly string[],
    rules: Partial<Rules> = {},
    tries = 1,
): Promise<SQSBatchResponse> {
    const before = { ...process.env };
    const log = console.log;
    process.env["RULES"] = JSON.stringify({ ...RULES, ...rules });
    process.env["TOPIC_ARN"] = TOPIC;
    console.log = () => undefined;
    try {
        return await handler(batch(bodies, tries));
    } finally {
        process.env = before;
        console.log = log;
    }
}

/** Records of a queue with these bodies. */
export function batch(bodies: readonly string[], tries = 1): Parameters<typeof handler>[0] {
    return {
        Records: bodies.map((body, index) => ({
            messageId: `message-${index}`,
            receiptHandle: "handle",
            body,
            attributes: {
                ApproximateReceiveCount: String(tries),
                SentTimestamp: "0",
                SenderId: "events",
                ApproximateFirstReceiveTimestamp: "0",
            },
            messageAttributes: {},
            md5OfBody: "",
            eventSource: "aws:sqs",
            eventSourceARN: "arn:aws:sqs:eu-west-1:111122223333:events",
            awsRegion: "eu-west-1",
        })),
    };
}

function delivered({ batchItemFailures }: SQSBatchResponse): Delivered {
    const calls = sagemaker.calls().map(({ args: [command] }) => command);
    const published = sns.commandCalls(PublishCommand).map(({ args: [command] }) => command.input);
    return {
        effects: calls
            .map((command) => [command.constructor.name.replace(/Command$/, ""), command.input] as const)
            .filter(([action]) => !/^(Describe|List)/.test(action)),
        notices: published.map(({ Subject = "" }) => Subject),
        texts: published.map(({ Message = "" }) => Message),
        again: batchItemFailures.length > 0,
    };
}
