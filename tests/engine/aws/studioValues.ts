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
