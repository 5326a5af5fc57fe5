import { isUnknown, readPath } from "../../graph";
import { CANVAS, CANVAS_FEATURES, type State } from "./canvasFeatures";
import { IDLE, IDLE_APPS } from "./idleShutdown";

/** A setting of a profile or space that is, or may be, more open than its domain has it. */
export interface Weakening {
    /** Inside the settings of the profile or space. */
    readonly path: string;
    /** True where a value that decides it is not known yet. */
    readonly unclear: boolean;
    /** What follows the path in a message: value and fix. */
    readonly message: string;
}

/**
 * What a profile's settings, which come before the domain's, open again. `domain` holds the domain's default settings,
 * or is `Unknown` where the domain cannot be seen.
 */
export function weakeningsOfProfile(own: unknown, domain: unknown): Weakening[] {
    return [...sharing(own, domain), ...canvas(own, domain), ...portal(own, domain), ...idle(own, domain)];
}

/** A space chooses its idle time only; `domain` as for profiles. */
export function weakeningsOfSpace(own: unknown, domain: unknown): Weakening[] {
    return idle(own, domain);
}

const REMOVE = "Remove it: the domain's setting holds then.";

function sharing(own: unknown, domain: unknown): Weakening[] {
    const path = "sharingSettings.notebookOutputOption";
    const state = (settings: unknown): State => stateOf(readPath(settings, path), "Allowed");
    return opened(path, state(own), state(domain), `is "Allowed", and the domain shares no outputs. ${REMOVE}`);
}

function canvas(own: unknown, domain: unknown): Weakening[] {
    const block = "canvasAppSettings";
    return CANVAS_FEATURES.flatMap((feature) => {
        const { path, fix, state } = CANVAS[feature];
        return opened(
            `${block}.${path}`,
            state(readPath(own, block)),
            state(readPath(domain, block)),
            `turns ${feature} on, which the domain has off. ${fix}.`,
        );
    });
}

/** What a profile hides stands in place of what the domain hides, so its lists must hold the domain's. */
function portal(own: unknown, domain: unknown): Weakening[] {
    return ["hiddenAppTypes", "hiddenMlTools", "hiddenInstanceTypes"].flatMap((list) => {
        const path = `studioWebPortalSettings.${list}`;
        const [ownList, hidden] = [own, domain].map((settings) => readPath(settings, path));
        if (ownList === undefined || hidden === undefined) {
            return [];
        }
        if (isUnknown(ownList) || isUnknown(hidden)) {
            return [unclear(path)];
        }
        const ownItems: readonly unknown[] = Array.isArray(ownList) ? ownList : [];
        const items: readonly unknown[] = Array.isArray(hidden) ? hidden : [];
        const shown = items.filter((item) => !isUnknown(item) && !ownItems.includes(item));
        if (shown.length > 0 && !ownItems.some(isUnknown)) {
            return [found(path, `leaves out ${shown.length} of the ${items.length} items the domain hides. Add them.`)];
        }
        return shown.length > 0 || items.some(isUnknown) ? [unclear(path)] : [];
    });
}

function idle(own: unknown, domain: unknown): Weakening[] {
    return IDLE_APPS.flatMap((app) => {
        const block = `${app}.${IDLE}`;
        const on = readPath(domain, `${block}.lifecycleManagement`);
        if (!isUnknown(on) && on !== "ENABLED") {
            return [];
        }
        const path = `${block}.lifecycleManagement`;
        const off = stateOf(readPath(own, path), "DISABLED");
        const turnedOff = opened(
            path,
            off,
            isUnknown(on) ? "unclear" : "off",
            `is "DISABLED", and the domain shuts idle apps down. ${REMOVE}`,
        );
        const longer = off === "on" ? [] : tooLong(own, block, ceilingIn(domain, block));
        return [...turnedOff, ...(isUnknown(on) ? longer.map((each) => unclear(each.path)) : longer)];
    });
}

/** Most minutes people of the domain may choose: where they may choose none, those it sets. */
function ceilingIn(domain: unknown, block: string): unknown {
    return readPath(domain, `${block}.maxIdleTimeoutInMinutes`) ?? readPath(domain, `${block}.idleTimeoutInMinutes`);
}

function tooLong(own: unknown, block: string, ceiling: unknown): Weakening[] {
    if (!isUnknown(ceiling) && typeof ceiling !== "number") {
        return [];
    }
    return ["idleTimeoutInMinutes", "maxIdleTimeoutInMinutes"].flatMap((key) => {
        const path = `${block}.${key}`;
        const minutes = readPath(own, path);
        if (isUnknown(minutes) || (minutes !== undefined && isUnknown(ceiling))) {
            return [unclear(path)];
        }
        return typeof minutes === "number" && typeof ceiling === "number" && minutes > ceiling
            ? [found(path, `is ${minutes}, and the domain allows ${ceiling}. Set at most ${ceiling}.`)]
            : [];
    });
}

/** Open here and not there. */
function opened(path: string, own: State, domain: State, message: string): Weakening[] {
    if (own === "off" || domain === "on") {
        return [];
    }
    return own === "on" && domain === "off" ? [found(path, message)] : [unclear(path)];
}

function stateOf(value: unknown, open: string): State {
    return isUnknown(value) ? "unclear" : value === open ? "on" : "off";
}

function found(path: string, message: string): Weakening {
    return { path, unclear: false, message };
}

function unclear(path: string): Weakening {
    return {
        path,
        unclear: true,
        message: "or what the domain has there is not known yet; it must be no more open than the domain.",
    };
}
