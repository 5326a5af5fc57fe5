import type { RequestContext } from "../../policy-pack/iam";

/** A persona by its name in a stack file. */
export type PersonaName = "administrator" | "data-scientist" | "default" | "mlops-engineer" | "multi-domain";

/**
 * Actions a feature of the reference systems gives, and who has them here. Typed from the feature list (systems.md §4.2)
 * as security.md §5 mends it, never from the product's own lists.
 */
export interface ExpectedActions {
    readonly feature: string;
    readonly personas: readonly PersonaName[];
    /** Action without its service where that is SageMaker, and the end of the ARN of what it acts on. */
    readonly actions: readonly (readonly [action: string, resource: string])[];
    /** What a right request carries besides. */
    readonly context?: RequestContext;
}

const OPENS_STUDIO: readonly PersonaName[] = ["administrator", "data-scientist", "mlops-engineer", "multi-domain"];
const EVERYBODY: readonly PersonaName[] = [...OPENS_STUDIO, "default"];
const WORKS: readonly PersonaName[] = ["data-scientist", "mlops-engineer"];
const OPERATES: readonly PersonaName[] = ["mlops-engineer"];

const IN_VPC: RequestContext = {
    "sagemaker:VpcSubnets": ["subnet-1"],
    "sagemaker:VpcSecurityGroupIds": ["sg-jobs"],
};

const OWN_SPACE: RequestContext = {
    "sagemaker:OwnerUserProfileArn": "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/alice",
    "sagemaker:SpaceSharingType": "Private",
};

/** Actions of several verbs on one kind of resource. */
function kind(name: string, resource: string, ...verbs: string[]): (readonly [string, string])[] {
    return verbs.map((verb) => [`${verb}${name}`, resource] as const);
}

export const EXPECTED_ACTIONS: readonly ExpectedActions[] = [
    {
        feature: "F-073 read-only, F-079 without what is not the domain's",
        personas: EVERYBODY,
        actions: [
            ["DescribeDomain", "domain/d-1"],
            ["DescribeUserProfile", "user-profile/d-1/alice"],
            ["DescribeSpace", "space/d-1/mine"],
            ["DescribeApp", "app/d-1/mine/jupyterlab/default"],
            ["ListDomains", "*"],
            ["ListUserProfiles", "*"],
            ["ListSpaces", "*"],
            ["ListApps", "*"],
            ["ListTags", "space/d-1/mine"],
        ],
    },
    {
        feature: "F-086 own apps, with the spaces W2-11 asks for",
        personas: OPENS_STUDIO,
        actions: [
            ["CreateApp", "app/d-1/mine/jupyterlab/default"],
            ["DeleteApp", "app/d-1/mine/jupyterlab/default"],
            ["CreateSpace", "space/d-1/mine"],
            ["UpdateSpace", "space/d-1/mine"],
            ["DeleteSpace", "space/d-1/mine"],
        ],
        context: OWN_SPACE,
    },
    {
        feature: "F-086 looking at the domain",
        personas: EVERYBODY,
        actions: [
            ["DescribeAppImageConfig", "app-image-config/any"],
            ["ListAppImageConfigs", "*"],
        ],
    },
    {
        feature: "W2-11 opening the own profile",
        personas: OPENS_STUDIO,
        actions: [["CreatePresignedDomainUrl", "user-profile/d-1/alice"]],
        context: { "aws:SourceVpc": "vpc-studio" },
    },
    {
        feature: "F-080 supporting services: own data",
        personas: ["data-scientist", "mlops-engineer", "multi-domain"],
        actions: [
            ["s3:GetObject", "arn:aws:s3:::example-data/a"],
            ["s3:PutObject", "arn:aws:s3:::example-data/a"],
            ["s3:GetObject", "arn:aws:s3:::own-data/shared/a"],
            ["s3:PutObject", "arn:aws:s3:::own-data/users/alice/a"],
            ["s3:GetObject", "arn:aws:s3:::own-data/studio/defaults.yaml"],
        ],
    },
    {
        feature: "F-080 supporting services: images apps start from, metrics",
        personas: OPENS_STUDIO,
        actions: [
            ["ecr:BatchGetImage", "arn:aws:ecr:eu-west-1:111122223333:repository/team"],
            ["ecr:GetAuthorizationToken", "*"],
            ["cloudwatch:PutMetricData", "*"],
        ],
    },
    {
        feature: "F-081 invoking endpoints",
        personas: WORKS,
        actions: [
            ["InvokeEndpoint", "endpoint/e"],
            ["InvokeEndpointAsync", "endpoint/e"],
            ["InvokeEndpointWithResponseStream", "endpoint/e"],
        ],
    },
    {
        feature: "F-082 jobs that name a network",
        personas: WORKS,
        actions: [
            ["CreateTrainingJob", "training-job/j"],
            ["CreateProcessingJob", "processing-job/j"],
            ["CreateHyperParameterTuningJob", "hyper-parameter-tuning-job/j"],
            ["CreateAutoMLJob", "automl-job/j"],
        ],
        context: IN_VPC,
    },
    {
        feature: "F-082 the rest of jobs, with StopTransformJob",
        personas: WORKS,
        actions: [
            ["CreateTransformJob", "transform-job/j"],
            ["StopTrainingJob", "training-job/j"],
            ["StopProcessingJob", "processing-job/j"],
            ["StopAutoMLJob", "automl-job/j"],
            ["StopHyperParameterTuningJob", "hyper-parameter-tuning-job/j"],
            ["StopTransformJob", "transform-job/j"],
            ["DescribeTrainingJob", "training-job/j"],
            ["DescribeProcessingJob", "processing-job/j"],
            ["DescribeTransformJob", "transform-job/j"],
            ["DescribeAutoMLJob", "automl-job/j"],
            ["DescribeHyperParameterTuningJob", "hyper-parameter-tuning-job/j"],
            ["UpdateTrainingJob", "training-job/j"],
            ["BatchGetMetrics", "training-job/j"],
        ],
    },
    {
        feature: "F-083 finding",
        personas: WORKS,
        actions: [
            ["Search", "*"],
            ["ListTrainingJobs", "*"],
            ["ListTransformJobs", "*"],
            ["ListProcessingJobs", "*"],
            ["ListAutoMLJobs", "*"],
            ["ListCandidatesForAutoMLJob", "*"],
            ["ListHyperParameterTuningJobs", "*"],
            ["ListTrainingJobsForHyperParameterTuningJob", "hyper-parameter-tuning-job/j"],
        ],
    },
    {
        feature: "F-084 experiments and lineage",
        personas: WORKS,
        actions: [
            ["AddAssociation", "artifact/a"],
            ["DeleteAssociation", "artifact/a"],
            ...kind("Action", "action/a", "Create", "Update", "Delete", "Describe"),
            ...kind("Artifact", "artifact/a", "Create", "Update", "Delete", "Describe"),
            ...kind("Context", "context/c", "Create", "Update", "Delete", "Describe"),
            ...kind("Experiment", "experiment/e", "Create", "Update", "Delete", "Describe"),
            ...kind("Trial", "experiment-trial/t", "Create", "Update", "Delete", "Describe"),
            ...kind("TrialComponent", "experiment-trial-component/c", "Create", "Update", "Delete", "Describe"),
            ["AssociateTrialComponent", "experiment-trial-component/c"],
            ["DisassociateTrialComponent", "experiment-trial-component/c"],
            ["BatchPutMetrics", "experiment-trial-component/c"],
            ["DescribeLineageGroup", "*"],
            ["GetLineageGroupPolicy", "*"],
            ["QueryLineage", "*"],
            ["GetSearchSuggestions", "*"],
            ...["Actions", "Artifacts", "Associations", "Contexts", "Experiments", "LineageGroups"].map(
                (what) => [`List${what}`, "*"] as const,
            ),
            ["ListTrials", "*"],
            ["ListTrialComponents", "*"],
        ],
    },
    {
        feature: "F-085 a model names a network",
        personas: WORKS,
        actions: [["CreateModel", "model/m"]],
        context: IN_VPC,
    },
    {
        feature: "F-085 the rest of models",
        personas: WORKS,
        actions: [
            ["DescribeModel", "model/m"],
            ["DeleteModel", "model/m"],
            ...kind("ModelPackage", "model-package/g/1", "Create", "Describe", "Delete", "Update"),
            ...kind("ModelPackageGroup", "model-package-group/g", "Create", "Describe", "Delete"),
            ["BatchDescribeModelPackage", "model-package/g/1"],
            ["ListModels", "*"],
            ["ListModelPackages", "model-package/g/1"],
            ["ListModelPackageGroups", "*"],
        ],
    },
    {
        feature: "F-087 passing, to SageMaker",
        personas: WORKS,
        actions: [
            ["iam:PassRole", "role of job"],
            ["iam:PassRole", "role of model"],
        ],
        context: { "iam:PassedToService": "sagemaker.amazonaws.com" },
    },
    {
        feature: "F-087 passing for operations",
        personas: OPERATES,
        actions: [
            ["iam:PassRole", "role of monitor"],
            ["iam:PassRole", "role of pipeline"],
        ],
        context: { "iam:PassedToService": "sagemaker.amazonaws.com" },
    },
    {
        feature: "F-088 endpoints",
        personas: OPERATES,
        actions: [
            ...kind("EndpointConfig", "endpoint-config/c", "Create", "Delete", "Describe"),
            ...kind("Endpoint", "endpoint/e", "Create", "Delete", "Describe", "Update"),
            ["UpdateEndpointWeightsAndCapacities", "endpoint/e"],
            ["ListEndpoints", "*"],
            ["ListEndpointConfigs", "*"],
        ],
    },
    {
        feature: "F-089 monitoring",
        personas: OPERATES,
        actions: [
            ...kind("MonitoringSchedule", "monitoring-schedule/s", "Create", "Update", "Describe", "Delete"),
            ...kind("MonitoringSchedule", "monitoring-schedule/s", "Start", "Stop"),
            ["ListMonitoringSchedules", "*"],
        ],
    },
    {
        feature: "F-090 pipelines, with UpdatePipeline",
        personas: OPERATES,
        actions: [
            ...kind("Pipeline", "pipeline/p", "Create", "Describe", "Delete", "Update"),
            ["StartPipelineExecution", "pipeline/p"],
            ...kind("PipelineExecution", "pipeline/p/execution/x", "Stop", "Retry", "Update", "Describe"),
            ["SendPipelineExecutionStepSuccess", "pipeline/p/execution/x"],
            ["SendPipelineExecutionStepFailure", "pipeline/p/execution/x"],
            ["DescribePipelineDefinitionForExecution", "pipeline/p/execution/x"],
            ["ListPipelines", "*"],
            ["ListPipelineExecutions", "pipeline/p"],
            ["ListPipelineExecutionSteps", "pipeline/p/execution/x"],
            ["ListPipelineParametersForExecution", "pipeline/p/execution/x"],
        ],
    },
    {
        feature: "F-091 image configurations, of names that are nobody's yet",
        personas: OPERATES,
        actions: kind("AppImageConfig", "app-image-config/draft-r", "Create", "Update", "Delete"),
    },
];
