import assert from "node:assert/strict";

import * as sdk from "@aws-sdk/client-sagemaker";

import { KINDS } from "../../../assets/functions/stop/sighting";
import { answer } from "./answers";
import { deliver, type Effect, reset, sagemaker } from "./double";
import * as events from "./events";
import { call, type Event } from "./events";
import { ADMIN, USER_ROLE, VPC } from "./rules";

/** An event of each kind, the answers for something outside the rules, and what is then done and told. */
interface Case {
    readonly kind: (typeof KINDS)[number];
    readonly event: Event;
    /** Answers of something within the rules. */
    readonly good: () => void;
    /** Answers of something outside the rules, after those of `good`. */
    readonly bad: () => void;
    readonly effects: readonly Effect[];
    readonly notice: string;
    /** Lines of the notice that say what is wrong. */
    readonly findings: readonly string[];
}

const SPACE = { DomainId: "d-ours", SpaceName: "lab" };
const APP = { DomainId: "d-ours", AppType: "JupyterLab", AppName: "default", SpaceName: "lab" } as const;
const RUN = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/myPipeline-123/execution/p4jn9xou8a8s";
const NO_NETWORK = "- network: runs without subnets and security groups of the Studio VPC";
const NOT_ISOLATED = "- isolation: its containers have a network; EnableNetworkIsolation must be true";

const CASES: readonly Case[] = [
    {
        kind: "training job",
        event: events.TRAINING_STATE,
        good: () => answer.training(),
        bad: () => answer.training({ VpcConfig: undefined }),
        effects: [["StopTrainingJob", { TrainingJobName: "kmeans-1" }]],
        notice: "Stopped: training job kmeans-1",
        findings: [NO_NETWORK],
    },
    {
        kind: "processing job",
        event: call("CreateProcessingJob", { processingJobName: "clean" }),
        good: () => answer.processing(),
        bad: () =>
            answer.processing({ NetworkConfig: { VpcConfig: { ...VPC, Subnets: ["subnet-a", "subnet-elsewhere"] } } }),
        effects: [["StopProcessingJob", { ProcessingJobName: "clean" }]],
        notice: "Stopped: processing job clean",
        findings: [
            "- network: subnet subnet-elsewhere is none of this deployment",
            NOT_ISOLATED,
            "- traffic: EnableInterContainerTrafficEncryption must be true",
        ],
    },
    {
        kind: "transform job",
        event: events.TRANSFORM_STATE,
        good: () => (answer.transform(), answer.model()),
        bad: () => answer.model({ VpcConfig: undefined }),
        effects: [["StopTransformJob", { TransformJobName: "myjob" }]],
        notice: "Stopped: transform job myjob",
        findings: [NO_NETWORK],
    },
    {
        kind: "tuning job",
        event: events.TUNING_STATE,
        good: () => answer.tuning(),
        bad: () => answer.tuning({ StoppingCondition: { MaxRuntimeInSeconds: 86401 } }),
        effects: [["StopHyperParameterTuningJob", { HyperParameterTuningJobName: "tune-1" }]],
        notice: "Stopped: tuning job tune-1",
        findings: ["- run time: 86401 seconds are allowed; a job runs at most 24 hours"],
    },
    {
        kind: "AutoML job",
        event: call("CreateAutoMLJobV2", { autoMLJobName: "auto" }),
        good: () => answer.autoMl(),
        bad: () => answer.autoMl({ OutputDataConfig: { KmsKeyId: "" } }),
        effects: [["StopAutoMLJob", { AutoMLJobName: "auto" }]],
        notice: "Stopped: AutoML job auto",
        findings: ["- key: its output names no key"],
    },
    {
        kind: "pipeline execution",
        event: call(
            "StartPipelineExecution",
            { pipelineName: "myPipeline-123", clientRequestToken: "t" },
            { responseElements: { pipelineExecutionArn: RUN } },
        ),
        good: () => (answer.execution(), answer.pipeline()),
        bad: () => answer.pipeline({ RoleArn: ADMIN }),
        effects: [["StopPipelineExecution", { PipelineExecutionArn: RUN }]],
        notice: `Stopped: pipeline execution ${RUN}`.slice(0, 100),
        findings: [`- role: works as ${ADMIN}, which is no role of this deployment`],
    },
    {
        kind: "notebook instance",
        event: events.NOTEBOOK_STATE,
        // There is no notebook instance within the rules, only one of somebody else.
        good: () => answer.notebook({ RoleArn: ADMIN }),
        bad: () => answer.notebook(),
        effects: [["StopNotebookInstance", { NotebookInstanceName: "nb" }]],
        notice: "Stopped: notebook instance nb",
        findings: ["- door: notebook instances are a way in beside Studio, which this deployment does not have"],
    },
    {
        kind: "model",
        event: call("CreateModel", { modelName: "scorer" }),
        good: () => answer.model(),
        bad: () => answer.model({ EnableNetworkIsolation: false }),
        effects: [["DeleteModel", { ModelName: "scorer" }]],
        notice: "Stopped: model scorer",
        findings: [NOT_ISOLATED],
    },
    {
        kind: "endpoint configuration",
        event: call("CreateEndpointConfig", { endpointConfigName: "open" }),
        good: () => (answer.configuration(), answer.model()),
        bad: () => answer.configuration({ KmsKeyId: "alias/aws/sagemaker" }),
        effects: [["DeleteEndpointConfig", { EndpointConfigName: "open" }]],
        notice: "Stopped: endpoint configuration open",
        findings: ["- key: its volume is under alias/aws/sagemaker, which is no key of this deployment"],
    },
    {
        kind: "endpoint",
        event: events.ENDPOINT_STATE,
        good: () => (answer.endpoint(), answer.configuration(), answer.model()),
        bad: () =>
            answer.configuration({
                ProductionVariants: [{ ModelName: "scorer", InstanceType: "ml.m5.large", EnableSSMAccess: true }],
            }),
        effects: [["DeleteEndpoint", { EndpointName: "MyEndpoint" }]],
        notice: "Stopped: endpoint MyEndpoint",
        findings: ["- door: its hosts can be entered (EnableSSMAccess)"],
    },
    {
        kind: "app",
        event: call("CreateApp", {
            domainId: "d-ours",
            spaceName: "lab",
            appType: "JupyterLab",
            appName: "default",
            resourceSpec: { instanceType: "ml.p5.48xlarge" },
        }),
        good: () => answer.app(),
        bad: () => answer.app({ ResourceSpec: { InstanceType: "ml.p5.48xlarge" } }),
        effects: [["DeleteApp", APP]],
        notice: "Stopped: app d-ours/JupyterLab/default/lab",
        findings: ["- instance: instance type ml.p5.48xlarge is not one of ml.t3.medium"],
    },
    {
        kind: "space",
        event: call("UpdateSpace", { domainId: "d-ours", spaceName: "lab" }),
        good: () => answer.space(),
        bad: () => {
            answer.space({ SpaceSettings: { RemoteAccess: "ENABLED" } });
            sagemaker
                .on(sdk.ListAppsCommand, { DomainIdEquals: "d-ours", SpaceNameEquals: "lab" })
                .resolves({ Apps: [] });
        },
        effects: [["UpdateSpace", { ...SPACE, SpaceSettings: { RemoteAccess: "DISABLED" } }]],
        notice: "Stopped: space d-ours/lab",
        findings: ["- door: people can connect to it from outside Studio (RemoteAccess)"],
    },
    {
        kind: "domain",
        event: call("UpdateDomain", { domainId: "d-ours" }, { caller: ADMIN }),
        good: () => answer.domain(),
        bad: () => answer.domain({ AppNetworkAccessType: "PublicInternetOnly" }),
        effects: [],
        notice: "Outside the rules: domain d-ours",
        findings: ["- door: its apps reach the internet; AppNetworkAccessType must be VpcOnly"],
    },
];

describe("stop function: what is started", () => {
    beforeEach(reset);

    for (const { kind, event, good, bad, effects, notice, findings } of CASES) {
        it(`leaves a ${kind} within the rules alone`, async () => {
            good();
            assert.deepEqual(await deliver(event), { effects: [], notices: [], texts: [], again: false });
        });

        it(`acts on a ${kind} outside the rules, and says why`, async () => {
            good();
            bad();
            for (const command of effects) {
                sagemaker.on(commandOf(command[0])).resolves({});
            }
            const done = await deliver(event);
            assert.deepEqual([done.effects, done.notices, done.again], [effects, [notice], false]);
            assert.deepEqual(
                done.texts[0]?.split("\n").filter((line) => line.startsWith("- ")),
                findings,
            );
        });

        it(`only tells of a ${kind} in mode notify`, async () => {
            good();
            bad();
            const done = await deliver(event, { mode: "notify" });
            assert.deepEqual(
                [done.effects, done.notices, done.again],
                [[], [notice.replace("Stopped", "Outside the rules").slice(0, 100)], false],
            );
        });
    }

    it("covers every kind that stands somewhere", () => {
        assert.deepEqual([...CASES.map(({ kind }) => kind), "link", "notebook link"].sort(), [...KINDS].sort());
    });
});

describe("stop function: links", () => {
    beforeEach(reset);

    const link = (caller: string, domainId = "d-ours"): Event =>
        call("CreatePresignedDomainUrl", { domainId, userProfileName: "jon" }, { caller });

    it("is silent about links made by the role people assume", async () => {
        assert.deepEqual((await deliver(link(USER_ROLE))).notices, []);
    });

    it("is silent about other domains", async () => {
        assert.deepEqual((await deliver(link(ADMIN, "d-other"))).notices, []);
    });

    it("tells who else made a link", async () => {
        const { notices, texts, effects } = await deliver(link(ADMIN));
        assert.deepEqual([effects, notices], [[], ["Outside the rules: link d-ours/jon"]]);
        assert.ok(texts[0]?.includes(`${ADMIN} made a link to a profile and is none of those who may`));
    });

    it("tells of links to notebook instances by our roles", async () => {
        const event = call("CreatePresignedNotebookInstanceUrl", { notebookInstanceName: "nb" });
        assert.deepEqual((await deliver(event)).notices, ["Outside the rules: notebook link nb"]);
    });

    it("is silent about links to notebook instances of others", async () => {
        const event = call("CreatePresignedNotebookInstanceUrl", { notebookInstanceName: "nb" }, { caller: ADMIN });
        assert.deepEqual((await deliver(event)).notices, []);
    });
});

/** The command class of an action, as the SDK names it. */
function commandOf(action: string): Parameters<typeof sagemaker.on>[0] {
    const classes: Readonly<Record<string, unknown>> = { ...sdk };
    return classes[`${action}Command`] as Parameters<typeof sagemaker.on>[0];
}
