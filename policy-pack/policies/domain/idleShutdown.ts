import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { section } from "../remediation";
import { readInput } from "./inputs";
import { DOMAIN } from "./tokens";

interface IdleConfig extends Record<string, unknown> {
    /** Minutes. */
    readonly minimumIdleMinutes: number;
    /** Minutes. */
    readonly maximumIdleMinutes: number;
}

/** Blocks of user settings with idle settings in them. */
export const IDLE_APPS = ["jupyterLabAppSettings", "codeEditorAppSettings"] as const;

/** Where both apps keep their idle settings, on domains, profiles and spaces alike. */
export const IDLE = "appLifecycleManagement.idleSettings";

const MINUTES = { type: "integer", minimum: 60, maximum: 525600 } as const;

/** P08: an app nobody uses is a session nobody watches, and costs as much as one that works. */
export const domainIdleShutdown = resourcePolicy<IdleConfig>({
    id: "P08",
    name: "sagemaker-domain-idle-shutdown-enabled",
    title: "Idle apps are shut down",
    description: "The domain must shut idle JupyterLab and Code Editor apps down within the configured time.",
    why: "An app that nobody closed runs for months: its instance is paid for, and its session with the execution role stays open.",
    severity: "low",
    enforcementLevel: "advisory",
    framework: nist("AC-12", "Session Termination"),
    publishedIds: ["nist:AC-12"],
    remediationSteps: `Set lifecycleManagement to "ENABLED" in ${IDLE} of both apps, with idleTimeoutInMinutes, minIdleTimeoutInMinutes and maxIdleTimeoutInMinutes: the provider sends 0 for one left out.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-idle-shutdown.html",
    config: {
        properties: {
            minimumIdleMinutes: { ...MINUTES, description: "least time without activity, in minutes" },
            maximumIdleMinutes: {
                ...MINUTES,
                description: "most time without activity, in minutes, that is set or that people may choose",
            },
        },
        defaults: { minimumIdleMinutes: 60, maximumIdleMinutes: 1440 },
    },
    types: [DOMAIN],
    checkResource: (domain, config) =>
        IDLE_APPS.flatMap((app) => checkApp(domain, `defaultUserSettings.${app}.${IDLE}`, config)),
    remediate: (props, config) => IDLE_APPS.map((app) => repairApp(props, app, config)).some((changed) => changed),
});

function checkApp(domain: GraphResource, path: string, config: IdleConfig): Finding[] {
    const bounds = `${config.minimumIdleMinutes} to ${config.maximumIdleMinutes} minutes`;
    const on = readPath(domain.props, `${path}.lifecycleManagement`);
    if (isUnknown(on)) {
        return [undecided(domain, `${path}.lifecycleManagement is not known yet; it must be "ENABLED".`)];
    }
    if (on !== "ENABLED") {
        const found = on === undefined ? "not set, which means DISABLED" : shown(on, ["DISABLED"]);
        return [
            violation(
                domain,
                `${path}.lifecycleManagement is ${found}. Set it to "ENABLED", with a time of ${bounds}.`,
            ),
        ];
    }
    return TIMES.flatMap(({ key, isWrong }) => {
        const minutes = readPath(domain.props, `${path}.${key}`);
        if (isUnknown(minutes)) {
            return [undecided(domain, `${path}.${key} is not known yet; it must be ${bounds}.`)];
        }
        return isWrong(minutes, config)
            ? [violation(domain, `${path}.${key} is ${shown(minutes)}. Set ${bounds}.`)]
            : [];
    });
}

/** The time an app starts with, and the longest one people may choose for a space, if they may choose any. */
const TIMES: readonly {
    readonly key: string;
    readonly isWrong: (minutes: unknown, config: IdleConfig) => boolean;
}[] = [
    {
        key: "idleTimeoutInMinutes",
        isWrong: (minutes, config) => !isWithin(minutes, config.minimumIdleMinutes, config.maximumIdleMinutes),
    },
    {
        key: "maxIdleTimeoutInMinutes",
        isWrong: (minutes, { maximumIdleMinutes }) =>
            minutes !== undefined && !isWithin(minutes, 0, maximumIdleMinutes),
    },
];

function isWithin(minutes: unknown, least: number, most: number): minutes is number {
    return typeof minutes === "number" && minutes >= least && minutes <= most;
}

/** Keeps what is within the bounds, and gives all three times, in order: AWS refuses anything else. */
function repairApp(props: Record<string, unknown>, app: string, config: IdleConfig): boolean {
    const { minimumIdleMinutes: least, maximumIdleMinutes: most } = config;
    const path = `defaultUserSettings.${app}.${IDLE}`;
    const read = (key: string): unknown => readInput(props, `${path}.${key}`);
    const on = read("lifecycleManagement");
    const idle = read("idleTimeoutInMinutes");
    const longest = read("maxIdleTimeoutInMinutes");
    const shortest = read("minIdleTimeoutInMinutes");
    const isRight =
        on === "ENABLED" && isWithin(idle, least, most) && (longest === undefined || isWithin(longest, 0, most));
    if (isRight || [on, idle, longest, shortest].some(isUnknown)) {
        return false;
    }
    const settings = path
        .split(".")
        .reduce<Record<string, unknown> | undefined>((block, key) => block && section(block, key), props);
    if (settings === undefined) {
        return false;
    }
    const minutes = isWithin(idle, least, most) ? idle : most;
    const wanted = {
        lifecycleManagement: "ENABLED",
        idleTimeoutInMinutes: minutes,
        minIdleTimeoutInMinutes: isWithin(shortest, least, minutes) ? shortest : least,
        maxIdleTimeoutInMinutes: isWithin(longest, minutes, most) ? longest : most,
    };
    // What is right is not written again: a secret would lose its mark.
    Object.entries(wanted)
        .filter(([key, value]) => settings[key] !== value)
        .forEach(([key, value]) => (settings[key] = value));
    return true;
}
