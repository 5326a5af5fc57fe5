import pc from "picocolors";

/**
 * Whether to colour: on a terminal, unless told otherwise. A pipe, a file or a comment on a pull request shows the codes as
 * rubbish, also in CI, so colour there is asked for with FORCE_COLOR. NO_COLOR comes first (https://no-color.org).
 */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
    if (isSet(env.NO_COLOR)) {
        return false;
    }
    if (isSet(env.FORCE_COLOR)) {
        return env.FORCE_COLOR !== "0";
    }
    return isTerminal && env.TERM !== "dumb";
}

function isSet(value: string | undefined): boolean {
    return value !== undefined && value !== "";
}

/** The report's colours for this process's standard output. */
export const colours = pc.createColors(wantsColour(process.env, process.stdout.isTTY === true));
