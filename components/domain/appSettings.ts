import type { types } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { type Feature, SPACE_INSTANCE_TYPES } from "../../policy-pack/facts";
import type { AppSettings, Docker, FileSystem, IdleShutdown, Instances, Sharing } from "./args";
import type { SpaceApp } from "./spaceApp";
import { hiddenTools } from "./hiddenTools";

/** Apps of Studio Classic and of a product this deployment does not license; hiding is cosmetic, IAM decides. */
const HIDDEN_APPS = ["JupyterServer", "KernelGateway", "RStudioServerPro", "RSessionGateway"];

/**
 * What an app starts with. The lifecycle script is the built-in one, which runs at every start of every space, whatever
 * a person chooses, and follows the domain. Source: SageMaker developer guide, "Understanding built-in and default
 * lifecycle configurations".
 */
export function appSettings(
    app: SpaceApp,
    { idleShutdown, instances, customImages }: AppSettings,
    lifecycleConfigArn: pulumi.Input<string> | undefined,
): types.input.sagemaker.DomainDefaultUserSettingsJupyterLabAppSettings {
    return {
        appLifecycleManagement: { idleSettings: idleSettings(idleShutdown) },
        defaultResourceSpec: { instanceType: instances[app] },
        ...(lifecycleConfigArn === undefined ? {} : { builtInLifecycleConfigArn: lifecycleConfigArn }),
        ...(customImages === undefined || customImages[app].length === 0
            ? {}
            : { customImages: [...customImages[app]] }),
    };
}

/** All three numbers, because the provider sends 0 for one left out. */
function idleSettings({
    minutes,
    minMinutes,
    maxMinutes,
}: IdleShutdown): types.input.sagemaker.DomainDefaultUserSettingsJupyterLabAppSettingsAppLifecycleManagementIdleSettings {
    return {
        lifecycleManagement: "ENABLED",
        idleTimeoutInMinutes: minutes,
        minIdleTimeoutInMinutes: minMinutes ?? minutes,
        maxIdleTimeoutInMinutes: maxMinutes ?? minutes,
    };
}

/** What Studio's pages leave out. Declared as a whole: the API answers with the block, and its absence would drift. */
export function portalSettings(
    features: readonly Feature[],
    { offered }: Instances,
): types.input.sagemaker.DomainDefaultUserSettingsStudioWebPortalSettings {
    return {
        hiddenAppTypes: features.includes("canvas") ? HIDDEN_APPS : [...HIDDEN_APPS, "Canvas"],
        hiddenInstanceTypes: offered.length === 0 ? [] : SPACE_INSTANCE_TYPES.filter((type) => !offered.includes(type)),
        hiddenMlTools: hiddenTools(features),
    };
}

/** Whether outputs of cells may be shared, and where they go then. */
export function sharingSettings(
    sharing: Sharing | undefined,
): types.input.sagemaker.DomainDefaultUserSettingsSharingSettings {
    return sharing === undefined
        ? { notebookOutputOption: "Disabled" }
        : {
              notebookOutputOption: "Allowed",
              s3OutputPath: `s3://${sharing.bucket}/${sharing.prefix}`,
              s3KmsKeyId: sharing.keyArn,
          };
}

/** Docker for the registries of named accounts only: without names, and while it is off, none is trusted. */
export function dockerSettings({
    enabled,
    accounts,
}: Docker): types.input.sagemaker.DomainDomainSettingsDockerSettings {
    return enabled && accounts.length > 0
        ? { enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: [...accounts] }
        : { enableDockerAccess: "DISABLED" };
}

export function storageSettings({
    volumes,
}: AppSettings): types.input.sagemaker.DomainDefaultUserSettingsSpaceStorageSettings {
    return {
        defaultEbsStorageSettings: {
            defaultEbsVolumeSizeInGb: volumes.defaultGb,
            maximumEbsVolumeSizeInGb: volumes.maximumGb,
        },
    };
}

/**
 * File systems people can attach to their spaces, and their numbers there. AWS asks for mount targets and groups, not for
 * permissions of a role. Source: SageMaker developer guide, "Attaching a custom file system to a domain or user profile".
 */
export function fileSystemSettings({
    fileSystems,
    posixUser,
}: Pick<AppSettings, "fileSystems" | "posixUser">): Pick<
    types.input.sagemaker.DomainDefaultUserSettings,
    "customFileSystemConfigs" | "customPosixUserConfig"
> {
    return {
        ...(fileSystems.length === 0
            ? {}
            : {
                  customFileSystemConfigs: fileSystems.map(({ id, path }: FileSystem) => ({
                      efsFileSystemConfig: { fileSystemId: id, fileSystemPath: path },
                  })),
              }),
        ...(posixUser === undefined ? {} : { customPosixUserConfig: { ...posixUser } }),
    };
}
