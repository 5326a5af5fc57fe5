import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { SNSClient } from "@aws-sdk/client-sns";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";

import { type BusEvent, sightingOf } from "./events";
import { failureNotice, noticeOf, publish } from "./notice";
import { type Outcome, respond } from "./respond";
import { type Environment, readEnvironment } from "./rules";

const sagemaker = new SageMakerClient({});
const sns = new SNSClient({});

/**
 * Takes events from the queue, stops or reports what is outside the rules, and hands back those that must come again: what
 * cannot be stopped yet and what failed. The queue repeats them and in the end keeps them as dead letters.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
    const environment = readEnvironment(process.env);
    const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
    for (const record of event.Records) {
        if (!(await settled(environment, record))) {
            batchItemFailures.push({ itemIdentifier: record.messageId });
        }
    }
    return { batchItemFailures };
}

/** Whether the event is done with. */
async function settled({ rules, topicArn }: Environment, record: SQSRecord): Promise<boolean> {
    let sighting;
    try {
        sighting = sightingOf(JSON.parse(record.body) as BusEvent);
        if (sighting === undefined) {
            return true;
        }
        const outcome = await respond(sagemaker, rules, sighting);
        report({ ...sighting, ...outcome });
        const notice = noticeOf(sighting, outcome);
        if (notice !== undefined) {
            await publish(sns, topicArn, notice);
        }
        return outcome.outcome !== "waiting";
    } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        report({ ...sighting, outcome: "failed", error: failure.name, message: failure.message });
        // Once, not at each repetition.
        if (sighting !== undefined && record.attributes.ApproximateReceiveCount === "1") {
            await publish(sns, topicArn, failureNotice(sighting, failure)).catch((unsent: Error) =>
                report({ outcome: "notice not sent", error: unsent.name, message: unsent.message }),
            );
        }
        return false;
    }
}

/** One line of the log. Holds what was found and done, never an event's whole text. */
function report(line: Partial<Outcome> | Readonly<Record<string, unknown>>): void {
    console.log(JSON.stringify(line));
}
