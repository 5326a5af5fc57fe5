import { inService, type ReplacementTable } from "./row";

const cloudwatch = inService("cloudwatch");
const configservice = inService("configservice");
const events = inService("events");
const sns = inService("sns");
const sqs = inService("sqs");

/** What watches the account, and what answers to what it sees. */
export const WATCH: ReplacementTable = {
    "aws:sns/topic:Topic": sns("topic.go", "fifoTopic", "name", "namePrefix"),
    "aws:sns/topicPolicy:TopicPolicy": sns("topic_policy.go", "arn"),
    "aws:sns/topicSubscription:TopicSubscription": sns("topic_subscription.go", "endpoint", "protocol", "topic"),
    "aws:sqs/queue:Queue": sqs("queue.go", "fifoQueue", "name", "namePrefix"),
    "aws:sqs/queuePolicy:QueuePolicy": sqs("queue_policy.go", "queueUrl"),
    "aws:cloudwatch/eventRule:EventRule": events("rule.go", "eventBusName", "name", "namePrefix"),
    "aws:cloudwatch/eventTarget:EventTarget": events("target.go", "eventBusName", "rule", "targetId"),
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": inService("logs")("metric_filter.go", "logGroupName", "name"),
    "aws:cloudwatch/metricAlarm:MetricAlarm": cloudwatch("metric_alarm.go", "name"),
    "aws:lambda/eventSourceMapping:EventSourceMapping": inService("lambda")(
        "event_source_mapping.go",
        "eventSourceArn",
        "startingPosition",
    ),
    "aws:cloudtrail/trail:Trail": inService("cloudtrail")("trail.go", "name"),
    "aws:cfg/recorder:Recorder": configservice("configuration_recorder.go", "name"),
    "aws:cfg/recorderStatus:RecorderStatus": configservice("configuration_recorder_status.go", "name"),
    "aws:cfg/deliveryChannel:DeliveryChannel": configservice("delivery_channel.go", "name"),
    "aws:cfg/rule:Rule": configservice("config_rule.go", "name"),
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": inService("iam")(
        "service_linked_role.go",
        "awsServiceName",
        "customSuffix",
    ),
    "aws:accessanalyzer/analyzer:Analyzer": inService("accessanalyzer")("analyzer.go", "analyzerName", "type"),
    "aws:guardduty/detectorFeature:DetectorFeature": inService("guardduty")(
        "detector_feature.go",
        "detectorId",
        "name",
    ),
    "aws:securityhub/standardsSubscription:StandardsSubscription": inService("securityhub")(
        "standards_subscription.go",
        "standardsArn",
    ),
};
