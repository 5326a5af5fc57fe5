import { add, ignoring, type Mutation, set } from "../mutation";

const DOMAIN_OF = "Domain studio-domain";
const PROFILE = "UserProfile studio-profiles-ada";

/** Changes of the domain, its profiles, spaces and apps. */
export const DOMAIN: readonly Mutation[] = [
    {
        policy: "P01",
        what: "the domain goes to the internet by itself",
        stack: "studio",
        edit: set(DOMAIN_OF, "appNetworkAccessType", "PublicInternetOnly"),
        on: "studio-domain",
    },
    {
        policy: "P02",
        what: "the domain takes AWS's key",
        stack: "studio",
        edit: set(DOMAIN_OF, "kmsKeyId", undefined),
        on: "studio-domain",
    },
    {
        policy: "P03",
        what: "a way to sign in that is not allowed",
        stack: "studio",
        edit: set(DOMAIN_OF, "authMode", "IAM"),
        config: { allowedAuthModes: ["SSO"] },
        on: "studio-domain",
    },
    {
        policy: "P04",
        what: "notebook output is shared without a key",
        stack: "studio",
        edit: set(DOMAIN_OF, "defaultUserSettings.sharingSettings", { notebookOutputOption: "Allowed" }),
        on: "studio-domain",
    },
    {
        policy: "P05",
        what: "sessions do not tell who acts",
        stack: "studio",
        edit: set(DOMAIN_OF, "domainSettings.executionRoleIdentityConfig", "DISABLED"),
        on: "studio-domain",
    },
    {
        policy: "P06",
        what: "Docker is on",
        stack: "studio",
        edit: set(DOMAIN_OF, "domainSettings.dockerSettings", { enableDockerAccess: "ENABLED" }),
        on: "studio-domain",
    },
    {
        policy: "P07",
        what: "shared spaces have no group",
        stack: "studio",
        edit: set(DOMAIN_OF, "defaultSpaceSettings.securityGroups", []),
        on: "studio-domain",
        also: { P49: "no endpoint can admit apps that have no group" },
    },
    {
        policy: "P08",
        what: "apps never end by themselves",
        stack: "studio",
        edit: set(DOMAIN_OF, "defaultUserSettings.jupyterLabAppSettings.appLifecycleManagement", undefined),
        on: "studio-domain",
    },
    {
        policy: "P09",
        what: "Canvas deploys models by itself",
        stack: "studio",
        edit: set(DOMAIN_OF, "defaultUserSettings.canvasAppSettings.directDeploySettings", { status: "ENABLED" }),
        on: "studio-domain",
    },
    {
        policy: "P10",
        what: "changes of the network mode are ignored",
        stack: "studio",
        edit: ignoring(DOMAIN_OF, "appNetworkAccessType"),
        on: "studio-domain",
    },
    {
        policy: "P11",
        what: "a profile falls back to the domain's role",
        stack: "studio",
        edit: set(PROFILE, "userSettings.executionRole", undefined),
        on: "studio-profiles-ada",
    },
    {
        policy: "P12",
        what: "a profile is nobody's",
        stack: "studio",
        edit: set(PROFILE, "tags.employeeNumber", undefined),
        on: "studio-profiles-ada",
    },
    {
        policy: "P13",
        what: "a profile runs longer than the domain's apps may",
        stack: "studio",
        edit: set(PROFILE, "userSettings.jupyterLabAppSettings", {
            appLifecycleManagement: { idleSettings: { lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 100_000 } },
        }),
        on: "studio-profiles-ada",
    },
    {
        policy: "P14",
        what: "a space is shared",
        stack: "studio",
        edit: set("Space space", "spaceSharingSettings.sharingType", "Shared"),
        on: "space",
    },
    {
        policy: "P15",
        what: "an app of Studio Classic",
        stack: "studio",
        edit: add("aws:sagemaker/app:App", "classic", (the) => ({
            domainId: the(DOMAIN_OF),
            userProfileName: "ada",
            appName: "default",
            appType: "JupyterServer",
            tags: { project: "studio" },
        })),
        on: "classic",
    },
];
