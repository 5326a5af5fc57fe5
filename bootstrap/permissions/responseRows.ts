import { type PermissionTable, SOURCES } from "./row";

/** Events, queues, notices and alarms. */
export const RESPONSE_ROWS: PermissionTable = {
    "aws:sns/topic:Topic": {
        create: { topics: ["sns:CreateTopic", "sns:SetTopicAttributes", "sns:TagResource"] },
        read: { topics: ["sns:GetTopicAttributes", "sns:ListTagsForResource"] },
        update: { topics: ["sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"] },
        delete: { topics: ["sns:DeleteTopic"] },
        source: `${SOURCES.TF} sns/topic.go`,
    },
    "aws:sns/topicPolicy:TopicPolicy": {
        create: { topics: ["sns:SetTopicAttributes"] },
        read: { topics: ["sns:GetTopicAttributes"] },
        update: { topics: ["sns:SetTopicAttributes"] },
        delete: { topics: ["sns:SetTopicAttributes"] },
        source: `${SOURCES.TF} sns/topic_policy.go; a delete sets the default policy`,
    },
    "aws:sns/topicSubscription:TopicSubscription": {
        create: { topics: ["sns:Subscribe"] },
        read: { topics: ["sns:GetSubscriptionAttributes"] },
        update: { topics: ["sns:SetSubscriptionAttributes"] },
        delete: { topics: ["sns:Unsubscribe"] },
        source: `${SOURCES.TF} sns/topic_subscription.go; one that waits to be confirmed is forgotten, not deleted`,
    },
    "aws:sqs/queue:Queue": {
        create: { queues: ["sqs:CreateQueue", "sqs:TagQueue"] },
        read: { queues: ["sqs:GetQueueAttributes", "sqs:ListQueueTags"] },
        update: { queues: ["sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"] },
        delete: { queues: ["sqs:DeleteQueue"] },
        source: `${SOURCES.TF} sqs/queue.go`,
    },
    "aws:sqs/queuePolicy:QueuePolicy": {
        create: { queues: ["sqs:SetQueueAttributes"] },
        read: { queues: ["sqs:GetQueueAttributes"] },
        update: { queues: ["sqs:SetQueueAttributes"] },
        delete: { queues: ["sqs:SetQueueAttributes"] },
        source: `${SOURCES.TF} sqs/queue_policy.go`,
    },
    "aws:cloudwatch/eventRule:EventRule": {
        create: { eventRules: ["events:PutRule", "events:TagResource"] },
        read: { eventRules: ["events:DescribeRule", "events:ListTagsForResource"] },
        update: { eventRules: ["events:PutRule", "events:TagResource", "events:UntagResource"] },
        delete: { eventRules: ["events:DeleteRule"] },
        source: `${SOURCES.TF} events/rule.go`,
    },
    "aws:cloudwatch/eventTarget:EventTarget": {
        create: { eventRules: ["events:PutTargets"] },
        read: { eventRules: ["events:ListTargetsByRule"] },
        update: { eventRules: ["events:PutTargets"] },
        delete: { eventRules: ["events:RemoveTargets"] },
        source: `${SOURCES.TF} events/target.go`,
    },
    "aws:lambda/eventSourceMapping:EventSourceMapping": {
        create: {
            regionWide: ["lambda:CreateEventSourceMapping"],
            eventSourceMappings: ["lambda:TagResource"],
        },
        read: { eventSourceMappings: ["lambda:GetEventSourceMapping", "lambda:ListTags"] },
        update: {
            eventSourceMappings: ["lambda:TagResource", "lambda:UntagResource", "lambda:UpdateEventSourceMapping"],
        },
        delete: { eventSourceMappings: ["lambda:DeleteEventSourceMapping"] },
        source: `${SOURCES.TF} lambda/event_source_mapping.go`,
    },
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
        create: { trailLogGroups: ["logs:PutMetricFilter"] },
        read: { trailLogGroups: ["logs:DescribeMetricFilters"] },
        update: { trailLogGroups: ["logs:PutMetricFilter"] },
        delete: { trailLogGroups: ["logs:DeleteMetricFilter"] },
        source: `${SOURCES.TF} logs/metric_filter.go`,
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        create: { alarms: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource"] },
        read: { alarms: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"] },
        update: { alarms: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"] },
        delete: { alarms: ["cloudwatch:DeleteAlarms"] },
        source: `${SOURCES.TF} cloudwatch/metric_alarm.go`,
    },
};
