import type { Feature } from "../../../policy-pack/facts";
import {
    ACCESS_ACTIONS,
    type ActionSet,
    CANVAS_ACTIONS,
    FEATURE_STORE_ACTIONS,
    HUB_READ_ACTIONS,
    JUMPSTART_ACTIONS,
    MLFLOW_ACTIONS,
    PROJECT_ACTIONS,
    RECORD_ACTIONS,
    REMOTE_IDE_ACTIONS,
    STUDIO_ACTIONS,
    WORK_ACTIONS,
} from "../../documents";
import { type Grant, of, on, onEverything } from "./grant";

/** What each feature calls of the SageMaker API; the others call none of it. */
const API_ACTIONS: readonly (readonly [feature: Feature, sid: string, actions: ActionSet])[] = [
    ["studio", "Studio", STUDIO_ACTIONS],
    ["jobs", "Jobs", WORK_ACTIONS],
    ["canvas", "Canvas", CANVAS_ACTIONS],
    ["jumpstart", "JumpStart", JUMPSTART_ACTIONS],
    ["featureStore", "FeatureStore", FEATURE_STORE_ACTIONS],
    ["projects", "Projects", PROJECT_ACTIONS],
    ["mlflow", "Mlflow", MLFLOW_ACTIONS],
    ["remoteIde", "RemoteIde", REMOTE_IDE_ACTIONS],
    ["accessApi", "AccessApi", ACCESS_ACTIONS],
];

/** JumpStart's hub belongs to AWS: its ARN has `aws` in the place of the account. */
const PUBLIC_HUB = [
    "arn:{partition}:sagemaker:{region}:aws:hub/SageMakerPublicHub",
    "arn:{partition}:sagemaker:{region}:aws:hub-content/SageMakerPublicHub/*",
];

/** The SageMaker API, as far as the features call it. */
export function apiGrants(features: readonly Feature[]): Grant[] {
    const own = API_ACTIONS.filter(([feature]) => features.includes(feature)).flatMap(([, sid, actions]) => [
        on(sid, actions.onResources, ["sagemaker:*"]),
        onEverything(`${sid}Lists`, actions.onEverything),
    ]);
    return features.includes("jumpstart") ? [...own, on("PublicHub", HUB_READ_ACTIONS, PUBLIC_HUB)] : own;
}

/** Verbs of MLflow's own API. `AccessUI` is not among them: it has no resource type. */
const MLFLOW_VERBS = [
    "Create*",
    "Delete*",
    "End*",
    "Finalize*",
    "Get*",
    "List*",
    "Log*",
    "Rename*",
    "Restore*",
    "Search*",
    "Set*",
    "Start*",
    "Transition*",
    "Update*",
];

/** SageMaker's endpoints beside the API. */
export const SAGEMAKER_GRANTS = {
    "sagemaker.runtime": [
        on(
            "InvokeEndpoints",
            of("sagemaker", "InvokeEndpoint", "InvokeEndpointAsync", "InvokeEndpointWithResponseStream"),
            ["sagemaker:endpoint/*", "sagemaker:inference-component/*"],
        ),
    ],
    // The browser's path: every request of a Studio session is checked as this action.
    studio: [on("OpenProfiles", of("sagemaker", "CreatePresignedDomainUrl"), ["sagemaker:user-profile/*"])],
    "sagemaker.featurestore-runtime": [on("Records", RECORD_ACTIONS, ["sagemaker:feature-group/*"])],
    "sagemaker.metrics": [
        on("TrainingMetrics", of("sagemaker", "BatchGetMetrics", "BatchPutMetrics"), [
            "sagemaker:experiment-trial-component/*",
            "sagemaker:training-job/*",
        ]),
    ],
    "sagemaker-data-science-assistant": [
        // No resource type; AWS's managed policy for Canvas sets the same condition.
        { ...onEverything("Chat", of("sagemaker-data-science-assistant", "SendConversation")), ownResource: true },
    ],
    "sagemaker-geospatial": [
        on(
            "Jobs",
            of(
                "sagemaker-geospatial",
                "ExportEarthObservationJob",
                "ExportVectorEnrichmentJob",
                "GetEarthObservationJob",
                "GetTile",
                "GetVectorEnrichmentJob",
                "StartEarthObservationJob",
                "StartVectorEnrichmentJob",
                "StopEarthObservationJob",
                "StopVectorEnrichmentJob",
            ),
            ["sagemaker-geospatial:earth-observation-job/*", "sagemaker-geospatial:vector-enrichment-job/*"],
        ),
        onEverything(
            "Search",
            of(
                "sagemaker-geospatial",
                "ListEarthObservationJobs",
                "ListRasterDataCollections",
                "ListVectorEnrichmentJobs",
                "SearchRasterDataCollection",
            ),
        ),
    ],
    // As with Studio: every request of a notebook session is checked as this action.
    notebook: [
        on("OpenNotebooks", of("sagemaker", "CreatePresignedNotebookInstanceUrl"), ["sagemaker:notebook-instance/*"]),
    ],
    experiments: [
        on("TrackingServers", of("sagemaker-mlflow", ...MLFLOW_VERBS), ["sagemaker:mlflow-tracking-server/*"]),
        onEverything("TrackingServerPages", of("sagemaker-mlflow", "AccessUI")),
    ],
    mlflow: [on("MlflowApps", of("sagemaker", "CallMlflowAppApi"), ["sagemaker:mlflow-app/*"])],
    "partner-app": [on("PartnerApps", of("sagemaker", "CallPartnerAppApi"), ["sagemaker:partner-app/*"])],
};
