import type { RequestContext } from "../../../policy-pack/iam";
import { OTHER_KEY, OUTPUTS, VOLUMES } from "./fixture";

/** A condition key with values the guardrails admit and values they do not. */
interface Key {
    readonly key: string;
    readonly right: string | readonly string[];
    readonly wrong: readonly (string | readonly string[])[];
}

/** Alias and id of the right key are wrong too: SageMaker compares ARNs. */
const alias = "arn:aws:kms:eu-west-1:111122223333:alias/volumes";

export const KEYS = {
    subnets: {
        key: "sagemaker:VpcSubnets",
        right: ["subnet-a", "subnet-b"],
        wrong: [["subnet-other"], ["subnet-a", "subnet-other"], ["subnet-*"]],
    },
    groups: {
        key: "sagemaker:VpcSecurityGroupIds",
        right: ["sg-jobs"],
        wrong: [["sg-other"], ["sg-training", "sg-other"]],
    },
    volume: { key: "sagemaker:VolumeKmsKeyArn", right: VOLUMES, wrong: [OTHER_KEY, OUTPUTS, alias] },
    output: { key: "sagemaker:OutputKmsKeyArn", right: OUTPUTS, wrong: [OTHER_KEY, VOLUMES] },
    isolation: { key: "sagemaker:NetworkIsolation", right: "true", wrong: ["false"] },
    encryption: { key: "sagemaker:InterContainerTrafficEncryption", right: "true", wrong: ["false"] },
    instances: {
        key: "sagemaker:InstanceTypes",
        right: ["ml.m5.large"],
        wrong: [["ml.c5.large"], ["ml.m5.large", "ml.c5.large"], ["ml.m5d.large"]],
    },
    time: { key: "sagemaker:MaxRuntimeInSeconds", right: "86400", wrong: ["86401", "259200"] },
    models: { key: "sagemaker:ModelArn", right: "arn:aws:sagemaker:eu-west-1:111122223333:model/m", wrong: [] },
    online: { key: "sagemaker:FeatureGroupOnlineStoreKmsKeyArn", right: OUTPUTS, wrong: [OTHER_KEY] },
    offline: { key: "sagemaker:FeatureGroupOfflineStoreKmsKeyArn", right: OUTPUTS, wrong: [OTHER_KEY] },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof KEYS;

/** What becomes of a right request without the key, and with a wrong value: `allowed`, or the Sid of the Deny. */
type Outcome = readonly [missing: string, wrong: string];

/** One request: its action, the keys it carries, and what else comes with it. */
export interface Shape {
    readonly what: string;
    readonly action: string;
    readonly keys: Readonly<Partial<Record<KeyName, Outcome>>>;
    readonly context?: RequestContext;
}

const SUBNETS: Outcome = ["MissingSubnets", "OtherSubnets"];
const GROUPS: Outcome = ["MissingGroups", "OtherGroups"];
const VOLUME: Outcome = ["MissingVolumeKey", "OtherVolumeKey"];
const VOLUME_ANY_TYPE: Outcome = ["MissingVolumeKeyAnyType", "OtherVolumeKey"];
const OUTPUT: Outcome = ["MissingOutputKey", "OtherOutputKey"];
const ISOLATION: Outcome = ["MissingIsolation", "NoIsolation"];
const ENCRYPTION: Outcome = ["MissingTrafficEncryption", "NoTrafficEncryption"];
const INSTANCES: Outcome = ["MissingJobInstances", "OtherJobInstances"];
const TIME: Outcome = ["MissingRunTime", "TooLongRunTime"];

/** All keys of training, processing, tuning and definitions of monitoring jobs. */
const JOB: Shape["keys"] = {
    subnets: SUBNETS,
    groups: GROUPS,
    volume: VOLUME,
    output: OUTPUT,
    isolation: ISOLATION,
    encryption: ENCRYPTION,
    instances: INSTANCES,
    time: TIME,
};

/** A schedule that describes its job: without an instance type it would name a definition, which was judged before. */
const SCHEDULE: Shape["keys"] = {
    subnets: ["MissingSubnetsInSchedule", "OtherSubnets"],
    groups: ["MissingGroupsInSchedule", "OtherGroups"],
    volume: VOLUME,
    output: ["MissingOutputKeyInSchedule", "OtherOutputKey"],
    isolation: ["MissingIsolationInSchedule", "NoIsolation"],
    encryption: ["MissingTrafficEncryptionInSchedule", "NoTrafficEncryption"],
    instances: ["allowed", "OtherJobInstances"],
    time: ["MissingRunTimeInSchedule", "TooLongRunTime"],
};

const AUTO_ML: Shape["keys"] = {
    subnets: SUBNETS,
    groups: GROUPS,
    volume: VOLUME_ANY_TYPE,
    output: OUTPUT,
    encryption: ENCRYPTION,
};

/** Typed from the service authorization reference: which action carries which key. */
export const SHAPES: readonly Shape[] = [
    ...[
        "CreateTrainingJob",
        "CreateProcessingJob",
        "CreateHyperParameterTuningJob",
        "CreateDataQualityJobDefinition",
        "CreateModelBiasJobDefinition",
        "CreateModelExplainabilityJobDefinition",
        "CreateModelQualityJobDefinition",
    ].map((action) => ({ what: action, action, keys: JOB })),
    ...["CreateAutoMLJob", "CreateAutoMLJobV2"].map((action) => ({ what: action, action, keys: AUTO_ML })),
    { what: "a model", action: "CreateModel", keys: { subnets: SUBNETS, groups: GROUPS, isolation: ISOLATION } },
    {
        what: "a batch transform",
        action: "CreateTransformJob",
        keys: { volume: VOLUME, output: OUTPUT, instances: INSTANCES, models: ["allowed", "allowed"] },
    },
    { what: "labeling", action: "CreateLabelingJob", keys: { volume: VOLUME_ANY_TYPE, output: OUTPUT } },
    { what: "a managed job", action: "CreateJob", keys: { subnets: SUBNETS, groups: GROUPS, output: OUTPUT } },
    {
        what: "a cluster",
        action: "CreateCluster",
        keys: { subnets: SUBNETS, groups: GROUPS, instances: INSTANCES },
    },
    {
        what: "a change of a cluster",
        action: "UpdateCluster",
        keys: {
            subnets: ["allowed", "OtherSubnets"],
            groups: ["allowed", "OtherGroups"],
            instances: ["allowed", "OtherJobInstances"],
        },
    },
    {
        what: "a change of a training job",
        action: "UpdateTrainingJob",
        keys: { instances: ["allowed", "OtherJobInstances"] },
    },
    {
        what: "an endpoint of models, which bring their network along",
        action: "CreateEndpointConfig",
        keys: { volume: VOLUME, instances: ["allowed", "OtherJobInstances"] },
        context: { [KEYS.models.key]: [KEYS.models.right] },
    },
    {
        what: "an endpoint of inference components",
        action: "CreateEndpointConfig",
        keys: {
            subnets: ["MissingSubnetsInEndpoint", "OtherSubnets"],
            groups: ["MissingGroupsInEndpoint", "OtherGroups"],
            volume: VOLUME,
            isolation: ["MissingIsolationInEndpoint", "NoIsolation"],
            instances: ["allowed", "OtherJobInstances"],
        },
    },
    { what: "a schedule with its job", action: "CreateMonitoringSchedule", keys: SCHEDULE },
    { what: "a changed schedule with its job", action: "UpdateMonitoringSchedule", keys: SCHEDULE },
    {
        what: "a feature group with an online store",
        action: "CreateFeatureGroup",
        keys: { online: ["MissingOnlineStoreKey", "OtherOnlineStoreKey"] },
        context: { "sagemaker:FeatureGroupEnableOnlineStore": "true" },
    },
    {
        what: "a feature group with an offline store",
        action: "CreateFeatureGroup",
        keys: { offline: ["MissingOfflineStoreKey", "OtherOfflineStoreKey"] },
        context: { "sagemaker:FeatureGroupOfflineStoreConfig": "true" },
    },
];

/** The context of a request with these values in the place of the right ones; undefined leaves the key out. */
export function contextOf(
    { keys, context }: Shape,
    changes: Readonly<Partial<Record<KeyName, string | readonly string[] | undefined>>> = {},
): RequestContext {
    const values = (Object.keys(keys) as KeyName[]).flatMap((name) => {
        const value = name in changes ? changes[name] : KEYS[name].right;
        return value === undefined ? [] : [[KEYS[name].key, value] as const];
    });
    return { ...context, ...Object.fromEntries(values) };
}
