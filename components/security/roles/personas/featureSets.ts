import { FEATURE_STORE_ACTIONS, HUB_READ_ACTIONS, MLFLOW_ACTIONS, RECORD_ACTIONS } from "../../../documents";
import { OWN_PROFILE } from "../own";
import { INTERFACES } from "../passStatements";
import type { ActionSetDefinition } from "./set";
import { AUTO_ML, ENDPOINTS, JOBS, MODELS, PIPELINES, sageMakerGrants } from "./workSets";

/**
 * Canvas builds, deploys and predicts with what the work sets allow; it runs its jobs under the person's role. It looks
 * for its endpoints and, where it may not, builds in AWS's VPC. Source: AWS managed policy AmazonSageMakerCanvasFullAccess.
 */
export const CANVAS: ActionSetDefinition = {
    needs: "canvas",
    grants: [
        ...AUTO_ML.grants,
        ...JOBS.grants,
        ...MODELS.grants,
        ...ENDPOINTS.grants,
        ...INTERFACES,
        {
            sid: "CanvasSeesItsEndpoints",
            actions: ["ec2:DescribeVpcEndpointServices", "ec2:DescribeVpcEndpoints"],
            resources: ["*"],
        },
    ],
    passesItself: true,
};

/** Hubs of models: AWS's public one, which has `aws` in the place of the account, and the deployment of its models. */
export const JUMPSTART: ActionSetDefinition = {
    needs: "jumpstart",
    grants: [
        ...JOBS.grants,
        ...MODELS.grants,
        ...ENDPOINTS.grants,
        ...sageMakerGrants(
            "InferenceComponents",
            {
                onResources: [
                    "sagemaker:CreateInferenceComponent",
                    "sagemaker:DeleteInferenceComponent",
                    "sagemaker:DescribeInferenceComponent",
                    "sagemaker:UpdateInferenceComponent",
                ],
                onEverything: ["sagemaker:ListHubs", "sagemaker:ListInferenceComponents"],
            },
            ["endpoint", "inference-component"],
        ),
        {
            sid: "PublicHub",
            actions: HUB_READ_ACTIONS,
            resources: [
                "arn:{partition}:sagemaker:{region}:aws:hub/SageMakerPublicHub",
                "arn:{partition}:sagemaker:{region}:aws:hub-content/SageMakerPublicHub/*",
            ],
        },
    ],
    passes: ["job", "model"],
};

/** Feature groups and their records. */
export const FEATURE_STORE: ActionSetDefinition = {
    needs: "featureStore",
    grants: [
        ...sageMakerGrants("FeatureStore", FEATURE_STORE_ACTIONS, ["feature-group"]),
        { sid: "Records", actions: RECORD_ACTIONS, resources: ["sagemaker:feature-group/*"] },
    ],
    passes: ["job"],
};

/** Projects as an end user of Service Catalog (F-075): what a template makes, its launch role makes. */
export const PROJECTS: ActionSetDefinition = {
    needs: "projects",
    grants: [
        ...MODELS.grants,
        ...PIPELINES.grants,
        ...sageMakerGrants(
            "Projects",
            {
                onResources: [
                    "sagemaker:CreateProject",
                    "sagemaker:DeleteProject",
                    "sagemaker:DescribeProject",
                    "sagemaker:UpdateProject",
                ],
                onEverything: ["sagemaker:GetSagemakerServicecatalogPortfolioStatus", "sagemaker:ListProjects"],
            },
            ["project"],
        ),
        {
            sid: "Products",
            actions: [
                "servicecatalog:DescribeProduct",
                "servicecatalog:DescribeProvisioningParameters",
                "servicecatalog:ListLaunchPaths",
                "servicecatalog:ProvisionProduct",
            ],
            resources: ["arn:{partition}:catalog:{region}:{account}:product/*"],
        },
        {
            // No resource types; Service Catalog itself keeps to what the caller provisioned.
            sid: "OwnProvisionedProducts",
            actions: [
                "servicecatalog:DescribeProvisionedProduct",
                "servicecatalog:DescribeRecord",
                "servicecatalog:SearchProducts",
                "servicecatalog:SearchProvisionedProducts",
                "servicecatalog:TerminateProvisionedProduct",
                "servicecatalog:UpdateProvisionedProduct",
            ],
            resources: ["*"],
        },
    ],
    passes: ["model", "pipeline"],
};

/** Tracking with MLflow servers and apps somebody else made. */
export const MLFLOW: ActionSetDefinition = {
    needs: "mlflow",
    grants: [
        {
            sid: "OpenMlflow",
            actions: MLFLOW_ACTIONS.onResources,
            resources: ["sagemaker:mlflow-app/*", "sagemaker:mlflow-tracking-server/*"],
        },
        { sid: "ListMlflow", actions: MLFLOW_ACTIONS.onEverything, resources: ["*"] },
        { sid: "MlflowApps", actions: ["sagemaker:CallMlflowAppApi"], resources: ["sagemaker:mlflow-app/*"] },
        {
            sid: "TrackingServers",
            actions: ["Create", "Get", "List", "Log", "Search", "Set", "Update"].map(
                (verb) => `sagemaker-mlflow:${verb}*`,
            ),
            resources: ["sagemaker:mlflow-tracking-server/*"],
        },
        { sid: "TrackingServerPages", actions: ["sagemaker-mlflow:AccessUI"], resources: ["*"] },
    ],
};

/** A local editor on a space of one's own; SageMaker tags each space with the profile it belongs to. */
export const REMOTE_IDE: ActionSetDefinition = {
    needs: "remoteIde",
    grants: [
        {
            sid: "TunnelToOwnSpaces",
            actions: ["sagemaker:StartSession"],
            resources: ["sagemaker:space/${sagemaker:DomainId}/*"],
            condition: {
                ArnEquals: {
                    "sagemaker:ResourceTag/sagemaker:user-profile-arn": `arn:{partition}:sagemaker:{region}:{account}:user-profile/${OWN_PROFILE}`,
                },
            },
        },
    ],
};
