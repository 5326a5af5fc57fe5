import { isUnknown } from "../../graph";
import { nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { NOTEBOOK } from "./tokens";

interface PlatformConfig extends Record<string, unknown> {
    readonly supportedPlatforms: readonly string[];
}

/** Every identifier there has been, oldest first. Source: SageMaker API reference, `CreateNotebookInstance`. */
const PLATFORMS = [
    "notebook-al1-v1",
    "notebook-al2-v1",
    "notebook-al2-v2",
    "notebook-al2-v3",
    "notebook-al2023-v1",
] as const;

/** What SageMaker takes where the program names none. Source: SageMaker API reference, `CreateNotebookInstance`. */
const DEFAULT_PLATFORM: (typeof PLATFORMS)[number] = "notebook-al2023-v1";

/** P24: an old platform gets no fixes. */
export const notebookPlatform = resourcePolicy<PlatformConfig>({
    id: "P24",
    name: "sagemaker-notebook-platform-supported",
    title: "Notebook runs on a supported platform",
    description: "The notebook instance must run on a supported platform.",
    why: "AWS stops fixing the operating system and JupyterLab of old platforms: known holes stay open on a machine that holds data and the execution role's credentials.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("SI-2", "Flaw Remediation"),
    publishedIds: ["fsbp:SageMaker.8", "config:SAGEMAKER_NOTEBOOK_INSTANCE_PLATFORM_VERSION"],
    remediationSteps:
        "Set platformIdentifier to the newest platform, or leave it out; save the notebook's volume first, since the change may replace the instance.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html",
    config: {
        properties: {
            supportedPlatforms: {
                type: "array",
                items: { type: "string" },
                description: "platform identifiers that are supported",
            },
        },
        defaults: { supportedPlatforms: PLATFORMS.slice(PLATFORMS.indexOf("notebook-al2-v3")) },
    },
    types: [NOTEBOOK],
    checkResource(notebook, { supportedPlatforms }) {
        const given = notebook.props.platformIdentifier ?? undefined;
        if (isUnknown(given)) {
            return [undecided(notebook, "platformIdentifier is not known yet; the platform must be a supported one.")];
        }
        const platform = given ?? DEFAULT_PLATFORM;
        if (supportedPlatforms.some((supported) => supported === platform)) {
            return [];
        }
        const found = given === undefined ? `not set, which means ${DEFAULT_PLATFORM}` : shown(given, PLATFORMS);
        return [
            violation(notebook, `platformIdentifier is ${found}. Set it to one of ${supportedPlatforms.join(", ")}.`),
        ];
    },
});
