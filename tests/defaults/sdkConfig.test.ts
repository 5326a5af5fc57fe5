import { strict as assert } from "node:assert";
import fc from "fast-check";
import { parse } from "yaml";

import { SDK_CONFIG_MARK, sdkConfig, type SdkDefaults, sdkConfigText } from "../../components/defaults";
import { DEFAULTS, leaves } from "./fixture";
import { type Leaf, SDK_KEYS } from "./sdkKeys";

function fits(leaf: Leaf | undefined, value: unknown): boolean {
    if (leaf instanceof RegExp) {
        return typeof value === "string" && leaf.test(value);
    }
    switch (leaf) {
        case "flag":
            return typeof value === "boolean";
        case "ids":
            return (
                Array.isArray(value) && value.length > 0 && value.every((id) => /^[-0-9a-zA-Z]{1,32}$/.test(String(id)))
            );
        case "tags":
            return (
                Array.isArray(value) &&
                value.every((tag: unknown) =>
                    leaves(tag).every(([key, text]) => /^(Key|Value)$/.test(key) && typeof text === "string"),
                )
            );
        case undefined:
            return false;
    }
}

/** Every value set for the same purpose, by the ending of its path. */
function valuesOf(defaults: SdkDefaults, ending: RegExp): Set<string> {
    return new Set(
        leaves(sdkConfig(defaults)["SageMaker"])
            .filter(([path]) => ending.test(path))
            .map(([, value]) => JSON.stringify(value)),
    );
}

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,19}$/);
const anyDefaults: fc.Arbitrary<SdkDefaults> = fc.record({
    subnetIds: fc.array(
        word.map((id) => `subnet-${id}`),
        { minLength: 1, maxLength: 6 },
    ),
    groupIds: fc.array(
        word.map((id) => `sg-${id}`),
        { minLength: 1, maxLength: 2 },
    ),
    volumeKeyArn: word.map((id) => `arn:aws:kms:eu-west-1:111122223333:key/${id}`),
    outputKeyArn: word.map((id) => `arn:aws:kms:eu-west-1:111122223333:key/out-${id}`),
    bucket: word.map((name) => `data-${name}`.replace(/-+$/, "")),
    prefix: word.map((team) => `teams/${team}`),
    roles: fc.constant(DEFAULTS.roles),
    isolation: fc.boolean(),
    interContainerEncryption: fc.boolean(),
    tags: fc.dictionary(
        fc.constant("team"),
        fc.oneof(word, fc.constantFrom("no", "on", "1e5", "0x10", "null", "12_3")),
    ),
});

describe("sdkConfig", () => {
    it("sets every key of the SDK that a guardrail may ask for, and no key the SDK does not know", () => {
        const { SchemaVersion, SageMaker } = sdkConfig(DEFAULTS);
        assert.equal(SchemaVersion, "1.0");
        assert.deepEqual(
            leaves(SageMaker)
                .map(([path]) => path)
                .sort(),
            Object.keys(SDK_KEYS).sort(),
        );
    });

    it("sets values of the SDK's forms only, whatever the deployment is like", () => {
        fc.assert(
            fc.property(anyDefaults, (defaults) => {
                const odd = leaves(sdkConfig(defaults)["SageMaker"]).filter(
                    ([path, value]) => !fits(SDK_KEYS[path], value),
                );
                assert.deepEqual(odd, []);
            }),
        );
    });

    it("says the same of one purpose everywhere", () => {
        fc.assert(
            fc.property(anyDefaults, (defaults) => {
                const same = (ending: RegExp, value: unknown): void =>
                    assert.deepEqual([...valuesOf(defaults, ending)], [JSON.stringify(value)], String(ending));
                same(/subnets$/i, defaults.subnetIds);
                same(/(SecurityGroupIds|security_group_ids)$/, defaults.groupIds);
                same(/VolumeKmsKeyId$|^EndpointConfig\.KmsKeyId$/, defaults.volumeKeyArn);
                same(/(?<!^EndpointConfig)\.(KmsKeyId|S3KmsKeyId)$/, defaults.outputKeyArn);
                same(/(EnableNetworkIsolation|enable_network_isolation)$/, defaults.isolation);
                same(
                    /(InterContainerTrafficEncryption|inter_container_traffic_encryption)$/,
                    defaults.interContainerEncryption,
                );
                same(/(S3RootUri|S3ModelDataUri)$/, `s3://${defaults.bucket}/${defaults.prefix}`);
                same(
                    /Tags$/,
                    Object.entries(defaults.tags).map(([Key, Value]) => ({ Key, Value })),
                );
            }),
        );
    });

    it("gives each kind of work its own role", () => {
        const roles = leaves(sdkConfig(DEFAULTS)["SageMaker"])
            .filter(([path]) => path.endsWith("RoleArn"))
            .map(([path, role]) => [path.split(".").slice(0, -1).join("."), String(role).replace(/^.*\//, "")]);
        assert.deepEqual(Object.fromEntries(roles), {
            "PythonSDK.Modules.RemoteFunction": "job_research",
            "PythonSDK.Modules.NotebookJob": "job_research",
            "PythonSDK.Modules.Serve": "model_research",
            TrainingJob: "job_research",
            ProcessingJob: "job_research",
            AutoMLJob: "job_research",
            AutoMLJobV2: "job_research",
            CompilationJob: "job_research",
            FeatureGroup: "job_research",
            Model: "model_research",
            "MonitoringSchedule.MonitoringScheduleConfig.MonitoringJobDefinition": "monitor_research",
            Pipeline: "pipeline_research",
        });
    });

    it("puts what the SDK uploads below the team's prefix, and where no other team's prefix begins", () => {
        const { Session } = (sdkConfig(DEFAULTS) as { SageMaker: { PythonSDK: { Modules: Record<string, unknown> } } })
            .SageMaker.PythonSDK.Modules;
        assert.deepEqual(Session, { DefaultS3Bucket: "fixture-data", DefaultS3ObjectKeyPrefix: "teams/research/" });
    });
});

describe("sdkConfigText", () => {
    it("reads back as the same values in YAML 1.1 and 1.2", () => {
        fc.assert(
            fc.property(anyDefaults, (defaults) => {
                const text = sdkConfigText(defaults);
                for (const version of ["1.1", "1.2"] as const) {
                    assert.deepEqual(parse(text, { version }), sdkConfig(defaults));
                }
            }),
        );
    });

    it("begins with the mark by which the start script knows it, and stays the same for the same defaults", () => {
        const text = sdkConfigText(DEFAULTS);
        assert.equal(text.split("\n")[0], SDK_CONFIG_MARK);
        assert.equal(sdkConfigText({ ...DEFAULTS }), text);
    });
});
