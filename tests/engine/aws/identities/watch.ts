import { alphanumericId, hexId, uuid } from "../subject";
import { arnAsId, type IdentityTable, namedBy, partOf } from "./identity";

/** What watches the account, and what answers to what it sees. */
export const WATCH: IdentityTable = {
    "aws:sns/topic:Topic": arnAsId("sns", (subject) => subject.text("name"), {
        autoName: "name",
        outputs: { owner: (subject) => subject.place.account },
    }),
    "aws:sns/topicPolicy:TopicPolicy": partOf("arn"),
    "aws:sns/topicSubscription:TopicSubscription": {
        id: (subject) => `${subject.text("topic")}:${uuid()}`,
        defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
        // An e-mail's owner confirms it, some other day.
        outputs: { arn: (_, id) => id, pendingConfirmation: () => true },
    },
    "aws:sqs/queue:Queue": {
        id: (subject) =>
            `https://sqs.${subject.place.region}.${subject.dnsSuffix}/${subject.place.account}/${subject.text("name")}`,
        autoName: "name",
        defaults: { delaySeconds: 0, fifoQueue: false, receiveWaitTimeSeconds: 0, visibilityTimeoutSeconds: 30 },
        outputs: {
            arn: (subject) => subject.arn("sqs", subject.text("name")),
            url: (_, id) => id,
            kmsDataKeyReusePeriodSeconds: () => 300,
        },
    },
    "aws:sqs/queuePolicy:QueuePolicy": partOf("queueUrl"),
    "aws:cloudwatch/eventRule:EventRule": namedBy("name", "events", "rule/", {
        autoName: "name",
        defaults: { eventBusName: "default", forceDestroy: false, state: "ENABLED" },
    }),
    "aws:cloudwatch/eventTarget:EventTarget": {
        id: (subject) => `${subject.text("rule")}-${hexId("terraform-")}`,
        defaults: { eventBusName: "default", forceDestroy: false },
        outputs: { targetId: () => hexId("terraform-") },
    },
    "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
        id: (subject) => subject.text("name"),
        autoName: "name",
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": namedBy("name", "cloudwatch", "alarm:", {
        autoName: "name",
        defaults: { actionsEnabled: true, treatMissingData: "missing" },
    }),
    "aws:lambda/eventSourceMapping:EventSourceMapping": {
        id: uuid,
        defaults: { enabled: true },
        outputs: {
            arn: (subject, id) => subject.arn("lambda", `event-source-mapping:${id}`),
            uuid: (_, id) => id,
            functionArn: (subject) => subject.arn("lambda", `function:${subject.text("functionName")}`),
            state: () => "Enabled",
        },
    },
    "aws:cloudtrail/trail:Trail": {
        id: (subject) => subject.arn("cloudtrail", `trail/${subject.text("name")}`),
        autoName: "name",
        defaults: { enableLogging: true, isOrganizationTrail: false },
        outputs: { arn: (_, id) => id, homeRegion: (subject) => subject.place.region },
    },
    "aws:cfg/recorder:Recorder": partOf("name"),
    "aws:cfg/recorderStatus:RecorderStatus": partOf("name"),
    "aws:cfg/deliveryChannel:DeliveryChannel": partOf("name"),
    "aws:cfg/rule:Rule": {
        id: (subject) => subject.text("name"),
        autoName: "name",
        outputs: {
            arn: (subject) => subject.arn("config", `config-rule/${alphanumericId("config-rule-", 6)}`),
            ruleId: () => alphanumericId("config-rule-", 6),
        },
    },
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
        global: true,
        id: (subject) =>
            subject.globalArn("iam", `role/aws-service-role/${subject.text("awsServiceName")}/AWSServiceRoleForConfig`),
        outputs: { arn: (_, id) => id, name: () => "AWSServiceRoleForConfig" },
    },
    "aws:accessanalyzer/analyzer:Analyzer": namedBy("analyzerName", "access-analyzer", "analyzer/"),
    "aws:guardduty/detector:Detector": {
        id: () => hexId("", 18),
        outputs: {
            arn: (subject, id) => subject.arn("guardduty", `detector/${id}`),
            accountId: (subject) => subject.place.account,
        },
    },
    "aws:guardduty/detectorFeature:DetectorFeature": {
        id: (subject) => `${subject.text("detectorId")}/${subject.text("name")}`,
    },
    "aws:macie2/account:Account": { id: (subject) => subject.place.account },
    "aws:securityhub/account:Account": {
        id: (subject) => subject.place.account,
        outputs: { arn: (subject) => subject.arn("securityhub", "hub/default") },
    },
    "aws:securityhub/standardsSubscription:StandardsSubscription": {
        id: (subject) =>
            subject.arn("securityhub", subject.text("standardsArn").replace(/^.*::standards\//, "subscription/")),
        outputs: { arn: (_, id) => id },
    },
};
