import type { ActionSet } from "./sagemakerActions";

/** What one builds a SageMaker endpoint from, and keeps it with. */
const HOSTING = [
    "sagemaker:CreateEndpoint",
    "sagemaker:CreateEndpointConfig",
    "sagemaker:CreateModel",
    "sagemaker:DeleteEndpoint",
    "sagemaker:DeleteEndpointConfig",
    "sagemaker:DeleteModel",
    "sagemaker:DescribeEndpoint",
    "sagemaker:DescribeEndpointConfig",
    "sagemaker:DescribeModel",
    "sagemaker:UpdateEndpoint",
];

const MODEL_REGISTRY = [
    "sagemaker:CreateModelPackage",
    "sagemaker:CreateModelPackageGroup",
    "sagemaker:DescribeModelPackage",
    "sagemaker:DescribeModelPackageGroup",
    "sagemaker:ListModelPackages",
    "sagemaker:UpdateModelPackage",
];

/** Standard builds, predictions and direct deployment. Source: AWS managed policy AmazonSageMakerCanvasFullAccess. */
export const CANVAS_ACTIONS: ActionSet = {
    onResources: [
        ...HOSTING,
        ...MODEL_REGISTRY,
        "sagemaker:CreateAutoMLJobV2",
        "sagemaker:CreateProcessingJob",
        "sagemaker:CreateTransformJob",
        "sagemaker:DescribeAutoMLJobV2",
        "sagemaker:DescribeProcessingJob",
        "sagemaker:DescribeTransformJob",
        "sagemaker:StopAutoMLJob",
        "sagemaker:StopProcessingJob",
        "sagemaker:StopTransformJob",
    ],
    onEverything: [
        "sagemaker:ListAutoMLJobs",
        "sagemaker:ListCandidatesForAutoMLJob",
        "sagemaker:ListEndpoints",
        "sagemaker:ListModelPackageGroups",
    ],
};

/** Deploying and fine-tuning a JumpStart model. */
export const JUMPSTART_ACTIONS: ActionSet = {
    onResources: [
        ...HOSTING,
        "sagemaker:CreateInferenceComponent",
        "sagemaker:CreateTrainingJob",
        "sagemaker:DeleteInferenceComponent",
        "sagemaker:DescribeInferenceComponent",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:StopTrainingJob",
        "sagemaker:UpdateInferenceComponent",
    ],
    onEverything: [
        "sagemaker:ListEndpoints",
        "sagemaker:ListHubs",
        "sagemaker:ListInferenceComponents",
        "sagemaker:ListModels",
    ],
};

/** Reading a hub of models, as JumpStart's public one. */
export const HUB_READ_ACTIONS: readonly string[] = [
    "sagemaker:DescribeHub",
    "sagemaker:DescribeHubContent",
    "sagemaker:ListHubContentVersions",
    "sagemaker:ListHubContents",
];

/** Feature groups; their records go through an endpoint of their own. */
export const FEATURE_STORE_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreateFeatureGroup",
        "sagemaker:DeleteFeatureGroup",
        "sagemaker:DescribeFeatureGroup",
        "sagemaker:DescribeFeatureMetadata",
        "sagemaker:UpdateFeatureGroup",
        "sagemaker:UpdateFeatureMetadata",
    ],
    onEverything: ["sagemaker:ListFeatureGroups", "sagemaker:Search"],
};

/** Records of feature groups. */
export const RECORD_ACTIONS: readonly string[] = [
    "sagemaker:BatchGetRecord",
    "sagemaker:DeleteRecord",
    "sagemaker:GetRecord",
    "sagemaker:PutRecord",
];

/** Projects, pipelines and the model registry. */
export const PROJECT_ACTIONS: ActionSet = {
    onResources: [
        ...MODEL_REGISTRY,
        "sagemaker:CreatePipeline",
        "sagemaker:CreateProject",
        "sagemaker:DeletePipeline",
        "sagemaker:DeleteProject",
        "sagemaker:DescribePipeline",
        "sagemaker:DescribePipelineDefinitionForExecution",
        "sagemaker:DescribePipelineExecution",
        "sagemaker:DescribeProject",
        "sagemaker:ListPipelineExecutionSteps",
        "sagemaker:ListPipelineExecutions",
        "sagemaker:ListPipelineParametersForExecution",
        "sagemaker:RetryPipelineExecution",
        "sagemaker:StartPipelineExecution",
        "sagemaker:StopPipelineExecution",
        "sagemaker:UpdatePipeline",
        "sagemaker:UpdateProject",
    ],
    onEverything: [
        "sagemaker:GetSagemakerServicecatalogPortfolioStatus",
        "sagemaker:ListModelPackageGroups",
        "sagemaker:ListPipelines",
        "sagemaker:ListProjects",
    ],
};

/** Finding and opening MLflow; making a tracking server is the administrator's. */
export const MLFLOW_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreatePresignedMlflowAppUrl",
        "sagemaker:CreatePresignedMlflowTrackingServerUrl",
        "sagemaker:DescribeMlflowApp",
        "sagemaker:DescribeMlflowTrackingServer",
    ],
    onEverything: ["sagemaker:ListMlflowApps", "sagemaker:ListMlflowTrackingServers"],
};

/** Connecting a local editor to a running space. */
export const REMOTE_IDE_ACTIONS: ActionSet = {
    onResources: ["sagemaker:DescribeApp", "sagemaker:DescribeSpace", "sagemaker:StartSession"],
    onEverything: ["sagemaker:ListApps", "sagemaker:ListSpaces"],
};

/** Making links for people, and looking up what to make them for. */
export const ACCESS_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreatePresignedDomainUrl",
        "sagemaker:DescribeDomain",
        "sagemaker:DescribeSpace",
        "sagemaker:DescribeUserProfile",
        "sagemaker:ListTags",
    ],
    onEverything: ["sagemaker:ListDomains", "sagemaker:ListSpaces", "sagemaker:ListUserProfiles"],
};
