import type { Sketch } from "../../fixture/build";

export type Props = Record<string, unknown>;

/** One kind of job as the tests of this group use it. */
export interface Kind {
    readonly type: string;
    /** Inputs around the job: what is given describes the job itself. */
    readonly around: (job: Props) => Props;
    /** Where the job is in the resource, with the ending dot. */
    readonly path: string;
    /** Where the network settings are in the job, with the ending dot. */
    readonly network: string;
    /** Where the cluster is in the job. */
    readonly cluster: string;
    /** Where the output's settings are in the job. */
    readonly output: string;
}

function monitoring(type: string, output: string): Kind {
    const [path, network, cluster] = ["", "networkConfig.", "jobResources.clusterConfig"];
    return { type, around: (job) => ({ jobResources: {}, ...job }), path, network, cluster, output };
}

function schedule(type: string): Kind {
    return {
        type,
        around: (job) => ({
            monitoringScheduleConfig: { monitoringType: "DataQuality", monitoringJobDefinition: job },
        }),
        path: "monitoringScheduleConfig.monitoringJobDefinition.",
        network: "networkConfig.",
        cluster: "monitoringResources.clusterConfig",
        output: "monitoringOutputConfig",
    };
}

const TRAINING = { network: "", cluster: "resourceConfig", output: "outputDataConfig" };

/** Every kind of job with network settings. */
export const KINDS: readonly Kind[] = [
    {
        type: "aws:sagemaker/trainingJob:TrainingJob",
        around: (job) => ({ trainingJobName: "job", ...job }),
        path: "",
        ...TRAINING,
    },
    {
        type: "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
        around: (job) => ({ trainingJobDefinition: job }),
        path: "trainingJobDefinition.",
        ...TRAINING,
    },
    {
        type: "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob",
        around: (job) => ({ trainingJobDefinitions: [job] }),
        path: "trainingJobDefinitions.0.",
        ...TRAINING,
        cluster: "hyperParameterTuningResourceConfig",
    },
    monitoring("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "dataQualityJobOutputConfig"),
    schedule("aws:sagemaker/monitoringSchedule:MonitoringSchedule"),
    monitoring("aws-native:sagemaker:DataQualityJobDefinition", "dataQualityJobOutputConfig"),
    monitoring("aws-native:sagemaker:ModelBiasJobDefinition", "modelBiasJobOutputConfig"),
    monitoring("aws-native:sagemaker:ModelExplainabilityJobDefinition", "modelExplainabilityJobOutputConfig"),
    monitoring("aws-native:sagemaker:ModelQualityJobDefinition", "modelQualityJobOutputConfig"),
    schedule("aws-native:sagemaker:MonitoringSchedule"),
    {
        type: "aws-native:sagemaker:ProcessingJob",
        around: (job) => ({ processingResources: {}, ...job }),
        path: "",
        network: "networkConfig.",
        cluster: "processingResources.clusterConfig",
        output: "processingOutputConfig",
    },
];

/** A stack of one resource of a type. */
export function only(type: string, props: Props): Sketch[] {
    return [{ type, name: "job", props }];
}

/** `value` at a dotted path. */
export function at(path: string, value: unknown): Props {
    return path
        .split(".")
        .reverse()
        .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as Props;
}

/** How messages name the resource. */
export function who(type: string): string {
    return `${type.split(":").at(-1) ?? ""} job:`;
}
