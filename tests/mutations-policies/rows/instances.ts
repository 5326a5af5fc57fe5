import { type Mutation, set } from "../mutation";

const studio = (policy: string, what: string, which: string, path: string, value: unknown): Mutation => ({
    policy,
    what,
    stack: "studio",
    edit: set(which, path, value),
    on: which.split(" ")[1] ?? "",
});

const NOTEBOOK = "NotebookInstance notebook";
const MODEL = "Model model";
const ENDPOINT = "EndpointConfiguration endpoint";
const TRAINING = "TrainingJob training";
const QUALITY = "DataQualityJobDefinition quality";
const FEATURES = "FeatureGroup features";

/** A script with what looks like a key of somebody; put together here, so that no scanner takes this file for a leak. */
const SCRIPT = Buffer.from(["#!/bin/bash", `export AWS_ACCESS_KEY_ID=${"AKIA"}Z7QXN4M2K6LPWRTD`].join("\n")).toString(
    "base64",
);

/** Changes of what runs in SageMaker: notebooks, models, jobs, stores of features. */
export const INSTANCES: readonly Mutation[] = [
    studio("P16", "a machine nobody budgeted for", "App app", "resourceSpec.instanceType", "ml.p5.48xlarge"),
    studio(
        "P17",
        "a start script carries a key",
        "StudioLifecycleConfig studio-domain-jupyter-lab",
        "studioLifecycleConfigContent",
        SCRIPT,
    ),
    studio("P18", "a model nobody owns", MODEL, "tags", undefined),
    studio("P19", "a notebook has its own way to the internet", NOTEBOOK, "directInternetAccess", "Enabled"),
    studio("P20", "a notebook without a group", NOTEBOOK, "securityGroups", undefined),
    studio("P21", "root on a notebook", NOTEBOOK, "rootAccess", "Enabled"),
    studio("P22", "a notebook's volume under AWS's key", NOTEBOOK, "kmsKeyId", undefined),
    studio(
        "P23",
        "a notebook's metadata without a session",
        NOTEBOOK,
        "instanceMetadataServiceConfiguration",
        undefined,
    ),
    studio("P24", "a notebook's platform is out of support", NOTEBOOK, "platformIdentifier", "notebook-al1-v1"),
    studio("P25", "a model may call out", MODEL, "enableNetworkIsolation", false),
    studio("P26", "a model outside the VPC", MODEL, "vpcConfig", undefined),
    studio("P27", "an image from anywhere", MODEL, "primaryContainer.image", "docker.io/library/python:3"),
    studio("P28", "an endpoint's volumes under AWS's key", ENDPOINT, "kmsKeyArn", undefined),
    studio("P29", "an endpoint on one machine", ENDPOINT, "productionVariants.0.initialInstanceCount", 1),
    studio("P30", "a training job may call out", TRAINING, "enableNetworkIsolation", false),
    studio(
        "P31",
        "containers of a job talk in clear",
        QUALITY,
        "networkConfig.enableInterContainerTrafficEncryption",
        false,
    ),
    studio("P32", "a training job outside the VPC", TRAINING, "vpcConfig", undefined),
    studio("P33", "a job's result under AWS's key", TRAINING, "outputDataConfig.kmsKeyId", undefined),
    studio("P34", "an online store under AWS's key", FEATURES, "onlineStoreConfig.securityConfig", undefined),
];
