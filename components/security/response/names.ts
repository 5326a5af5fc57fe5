import { physicalName, type Place } from "../../names";

/** Names and ARNs of what answers to events; known before it exists, so that documents can name it. */
export interface ResponseNames {
    readonly topic: string;
    readonly topicArn: string;
    readonly events: string;
    readonly eventsArn: string;
    readonly deadLetters: string;
    readonly deadLettersArn: string;
    /** Rules of EventBridge by what they watch. */
    readonly rules: Readonly<Record<"calls" | "states", string>>;
    readonly ruleArns: readonly string[];
}

/** What the place calls them. */
export function responseNames(place: Place, partition: string): ResponseNames {
    const arn = (service: string, resource: string): string =>
        `arn:${partition}:${service}:${place.region}:${place.account}:${resource}`;
    const topic = physicalName(place, "topic", "notices");
    const events = physicalName(place, "queue", "events");
    const deadLetters = physicalName(place, "queue", "dead-letters");
    const rules = {
        calls: physicalName(place, "eventRule", "calls"),
        states: physicalName(place, "eventRule", "states"),
    };
    return {
        topic,
        topicArn: arn("sns", topic),
        events,
        eventsArn: arn("sqs", events),
        deadLetters,
        deadLettersArn: arn("sqs", deadLetters),
        rules,
        ruleArns: Object.values(rules).map((rule) => arn("events", `rule/${rule}`)),
    };
}
