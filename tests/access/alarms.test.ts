import { strict as assert } from "node:assert";

import { functionNames } from "../../components/functions";
import { physicalName } from "../../components/names";
import { inputsOf, type RecordedComponent } from "../harness";
import { accessArgs, parsed, PLACE, recordAccess } from "./fixture";

describe("alarms of the access service", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordAccess();
    });

    it("watch failures, throttling and refusals, any one of which is told", () => {
        const functionOf = (purpose: string): object => ({
            FunctionName: functionNames(PLACE, "aws", purpose).functionName,
        });
        const topic = inputsOf(recording, "aws:sns/topic:Topic")["arn"];
        const watched = recording.resources
            .filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm")
            .map(({ name, props }) => {
                assert.deepEqual(
                    [props["threshold"], props["comparisonOperator"], props["statistic"], props["alarmActions"]],
                    [0, "GreaterThanThreshold", "Sum", [topic]],
                    name,
                );
                return [name, props["namespace"], props["metricName"], props["dimensions"]];
            })
            .sort();
        assert.deepEqual(watched, [
            [
                "access-api-failures",
                "AWS/ApiGateway",
                "5XXError",
                { ApiName: physicalName(PLACE, "restApi", "access"), Stage: "studio" },
            ],
            ["access-authorizer-errors", "AWS/Lambda", "Errors", functionOf("authorizer")],
            ["access-authorizer-throttles", "AWS/Lambda", "Throttles", functionOf("authorizer")],
            ["access-presign-errors", "AWS/Lambda", "Errors", functionOf("presign")],
            ["access-presign-throttles", "AWS/Lambda", "Throttles", functionOf("presign")],
            ["access-refused", "fixture/test", "RefusedSessions", undefined],
            ["access-throttled", "fixture/test", "ThrottledSessions", undefined],
        ]);
    });

    it("count refusals and throttling in the access log, by the status of its lines", () => {
        const filters = ["access-refused", "access-throttled"].map((name) => {
            const { logGroupName, pattern, metricTransformation } = inputsOf(
                recording,
                "aws:cloudwatch/logMetricFilter:LogMetricFilter",
                name,
            );
            return [logGroupName, pattern, metricTransformation];
        });
        const group = "/fixture/test/unit/access/api-access";
        assert.deepEqual(filters, [
            [group, '{ $.status = "403" }', { name: "RefusedSessions", namespace: "fixture/test", value: "1" }],
            [group, '{ $.status = "429" }', { name: "ThrottledSessions", namespace: "fixture/test", value: "1" }],
        ]);
        const format = (inputsOf(recording, "aws:apigateway/stage:Stage")["accessLogSettings"] as { format: string })
            .format;
        assert.equal((parsed(format) as { status: string }).status, "$context.status");
    });

    it("tell people by a topic under its own key, to which these alarms alone publish", () => {
        const topic = inputsOf(recording, "aws:sns/topic:Topic");
        assert.equal(topic["kmsMasterKeyId"], accessArgs().keys.topicsKeyArn);
        const { protocol, endpoint } = inputsOf(recording, "aws:sns/topicSubscription:TopicSubscription");
        assert.deepEqual([protocol, endpoint], ["email", "ops@example.com"]);
        const { Statement } = parsed(inputsOf(recording, "aws:sns/topicPolicy:TopicPolicy")["policy"]) as {
            Statement: readonly { Sid: string; Condition: { ArnEquals?: { "aws:SourceArn": string[] } } }[];
        };
        const alarms = recording.resources
            .filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm")
            .map(({ props }) => String(props["arn"]));
        assert.deepEqual(
            Statement.map(({ Sid }) => Sid),
            ["Alarms", "NothingWithoutTls"],
        );
        assert.deepEqual([...(Statement[0]?.Condition.ArnEquals?.["aws:SourceArn"] ?? [])].sort(), alarms.sort());
    });
});
