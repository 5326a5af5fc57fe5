/**
 * SageMaker's actions by the condition keys they carry (service authorization reference). A Deny of a key an action does
 * not carry would deny that action for ever, so each guardrail names its actions through this page only.
 */

/** Both versions of an Autopilot job. */
const AUTO_ML = "sagemaker:CreateAutoMLJob*";

/** Definitions of monitoring jobs: data quality, model bias, model explainability, model quality. */
const DEFINITIONS = "sagemaker:Create*JobDefinition";

const LABELING = "sagemaker:CreateLabelingJob";
const MODEL = "sagemaker:CreateModel";
const PROCESSING = "sagemaker:CreateProcessingJob";
const TRAINING = "sagemaker:CreateTrainingJob";
const TRANSFORM = "sagemaker:CreateTransformJob";
const TUNING = "sagemaker:CreateHyperParameterTuningJob";

/** Managed work of other kinds, such as fine-tuning without a cluster of one's own. */
const JOB = "sagemaker:CreateJob";

const NEW_CLUSTER = "sagemaker:CreateCluster";
const CHANGED_CLUSTER = "sagemaker:UpdateCluster";

/**
 * A schedule either describes its job itself or names a definition that was judged when it was made. The first carries
 * the job's instance type, the second none of the job's keys.
 */
export const SCHEDULES = ["sagemaker:CreateMonitoringSchedule", "sagemaker:UpdateMonitoringSchedule"];

/**
 * An endpoint either serves models, which bring network and isolation along and were judged when they were made, or
 * inference components, and then says both itself. The first carries the models' ARNs.
 */
export const ENDPOINTS = ["sagemaker:CreateEndpointConfig"];

/** What must name subnets and groups. */
export const NEEDS_NETWORK = [AUTO_ML, DEFINITIONS, NEW_CLUSTER, TUNING, JOB, MODEL, PROCESSING, TRAINING];

/** What may name subnets and groups, besides what is the deployer's. */
export const NAMES_NETWORK = [...NEEDS_NETWORK, ...SCHEDULES, ...ENDPOINTS, CHANGED_CLUSTER];

/** What may name a volume key and tells its instance types, which decide whether there can be one. */
export const NEEDS_VOLUME_KEY = [DEFINITIONS, TUNING, PROCESSING, TRAINING, TRANSFORM, ...SCHEDULES, ...ENDPOINTS];

/** What may name a volume key without telling its instance types. */
export const NEEDS_VOLUME_KEY_ANYWAY = [AUTO_ML, LABELING];

export const NAMES_VOLUME_KEY = [...NEEDS_VOLUME_KEY, ...NEEDS_VOLUME_KEY_ANYWAY];

export const NEEDS_OUTPUT_KEY = [AUTO_ML, DEFINITIONS, TUNING, JOB, LABELING, PROCESSING, TRAINING, TRANSFORM];

export const NAMES_OUTPUT_KEY = [...NEEDS_OUTPUT_KEY, ...SCHEDULES];

export const NEEDS_ISOLATION = [DEFINITIONS, TUNING, MODEL, PROCESSING, TRAINING];

export const NAMES_ISOLATION = [...NEEDS_ISOLATION, ...SCHEDULES, ...ENDPOINTS];

export const NEEDS_TRAFFIC_ENCRYPTION = [AUTO_ML, DEFINITIONS, TUNING, PROCESSING, TRAINING];

export const NAMES_TRAFFIC_ENCRYPTION = [...NEEDS_TRAFFIC_ENCRYPTION, ...SCHEDULES];

export const NEEDS_RUN_TIME = [DEFINITIONS, TUNING, PROCESSING, TRAINING];

export const NAMES_RUN_TIME = [...NEEDS_RUN_TIME, ...SCHEDULES];

/** Jobs that run on named instance types. Without one they run on capacity AWS chooses. */
export const NEEDS_INSTANCES = [DEFINITIONS, NEW_CLUSTER, TUNING, PROCESSING, TRAINING, TRANSFORM];

/** Serverless endpoints name no instance type, and neither does an update that leaves it as it is. */
export const NAMES_INSTANCES = [
    ...NEEDS_INSTANCES,
    ...SCHEDULES,
    ...ENDPOINTS,
    CHANGED_CLUSTER,
    "sagemaker:UpdateTrainingJob",
];

/** What people start their apps with; instance type, image and start script are the domain's where they name none. */
export const APPS = ["sagemaker:CreateApp", "sagemaker:CreateSpace", "sagemaker:UpdateSpace"];

export const REMOTE_DEBUG = [TRAINING, "sagemaker:UpdateTrainingJob"];

export const GATED_MODELS = [MODEL, TRAINING];

/** The domain and its people: made, changed and removed by whoever deploys. */
export const DOMAIN_CHANGES = [
    "sagemaker:CreateDomain",
    "sagemaker:CreateUserProfile",
    "sagemaker:DeleteDomain",
    "sagemaker:DeleteUserProfile",
    "sagemaker:UpdateDomain",
    "sagemaker:UpdateUserProfile",
];

/** Images and start scripts of apps: what runs in other people's apps when they start. */
export const STARTING_CONTENT = [
    "sagemaker:CreateImage",
    "sagemaker:CreateImageVersion",
    "sagemaker:CreateStudioLifecycleConfig",
    "sagemaker:DeleteImage",
    "sagemaker:DeleteImageVersion",
    "sagemaker:DeleteStudioLifecycleConfig",
    "sagemaker:UpdateImage",
    "sagemaker:UpdateImageVersion",
];

/** How apps run on an image. */
export const IMAGE_CONFIGS = [
    "sagemaker:CreateAppImageConfig",
    "sagemaker:DeleteAppImageConfig",
    "sagemaker:UpdateAppImageConfig",
];

/** Notebook instances have roles, networks and links of their own, and nothing here watches them. */
export const NOTEBOOK_INSTANCES = [
    "sagemaker:CreateNotebookInstance",
    "sagemaker:CreateNotebookInstanceLifecycleConfig",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "sagemaker:StartNotebookInstance",
    "sagemaker:UpdateNotebookInstance",
    "sagemaker:UpdateNotebookInstanceLifecycleConfig",
];
