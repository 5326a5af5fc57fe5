import { strict as assert } from "node:assert";

import { sdkConfig, type SdkDefaults } from "../../components/defaults";
import { type GuardrailArgs, guardrailDocuments } from "../../components/security/guardrails";
import { evaluate, type PolicyDocument, type RequestContext } from "../../policy-pack/iam";
import { PLACE } from "../place";
import { EVERYTHING, sessionOf } from "../security/role";
import { DEFAULTS, leaves } from "./fixture";

/** Condition key by path below the section of the SDK's file. */
type Keys = Readonly<Record<string, string>>;

const NETWORK = (at: string): Keys => ({
    [`${at}VpcConfig.Subnets`]: "sagemaker:VpcSubnets",
    [`${at}VpcConfig.SecurityGroupIds`]: "sagemaker:VpcSecurityGroupIds",
});
const ISOLATION = (at: string): Keys => ({ [`${at}EnableNetworkIsolation`]: "sagemaker:NetworkIsolation" });
const ENCRYPTION = (at: string): Keys => ({
    [`${at}EnableInterContainerTrafficEncryption`]: "sagemaker:InterContainerTrafficEncryption",
});
const CONTAINERS = (at: string): Keys => ({ ...NETWORK(at), ...ISOLATION(at), ...ENCRYPTION(at) });
const VOLUME = (path: string): Keys => ({ [path]: "sagemaker:VolumeKmsKeyArn" });
const OUTPUT = (path: string): Keys => ({ [path]: "sagemaker:OutputKmsKeyArn" });

const TRAINING: Keys = {
    ...CONTAINERS(""),
    ...VOLUME("ResourceConfig.VolumeKmsKeyId"),
    ...OUTPUT("OutputDataConfig.KmsKeyId"),
};
const MONITORING: Keys = {
    ...CONTAINERS("NetworkConfig."),
    ...VOLUME("MonitoringResources.ClusterConfig.VolumeKmsKeyId"),
    ...OUTPUT("MonitoringOutputConfig.KmsKeyId"),
};
const AUTO_ML = (at: string): Keys => ({
    ...NETWORK(`${at}SecurityConfig.`),
    ...ENCRYPTION(`${at}SecurityConfig.`),
    ...VOLUME(`${at}SecurityConfig.VolumeKmsKeyId`),
    ...OUTPUT("OutputDataConfig.KmsKeyId"),
});
const SCHEDULE = "MonitoringSchedule.MonitoringScheduleConfig.MonitoringJobDefinition";

/** What a person says themselves: a job's size and its longest run. */
const JOB: RequestContext = {
    "sagemaker:InstanceTypes": ["ml.m5.xlarge"],
    "sagemaker:MaxRuntimeInSeconds": "3600",
};

interface Call {
    readonly action: string;
    /** Section of the file the call takes its defaults from. */
    readonly section: string;
    readonly keys: Keys;
    readonly said: RequestContext;
}

const CALLS: readonly Call[] = [
    { action: "CreateTrainingJob", section: "TrainingJob", keys: TRAINING, said: JOB },
    { action: "CreateHyperParameterTuningJob", section: "TrainingJob", keys: TRAINING, said: JOB },
    {
        action: "CreateProcessingJob",
        section: "ProcessingJob",
        keys: {
            ...CONTAINERS("NetworkConfig."),
            ...VOLUME("ProcessingResources.ClusterConfig.VolumeKmsKeyId"),
            ...OUTPUT("ProcessingOutputConfig.KmsKeyId"),
        },
        said: JOB,
    },
    {
        action: "CreateTransformJob",
        section: "TransformJob",
        keys: { ...VOLUME("TransformResources.VolumeKmsKeyId"), ...OUTPUT("TransformOutput.KmsKeyId") },
        said: { "sagemaker:InstanceTypes": ["ml.m5.xlarge"] },
    },
    { action: "CreateAutoMLJob", section: "AutoMLJob", keys: AUTO_ML("AutoMLJobConfig."), said: {} },
    { action: "CreateAutoMLJobV2", section: "AutoMLJobV2", keys: AUTO_ML(""), said: {} },
    { action: "CreateModel", section: "Model", keys: { ...NETWORK(""), ...ISOLATION("") }, said: {} },
    {
        action: "CreateEndpointConfig",
        section: "EndpointConfig",
        keys: VOLUME("KmsKeyId"),
        said: {
            "sagemaker:InstanceTypes": ["ml.m5.xlarge"],
            "sagemaker:ModelArn": ["arn:aws:sagemaker:eu-west-1:111122223333:model/m"],
        },
    },
    { action: "CreateMonitoringSchedule", section: SCHEDULE, keys: MONITORING, said: JOB },
    { action: "CreateDataQualityJobDefinition", section: SCHEDULE, keys: MONITORING, said: JOB },
    {
        action: "CreateFeatureGroup",
        section: "FeatureGroup",
        keys: {
            "OnlineStoreConfig.SecurityConfig.KmsKeyId": "sagemaker:FeatureGroupOnlineStoreKmsKeyArn",
            "OfflineStoreConfig.S3StorageConfig.KmsKeyId": "sagemaker:FeatureGroupOfflineStoreKmsKeyArn",
        },
        said: {
            "sagemaker:FeatureGroupEnableOnlineStore": "true",
            "sagemaker:FeatureGroupOfflineStoreConfig": "{}",
        },
    },
];

function documents({ isolation, interContainerEncryption }: SdkDefaults): PolicyDocument[] {
    const args: GuardrailArgs = {
        account: PLACE.account,
        partition: "aws",
        region: PLACE.region,
        features: ["studio", "jobs"],
        tagKey: "employeeNumber",
        subnetIds: DEFAULTS.subnetIds,
        groupIds: DEFAULTS.groupIds,
        volumeKeyArns: [DEFAULTS.volumeKeyArn],
        outputKeyArns: [DEFAULTS.outputKeyArn],
        instances: { apps: [], jobs: ["ml.m5.*"] },
        maxRuntimeHours: 24,
        isolation,
        interContainerEncryption,
        imageArns: [],
        scriptArns: [],
    };
    return Object.values(guardrailDocuments(args)) as unknown as PolicyDocument[];
}

/** Who denies a call of an execution role whose own policies allow everything; empty: nobody. */
function denials(action: string, context: RequestContext, defaults: SdkDefaults): string {
    const { kind, deciding } = evaluate(
        {
            caller: sessionOf("arn:aws:iam::111122223333:role/execution"),
            action: `sagemaker:${action}`,
            resource: "*",
            resourceAccount: PLACE.account,
            context,
        },
        {
            identity: [
                EVERYTHING,
                ...documents(defaults).map((document, at) => ({ name: `guardrail-${at}`, document })),
            ],
        },
    );
    return kind === "allow" ? "" : deciding.map(({ statement }) => statement).join(", ") || kind;
}

/** What the SDK sends of a section, in the terms of conditions. */
function sent(section: string, keys: Keys, defaults: SdkDefaults): Record<string, string | string[]> {
    const values = new Map(leaves(sdkConfig(defaults)["SageMaker"]));
    return Object.fromEntries(
        Object.entries(keys).map(([path, key]) => {
            const value = values.get(`${section}.${path}`);
            assert.notEqual(value, undefined, `${section}.${path} is not set`);
            return [key, Array.isArray(value) ? (value as string[]) : String(value)];
        }),
    );
}

describe("the SDK's defaults and the guardrails", () => {
    for (const { action, section, keys, said } of CALLS) {
        it(`${action} passes with what ${section} sets, and with nothing less`, () => {
            const context = sent(section, keys, DEFAULTS);
            assert.equal(denials(action, { ...said, ...context }, DEFAULTS), "");
            for (const key of Object.keys(context)) {
                const { [key]: _, ...less } = context;
                assert.match(denials(action, { ...said, ...less }, DEFAULTS), /^Missing/, `without ${key}`);
            }
        });
    }

    it("passes where containers have a network and instances talk in the clear, because the stack says so", () => {
        const open = { ...DEFAULTS, isolation: false, interContainerEncryption: false };
        const refused = CALLS.filter(
            ({ action, section, keys, said }) =>
                denials(action, { ...said, ...sent(section, keys, open) }, open) !== "",
        );
        assert.deepEqual(refused, []);
    });
});
