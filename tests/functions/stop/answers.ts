import * as sdk from "@aws-sdk/client-sagemaker";

import { sagemaker } from "./double";
import { EXECUTION, JOB_ROLE, OUTPUT_KEY, VOLUME_KEY, VPC } from "./rules";

/** Part of an answer; the mock wants whole ones. */
type Part = Record<string, unknown>;

/** Things within the rules, by the fields the function reads; each test breaks one. */
export const GOOD = {
    training: {
        TrainingJobStatus: "InProgress",
        RoleArn: JOB_ROLE,
        VpcConfig: VPC,
        EnableNetworkIsolation: true,
        EnableInterContainerTrafficEncryption: true,
        ResourceConfig: { InstanceType: "ml.m5.large", VolumeKmsKeyId: VOLUME_KEY },
        OutputDataConfig: { KmsKeyId: OUTPUT_KEY },
        StoppingCondition: { MaxRuntimeInSeconds: 86400 },
    },
    processing: {
        ProcessingJobStatus: "InProgress",
        RoleArn: JOB_ROLE,
        NetworkConfig: {
            VpcConfig: VPC,
            EnableNetworkIsolation: true,
            EnableInterContainerTrafficEncryption: true,
        },
        ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.large", VolumeKmsKeyId: VOLUME_KEY } },
        ProcessingOutputConfig: { Outputs: [{}], KmsKeyId: OUTPUT_KEY },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    },
    transform: {
        TransformJobStatus: "InProgress",
        ModelName: "scorer",
        TransformOutput: { KmsKeyId: OUTPUT_KEY },
        TransformResources: { InstanceType: "ml.m5.large", VolumeKmsKeyId: VOLUME_KEY },
    },
    autoMl: {
        AutoMLJobStatus: "InProgress",
        RoleArn: JOB_ROLE,
        SecurityConfig: {
            VpcConfig: VPC,
            VolumeKmsKeyId: VOLUME_KEY,
            EnableInterContainerTrafficEncryption: true,
        },
        OutputDataConfig: { KmsKeyId: OUTPUT_KEY },
    },
    model: { ExecutionRoleArn: JOB_ROLE, VpcConfig: VPC, EnableNetworkIsolation: true },
    configuration: {
        KmsKeyId: VOLUME_KEY,
        ProductionVariants: [{ ModelName: "scorer", InstanceType: "ml.m5.large" }],
    },
    endpoint: { EndpointStatus: "InService", EndpointConfigName: "MyEndpointConfig" },
    app: { Status: "InService", ResourceSpec: { InstanceType: "ml.t3.medium" } },
    space: { Status: "InService", SpaceSettings: { RemoteAccess: "DISABLED" } },
    notebook: { NotebookInstanceStatus: "InService", RoleArn: EXECUTION, SubnetId: "subnet-x" },
    execution: { PipelineExecutionStatus: "Executing", PipelineArn: "pipeline" },
    pipeline: { RoleArn: JOB_ROLE },
    domain: { Status: "InService", AppNetworkAccessType: "VpcOnly" },
} as const satisfies Record<string, Part>;

const TUNING = {
    HyperParameterTuningJobStatus: "InProgress",
    TrainingJobDefinition: {
        RoleArn: JOB_ROLE,
        VpcConfig: VPC,
        EnableNetworkIsolation: true,
        EnableInterContainerTrafficEncryption: true,
        ResourceConfig: { InstanceType: "ml.m5.large", VolumeKmsKeyId: VOLUME_KEY },
        OutputDataConfig: { KmsKeyId: OUTPUT_KEY },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    },
};

type Answering = (broken?: Part) => void;

/** Answers a Describe action with something good, broken in some fields. */
function answering(action: string, good: Part): Answering {
    const classes: Readonly<Record<string, unknown>> = { ...sdk };
    const command = classes[`Describe${action}Command`] as typeof sdk.DescribeModelCommand;
    return (broken = {}) => {
        sagemaker.on(command).resolves({ ...good, ...broken });
    };
}

/** What SageMaker answers about each; every one may be broken in some fields. */
export const answer = {
    training: answering("TrainingJob", GOOD.training),
    processing: answering("ProcessingJob", GOOD.processing),
    transform: answering("TransformJob", GOOD.transform),
    tuning: (definition: Part = {}): void =>
        answering(
            "HyperParameterTuningJob",
            TUNING,
        )({
            TrainingJobDefinition: { ...TUNING.TrainingJobDefinition, ...definition },
        }),
    autoMl: answering("AutoMLJobV2", GOOD.autoMl),
    model: answering("Model", GOOD.model),
    configuration: answering("EndpointConfig", GOOD.configuration),
    endpoint: answering("Endpoint", GOOD.endpoint),
    app: answering("App", GOOD.app),
    space: answering("Space", GOOD.space),
    notebook: answering("NotebookInstance", GOOD.notebook),
    execution: answering("PipelineExecution", GOOD.execution),
    pipeline: answering("Pipeline", GOOD.pipeline),
    domain: answering("Domain", GOOD.domain),
};
