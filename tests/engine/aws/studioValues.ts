import { AppInstanceType, AppType, MlTools } from "@aws-sdk/client-sagemaker";

const INSTANCE_TYPES = Object.values(AppInstanceType);

/** Names of instance types, apps and tools in the settings at a path. Source: AWS's model of the SageMaker API. */
export function studioValues(path: string): Record<string, readonly string[]> {
    const portal = `${path}.studioWebPortalSettings`;
    return {
        [`${portal}.hiddenAppTypes[]`]: Object.values(AppType),
        [`${portal}.hiddenInstanceTypes[]`]: INSTANCE_TYPES,
        [`${portal}.hiddenMlTools[]`]: Object.values(MlTools),
        [`${path}.codeEditorAppSettings.defaultResourceSpec.instanceType`]: INSTANCE_TYPES,
        [`${path}.jupyterLabAppSettings.defaultResourceSpec.instanceType`]: INSTANCE_TYPES,
    };
}

/** Parts of Canvas that are on or off. Source: SageMaker API reference, CanvasAppSettings. */
export function canvasValues(path: string): Record<string, readonly string[]> {
    const parts = ["directDeploy", "emrServerless", "kendra", "modelRegister", "timeSeriesForecasting"];
    return Object.fromEntries(parts.map((part) => [`${path}.${part}Settings.status`, ["ENABLED", "DISABLED"]]));
}

/** Numbers of people in file systems. Source: SageMaker API reference, CustomPosixUserConfig. */
export function posixValues(path: string): Record<string, { readonly from: number; readonly to: number }> {
    return {
        [`${path}.customPosixUserConfig.uid`]: { from: 10000, to: 4000000 },
        [`${path}.customPosixUserConfig.gid`]: { from: 1001, to: 4000000 },
    };
}

/** Users a container may run as. Source: hashicorp/terraform-provider-aws, sagemaker/app_image_config.go. */
export const IMAGE_USERS: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
    ["codeEditorAppImageConfig", "jupyterLabImageConfig", "kernelGatewayImageConfig"].flatMap((block) => [
        [`${block}.fileSystemConfig.defaultUid`, [0, 1000]],
        [`${block}.fileSystemConfig.defaultGid`, [0, 100]],
    ]),
);
