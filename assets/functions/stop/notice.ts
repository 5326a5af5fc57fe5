import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";

import type { Outcome } from "./respond";
import { nameOf, type Sighting } from "./sighting";

/** SNS API Publish: a subject has up to 100 characters, all ASCII. */
const SUBJECT = 100;

/** A text for people: what happened, why, who did it. */
export interface Notice {
    readonly subject: string;
    readonly message: string;
}

/** What people are told of an outcome; undefined when there is nothing to tell. */
export function noticeOf(sighting: Sighting, outcome: Outcome): Notice | undefined {
    if (outcome.outcome === "nothing" || outcome.outcome === "waiting") {
        return undefined;
    }
    const done = outcome.outcome === "stopped" ? "Stopped" : "Outside the rules";
    return text(`${done}: ${nameOf(sighting)}`, [
        ...outcome.findings.map((finding) => `- ${finding.rule}: ${finding.text}`),
        ...origin(sighting),
    ]);
}

/** What people are told when the function could not do its work. */
export function failureNotice(sighting: Sighting, error: Error): Notice {
    return text(`Not stopped: ${nameOf(sighting)}`, [
        `- ${error.name}: ${error.message}`,
        "It is tried again; what fails to the end lies in the dead-letter queue.",
        ...origin(sighting),
    ]);
}

export async function publish(client: SNSClient, topicArn: string, { subject, message }: Notice): Promise<void> {
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: message }));
}

function origin({ caller, event }: Sighting): string[] {
    return [`Called by: ${caller ?? "not said by the event"}`, `Event: ${event}`];
}

function text(title: string, lines: readonly string[]): Notice {
    const subject = title.replace(/[^\x20-\x7e]/g, "?").slice(0, SUBJECT);
    return { subject, message: [title, ...lines].join("\n") };
}
