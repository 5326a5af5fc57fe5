import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";
import { LOG_GROUP } from "./tokens";

interface LogGroupConfig extends Record<string, unknown> {
    readonly minimumRetentionDays: number;
}

/** P47: logs that are gone, or open to whoever reads CloudWatch, prove nothing after an incident. */
export const logGroups = resourcePolicy<LogGroupConfig>({
    id: "P47",
    name: "log-group-encrypted-and-retained",
    title: "Log groups are encrypted and kept long enough",
    description: "The log group must be encrypted with an own key and keep its events for the configured days.",
    why: "Logs name people, resources and queries; without a key of your own anybody with read rights to logs reads them. Without a retention they are lost too early, or kept and paid for ever.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("AU-11", "Audit Record Retention"),
    publishedIds: ["checkov:CKV_AWS_158", "checkov:CKV_AWS_338", "checkov:CKV_AWS_66", "trivy:AWS-0017"],
    remediationSteps:
        "Set kmsKeyId to a key whose policy admits CloudWatch Logs, and retentionInDays to the configured days or more, but not to 0, which is endless.",
    url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    config: {
        properties: {
            minimumRetentionDays: { type: "integer", minimum: 1, maximum: 3653, description: "1 to 3653" },
        },
        defaults: { minimumRetentionDays: 365 },
    },
    scope: "all",
    types: [LOG_GROUP],
    checkResource: (group, { minimumRetentionDays }) => [
        ...checkKey(group),
        ...checkRetention(group, minimumRetentionDays),
    ],
    remediate: (props, { minimumRetentionDays: days }) =>
        props.logGroupClass === "DELIVERY"
            ? false
            : repair(props, "retentionInDays", (value) => !isLongEnough(value, days), atLeast(days)),
});

/** Periods that CloudWatch Logs accepts. Source: PutRetentionPolicy. */
const PERIODS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

function atLeast(days: number): number {
    return PERIODS.find((period) => period >= days) ?? days;
}

function isLongEnough(retention: unknown, days: number): boolean {
    return typeof retention === "number" && retention >= days;
}

/** Presence decides: the key's ARN itself is often unknown at a first preview. */
function checkKey(group: GraphResource): Finding[] {
    const key = group.props.kmsKeyId ?? "";
    return key === "" ? [violation(group, "kmsKeyId is not set, so AWS's own key is used. Name your key.")] : [];
}

function checkRetention(group: GraphResource, days: number): Finding[] {
    const { retentionInDays, logGroupClass } = group.props;
    if (logGroupClass === "DELIVERY") {
        // AWS keeps this class for two days whatever is set; it only passes events on.
        return [];
    }
    if (isUnknown(retentionInDays) || isUnknown(logGroupClass)) {
        return [undecided(group, `retentionInDays or logGroupClass is not known yet; ${days} days must be kept.`)];
    }
    if (isLongEnough(retentionInDays, days)) {
        return [];
    }
    const endless = retentionInDays === undefined || retentionInDays === null || retentionInDays === 0;
    const found = endless ? `${shown(retentionInDays)}, which means endless` : shown(retentionInDays);
    return [violation(group, `retentionInDays is ${found}. Set at least ${days}.`)];
}
