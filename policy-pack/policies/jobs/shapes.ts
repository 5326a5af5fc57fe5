/**
 * Where one kind of SageMaker job keeps what the policies of this group read. Every path is relative to the job, except
 * `job` itself.
 */
export interface JobShape {
    /** An input that resources of this kind always have, and no other kind has. */
    readonly mark: string;
    /** Where the resource describes the job: empty where it is the job; an ending `*` stands for each item of a list. */
    readonly job: string;
    /** The block with `enableNetworkIsolation` and `enableInterContainerTrafficEncryption`; empty for the job itself. */
    readonly switches?: string;
    /** The block with `subnets` and `securityGroupIds`. */
    readonly vpc?: string;
    /** Blocks with instances and their `volumeKmsKeyId`; one that is absent has no instances. */
    readonly compute?: readonly string[];
    /** Blocks whose `kmsKeyId` encrypts what the job writes; one that is absent writes nothing. */
    readonly outputs?: readonly string[];
    /** Keys that are demanded whether their block is there or not. */
    readonly keys?: readonly string[];
}

const TRAINING: Omit<JobShape, "mark" | "job"> = {
    switches: "",
    vpc: "vpcConfig",
    compute: ["resourceConfig"],
    outputs: ["outputDataConfig"],
};

const TUNING: Omit<JobShape, "mark" | "job"> = {
    ...TRAINING,
    compute: ["resourceConfig", "hyperParameterTuningResourceConfig"],
};

/** A definition of a monitoring job, which schedules name. */
function monitoringDefinition(output: string): JobShape {
    return {
        mark: "jobResources",
        job: "",
        switches: "networkConfig",
        vpc: "networkConfig.vpcConfig",
        compute: ["jobResources.clusterConfig"],
        outputs: [output],
    };
}

/** A schedule that defines its job itself; one that names a definition is judged by that definition. */
const INLINE_MONITORING: JobShape = {
    mark: "monitoringScheduleConfig",
    job: "monitoringScheduleConfig.monitoringJobDefinition",
    switches: "networkConfig",
    vpc: "networkConfig.vpcConfig",
    compute: ["monitoringResources.clusterConfig"],
    outputs: ["monitoringOutputConfig"],
};

const VALIDATION = "validationSpecification.validationProfiles";

/**
 * Every kind of job, by type token. The property names are those of @pulumi/aws, and for `aws-native` those of
 * CloudFormation in camel case: some monitoring jobs and processing jobs exist there only.
 */
export const JOB_SHAPES: Readonly<Record<string, readonly JobShape[]>> = {
    "aws:sagemaker/trainingJob:TrainingJob": [{ mark: "trainingJobName", job: "", ...TRAINING }],
    "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
        { mark: "trainingJobDefinition", job: "trainingJobDefinition", ...TUNING },
        { mark: "trainingJobDefinitions", job: "trainingJobDefinitions.*", ...TUNING },
    ],
    "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": [
        monitoringDefinition("dataQualityJobOutputConfig"),
    ],
    "aws:sagemaker/monitoringSchedule:MonitoringSchedule": [INLINE_MONITORING],
    "aws-native:sagemaker:DataQualityJobDefinition": [monitoringDefinition("dataQualityJobOutputConfig")],
    "aws-native:sagemaker:ModelBiasJobDefinition": [monitoringDefinition("modelBiasJobOutputConfig")],
    "aws-native:sagemaker:ModelExplainabilityJobDefinition": [
        monitoringDefinition("modelExplainabilityJobOutputConfig"),
    ],
    "aws-native:sagemaker:ModelQualityJobDefinition": [monitoringDefinition("modelQualityJobOutputConfig")],
    "aws-native:sagemaker:MonitoringSchedule": [INLINE_MONITORING],
    "aws-native:sagemaker:ProcessingJob": [
        {
            mark: "processingResources",
            job: "",
            switches: "networkConfig",
            vpc: "networkConfig.vpcConfig",
            compute: ["processingResources.clusterConfig"],
            outputs: ["processingOutputConfig"],
        },
    ],
    "aws:sagemaker/labelingJob:LabelingJob": [
        { mark: "labelingJobName", job: "", outputs: ["outputConfig"] },
        // Only automated labelling runs instances; their type is SageMaker's choice.
        {
            mark: "labelingJobAlgorithmsConfig",
            job: "labelingJobAlgorithmsConfig",
            vpc: "labelingJobResourceConfig.vpcConfig",
            keys: ["labelingJobResourceConfig.volumeKmsKeyId"],
        },
    ],
    "aws:sagemaker/flowDefinition:FlowDefinition": [{ mark: "flowDefinitionName", job: "", outputs: ["outputConfig"] }],
    "aws:sagemaker/deviceFleet:DeviceFleet": [{ mark: "deviceFleetName", job: "", outputs: ["outputConfig"] }],
    "aws:sagemaker/modelCard:ModelCard": [{ mark: "modelCardName", job: "", keys: ["securityConfig.kmsKeyId"] }],
    // SageMaker runs these jobs once, to try the algorithm out; they have no network settings.
    "aws:sagemaker/algorithm:Algorithm": [
        {
            mark: "validationSpecification",
            job: `${VALIDATION}.trainingJobDefinition`,
            compute: ["resourceConfig"],
            outputs: ["outputDataConfig"],
        },
        {
            mark: "validationSpecification",
            job: `${VALIDATION}.transformJobDefinition`,
            compute: ["transformResources"],
            outputs: ["transformOutput"],
        },
    ],
};

/** Type tokens of the kinds that have some of these settings. */
export function typesWith(...settings: readonly ("switches" | "vpc" | "compute" | "outputs" | "keys")[]): string[] {
    return Object.keys(JOB_SHAPES).filter((type) =>
        JOB_SHAPES[type]?.some((shape) => settings.some((setting) => shape[setting] !== undefined)),
    );
}
