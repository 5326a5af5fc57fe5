/**
 * What a file of defaults may hold below `SageMaker`, by path, as far as the schemas of sagemaker 2.236 and 2.257 and of
 * sagemaker-core 2.27 agree: any other key makes the SDK refuse the whole file. Typed from those schemas, not from ours.
 */
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/?[\w+=,.@/-]+$/;
const KEY = /^arn:aws[a-z-]*:kms:.{1,200}$/;
const S3_URI = /^s3:\/\/[^/]+\/.+$/;

export type Leaf = RegExp | "flag" | "ids" | "tags";

function network(at: string): Record<string, Leaf> {
    return { [`${at}.VpcConfig.Subnets`]: "ids", [`${at}.VpcConfig.SecurityGroupIds`]: "ids" };
}

function networkConfig(at: string): Record<string, Leaf> {
    return {
        ...network(at),
        [`${at}.EnableNetworkIsolation`]: "flag",
        [`${at}.EnableInterContainerTrafficEncryption`]: "flag",
    };
}

function securityConfig(at: string): Record<string, Leaf> {
    return {
        ...network(at),
        [`${at}.VolumeKmsKeyId`]: KEY,
        [`${at}.EnableInterContainerTrafficEncryption`]: "flag",
    };
}

const MONITORING = "MonitoringSchedule.MonitoringScheduleConfig.MonitoringJobDefinition";
const MODULES = "PythonSDK.Modules";

export const SDK_KEYS: Readonly<Record<string, Leaf>> = {
    "TrainingJob.RoleArn": ROLE,
    ...networkConfig("TrainingJob"),
    "TrainingJob.ResourceConfig.VolumeKmsKeyId": KEY,
    "TrainingJob.OutputDataConfig.KmsKeyId": KEY,
    "TrainingJob.Tags": "tags",
    "ProcessingJob.RoleArn": ROLE,
    ...networkConfig("ProcessingJob.NetworkConfig"),
    "ProcessingJob.ProcessingResources.ClusterConfig.VolumeKmsKeyId": KEY,
    "ProcessingJob.ProcessingOutputConfig.KmsKeyId": KEY,
    "ProcessingJob.Tags": "tags",
    "TransformJob.TransformResources.VolumeKmsKeyId": KEY,
    "TransformJob.TransformOutput.KmsKeyId": KEY,
    "TransformJob.DataCaptureConfig.KmsKeyId": KEY,
    "TransformJob.Tags": "tags",
    "AutoMLJob.RoleArn": ROLE,
    "AutoMLJob.OutputDataConfig.KmsKeyId": KEY,
    ...securityConfig("AutoMLJob.AutoMLJobConfig.SecurityConfig"),
    "AutoMLJob.Tags": "tags",
    "AutoMLJobV2.RoleArn": ROLE,
    "AutoMLJobV2.OutputDataConfig.KmsKeyId": KEY,
    ...securityConfig("AutoMLJobV2.SecurityConfig"),
    "AutoMLJobV2.Tags": "tags",
    "CompilationJob.RoleArn": ROLE,
    ...network("CompilationJob"),
    "CompilationJob.OutputConfig.KmsKeyId": KEY,
    "CompilationJob.Tags": "tags",
    "FeatureGroup.RoleArn": ROLE,
    "FeatureGroup.OfflineStoreConfig.S3StorageConfig.KmsKeyId": KEY,
    "FeatureGroup.OnlineStoreConfig.SecurityConfig.KmsKeyId": KEY,
    "FeatureGroup.Tags": "tags",
    "Model.ExecutionRoleArn": ROLE,
    ...network("Model"),
    "Model.EnableNetworkIsolation": "flag",
    "Model.Tags": "tags",
    "EndpointConfig.KmsKeyId": KEY,
    "EndpointConfig.DataCaptureConfig.KmsKeyId": KEY,
    "EndpointConfig.AsyncInferenceConfig.OutputConfig.KmsKeyId": KEY,
    "EndpointConfig.Tags": "tags",
    "Endpoint.Tags": "tags",
    [`${MONITORING}.RoleArn`]: ROLE,
    ...networkConfig(`${MONITORING}.NetworkConfig`),
    [`${MONITORING}.MonitoringResources.ClusterConfig.VolumeKmsKeyId`]: KEY,
    [`${MONITORING}.MonitoringOutputConfig.KmsKeyId`]: KEY,
    "MonitoringSchedule.Tags": "tags",
    "Pipeline.RoleArn": ROLE,
    "Pipeline.Tags": "tags",
    [`${MODULES}.Session.DefaultS3Bucket`]: /^[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]$/,
    [`${MODULES}.Session.DefaultS3ObjectKeyPrefix`]: /^[a-z0-9/-]{1,1024}$/,
    [`${MODULES}.RemoteFunction.RoleArn`]: ROLE,
    ...network(`${MODULES}.RemoteFunction`),
    [`${MODULES}.RemoteFunction.S3RootUri`]: S3_URI,
    [`${MODULES}.RemoteFunction.S3KmsKeyId`]: KEY,
    [`${MODULES}.RemoteFunction.VolumeKmsKeyId`]: KEY,
    [`${MODULES}.RemoteFunction.EnableInterContainerTrafficEncryption`]: "flag",
    [`${MODULES}.RemoteFunction.Tags`]: "tags",
    [`${MODULES}.NotebookJob.RoleArn`]: ROLE,
    ...network(`${MODULES}.NotebookJob`),
    [`${MODULES}.NotebookJob.S3RootUri`]: S3_URI,
    [`${MODULES}.NotebookJob.S3KmsKeyId`]: KEY,
    [`${MODULES}.NotebookJob.VolumeKmsKeyId`]: KEY,
    // The schema takes anything; these are the attributes of the class Networking of sagemaker.core.training.configs.
    [`${MODULES}.ModelTrainer.Networking.subnets`]: "ids",
    [`${MODULES}.ModelTrainer.Networking.security_group_ids`]: "ids",
    [`${MODULES}.ModelTrainer.Networking.enable_network_isolation`]: "flag",
    [`${MODULES}.ModelTrainer.Networking.enable_inter_container_traffic_encryption`]: "flag",
    [`${MODULES}.Serve.RoleArn`]: ROLE,
    [`${MODULES}.Serve.S3ModelDataUri`]: S3_URI,
    [`${MODULES}.TelemetryOptOut`]: "flag",
};
