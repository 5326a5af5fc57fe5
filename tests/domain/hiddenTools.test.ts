import { strict as assert } from "node:assert";

import { MlTools } from "@aws-sdk/client-sagemaker";
import fc from "fast-check";

import { hiddenTools } from "../../components/domain/hiddenTools";
import { FEATURES, type Feature } from "../../policy-pack/facts";

const ALL = Object.keys(FEATURES) as Feature[];

/** Products there is no network for, with any feature. */
const NEVER = ["LakeraGuard", "Comet", "DeepchecksLLMEvaluation", "Fiddler", "HyperPodClusters"];

describe("Tools Studio's pages leave out", () => {
    const cases: readonly (readonly [features: readonly Feature[], hidden: readonly string[]])[] = [
        [ALL, NEVER],
        [
            ["studio", "jobs"],
            [
                "DataWrangler",
                "FeatureStore",
                "EmrClusters",
                "AutoMl",
                "Experiments",
                "JumpStart",
                "Projects",
                "InferenceOptimization",
                ...NEVER,
            ],
        ],
        [
            ["studio"],
            [
                "DataWrangler",
                "FeatureStore",
                "EmrClusters",
                "AutoMl",
                "Experiments",
                "Training",
                "ModelEvaluation",
                "Pipelines",
                "Models",
                "JumpStart",
                "InferenceRecommender",
                "Endpoints",
                "Projects",
                "InferenceOptimization",
                "PerformanceEvaluation",
                ...NEVER,
            ],
        ],
    ];
    for (const [features, hidden] of cases) {
        it(`with ${features.length} features are ${hidden.length}`, () => {
            assert.deepEqual(hiddenTools(features), hidden);
        });
    }

    it("are tools SageMaker knows, and no more of them with one feature more", () => {
        fc.assert(
            fc.property(fc.subarray(ALL), fc.constantFrom(...ALL), (features, another) => {
                const hidden = hiddenTools(features);
                assert.deepEqual(
                    hidden.filter((tool) => !(Object.values(MlTools) as string[]).includes(tool)),
                    [],
                );
                assert.deepEqual(
                    hiddenTools([...features, another]).filter((tool) => !hidden.includes(tool)),
                    [],
                );
            }),
        );
    });
});
