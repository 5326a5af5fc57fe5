import { from, type Reference } from "./reference";

/** What watches the account, and what answers to what it sees. */
export const WATCH: readonly Reference[] = [
    ...from("aws:sns/topic:Topic", { kmsMasterKeyId: ["key"] }),
    ...from("aws:sns/topicPolicy:TopicPolicy", { arn: ["topic", "cascade"] }),
    ...from("aws:sns/topicSubscription:TopicSubscription", { topic: ["topic", "cascade"] }),
    ...from("aws:sqs/queue:Queue", { kmsMasterKeyId: ["key"] }),
    ...from("aws:sqs/queuePolicy:QueuePolicy", { queueUrl: ["queue", "cascade"] }),
    // EventBridge refuses to delete a rule that has targets.
    ...from("aws:cloudwatch/eventTarget:EventTarget", {
        rule: ["eventRule", { refused: "ValidationException" }],
        arn: ["queue"],
    }),
    ...from("aws:cloudwatch/logMetricFilter:LogMetricFilter", { logGroupName: ["logGroupName", "cascade"] }),
    ...from("aws:lambda/eventSourceMapping:EventSourceMapping", {
        eventSourceArn: ["queue", undefined, "InvalidParameterValueException"],
        functionName: ["function"],
    }),
    ...from("aws:cloudtrail/trail:Trail", {
        s3BucketName: ["bucket", undefined, "S3BucketDoesNotExistException"],
        cloudWatchLogsGroupArn: ["logDestination", undefined, "InvalidCloudWatchLogsLogGroupArnException"],
        cloudWatchLogsRoleArn: ["role", undefined, "InvalidCloudWatchLogsRoleArnException"],
        kmsKeyId: ["key", undefined, "KmsKeyNotFoundException"],
    }),
    ...from("aws:cfg/recorderStatus:RecorderStatus", { name: ["recorder"] }),
    ...from("aws:cfg/deliveryChannel:DeliveryChannel", {
        s3BucketName: ["bucket", undefined, "NoSuchBucketException"],
    }),
    ...from("aws:guardduty/detectorFeature:DetectorFeature", { detectorId: ["detector", "cascade"] }),
];
