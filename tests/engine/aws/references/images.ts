import { from, type Reference, RESOURCE_IN_USE } from "./reference";

/** Custom images in the settings of one app. */
function images(type: string, path: string): Reference[] {
    return from(type, {
        [`${path}.customImages[].imageName`]: ["image", RESOURCE_IN_USE],
        [`${path}.customImages[].appImageConfigName`]: ["appImageConfig", RESOURCE_IN_USE],
    });
}

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

/** Container images and what names them. */
export const IMAGES: readonly Reference[] = [
    ...from("aws:ecr/repository:Repository", {
        "encryptionConfigurations[].kmsKey": ["key", undefined, "KmsException"],
    }),
    ...from("aws:ecr/lifecyclePolicy:LifecyclePolicy", { repository: ["repository", "cascade"] }),
    ...from("aws:sagemaker/image:Image", { roleArn: ["role", undefined, "ValidationException"] }),
    ...from("aws:sagemaker/imageVersion:ImageVersion", { imageName: ["image", RESOURCE_IN_USE] }),
    ...images(DOMAIN, "defaultUserSettings.jupyterLabAppSettings"),
    ...images(DOMAIN, "defaultUserSettings.codeEditorAppSettings"),
    ...images(DOMAIN, "defaultSpaceSettings.jupyterLabAppSettings"),
    ...images(PROFILE, "userSettings.jupyterLabAppSettings"),
    ...images(PROFILE, "userSettings.codeEditorAppSettings"),
];
