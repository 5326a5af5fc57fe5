import assert from "node:assert/strict";

import {
    DeleteAppCommand,
    DeleteEndpointCommand,
    DescribeEndpointConfigCommand,
    DescribeModelCommand,
    DescribeTrainingJobCommand,
    ListAppsCommand,
    StopTrainingJobCommand,
} from "@aws-sdk/client-sagemaker";
import { PublishCommand } from "@aws-sdk/client-sns";

import { answer, GOOD } from "./answers";
import { deliver, deliverAll, refusal, reset, sagemaker, sns } from "./double";
import { call, ENDPOINT_STATE, NOTEBOOK_STATE, PIPELINE_STATE, TRAINING_STATE } from "./events";
import { ADMIN, DEPLOYER, JOB_ROLE, VOLUME_KEY } from "./rules";

const SILENT = { effects: [], notices: [], texts: [], again: false };
const START = call("CreateTrainingJob", { trainingJobName: "kmeans-1" });
const OPEN = { VpcConfig: undefined };

describe("stop function: handling", () => {
    beforeEach(reset);

    describe("events that are not its business", () => {
        const others = {
            "a call that failed": call("CreateTrainingJob", { trainingJobName: "x" }, { errorCode: "AccessDenied" }),
            "a call that starts nothing": call("DeleteModel", { modelName: "x" }),
            "another service": { ...START, source: "aws.amplify" },
            "a call of another service under the same name": call(
                "CreateApp",
                { name: "site" },
                { eventSource: "amplify.amazonaws.com" },
            ),
            "a state nobody watches": { ...TRAINING_STATE, "detail-type": "SageMaker Image State Change" },
        };
        for (const [name, event] of Object.entries(others)) {
            it(`passes over ${name} without asking SageMaker`, async () => {
                assert.deepEqual(await deliver(event), SILENT);
                assert.equal(sagemaker.calls().length, 0);
            });
        }
    });

    describe("whose it is", () => {
        it("leaves alone what has nothing to do with our roles, subnets and domain", async () => {
            answer.training({ ...OPEN, RoleArn: ADMIN });
            assert.deepEqual(await deliver(TRAINING_STATE), SILENT);
        });

        it("judges it in an account of its own", async () => {
            answer.training({ ...OPEN, RoleArn: ADMIN });
            sagemaker.on(StopTrainingJobCommand).resolves({});
            const { effects } = await deliver(TRAINING_STATE, { scope: "account" });
            assert.deepEqual(effects, [["StopTrainingJob", { TrainingJobName: "kmeans-1" }]]);
        });

        it("judges a foreign role in our subnets", async () => {
            answer.training({ RoleArn: ADMIN });
            sagemaker.on(StopTrainingJobCommand).resolves({});
            assert.deepEqual((await deliver(TRAINING_STATE)).notices, ["Stopped: training job kmeans-1"]);
        });

        it("judges what our role started under a foreign one", async () => {
            answer.training({ ...OPEN, RoleArn: ADMIN });
            sagemaker.on(StopTrainingJobCommand).resolves({});
            assert.deepEqual((await deliver(START)).notices, ["Stopped: training job kmeans-1"]);
        });

        it("takes a role for ours by its whole path, not by how its name begins", async () => {
            answer.training({ ...OPEN, RoleArn: JOB_ROLE.replace("/dev/", "/dev-other/") });
            assert.deepEqual(await deliver(TRAINING_STATE), SILENT);
        });

        it("leaves other domains to others, even in an account of its own", async () => {
            answer.app({ ResourceSpec: { InstanceType: "ml.p5.48xlarge" } });
            const event = call("CreateApp", {
                domainId: "d-other",
                userProfileName: "a",
                appType: "Canvas",
                appName: "x",
            });
            assert.deepEqual(await deliver(event, { scope: "account" }), SILENT);
        });

        it("judges a run of a pipeline by SageMaker's own event too, whose fields begin in lower case", async () => {
            answer.execution();
            answer.pipeline();
            assert.deepEqual(await deliver(PIPELINE_STATE), SILENT);
            assert.deepEqual(sagemaker.calls()[0]?.args[0].input, {
                PipelineExecutionArn: PIPELINE_STATE.detail["pipelineExecutionArn"],
            });
        });

        it("leaves the calls of exempt roles alone, and asks nothing", async () => {
            const event = call("CreateTrainingJob", { trainingJobName: "kmeans-1" }, { caller: DEPLOYER });
            assert.deepEqual(await deliver(event), SILENT);
            assert.equal(sagemaker.calls().length, 0);
        });
    });

    describe("again and again", () => {
        it("does nothing a second time: what is stopping is over", async () => {
            answer.training(OPEN);
            sagemaker.on(StopTrainingJobCommand).resolves({});
            assert.equal((await deliver(TRAINING_STATE)).effects.length, 1);
            answer.training({ ...OPEN, TrainingJobStatus: "Stopping" });
            assert.deepEqual(await deliver(TRAINING_STATE), SILENT);
            answer.training({ ...OPEN, TrainingJobStatus: "Stopped" });
            assert.deepEqual(await deliver(TRAINING_STATE), SILENT);
        });

        it("is content when the job ends between the look and the stop", async () => {
            sagemaker
                .on(DescribeTrainingJobCommand)
                .resolvesOnce({ ...GOOD.training, ...OPEN } as never)
                .resolves({ ...GOOD.training, ...OPEN, TrainingJobStatus: "Completed" } as never);
            sagemaker.on(StopTrainingJobCommand).rejects(refusal("ValidationException", "is in status Completed"));
            const { again, notices } = await deliver(TRAINING_STATE);
            assert.deepEqual([again, notices], [false, []]);
        });

        it("is content with what is gone", async () => {
            sagemaker.on(DescribeTrainingJobCommand).rejects(refusal("ResourceNotFound"));
            assert.deepEqual(await deliver(START), SILENT);
            sagemaker.on(DescribeModelCommand).rejects(refusal("ValidationException", 'Could not find model "x".'));
            assert.deepEqual(await deliver(call("CreateModel", { modelName: "x" })), SILENT);
        });

        it("tells of a job that was over before it could be stopped, by its call alone", async () => {
            answer.training({ ...OPEN, TrainingJobStatus: "Completed" });
            assert.deepEqual((await deliver(START)).notices, ["Outside the rules: training job kmeans-1"]);
            assert.deepEqual(await deliver(TRAINING_STATE), SILENT);
        });
    });

    describe("what cannot be stopped yet", () => {
        it("comes again while an endpoint is being made, and is deleted when it stands", async () => {
            answer.configuration({ KmsKeyId: undefined });
            answer.model();
            answer.endpoint({ EndpointStatus: "Creating" });
            const waiting = await deliver(ENDPOINT_STATE);
            assert.deepEqual([waiting.effects, waiting.notices, waiting.again], [[], [], true]);
            answer.endpoint();
            sagemaker.on(DeleteEndpointCommand).resolves({});
            const done = await deliver(ENDPOINT_STATE);
            assert.deepEqual([done.effects, done.again], [[["DeleteEndpoint", { EndpointName: "MyEndpoint" }]], false]);
        });

        it("ends a space's apps first and closes it when they are gone", async () => {
            answer.space({ SpaceSettings: { RemoteAccess: "ENABLED" } });
            sagemaker.on(ListAppsCommand).resolves({
                Apps: [
                    { AppType: "JupyterLab", AppName: "default", Status: "InService" },
                    { AppType: "CodeEditor", AppName: "default", Status: "Deleting" },
                    { AppType: "JupyterLab", AppName: "old", Status: "Deleted" },
                ],
            });
            sagemaker.on(DeleteAppCommand).resolves({});
            const { effects, again } = await deliver(call("UpdateSpace", { domainId: "d-ours", spaceName: "lab" }));
            const app = { DomainId: "d-ours", SpaceName: "lab", AppType: "JupyterLab", AppName: "default" };
            assert.deepEqual([effects, again], [[["DeleteApp", app]], true]);
        });

        it("looks again at a status nobody knows", async () => {
            answer.notebook({ NotebookInstanceStatus: "Hibernating" });
            assert.equal((await deliver(NOTEBOOK_STATE)).again, true);
        });
    });

    describe("what fails", () => {
        it("hands the event back when a permission is missing, and tells people once", async () => {
            answer.training(OPEN);
            sagemaker
                .on(StopTrainingJobCommand)
                .rejects(refusal("AccessDeniedException", "not authorized to perform: sagemaker:StopTrainingJob"));
            const first = await deliver(TRAINING_STATE);
            assert.deepEqual([first.again, first.notices], [true, ["Not stopped: training job kmeans-1"]]);
            assert.ok(first.texts[0]?.includes("sagemaker:StopTrainingJob"));
            const second = await deliver(TRAINING_STATE, {}, 2);
            assert.deepEqual([second.again, second.notices], [true, []]);
        });

        it("hands the event back when SageMaker does not answer", async () => {
            sagemaker.on(DescribeTrainingJobCommand).rejects(refusal("ThrottlingException"));
            assert.equal((await deliver(START)).again, true);
        });

        it("hands the event back when people could not be told", async () => {
            answer.model({ EnableNetworkIsolation: false });
            sns.on(PublishCommand).rejects(refusal("KMSAccessDenied"));
            assert.equal((await deliver(call("CreateModel", { modelName: "x" }), { mode: "notify" })).again, true);
        });

        it("does not let an event pass that does not say what it is about", async () => {
            assert.equal((await deliver(call("CreateTrainingJob", {}))).again, true);
            assert.equal((await deliver("not JSON")).again, true);
        });

        it("takes an endpoint whose configuration or model is gone for one outside the rules", async () => {
            answer.endpoint();
            sagemaker.on(DeleteEndpointCommand).resolves({});
            sagemaker
                .on(DescribeEndpointConfigCommand)
                .rejects(refusal("ValidationException", "Could not find endpoint configuration"));
            const event = call("CreateEndpoint", { endpointName: "MyEndpoint", endpointConfigName: "x" });
            const { effects, texts } = await deliver(event);
            assert.deepEqual(effects, [["DeleteEndpoint", { EndpointName: "MyEndpoint" }]]);
            assert.ok(texts[0]?.includes("its model or configuration is gone, so nothing shows where it runs"));
        });

        it("hands back exactly the events of a batch that are not done with", async () => {
            answer.training();
            sagemaker.on(DescribeModelCommand).rejects(refusal("AccessDeniedException"));
            const bodies = [TRAINING_STATE, call("CreateModel", { modelName: "x" }), START];
            const { batchItemFailures } = await deliverAll(bodies.map((event) => JSON.stringify(event)));
            assert.deepEqual(batchItemFailures, [{ itemIdentifier: "message-1" }]);
        });
    });

    describe("rules", () => {
        it("refuses to work with an environment that lacks any of them", async () => {
            await assert.rejects(deliver(START, { subnets: [], mode: "watch" as never, maxRuntimeHours: 0 }), {
                message:
                    "The function's environment lacks a valid RULES.mode, RULES.subnets, RULES.maxRuntimeHours; deploy the stack again",
            });
        });

        it("asks for no volume key where every instance encrypts its own disks", async () => {
            const without = (types: string[]): Record<string, unknown> => ({
                ResourceConfig: { InstanceGroups: types.map((InstanceType) => ({ InstanceType })) },
            });
            answer.training(without(["ml.p4d.24xlarge"]));
            assert.deepEqual(await deliver(START), SILENT);
            answer.training(without(["ml.p4d.24xlarge", "ml.m5.large"]));
            const { texts } = await deliver(START, { mode: "notify" });
            assert.ok(texts[0]?.includes("- key: its volume names no key"));
        });

        it("knows a key by its id as by its ARN", async () => {
            const id = VOLUME_KEY.slice(VOLUME_KEY.lastIndexOf("/") + 1);
            answer.training({ ResourceConfig: { InstanceType: "ml.m5.large", VolumeKmsKeyId: id } });
            assert.deepEqual(await deliver(START), SILENT);
        });

        it("lets AutoML run its own jobs as it must", async () => {
            answer.training({ ...OPEN, AutoMLJobArn: "arn:aws:sagemaker:eu-west-1:111122223333:automl-job/a" });
            assert.deepEqual(await deliver(TRAINING_STATE), SILENT);
        });

        it("tells of a container that can be entered", async () => {
            answer.training({ RemoteDebugConfig: { EnableRemoteDebug: true } });
            const { texts } = await deliver(START, { mode: "notify" });
            assert.ok(texts[0]?.includes("- door: its container can be entered (EnableRemoteDebug)"));
        });

        it("leaves remote access alone where the deployment has it", async () => {
            answer.space({ SpaceSettings: { RemoteAccess: "ENABLED" } });
            const event = call("CreateSpace", { domainId: "d-ours", spaceName: "lab" });
            assert.deepEqual(await deliver(event, { remoteAccess: true }), SILENT);
        });
    });
});
