import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { at, KINDS, only, type Props, who } from "./kinds";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
const TRAINING = "aws:sagemaker/trainingJob:TrainingJob";
const fix = "Set it to a customer managed key now:";
const output = `${fix} what it writes stays under the key it was written with.`;
const volume = `${fix} the volume of a job takes no other key later.`;
const content = `${fix} the content is stored under the key it was written with.`;

describe("P33 sagemaker-job-storage-kms-key-configured", () => {
    for (const kind of KINDS) {
        const cluster = (props: Props): Props => at(kind.cluster, { instanceType: "ml.m5.large", ...props });
        const job = (compute: Props, out: Props): Sketch[] =>
            only(kind.type, kind.around({ ...cluster(compute), [kind.output]: { s3OutputPath: "s3://x", ...out } }));
        const outputKey = `${kind.path}${kind.output}.kmsKeyId`;
        const volumeKey = `${kind.path}${kind.cluster}.volumeKmsKeyId`;
        const says = (path: string, found: string, why: string): string =>
            `violation: ${who(kind.type)} ${path} is ${found}. ${why}`;
        describe(`${kind.type} ${kind.path}`, () => {
            for (const [what, compute, out, expected] of [
                ["both keys", { volumeKmsKeyId: KEY }, { kmsKeyId: KEY }, []],
                ["no output key", { volumeKmsKeyId: KEY }, {}, [says(outputKey, "not set", output)]],
                ["no volume key", {}, { kmsKeyId: KEY }, [says(volumeKey, "not set", volume)]],
                [
                    "keys of AWS",
                    { volumeKmsKeyId: "alias/aws/ebs" },
                    { kmsKeyId: "alias/aws/s3" },
                    [
                        says(outputKey, "a key of AWS (alias/aws/…)", output),
                        says(volumeKey, "a key of AWS (alias/aws/…)", volume),
                    ],
                ],
                ["local storage takes no key", { instanceType: "ml.g5.xlarge" }, { kmsKeyId: KEY }, []],
                [
                    "a type that is not known yet may have local storage",
                    { instanceType: UNKNOWN },
                    { kmsKeyId: KEY },
                    [
                        `undecided: an instance type in ${kind.path}${kind.cluster} is not known yet and may have a volume; if so: ${who(kind.type)} ${volumeKey} is not set. ${volume}`,
                    ],
                ],
            ] as const) {
                it(what, () => assert.deepEqual(verdict("P33", job(compute, out)), expected));
            }
            isUndecidedWithout(
                "P33",
                [
                    ["job", outputKey],
                    ["job", volumeKey],
                    ["job", `${kind.path}${kind.output}`],
                    ["job", `${kind.path}${kind.cluster}`],
                ],
                job({ volumeKmsKeyId: KEY }, { kmsKeyId: KEY }),
            );
        });
    }

    describe("instances in groups", () => {
        const job = (...types: readonly unknown[]): Sketch[] =>
            only(TRAINING, { resourceConfig: { instanceGroups: types.map((instanceType) => ({ instanceType })) } });
        const missing = `TrainingJob job: resourceConfig.volumeKmsKeyId is not set. ${volume}`;
        for (const [what, types, expected] of [
            ["all with local storage", ["ml.g5.xlarge", "ml.p4d.24xlarge"], []],
            ["one with a volume", ["ml.g5.xlarge", "ml.m5.large"], [`violation: ${missing}`]],
            [
                "one that is not known yet",
                ["ml.g5.xlarge", UNKNOWN],
                [
                    `undecided: an instance type in resourceConfig is not known yet and may have a volume; if so: ${missing}`,
                ],
            ],
            ["one that is not known yet beside a volume", ["ml.m5.large", UNKNOWN], [`violation: ${missing}`]],
            ["no type at all", [undefined], [`violation: ${missing}`]],
        ] as const) {
            it(what, () => assert.deepEqual(verdict("P33", job(...types)), expected));
        }
    });

    const VALIDATION = "validationSpecification.validationProfiles";
    const others: readonly (readonly [type: string, props: Props, path: string, why: string])[] = [
        [
            "aws:sagemaker/labelingJob:LabelingJob",
            { outputConfig: { s3OutputPath: "s3://x" } },
            "outputConfig.kmsKeyId",
            output,
        ],
        [
            "aws:sagemaker/labelingJob:LabelingJob",
            { labelingJobAlgorithmsConfig: { labelingJobAlgorithmSpecificationArn: "arn:x" } },
            "labelingJobAlgorithmsConfig.labelingJobResourceConfig.volumeKmsKeyId",
            volume,
        ],
        [
            "aws:sagemaker/flowDefinition:FlowDefinition",
            { outputConfig: { s3OutputPath: "s3://x" } },
            "outputConfig.kmsKeyId",
            output,
        ],
        [
            "aws:sagemaker/deviceFleet:DeviceFleet",
            { outputConfig: { s3OutputLocation: "s3://x" } },
            "outputConfig.kmsKeyId",
            output,
        ],
        ["aws:sagemaker/modelCard:ModelCard", { modelCardName: "card" }, "securityConfig.kmsKeyId", content],
        [
            "aws:sagemaker/algorithm:Algorithm",
            at(`${VALIDATION}.trainingJobDefinition.outputDataConfig`, { s3OutputPath: "s3://x" }),
            `${VALIDATION}.trainingJobDefinition.outputDataConfig.kmsKeyId`,
            output,
        ],
        [
            "aws:sagemaker/algorithm:Algorithm",
            at(`${VALIDATION}.transformJobDefinition.transformResources`, { instanceType: "ml.m5.large" }),
            `${VALIDATION}.transformJobDefinition.transformResources.volumeKmsKeyId`,
            volume,
        ],
        [
            "aws:sagemaker/algorithm:Algorithm",
            at(`${VALIDATION}.transformJobDefinition.transformOutput`, { s3OutputPath: "s3://x" }),
            `${VALIDATION}.transformJobDefinition.transformOutput.kmsKeyId`,
            output,
        ],
    ];
    for (const [type, props, path, why] of others) {
        describe(`${type} ${path}`, () => {
            it("a key", () => assert.deepEqual(verdict("P33", only(type, at(path, KEY))), []));
            it("none", () => {
                assert.deepEqual(verdict("P33", only(type, props)), [
                    `violation: ${who(type)} ${path} is not set. ${why}`,
                ]);
            });
            isUndecidedWithout("P33", [["job", path]], only(type, at(path, KEY)));
        });
    }

    it("demands no key of what is not there", () => {
        assert.deepEqual(verdict("P33", only(TRAINING, { serverlessJobConfig: {} })), []);
        assert.deepEqual(verdict("P33", only("aws-native:sagemaker:ProcessingJob", { processingResources: {} })), []);
        assert.deepEqual(verdict("P33", only("aws:sagemaker/algorithm:Algorithm", { algorithmName: "own" })), []);
    });

    it("accepts keys that come from a key of the stack", () => {
        const key: Sketch = { type: "aws:kms/key:Key", name: "key", props: {} };
        const props = {
            resourceConfig: { instanceType: "ml.m5.large", volumeKmsKeyId: ref("key", "arn") },
            outputDataConfig: { kmsKeyId: ref("key", "arn") },
        };
        assert.deepEqual(verdict("P33", [key, ...only(TRAINING, props)], {}, "unknown"), []);
    });
});

describe("P34 sagemaker-feature-group-stores-encrypted", () => {
    const type = "aws:sagemaker/featureGroup:FeatureGroup";
    const offline = "offlineStoreConfig.s3StorageConfig.kmsKeyId";
    const online = "onlineStoreConfig.securityConfig.kmsKeyId";
    const missing = (path: string): string =>
        `FeatureGroup job: ${path} is not set. ${fix} a store keeps the key it was made with.`;
    const on = { onlineStoreConfig: { enableOnlineStore: true } };
    const cases: readonly (readonly [what: string, props: Props, expected: readonly string[]])[] = [
        ["no store", {}, []],
        ["an offline store with a key", at(offline, KEY), []],
        [
            "without",
            { offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://x" } } },
            [`violation: ${missing(offline)}`],
        ],
        ["an online store without a key", on, [`violation: ${missing(online)}`]],
        ["with one", { onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: KEY } } }, []],
        ["an online store that is off", { onlineStoreConfig: { enableOnlineStore: false } }, []],
        ["an online store is off unless turned on", { onlineStoreConfig: { storageType: "Standard" } }, []],
        [
            "each store by itself",
            { ...on, ...at(offline, "alias/aws/s3") },
            [
                `violation: ${missing(online)}`,
                `violation: FeatureGroup job: ${offline} is a key of AWS (alias/aws/…). ${fix} a store keeps the key it was made with.`,
            ],
        ],
        [
            "an online store that may be on",
            { onlineStoreConfig: { enableOnlineStore: UNKNOWN } },
            [`undecided: onlineStoreConfig.enableOnlineStore is not known yet; if so: ${missing(online)}`],
        ],
    ];
    for (const [what, props, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P34", only(type, props)), expected));
    }
    isUndecidedWithout(
        "P34",
        [
            ["job", "offlineStoreConfig"],
            ["job", "offlineStoreConfig.s3StorageConfig"],
            ["job", offline],
            ["job", "onlineStoreConfig"],
            ["job", "onlineStoreConfig.securityConfig"],
            ["job", online],
        ],
        only(type, {
            ...at(offline, KEY),
            onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: KEY } },
        }),
    );

    it("accepts keys that come from a key of the stack", () => {
        const key: Sketch = { type: "aws:kms/key:Key", name: "key", props: {} };
        const props = {
            ...at(offline, ref("key", "arn")),
            onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: ref("key", "arn") } },
        };
        assert.deepEqual(verdict("P34", [key, ...only(type, props)], {}, "unknown"), []);
    });
});
