import type { Sketch } from "../fixture/build";
import type { Examples } from "./example";

function space(instanceType: string): Sketch {
    return {
        type: "aws:sagemaker/space:Space",
        name: "ann",
        props: {
            domainId: "d-studio",
            spaceName: "ann",
            spaceSettings: { appType: "JupyterLab", jupyterLabAppSettings: { defaultResourceSpec: { instanceType } } },
        },
    };
}

function lifecycleScript(...lines: readonly string[]): Sketch {
    return {
        type: "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
        name: "package-index",
        props: {
            studioLifecycleConfigName: "package-index",
            studioLifecycleConfigAppType: "JupyterLab",
            studioLifecycleConfigContent: Buffer.from(["#!/bin/bash", ...lines, ""].join("\n")).toString("base64"),
        },
    };
}

function model(tags: Record<string, string>): Sketch {
    return { type: "aws:sagemaker/modelPackageGroup:ModelPackageGroup", name: "churn", props: { tags } };
}

/** Of SageMaker's resources of every kind. */
export const SAGEMAKER_EXAMPLES: Examples = {
    P16: { bad: [space("ml.p5.48xlarge")], good: [space("ml.m5.large")] },
    P17: {
        bad: [lifecycleScript("pip config set global.index-url https://ann:hunter2@packages.example.com/simple")],
        good: [
            lifecycleScript(
                'TOKEN="$(aws secretsmanager get-secret-value --secret-id packages --query SecretString --output text)"',
                'pip config set global.index-url "https://ann:${TOKEN}@packages.example.com/simple"',
            ),
        ],
    },
    P18: {
        bad: [model({ owner: "ann" })],
        good: [model({ owner: "ann", project: "churn" })],
        config: { requiredTags: ["project"], tagsToAdd: { project: "churn" } },
    },
};
