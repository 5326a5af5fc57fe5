/**
 * SageMaker actions a feature needs, once for the roles that may call them and for the endpoint they call through.
 * Split by whether the action carries resource-level permissions (service authorization reference): those that carry
 * none can only be granted on `*`.
 */
export interface ActionSet {
    /** Actions limited by resource ARN. */
    readonly onResources: readonly string[];
    /** Listing actions without resource types. */
    readonly onEverything: readonly string[];
}

/** What the Studio UI and a person's private spaces call. */
export const STUDIO_ACTIONS: ActionSet = {
    onResources: [
        "sagemaker:AddTags",
        "sagemaker:CreateApp",
        "sagemaker:CreatePresignedDomainUrl",
        "sagemaker:CreateSpace",
        "sagemaker:DeleteApp",
        "sagemaker:DeleteSpace",
        "sagemaker:DescribeApp",
        "sagemaker:DescribeDomain",
        "sagemaker:DescribeSpace",
        "sagemaker:DescribeUserProfile",
        "sagemaker:ListTags",
        "sagemaker:UpdateSpace",
    ],
    onEverything: ["sagemaker:ListApps", "sagemaker:ListDomains", "sagemaker:ListSpaces", "sagemaker:ListUserProfiles"],
};

/** Actions that carry both `sagemaker:VpcSubnets` and `sagemaker:VpcSecurityGroupIds`. */
export const VPC_JOB_ACTIONS: readonly string[] = [
    "sagemaker:CreateHyperParameterTuningJob",
    "sagemaker:CreateModel",
    "sagemaker:CreateProcessingJob",
    "sagemaker:CreateTrainingJob",
];

/** Training, processing, tuning and batch transform with the SageMaker SDK. */
export const JOB_ACTIONS: ActionSet = {
    onResources: [
        ...VPC_JOB_ACTIONS,
        // Carries no network key of its own: it runs in the network of the model it names.
        "sagemaker:CreateTransformJob",
        "sagemaker:DeleteModel",
        "sagemaker:DescribeHyperParameterTuningJob",
        "sagemaker:DescribeModel",
        "sagemaker:DescribeProcessingJob",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:DescribeTransformJob",
        "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
        "sagemaker:StopHyperParameterTuningJob",
        "sagemaker:StopProcessingJob",
        "sagemaker:StopTrainingJob",
        "sagemaker:StopTransformJob",
    ],
    onEverything: [
        "sagemaker:ListHyperParameterTuningJobs",
        "sagemaker:ListModels",
        "sagemaker:ListProcessingJobs",
        "sagemaker:ListTrainingJobs",
        "sagemaker:ListTransformJobs",
    ],
};
