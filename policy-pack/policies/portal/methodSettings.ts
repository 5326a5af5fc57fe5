import { type GraphResource, isUnknown, readPath } from "../../graph";
import type { Finding } from "../definition";
import { shown, undecided, violation } from "../findings";

const LEVELS = ["OFF", "ERROR", "INFO"];
const LIMITS = ["settings.throttlingRateLimit", "settings.throttlingBurstLimit"];

/** What settings for all methods of a stage lack. Absent, logging is off and there is no limit but the account's. */
export function checkAllMethods(settings: GraphResource): Finding[] {
    return [
        ...checkLevel(settings, "OFF"),
        ...LIMITS.flatMap((path) => checkLimit(settings, path, -1)),
        ...checkDataTrace(settings),
    ];
}

/** What settings for some methods take away: they come before those for all, which hold where these say nothing. */
export function checkSomeMethods(settings: GraphResource): Finding[] {
    return [
        ...checkLevel(settings, undefined),
        ...LIMITS.flatMap((path) => checkLimit(settings, path, undefined)),
        ...checkDataTrace(settings),
    ];
}

function checkLevel(settings: GraphResource, whenAbsent: string | undefined): Finding[] {
    const path = "settings.loggingLevel";
    const level = readPath(settings.props, path);
    if (isUnknown(level)) {
        return [undecided(settings, `${path} is not known yet; it must be ERROR or INFO.`)];
    }
    if ((level ?? whenAbsent) === undefined || level === "ERROR" || level === "INFO") {
        return [];
    }
    const found = level === undefined ? "not set, which means OFF" : shown(level, LEVELS);
    return [violation(settings, `${path} is ${found}. Set it to "ERROR" or "INFO".`)];
}

function checkLimit(settings: GraphResource, path: string, whenAbsent: number | undefined): Finding[] {
    const limit = readPath(settings.props, path);
    if (isUnknown(limit)) {
        return [undecided(settings, `${path} is not known yet; it must be a limit.`)];
    }
    if ((limit ?? whenAbsent) === undefined || (typeof limit === "number" && limit >= 0)) {
        return [];
    }
    const found = limit === undefined ? "not set, which means no limit" : shown(limit);
    return [violation(settings, `${path} is ${found}. Set a limit.`)];
}

function checkDataTrace(settings: GraphResource): Finding[] {
    const path = "settings.dataTraceEnabled";
    const value = readPath(settings.props, path);
    if (isUnknown(value)) {
        return [undecided(settings, `${path} is not known yet; it must not be true.`)];
    }
    return value === true
        ? [violation(settings, `${path} is true: whole requests and answers are logged, tokens too. Set it to false.`)]
        : [];
}
