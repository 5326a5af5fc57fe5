import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { APP, DOMAIN, SPACE, USER_PROFILE } from "./tokens";

const CLASSIC = ["JupyterServer", "KernelGateway"];
const CLASSIC_LANDING = "app:JupyterServer:";

/** What one input must be. Absent is fine: SageMaker has opened Studio, and not Studio Classic, since November 2023. */
interface Rule {
    readonly path: string;
    readonly accepts: (value: unknown) => boolean;
    /** Values that messages print. */
    readonly vocabulary: readonly string[];
    readonly fix: string;
}

const noClassicApp = (path: string, fix: string): Rule => ({
    path,
    accepts: (value) => !CLASSIC.some((each) => each === value),
    vocabulary: CLASSIC,
    fix,
});

const newStudio = (block: string): readonly Rule[] => [
    {
        path: `${block}.studioWebPortal`,
        accepts: (value) => value === "ENABLED",
        vocabulary: ["DISABLED"],
        fix: 'Set it to "ENABLED".',
    },
    {
        path: `${block}.defaultLandingUri`,
        accepts: (value) => typeof value === "string" && value.startsWith("studio::"),
        vocabulary: [CLASSIC_LANDING],
        fix: 'Set it to "studio::".',
    },
];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
    [APP]: [noClassicApp("appType", "Remove the app: people start JupyterLab or Code Editor in spaces.")],
    [SPACE]: [noClassicApp("spaceSettings.appType", 'Set it to "JupyterLab" or "CodeEditor".')],
    [DOMAIN]: newStudio("defaultUserSettings"),
    [USER_PROFILE]: newStudio("userSettings"),
};

/** P15: AWS neither creates nor restarts apps of Studio Classic any more. */
export const classicAppsForbidden = resourcePolicy({
    id: "P15",
    name: "sagemaker-classic-apps-forbidden",
    title: "Nothing of Studio Classic",
    description: "The app, the space, the profile and the domain must not use Studio Classic.",
    why: "Studio Classic gets no updates since the end of 2024, and its apps cannot be created or restarted any more: a program that has one fails, and people who land there find nothing to open.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("SA-22", "Unsupported System Components"),
    publishedIds: ["nist:SA-22", "nist:SI-2"],
    remediationSteps:
        'Remove apps of type JupyterServer and KernelGateway, set studioWebPortal to "ENABLED" and defaultLandingUri to "studio::".',
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-migrate.html",
    config: NO_CONFIG,
    types: Object.keys(RULES),
    checkResource: (resource) => (RULES[resource.type] ?? []).flatMap((rule) => checkRule(resource, rule)),
});

function checkRule(resource: GraphResource, { path, accepts, vocabulary, fix }: Rule): Finding[] {
    const value = readPath(resource.props, path);
    if (isUnknown(value)) {
        return [undecided(resource, `${path} is not known yet; it must not lead to Studio Classic.`)];
    }
    return value === undefined || accepts(value)
        ? []
        : [violation(resource, `${path} is ${shown(value, vocabulary)}. ${fix}`)];
}
