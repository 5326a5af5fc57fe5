import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { violation } from "../findings";

/** Settings whose change Pulumi must never overlook. */
const GUARDED = [
    "appNetworkAccessType",
    "kmsKeyId",
    "vpcId",
    "subnetIds",
    "securityGroups",
    "domainSettings",
    "enableNetworkIsolation",
    "directInternetAccess",
    "rootAccess",
] as const;

/** Blocks that hold a guarded setting: ignoring the whole block ignores it too. */
const BLOCKS = [
    "defaultUserSettings",
    "defaultSpaceSettings",
    "userSettings",
    "networkConfig",
    "monitoringScheduleConfig",
] as const;

/** P10: `ignoreChanges` hides a setting from every later update, and from reviewers. */
export const settingsNotIgnored = resourcePolicy({
    id: "P10",
    name: "sagemaker-security-settings-not-ignored",
    title: "Security settings are not ignored",
    description: "The ignoreChanges option of a SageMaker resource must not name a security setting.",
    why: "Pulumi leaves an ignored property as it is: somebody opens it in the console, and every later update says that nothing changed.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("CM-3", "Configuration Change Control"),
    publishedIds: ["pulumi:pulumi-policy#172"],
    remediationSteps: "Remove the property from ignoreChanges; use protect to keep a resource from being replaced.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-connect-to-resources.html",
    config: NO_CONFIG,
    types: ["aws:sagemaker/*"],
    checkResource: (resource) =>
        resource.ignoreChanges
            .filter(hidesSecurity)
            .map((path) =>
                violation(resource, `ignoreChanges names ${path}. Remove it; protect keeps a resource in place.`),
            ),
});

/** Whether a property path is, is under, or is a block around a guarded setting. */
function hidesSecurity(path: string): boolean {
    const segments = path.split(/[.[\]"']+/).filter((segment) => segment !== "");
    const last = segments.at(-1) ?? "";
    return (
        segments.some((segment) => segment === "*" || GUARDED.some((setting) => setting === segment)) ||
        BLOCKS.some((block) => block === last)
    );
}
