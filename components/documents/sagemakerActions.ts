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
        "sagemaker:DescribeAppImageConfig",
        "sagemaker:DescribeDomain",
        "sagemaker:DescribeSpace",
        "sagemaker:DescribeUserProfile",
        "sagemaker:ListTags",
        "sagemaker:UpdateSpace",
    ],
    onEverything: [
        "sagemaker:ListAppImageConfigs",
        "sagemaker:ListApps",
        "sagemaker:ListDomains",
        "sagemaker:ListSpaces",
        "sagemaker:ListUserProfiles",
    ],
};

/** Actions that carry both `sagemaker:VpcSubnets` and `sagemaker:VpcSecurityGroupIds`. */
export const VPC_JOB_ACTIONS: readonly string[] = [
    "sagemaker:CreateHyperParameterTuningJob",
    "sagemaker:CreateModel",
    "sagemaker:CreateProcessingJob",
    "sagemaker:CreateTrainingJob",
];
