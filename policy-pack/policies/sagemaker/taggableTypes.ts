/**
 * Types of `aws:sagemaker` that carry tags.
 *
 * Source: inputs of the aws provider; a test holds the list against its type definitions.
 */
export const TAGGABLE_TYPES: readonly string[] = [
    "Algorithm",
    "App",
    "AppImageConfig",
    "CodeRepository",
    "DataQualityJobDefinition",
    "DeviceFleet",
    "Domain",
    "Endpoint",
    "EndpointConfiguration",
    "FeatureGroup",
    "FlowDefinition",
    "Hub",
    "HubContentReference",
    "HumanTaskUI",
    "HyperParameterTuningJob",
    "Image",
    "LabelingJob",
    "MlflowApp",
    "MlflowTrackingServer",
    "Model",
    "ModelCard",
    "ModelPackageGroup",
    "MonitoringSchedule",
    "NotebookInstance",
    "NotebookInstanceLifecycleConfiguration",
    "Pipeline",
    "Project",
    "Space",
    "StudioLifecycleConfig",
    "TrainingJob",
    "UserProfile",
    "Workteam",
].map((name) => `aws:sagemaker/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`);
