import type { ActionSet } from "./sagemakerActions";

/** Running training, processing and batch transform. */
export const RUN_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:BatchGetMetrics",
        "sagemaker:CreateProcessingJob",
        "sagemaker:CreateTrainingJob",
        "sagemaker:CreateTransformJob",
        "sagemaker:DescribeProcessingJob",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:DescribeTransformJob",
        "sagemaker:StopProcessingJob",
        "sagemaker:StopTrainingJob",
        "sagemaker:StopTransformJob",
        "sagemaker:UpdateTrainingJob",
    ],
    onEverything: ["sagemaker:ListProcessingJobs", "sagemaker:ListTrainingJobs", "sagemaker:ListTransformJobs"],
};

/** Tuning of hyperparameters. */
export const TUNING_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreateHyperParameterTuningJob",
        "sagemaker:DescribeHyperParameterTuningJob",
        "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
        "sagemaker:StopHyperParameterTuningJob",
    ],
    onEverything: ["sagemaker:ListHyperParameterTuningJobs"],
};

/** AutoML. */
export const AUTO_ML_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreateAutoMLJob",
        "sagemaker:CreateAutoMLJobV2",
        "sagemaker:DescribeAutoMLJob",
        "sagemaker:DescribeAutoMLJobV2",
        "sagemaker:StopAutoMLJob",
    ],
    onEverything: ["sagemaker:ListAutoMLJobs", "sagemaker:ListCandidatesForAutoMLJob"],
};

/** Experiments, their trials, and where things came from. */
export const EXPERIMENT_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:AddAssociation",
        "sagemaker:AssociateTrialComponent",
        "sagemaker:BatchPutMetrics",
        ...["Action", "Artifact", "Context", "Experiment", "Trial", "TrialComponent"].flatMap((kind) =>
            ["Create", "Delete", "Describe", "Update"].map((verb) => `sagemaker:${verb}${kind}`),
        ),
        "sagemaker:DeleteAssociation",
        "sagemaker:DisassociateTrialComponent",
    ],
    onEverything: [
        "sagemaker:DescribeLineageGroup",
        "sagemaker:GetLineageGroupPolicy",
        "sagemaker:GetSearchSuggestions",
        "sagemaker:ListActions",
        "sagemaker:ListArtifacts",
        "sagemaker:ListAssociations",
        "sagemaker:ListContexts",
        "sagemaker:ListExperiments",
        "sagemaker:ListLineageGroups",
        "sagemaker:ListTrialComponents",
        "sagemaker:ListTrials",
        "sagemaker:QueryLineage",
        "sagemaker:Search",
    ],
};

/** Models and the model registry. */
export const MODEL_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:BatchDescribeModelPackage",
        "sagemaker:CreateModel",
        "sagemaker:CreateModelPackage",
        "sagemaker:CreateModelPackageGroup",
        "sagemaker:DeleteModel",
        "sagemaker:DeleteModelPackage",
        "sagemaker:DeleteModelPackageGroup",
        "sagemaker:DescribeModel",
        "sagemaker:DescribeModelPackage",
        "sagemaker:DescribeModelPackageGroup",
        "sagemaker:ListModelPackages",
        "sagemaker:UpdateModelPackage",
    ],
    onEverything: ["sagemaker:ListModelPackageGroups", "sagemaker:ListModels"],
};

/** Hosting models. */
export const ENDPOINT_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreateEndpoint",
        "sagemaker:CreateEndpointConfig",
        "sagemaker:DeleteEndpoint",
        "sagemaker:DeleteEndpointConfig",
        "sagemaker:DescribeEndpoint",
        "sagemaker:DescribeEndpointConfig",
        "sagemaker:UpdateEndpoint",
        "sagemaker:UpdateEndpointWeightsAndCapacities",
    ],
    onEverything: ["sagemaker:ListEndpointConfigs", "sagemaker:ListEndpoints"],
};

/** Kinds of definitions a monitoring schedule runs by. */
const MONITORED = ["DataQuality", "ModelBias", "ModelExplainability", "ModelQuality"];

/** Watching endpoints. */
export const MONITORING_ACTIONS: ActionSet = {
    onResources: [
        ...MONITORED.flatMap((kind) =>
            ["Create", "Delete", "Describe"].map((verb) => `sagemaker:${verb}${kind}JobDefinition`),
        ),
        "sagemaker:CreateMonitoringSchedule",
        "sagemaker:DeleteMonitoringSchedule",
        "sagemaker:DescribeMonitoringSchedule",
        "sagemaker:StartMonitoringSchedule",
        "sagemaker:StopMonitoringSchedule",
        "sagemaker:UpdateMonitoringSchedule",
    ],
    onEverything: [
        ...MONITORED.map((kind) => `sagemaker:List${kind}JobDefinitions`),
        "sagemaker:ListMonitoringExecutions",
        "sagemaker:ListMonitoringSchedules",
    ],
};

/** Pipelines and their executions. */
export const PIPELINE_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:CreatePipeline",
        "sagemaker:DeletePipeline",
        "sagemaker:DescribePipeline",
        "sagemaker:DescribePipelineDefinitionForExecution",
        "sagemaker:DescribePipelineExecution",
        "sagemaker:ListPipelineExecutionSteps",
        "sagemaker:ListPipelineExecutions",
        "sagemaker:ListPipelineParametersForExecution",
        "sagemaker:RetryPipelineExecution",
        "sagemaker:SendPipelineExecutionStepFailure",
        "sagemaker:SendPipelineExecutionStepSuccess",
        "sagemaker:StartPipelineExecution",
        "sagemaker:StopPipelineExecution",
        "sagemaker:UpdatePipeline",
        "sagemaker:UpdatePipelineExecution",
    ],
    onEverything: ["sagemaker:ListPipelines"],
};

/** Image configurations people try out. */
export const IMAGE_CONFIG_ACTIONS: ActionSet = {
    onResources: ["sagemaker:CreateAppImageConfig", "sagemaker:DeleteAppImageConfig", "sagemaker:UpdateAppImageConfig"],
    onEverything: [],
};

const WORK = [
    RUN_ACTIONS,
    TUNING_ACTIONS,
    AUTO_ML_ACTIONS,
    EXPERIMENT_ACTIONS,
    MODEL_ACTIONS,
    ENDPOINT_ACTIONS,
    MONITORING_ACTIONS,
    PIPELINE_ACTIONS,
    IMAGE_CONFIG_ACTIONS,
];

/** All of the SageMaker API that the feature `jobs` is for. */
export const WORK_ACTIONS: ActionSet = {
    onResources: WORK.flatMap(({ onResources }) => onResources),
    onEverything: WORK.flatMap(({ onEverything }) => onEverything),
};
