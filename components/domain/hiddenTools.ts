import type { Feature } from "../../policy-pack/facts";

/**
 * Tools of Studio's pages that one of these features makes useful; the others work with nothing but Studio. Those without
 * a feature belong to products this deployment has no network for: clusters of its own, and partners' apps. Source:
 * SageMaker API, StudioWebPortalSettings: HiddenMlTools.
 */
const TOOLS: Readonly<Record<string, readonly Feature[]>> = {
    DataWrangler: ["canvas"],
    FeatureStore: ["featureStore"],
    EmrClusters: ["emr"],
    AutoMl: ["canvas"],
    Experiments: ["mlflow"],
    Training: ["jobs"],
    ModelEvaluation: ["jobs", "jumpstart"],
    Pipelines: ["jobs", "projects"],
    Models: ["jobs", "jumpstart", "canvas", "projects"],
    JumpStart: ["jumpstart"],
    InferenceRecommender: ["jobs"],
    Endpoints: ["jobs", "jumpstart", "canvas"],
    Projects: ["projects"],
    InferenceOptimization: ["jumpstart"],
    PerformanceEvaluation: ["jobs"],
    LakeraGuard: [],
    Comet: [],
    DeepchecksLLMEvaluation: [],
    Fiddler: [],
    HyperPodClusters: [],
};

/** Tools a page would show in vain. This tidies the page and protects nothing: roles and endpoints decide what works. */
export function hiddenTools(features: readonly Feature[]): string[] {
    return Object.entries(TOOLS)
        .filter(([, useful]) => !useful.some((feature) => features.includes(feature)))
        .map(([tool]) => tool);
}
