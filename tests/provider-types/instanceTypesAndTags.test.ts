import assert from "node:assert/strict";
import { INSTANCE_TYPE_PATHS } from "../../policy-pack/policies/sagemaker/instanceTypePaths";
import { TAGGABLE_TYPES } from "../../policy-pack/policies/sagemaker/taggableTypes";
import { declaredInputs } from "./declaredInputs";

/** Paths of the inputs that a predicate picks by name, by type token. */
function inputPaths(picks: (name: string) => boolean): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const { type, path } of declaredInputs()) {
        if (picks(path.split(".").at(-1) ?? "")) {
            (found[type] ??= []).push(path);
        }
    }
    return found;
}

describe("tables about SageMaker's types are those of the aws provider", () => {
    it("every place that names an instance type to run on, and no other", () => {
        const named = inputPaths((name) => name === "instanceType");
        assert.deepEqual(
            Object.fromEntries(Object.entries(INSTANCE_TYPE_PATHS).map(([type, paths]) => [type, [...paths].sort()])),
            Object.fromEntries(Object.entries(named).map(([type, paths]) => [type, paths.sort()])),
        );
    });

    it("what else speaks of instance types says what may be chosen, or is hidden", () => {
        const others = inputPaths((name) => /instanceType/i.test(name) && name !== "instanceType");
        assert.deepEqual(
            Object.entries(others).flatMap(([type, paths]) => paths.map((path) => `${type} ${path}`)),
            [
                "aws:sagemaker/algorithm:Algorithm inferenceSpecification.supportedRealtimeInferenceInstanceTypes",
                "aws:sagemaker/algorithm:Algorithm inferenceSpecification.supportedTransformInstanceTypes",
                "aws:sagemaker/algorithm:Algorithm trainingSpecification.supportedTrainingInstanceTypes",
                "aws:sagemaker/domain:Domain defaultUserSettings.studioWebPortalSettings.hiddenInstanceTypes",
                "aws:sagemaker/userProfile:UserProfile userSettings.studioWebPortalSettings.hiddenInstanceTypes",
            ],
        );
    });

    it("every type with tags, and no other", () => {
        const tagged = Object.entries(inputPaths((name) => name === "tags")).filter(([, paths]) =>
            paths.includes("tags"),
        );
        assert.deepEqual([...TAGGABLE_TYPES].sort(), tagged.map(([type]) => type).sort());
    });
});
