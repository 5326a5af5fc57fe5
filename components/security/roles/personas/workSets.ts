import {
    type ActionSet,
    AUTO_ML_ACTIONS,
    ENDPOINT_ACTIONS,
    EXPERIMENT_ACTIONS,
    MODEL_ACTIONS,
    MONITORING_ACTIONS,
    PIPELINE_ACTIONS,
    RUN_ACTIONS,
    TUNING_ACTIONS,
} from "../../../documents";
import type { ActionGrant } from "./grant";
import type { ActionSetDefinition } from "./set";

/** Actions on kinds of SageMaker resources, with the tags given at creation, and the lists beside them. */
export function sageMakerGrants(name: string, actions: ActionSet, kinds: readonly string[]): ActionGrant[] {
    const resources = kinds.map((kind) => `sagemaker:${kind}/*`);
    return [
        { sid: name, actions: actions.onResources, resources },
        {
            // A call that creates with tags needs it; later the key is absent.
            sid: `Tag${name}`,
            actions: ["sagemaker:AddTags"],
            resources,
            condition: { Null: { "sagemaker:TaggingAction": "false" } },
        },
        // Listing actions have no resource type.
        ...(actions.onEverything.length > 0
            ? [{ sid: `List${name}`, actions: actions.onEverything, resources: ["*"] }]
            : []),
    ];
}

/** F-082, F-083. */
export const JOBS: ActionSetDefinition = {
    needs: "jobs",
    grants: [
        ...sageMakerGrants("Jobs", RUN_ACTIONS, [
            "experiment-trial-component",
            "processing-job",
            "training-job",
            "transform-job",
        ]),
        {
            // Describe actions of EC2 have no resource type. Subnets and groups of a job are chosen from these.
            sid: "SeeTheNetwork",
            actions: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
            resources: ["*"],
        },
    ],
    passes: ["job"],
};

/** F-082, F-083. */
export const TUNING: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("Tuning", TUNING_ACTIONS, ["hyper-parameter-tuning-job"]),
    passes: ["job"],
};

/** F-082, F-083. */
export const AUTO_ML: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("AutoMl", AUTO_ML_ACTIONS, ["automl-job"]),
    passes: ["job"],
};

/** F-084. */
export const EXPERIMENTS: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("Experiments", EXPERIMENT_ACTIONS, [
        "action",
        "artifact",
        "context",
        "experiment",
        "experiment-trial",
        "experiment-trial-component",
        "processing-job",
        "training-job",
    ]),
};

/** F-085. */
export const MODELS: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("Models", MODEL_ACTIONS, ["model", "model-package", "model-package-group"]),
    passes: ["model"],
};

/** F-088. */
export const ENDPOINTS: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("Endpoints", ENDPOINT_ACTIONS, ["endpoint", "endpoint-config"]),
};

/** F-081 on the account's own endpoints. */
export const INFERENCE: ActionSetDefinition = {
    grants: [
        {
            sid: "InvokeEndpoints",
            actions: [
                "sagemaker:InvokeEndpoint",
                "sagemaker:InvokeEndpointAsync",
                "sagemaker:InvokeEndpointWithResponseStream",
            ],
            resources: ["sagemaker:endpoint/*", "sagemaker:inference-component/*"],
        },
    ],
};

/** F-089, and the job definitions a schedule runs by. */
export const MONITORING: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("Monitoring", MONITORING_ACTIONS, [
        "data-quality-job-definition",
        "model-bias-job-definition",
        "model-explainability-job-definition",
        "model-quality-job-definition",
        "monitoring-schedule",
    ]),
    passes: ["monitor"],
};

/** F-090 with UpdatePipeline. */
export const PIPELINES: ActionSetDefinition = {
    needs: "jobs",
    grants: sageMakerGrants("Pipelines", PIPELINE_ACTIONS, ["pipeline"]),
    passes: ["pipeline"],
};
