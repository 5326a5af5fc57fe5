import { withUsersFile, USERS_KEY, type LocatedConfig, type StackFolder } from "./index";
import type { SettingPath } from "../problems";
import type { RawConfig } from "../rawConfig";
import { NAMESPACE } from "../schema";

/** Full key of the lines of business. */
export const LOBS_KEY = `${NAMESPACE}:lobs`;

/**
 * Puts lists of users in place of the maps that name their files, in every line of business; as `withUsersFile` does for
 * a single account.
 *
 * @param folders where the stack file is; undefined when nobody knows
 */
export function withLobUsersFiles<Raw extends RawConfig>(
    located: LocatedConfig<Raw>,
    folders: StackFolder | undefined,
): LocatedConfig<Raw> {
    const lobs = located.raw.config[LOBS_KEY];
    if (!Array.isArray(lobs) || located.raw.secretKeys.includes(LOBS_KEY)) {
        return located;
    }
    return lobs.reduce<LocatedConfig<Raw>>((so, _, index) => withUsersOf(so, index, folders), located);
}

/** The line alone looks like a single account with nothing but users. */
function withUsersOf<Raw extends RawConfig>(
    { raw, locate }: LocatedConfig<Raw>,
    index: number,
    folders: StackFolder | undefined,
): LocatedConfig<Raw> {
    const lobs = raw.config[LOBS_KEY] as readonly unknown[];
    const lob = lobs[index];
    if (typeof lob !== "object" || lob === null || !("users" in lob)) {
        return { raw, locate };
    }
    const here = (path: SettingPath): SettingPath => ["lobs", index, ...path];
    const alone: RawConfig = {
        project: raw.project,
        stack: raw.stack,
        config: { [USERS_KEY]: lob.users },
        secretKeys: [],
    };
    const read = withUsersFile({ raw: alone, locate: (path) => locate(here(path)) }, folders);
    const changed = { ...lob, users: read.raw.config[USERS_KEY] };
    return {
        raw: {
            ...raw,
            config: { ...raw.config, [LOBS_KEY]: lobs.map((each, at) => (at === index ? changed : each)) },
            fileProblems: [
                ...(raw.fileProblems ?? []),
                ...(read.raw.fileProblems ?? []).map((problem) => ({ ...problem, path: pathHere(problem.path, here) })),
            ],
        },
        locate: (path) => {
            const [first, at, ...rest] = path;
            return first === "lobs" && at === index && rest[0] === "users" ? read.locate(rest) : locate(path);
        },
    };
}

/** Mistakes of a file as such have a place and no path. */
function pathHere(path: SettingPath, here: (path: SettingPath) => SettingPath): SettingPath {
    return path.length === 0 ? path : here(path);
}
