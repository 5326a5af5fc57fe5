import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";
import { KEY } from "./parts";

const ROLE: Sketch = { type: "aws:iam/role:Role", name: "scientist", props: { assumeRolePolicy: "{}" } };

function domain(props: Record<string, unknown>): Sketch {
    return { type: "aws:sagemaker/domain:Domain", name: "studio", props };
}

function userDefaults(settings: Record<string, unknown>): Sketch {
    return domain({ defaultUserSettings: settings });
}

function profile(userSettings: Record<string, unknown>, more: Record<string, unknown> = {}): Sketch {
    const props = { ...more, userSettings };
    return { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props };
}

function space(props: Record<string, unknown>): Sketch {
    return { type: "aws:sagemaker/space:Space", name: "analysis", props };
}

function app(appType: string): Sketch {
    return { type: "aws:sagemaker/app:App", name: "notebook", props: { appType } };
}

function idle(lifecycleManagement: string): Record<string, unknown> {
    const minutes = {
        idleTimeoutInMinutes: 120,
        minIdleTimeoutInMinutes: 60,
        maxIdleTimeoutInMinutes: 480,
    };
    return { appLifecycleManagement: { idleSettings: { lifecycleManagement, ...minutes } } };
}

/** Of what the domain's settings let profiles, spaces and apps do. */
export const DOMAIN_SETTINGS_EXAMPLES: Examples = {
    P03: {
        bad: [domain({ authMode: "IAM" })],
        good: [domain({ authMode: "SSO" })],
        config: { allowedAuthModes: ["SSO"] },
    },
    P04: {
        bad: [userDefaults({ sharingSettings: { notebookOutputOption: "Allowed", s3OutputPath: "s3://shared" } })],
        good: [
            KEY,
            userDefaults({
                sharingSettings: {
                    notebookOutputOption: "Allowed",
                    s3OutputPath: "s3://shared",
                    s3KmsKeyId: ref("key", "arn"),
                },
            }),
        ],
    },
    P06: {
        bad: [domain({ domainSettings: { dockerSettings: { enableDockerAccess: "ENABLED" } } })],
        good: [domain({ domainSettings: { dockerSettings: { enableDockerAccess: "DISABLED" } } })],
    },
    P08: {
        bad: [userDefaults({ jupyterLabAppSettings: idle("ENABLED"), codeEditorAppSettings: idle("DISABLED") })],
        good: [userDefaults({ jupyterLabAppSettings: idle("ENABLED"), codeEditorAppSettings: idle("ENABLED") })],
    },
    P09: {
        bad: [
            KEY,
            userDefaults({
                canvasAppSettings: {
                    kendraSettings: { status: "ENABLED" },
                    workspaceSettings: { s3KmsKeyId: ref("key", "arn") },
                },
            }),
        ],
        good: [
            KEY,
            userDefaults({
                canvasAppSettings: {
                    kendraSettings: { status: "DISABLED" },
                    workspaceSettings: { s3KmsKeyId: ref("key", "arn") },
                },
            }),
        ],
    },
    P11: {
        bad: [profile({ executionRole: "" })],
        good: [ROLE, profile({ executionRole: ref("scientist", "arn") })],
    },
    P13: {
        bad: [
            userDefaults({ sharingSettings: { notebookOutputOption: "Disabled" } }),
            profile({ sharingSettings: { notebookOutputOption: "Allowed" } }, { domainId: ref("studio") }),
        ],
        good: [
            userDefaults({ sharingSettings: { notebookOutputOption: "Disabled" } }),
            profile({ sharingSettings: { notebookOutputOption: "Disabled" } }, { domainId: ref("studio") }),
        ],
    },
    P14: {
        bad: [
            space({
                spaceSharingSettings: { sharingType: "Shared" },
                ownershipSettings: { ownerUserProfileName: "ann" },
            }),
        ],
        good: [
            space({
                spaceSharingSettings: { sharingType: "Private" },
                ownershipSettings: { ownerUserProfileName: "ann" },
            }),
        ],
    },
    P15: {
        bad: [app("JupyterServer")],
        good: [app("JupyterLab")],
    },
};
