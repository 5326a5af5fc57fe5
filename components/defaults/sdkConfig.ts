import { stringify } from "yaml";

/** Roles that SageMaker runs something of a team under, by what it runs. */
export interface JobRoles {
    /** Training, processing, tuning, transform, AutoML and compilation jobs, and feature groups. */
    readonly job: string;
    readonly model: string;
    readonly monitor: string;
    readonly pipeline: string;
}

/** What the SageMaker Python SDK needs to know, so that a call that names nothing itself keeps to the guardrails. */
export interface SdkDefaults {
    /** 1 to 16. */
    readonly subnetIds: readonly string[];
    /** Groups of jobs and models, 1 to 5. */
    readonly groupIds: readonly string[];
    readonly volumeKeyArn: string;
    readonly outputKeyArn: string;
    /** Bucket the SDK puts code and results into. */
    readonly bucket: string;
    /** Where in the bucket, without a slash at either end. */
    readonly prefix: string;
    readonly roles: JobRoles;
    /** Whether containers of jobs and models have no network. */
    readonly isolation: boolean;
    /** Whether the instances of one job encrypt what they send each other. */
    readonly interContainerEncryption: boolean;
    /** Tags of everything the SDK makes. */
    readonly tags: Readonly<Record<string, string>>;
}

/** First line of every file of defaults; by it a file is known to be ours and may be overwritten. */
export const SDK_CONFIG_MARK = "# Defaults of the SageMaker Python SDK, written by the deployment of Studio.";

const EXPLANATION = `${SDK_CONFIG_MARK}
# It is fetched anew whenever the app starts. Defaults of your own go into ~/.config/sagemaker/config.yaml and come
# before these; arguments of a call come before both. What the guardrails refuse, they refuse all the same.
`;

/**
 * The defaults as the file the SDK reads. Every text stands in quotes: the SDK reads YAML 1.1, in which a team called
 * `no` would be false.
 */
export function sdkConfigText(defaults: SdkDefaults): string {
    const text = stringify(sdkConfig(defaults), {
        aliasDuplicateObjects: false,
        defaultKeyType: "PLAIN",
        defaultStringType: "QUOTE_SINGLE",
        lineWidth: 0,
    });
    return EXPLANATION + text;
}

/**
 * The defaults in the SDK's own terms. Versions 2.236 and later and 3 refuse a file with a key they do not know, so that
 * only what both have stands here. Tuning jobs take theirs from the estimator, which takes them from `TrainingJob`.
 * Source: schema of sagemaker 2.236, 2.257 and sagemaker-core 2.27 (config_schema), version 1.0.
 */
export function sdkConfig(defaults: SdkDefaults): Record<string, unknown> {
    const { roles, outputKeyArn, volumeKeyArn, isolation, interContainerEncryption } = defaults;
    const VpcConfig = { Subnets: [...defaults.subnetIds], SecurityGroupIds: [...defaults.groupIds] };
    const Tags = Object.entries(defaults.tags).map(([Key, Value]) => ({ Key, Value }));
    const output = { KmsKeyId: outputKeyArn };
    const cluster = { ClusterConfig: { VolumeKmsKeyId: volumeKeyArn } };
    const NetworkConfig = {
        VpcConfig,
        EnableNetworkIsolation: isolation,
        EnableInterContainerTrafficEncryption: interContainerEncryption,
    };
    const SecurityConfig = {
        VpcConfig,
        VolumeKmsKeyId: volumeKeyArn,
        EnableInterContainerTrafficEncryption: interContainerEncryption,
    };
    const autoMl = { RoleArn: roles.job, OutputDataConfig: output, Tags };
    return {
        SchemaVersion: "1.0",
        SageMaker: {
            PythonSDK: { Modules: modules(defaults, VpcConfig, Tags) },
            TrainingJob: {
                RoleArn: roles.job,
                VpcConfig,
                EnableNetworkIsolation: isolation,
                EnableInterContainerTrafficEncryption: interContainerEncryption,
                ResourceConfig: { VolumeKmsKeyId: volumeKeyArn },
                OutputDataConfig: output,
                Tags,
            },
            ProcessingJob: {
                RoleArn: roles.job,
                NetworkConfig,
                ProcessingResources: cluster,
                ProcessingOutputConfig: output,
                Tags,
            },
            TransformJob: {
                TransformResources: { VolumeKmsKeyId: volumeKeyArn },
                TransformOutput: output,
                DataCaptureConfig: output,
                Tags,
            },
            AutoMLJob: { ...autoMl, AutoMLJobConfig: { SecurityConfig } },
            AutoMLJobV2: { ...autoMl, SecurityConfig },
            CompilationJob: { RoleArn: roles.job, VpcConfig, OutputConfig: output, Tags },
            FeatureGroup: {
                RoleArn: roles.job,
                OfflineStoreConfig: { S3StorageConfig: output },
                OnlineStoreConfig: { SecurityConfig: output },
                Tags,
            },
            Model: { ExecutionRoleArn: roles.model, VpcConfig, EnableNetworkIsolation: isolation, Tags },
            EndpointConfig: {
                KmsKeyId: volumeKeyArn,
                DataCaptureConfig: output,
                AsyncInferenceConfig: { OutputConfig: output },
                Tags,
            },
            Endpoint: { Tags },
            MonitoringSchedule: {
                MonitoringScheduleConfig: {
                    MonitoringJobDefinition: {
                        RoleArn: roles.monitor,
                        NetworkConfig,
                        MonitoringResources: cluster,
                        MonitoringOutputConfig: output,
                    },
                },
                Tags,
            },
            Pipeline: { RoleArn: roles.pipeline, Tags },
        },
    };
}

/** Parts of the SDK that are no API of SageMaker. */
function modules(
    { bucket, prefix, roles, outputKeyArn, volumeKeyArn, isolation, interContainerEncryption }: SdkDefaults,
    VpcConfig: { readonly Subnets: readonly string[]; readonly SecurityGroupIds: readonly string[] },
    Tags: readonly { readonly Key: string; readonly Value: string }[],
): Record<string, unknown> {
    const folder = `s3://${bucket}/${prefix}`;
    const job = {
        RoleArn: roles.job,
        VpcConfig,
        S3RootUri: folder,
        S3KmsKeyId: outputKeyArn,
        VolumeKmsKeyId: volumeKeyArn,
    };
    return {
        // The slash keeps `teams/a` from being the beginning of `teams/ab` where the SDK lists what lies below it.
        Session: { DefaultS3Bucket: bucket, DefaultS3ObjectKeyPrefix: `${prefix}/` },
        RemoteFunction: { ...job, EnableInterContainerTrafficEncryption: interContainerEncryption, Tags },
        NotebookJob: job,
        // Keys of the attribute itself are those of Python: it is made from them.
        ModelTrainer: {
            Networking: {
                subnets: [...VpcConfig.Subnets],
                security_group_ids: [...VpcConfig.SecurityGroupIds],
                enable_network_isolation: isolation,
                enable_inter_container_traffic_encryption: interContainerEncryption,
            },
        },
        Serve: { RoleArn: roles.model, S3ModelDataUri: folder },
        // It is sent to a bucket of AWS that the VPC does not let through.
        TelemetryOptOut: true,
    };
}
