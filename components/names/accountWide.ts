import type { Place } from "./physicalName";

/**
 * Place of what an account has once for all stacks of a project: two stacks that both make it meet in the same name, and
 * AWS refuses the second instead of billing both.
 */
export function accountPlace(place: Place): Place {
    return { ...place, stack: "account", unit: undefined };
}

/**
 * Log groups SageMaker writes to whatever the stack, by purpose. Those of endpoints are not among them: each has one of
 * its own name. Source: SageMaker developer guide, "Log groups and streams that Amazon SageMaker AI sends to Amazon
 * CloudWatch Logs".
 */
export const SERVICE_LOG_GROUPS = {
    studio: "/aws/sagemaker/studio",
    "training-jobs": "/aws/sagemaker/TrainingJobs",
    "processing-jobs": "/aws/sagemaker/ProcessingJobs",
    "transform-jobs": "/aws/sagemaker/TransformJobs",
    "notebook-instances": "/aws/sagemaker/NotebookInstances",
} as const;
