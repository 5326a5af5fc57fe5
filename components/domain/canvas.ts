import type { types } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AppSettings } from "./args";

type CanvasBlock = types.input.sagemaker.DomainDefaultUserSettingsCanvasAppSettings;

function onOff(on: boolean): { status: string } {
    return { status: on ? "ENABLED" : "DISABLED" };
}

/**
 * What Canvas may do, said of each part of it: one that is left out has SageMaker's default. Kendra, EMR Serverless and
 * sign-in to other data platforms reach places no policy here speaks of, and stay off. Forecasts get no role for Amazon
 * Forecast, so that they run as jobs of SageMaker or not at all. Source: SageMaker API, CanvasAppSettings.
 */
export function canvasSettings({
    features,
    canvas,
    canvasWorkspace,
}: Pick<AppSettings, "features" | "canvas" | "canvasWorkspace">): { readonly canvasAppSettings?: CanvasBlock } {
    if (!features.includes("canvas")) {
        return {};
    }
    const { directDeploy, modelRegister, timeSeries, bedrockRole } = canvas;
    return {
        canvasAppSettings: {
            directDeploySettings: onOff(directDeploy),
            modelRegisterSettings: onOff(modelRegister),
            timeSeriesForecastingSettings: onOff(timeSeries),
            kendraSettings: onOff(false),
            emrServerlessSettings: onOff(false),
            ...(bedrockRole === undefined ? {} : { generativeAiSettings: { amazonBedrockRoleArn: bedrockRole } }),
            ...(canvasWorkspace === undefined ? {} : { workspaceSettings: workspace(canvasWorkspace) }),
        },
    };
}

function workspace({
    bucket,
    keyArn,
}: NonNullable<
    AppSettings["canvasWorkspace"]
>): types.input.sagemaker.DomainDefaultUserSettingsCanvasAppSettingsWorkspaceSettings {
    return { s3ArtifactPath: pulumi.interpolate`s3://${bucket}`, s3KmsKeyId: keyArn };
}
