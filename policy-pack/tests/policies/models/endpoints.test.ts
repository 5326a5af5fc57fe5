import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { NOT_KNOWN_YET, repairedByEngine } from "../jobs/engineRepair";
import { isUndecidedWithout, policy, verdict } from "../verdict";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
const M5 = { modelName: "scoring", instanceType: "ml.m5.large", initialInstanceCount: 2 };
const NVME = { ...M5, instanceType: "ml.g5.xlarge" };
const SERVERLESS = { modelName: "scoring", serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 } };

type Props = Record<string, unknown>;
type Case = readonly [what: string, props: Props, expected: readonly string[]];

function endpoint(props: Props): Sketch[] {
    return [{ type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration", name: "scoring", props }];
}

const violation = (text: string): string => `violation: EndpointConfiguration scoring: ${text}`;
const undecided = (text: string): string => `undecided: EndpointConfiguration scoring: ${text}`;

describe("P28 sagemaker-endpoint-config-kms-key-configured", () => {
    const fix = "Set it to a customer managed key now: an endpoint configuration cannot be changed later.";
    const missing = (path: string): string => violation(`${path} is not set. ${fix}`);
    const doubt =
        "undecided: what the variants run on is not known yet and may have a volume; if so: EndpointConfiguration scoring:";
    const keyed = { kmsKeyArn: KEY, productionVariants: [M5] };
    const cases: readonly Case[] = [
        ["a key", keyed, []],
        ["none", { productionVariants: [M5] }, [missing("kmsKeyArn")]],
        ["none, after the update", { productionVariants: [M5], kmsKeyArn: "" }, [missing("kmsKeyArn")]],
        [
            "AWS's key",
            { ...keyed, kmsKeyArn: "alias/aws/s3" },
            [violation(`kmsKeyArn is a key of AWS (alias/aws/…). ${fix}`)],
        ],
        ["serverless variants need none", { productionVariants: [SERVERLESS] }, []],
        ["local storage takes none", { productionVariants: [NVME] }, []],
        [
            "one variant with a volume among others",
            { productionVariants: [SERVERLESS, NVME, M5] },
            [missing("kmsKeyArn")],
        ],
        [
            "a shadow variant with a volume",
            { productionVariants: [NVME], shadowProductionVariants: [M5] },
            [missing("kmsKeyArn")],
        ],
        [
            "an instance type that is not known yet may have local storage",
            { productionVariants: [{ ...M5, instanceType: UNKNOWN }] },
            [`${doubt} kmsKeyArn is not set. ${fix}`],
        ],
        [
            "a variant that may be serverless",
            { productionVariants: [{ ...M5, serverlessConfig: UNKNOWN }] },
            [`${doubt} kmsKeyArn is not set. ${fix}`],
        ],
        [
            "an unknown type beside a known one with a volume",
            { productionVariants: [{ ...M5, instanceType: UNKNOWN }, M5] },
            [missing("kmsKeyArn")],
        ],
        ["captured requests with a key", { ...keyed, dataCaptureConfig: { enableCapture: true, kmsKeyId: KEY } }, []],
        ["without", { ...keyed, dataCaptureConfig: { enableCapture: true } }, [missing("dataCaptureConfig.kmsKeyId")]],
        ["capture is off unless turned on", { ...keyed, dataCaptureConfig: { destinationS3Uri: "s3://x" } }, []],
        ["capture turned off", { ...keyed, dataCaptureConfig: { enableCapture: false } }, []],
        [
            "capture that may be on",
            { ...keyed, dataCaptureConfig: { enableCapture: UNKNOWN } },
            [
                `undecided: dataCaptureConfig.enableCapture is not known yet; if so: EndpointConfiguration scoring: dataCaptureConfig.kmsKeyId is not set. ${fix}`,
            ],
        ],
        [
            "asynchronous answers",
            { ...keyed, asyncInferenceConfig: { outputConfig: { s3OutputPath: "s3://x" } } },
            [missing("asyncInferenceConfig.outputConfig.kmsKeyId")],
        ],
        ["with a key", { ...keyed, asyncInferenceConfig: { outputConfig: { kmsKeyId: KEY } } }, []],
        [
            "core dumps, of each variant",
            {
                kmsKeyArn: KEY,
                productionVariants: [M5, { ...M5, coreDumpConfig: { destinationS3Uri: "s3://x" } }],
                shadowProductionVariants: [{ ...M5, coreDumpConfig: { kmsKeyId: "" } }],
            },
            [
                missing("productionVariants.1.coreDumpConfig.kmsKeyId"),
                missing("shadowProductionVariants.0.coreDumpConfig.kmsKeyId"),
            ],
        ],
        [
            "access to the host, of each variant",
            {
                kmsKeyArn: KEY,
                productionVariants: [{ ...M5, enableSsmAccess: true }],
                shadowProductionVariants: [{ ...M5, enableSsmAccess: true }],
            },
            ["productionVariants", "shadowProductionVariants"].map((list) =>
                violation(`${list}.0.enableSsmAccess is true. Remove it: nobody should work on the host.`),
            ),
        ],
        ["no access", { kmsKeyArn: KEY, productionVariants: [{ ...M5, enableSsmAccess: false }] }, []],
    ];
    for (const [what, props, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P28", endpoint(props)), expected));
    }
    isUndecidedWithout(
        "P28",
        [
            ["scoring", "kmsKeyArn"],
            ["scoring", "productionVariants"],
            ["scoring", "productionVariants.0"],
            ["scoring", "productionVariants.0.enableSsmAccess"],
            ["scoring", "productionVariants.0.coreDumpConfig"],
            ["scoring", "productionVariants.0.coreDumpConfig.kmsKeyId"],
            ["scoring", "shadowProductionVariants"],
            ["scoring", "asyncInferenceConfig"],
            ["scoring", "asyncInferenceConfig.outputConfig"],
            ["scoring", "asyncInferenceConfig.outputConfig.kmsKeyId"],
            ["scoring", "dataCaptureConfig"],
            ["scoring", "dataCaptureConfig.kmsKeyId"],
        ],
        endpoint({
            kmsKeyArn: KEY,
            productionVariants: [{ ...M5, coreDumpConfig: { kmsKeyId: KEY } }],
            asyncInferenceConfig: { outputConfig: { kmsKeyId: KEY } },
            dataCaptureConfig: { enableCapture: true, kmsKeyId: KEY },
        }),
    );

    it("accepts keys that come from a key of the stack", () => {
        const key: Sketch = { type: "aws:kms/key:Key", name: "key", props: {} };
        const props = {
            kmsKeyArn: ref("key", "arn"),
            productionVariants: [M5],
            dataCaptureConfig: { enableCapture: true, kmsKeyId: ref("key", "arn") },
        };
        assert.deepEqual(verdict("P28", [key, ...endpoint(props)], {}, "unknown"), []);
    });

    describe("repair", () => {
        const repair = (props: Props, defaultKmsKeyArn = KEY): boolean | undefined =>
            policy("P28").remediate?.(props, { defaultKmsKeyArn });

        it("sets every key that is missing and closes the host, once", () => {
            const props: Props = {
                productionVariants: [
                    SERVERLESS,
                    { ...M5, enableSsmAccess: true, coreDumpConfig: { destinationS3Uri: "s3://x" } },
                ],
                shadowProductionVariants: [{ ...M5, coreDumpConfig: { kmsKeyId: "alias/aws/s3" } }],
                dataCaptureConfig: { enableCapture: true },
                asyncInferenceConfig: { outputConfig: { kmsKeyId: "alias/own" } },
            };
            assert.equal(repair(props), true);
            assert.deepEqual(props, {
                kmsKeyArn: KEY,
                productionVariants: [
                    SERVERLESS,
                    { ...M5, enableSsmAccess: false, coreDumpConfig: { destinationS3Uri: "s3://x", kmsKeyId: KEY } },
                ],
                shadowProductionVariants: [{ ...M5, coreDumpConfig: { kmsKeyId: KEY } }],
                dataCaptureConfig: { enableCapture: true, kmsKeyId: KEY },
                asyncInferenceConfig: { outputConfig: { kmsKeyId: "alias/own" } },
            });
            assert.equal(repair(props), false);
        });

        it("sets no key where none is taken or needed, and makes no blocks", () => {
            const props: Props = {
                productionVariants: [NVME, SERVERLESS],
                dataCaptureConfig: { enableCapture: false },
            };
            const before = structuredClone(props);
            assert.equal(repair(props), false);
            assert.deepEqual(props, before);
        });

        it("repairs what is known under the engine, and keeps what is not", async () => {
            const options = { defaultKmsKeyArn: KEY };
            const unsure = { ...M5, instanceType: UNKNOWN };
            const capture = { enableCapture: UNKNOWN };
            assert.equal(
                await repairedByEngine(
                    "P28",
                    endpoint({ productionVariants: [UNKNOWN, unsure], dataCaptureConfig: capture }),
                    options,
                ),
                undefined,
            );
            assert.deepEqual(
                await repairedByEngine(
                    "P28",
                    endpoint({
                        productionVariants: [unsure, M5],
                        shadowProductionVariants: UNKNOWN,
                        dataCaptureConfig: { ...capture, kmsKeyId: UNKNOWN },
                    }),
                    options,
                ),
                {
                    kmsKeyArn: KEY,
                    productionVariants: [{ ...M5, instanceType: NOT_KNOWN_YET }, M5],
                    shadowProductionVariants: NOT_KNOWN_YET,
                    dataCaptureConfig: { enableCapture: NOT_KNOWN_YET, kmsKeyId: NOT_KNOWN_YET },
                },
            );
        });

        it("does nothing without a key", () => {
            assert.equal(repair({ productionVariants: [{ ...M5, enableSsmAccess: true }] }, ""), false);
        });
    });
});

describe("P29 sagemaker-endpoint-config-multi-instance", () => {
    const place = "productionVariants.0.initialInstanceCount";
    const says = (found: string): string[] => [violation(`${place} is ${found}. Set it to 2 or more.`)];
    const cases: readonly Case[] = [
        ["two", { productionVariants: [M5] }, []],
        ["one", { productionVariants: [{ ...M5, initialInstanceCount: 1 }] }, says("1")],
        ["absent", { productionVariants: [{ instanceType: "ml.m5.large" }] }, says("not set")],
        ["null", { productionVariants: [{ ...M5, initialInstanceCount: null }] }, says("not set")],
        ["serverless", { productionVariants: [SERVERLESS] }, []],
        [
            "each variant",
            { productionVariants: [M5, { ...M5, initialInstanceCount: 1 }, SERVERLESS] },
            [violation("productionVariants.1.initialInstanceCount is 1. Set it to 2 or more.")],
        ],
        [
            "a shadow variant answers nobody",
            { productionVariants: [M5], shadowProductionVariants: [{ initialInstanceCount: 1 }] },
            [],
        ],
        [
            "one, but perhaps serverless",
            { productionVariants: [{ serverlessConfig: UNKNOWN }] },
            [undecided(`${place} is not set, and serverlessConfig is not known yet.`)],
        ],
    ];
    for (const [what, props, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P29", endpoint(props)), expected));
    }
    isUndecidedWithout(
        "P29",
        [
            ["scoring", "productionVariants"],
            ["scoring", "productionVariants.0"],
            ["scoring", place],
        ],
        endpoint({ productionVariants: [M5] }),
    );
});
