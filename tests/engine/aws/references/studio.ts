import { from, IN_USE, type Reference, RESOURCE_IN_USE } from "./reference";

const LIFECYCLE_APPS = [
    "jupyterLabAppSettings",
    "codeEditorAppSettings",
    "jupyterServerAppSettings",
    "kernelGatewayAppSettings",
];

/** Apps with a lifecycle configuration that runs whatever a person chooses. */
const BUILT_IN_APPS = ["jupyterLabAppSettings", "codeEditorAppSettings"];

/** What people's settings and those of shared spaces name; groups and roles are used when an app starts, nothing holds them before. */
function settings(type: string, path: string, apps: readonly string[]): Reference[] {
    return [
        ...from(type, {
            [`${path}.executionRole`]: ["role", undefined, "ValidationException"],
            [`${path}.securityGroups[]`]: ["securityGroup", undefined, "ResourceNotFoundError"],
        }),
        ...apps.flatMap((app) =>
            from(type, { [`${path}.${app}.lifecycleConfigArns[]`]: ["lifecycleConfig", RESOURCE_IN_USE] }),
        ),
        ...apps
            .filter((app) => BUILT_IN_APPS.includes(app))
            .flatMap((app) =>
                from(type, { [`${path}.${app}.builtInLifecycleConfigArn`]: ["lifecycleConfig", RESOURCE_IN_USE] }),
            ),
    ];
}

/** Domains, profiles, spaces and apps. */
export const STUDIO: readonly Reference[] = [
    ...from("aws:sagemaker/domain:Domain", {
        vpcId: ["vpc", IN_USE, "ResourceNotFoundError"],
        // The mount targets of the home file system stand in every subnet of the domain.
        "subnetIds[]": ["subnet", IN_USE, "ResourceNotFoundError"],
        kmsKeyId: ["key", undefined, "ValidationException"],
        "domainSettings.securityGroupIds[]": ["securityGroup", undefined, "ResourceNotFoundError"],
    }),
    ...settings("aws:sagemaker/domain:Domain", "defaultUserSettings", LIFECYCLE_APPS),
    ...settings(
        "aws:sagemaker/domain:Domain",
        "defaultSpaceSettings",
        LIFECYCLE_APPS.filter((app) => app !== "codeEditorAppSettings"),
    ),
    ...from("aws:sagemaker/userProfile:UserProfile", { domainId: ["domain", RESOURCE_IN_USE] }),
    ...settings("aws:sagemaker/userProfile:UserProfile", "userSettings", LIFECYCLE_APPS),
    ...from("aws:sagemaker/space:Space", { domainId: ["domain", RESOURCE_IN_USE] }),
    ...from("aws:sagemaker/app:App", { domainId: ["domain", RESOURCE_IN_USE] }),
];
