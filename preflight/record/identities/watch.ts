import { arnAsId, type IdentityTable, link, namedBy, partOf } from "./identity";

/** What watches the account, and what answers to what it sees. */
export const WATCH: IdentityTable = {
    "aws:sns/topic:Topic": arnAsId("sns", (s) => s.text("name"), "name"),
    "aws:sns/topicPolicy:TopicPolicy": partOf("arn"),
    "aws:sns/topicSubscription:TopicSubscription": {
        id: (s) => `${s.text("topic")}:${s.uuid()}`,
        outputs: { arn: (_, id) => id },
    },
    "aws:sqs/queue:Queue": {
        named: "name",
        id: (s) => `https://sqs.${s.region}.${s.dnsSuffix}/${s.account}/${s.text("name")}`,
        outputs: { arn: (s) => s.arn("sqs", s.text("name")), url: (_, id) => id },
    },
    "aws:sqs/queuePolicy:QueuePolicy": partOf("queueUrl"),
    "aws:cloudwatch/eventRule:EventRule": namedBy("name", "events", "rule/"),
    "aws:cloudwatch/eventTarget:EventTarget": {
        id: (s) => `${s.text("rule")}-${s.hex("terraform-")}`,
    },
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": { named: "name", id: (s) => s.text("name") },
    "aws:cloudwatch/metricAlarm:MetricAlarm": namedBy("name", "cloudwatch", "alarm:"),
    "aws:lambda/eventSourceMapping:EventSourceMapping": {
        id: (s) => s.uuid(),
        outputs: { arn: (s, id) => s.arn("lambda", `event-source-mapping:${id}`), uuid: (_, id) => id },
    },
    "aws:cloudtrail/trail:Trail": {
        named: "name",
        id: (s) => s.arn("cloudtrail", `trail/${s.text("name")}`),
        outputs: { arn: (_, id) => id, homeRegion: (s) => s.region },
    },
    "aws:cfg/recorder:Recorder": partOf("name"),
    "aws:cfg/recorderStatus:RecorderStatus": partOf("name"),
    "aws:cfg/deliveryChannel:DeliveryChannel": partOf("name"),
    "aws:cfg/rule:Rule": {
        named: "name",
        id: (s) => s.text("name"),
        outputs: {
            arn: (s) => s.arn("config", `config-rule/config-rule-${s.alphanumeric(6)}`),
            ruleId: (s) => `config-rule-${s.alphanumeric(6)}`,
        },
    },
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
        id: (s) => serviceRole(s.text("awsServiceName"), (path) => s.globalArn("iam", path)),
        outputs: { arn: (_, id) => id },
    },
    "aws:accessanalyzer/analyzer:Analyzer": namedBy("analyzerName", "access-analyzer", "analyzer/"),
    "aws:guardduty/detector:Detector": {
        id: (s) => s.hex("", "", 32),
        outputs: { arn: (s, id) => s.arn("guardduty", `detector/${id}`), accountId: (s) => s.account },
    },
    "aws:guardduty/detectorFeature:DetectorFeature": { id: (s) => `${s.text("detectorId")}/${s.text("name")}` },
    "aws:macie2/account:Account": link(""),
    "aws:securityhub/account:Account": {
        id: (s) => s.account,
        outputs: { arn: (s) => s.arn("securityhub", "hub/default") },
    },
    "aws:securityhub/standardsSubscription:StandardsSubscription": {
        id: (s) => s.arn("securityhub", s.text("standardsArn").replace(/^.*::standards\//, "subscription/")),
        outputs: { arn: (_, id) => id },
    },
};

/** Names AWS gives its own roles by service; others follow no rule. */
const SERVICE_ROLES: Readonly<Record<string, string>> = { "config.amazonaws.com": "AWSServiceRoleForConfig" };

function serviceRole(service: string, arn: (path: string) => string): string {
    return arn(`role/aws-service-role/${service}/${SERVICE_ROLES[service] ?? "AWSServiceRole"}`);
}
