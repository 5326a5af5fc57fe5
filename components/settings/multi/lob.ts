import type { Problem, SettingPath } from "../problems";
import { isSecret, type RawConfig } from "../rawConfig";
import type { Region } from "../regions";
import { type MultiValues, NAMESPACE } from "../schema";
import { readSingle, type SingleRead } from "../single";

/** A line of business of the file, and its place in the list. */
export interface LobEntry {
    readonly index: number;
    readonly value: MultiValues["lobs"][number];
}

/** A line of business, read as the single account it is but for what the others share with it. */
export interface LobRead extends LobEntry {
    /** Its configuration as far as it could be read, by the keys of a single account. */
    readonly known: SingleRead["known"];
    readonly settings?: SingleRead["settings"];
    /** With paths of the file: the line's own keys, or the shared ones the values came from. */
    readonly problems: Problem[];
}

/** The three keys a line of business shares with the others, key by key. */
const OVERLAID = ["network", "domain", "security"] as const;

type Overlaid = (typeof OVERLAID)[number];

/** Keys of `network` that are not a line's to say; their reasons are told once, by the checks of many accounts. */
export const NOT_OF_LOBS = ["vpc", "clients"] as const;

/** Reads one line of business from what the top keys and its own keys say. */
export function readLob(raw: RawConfig, values: Partial<MultiValues>, entry: LobEntry, region?: Region): LobRead {
    const { index, value } = entry;
    const given = (key: keyof MultiValues): Record<string, unknown> => ({
        ...(values[key] !== undefined && { [`${NAMESPACE}:${key}`]: values[key] }),
    });
    // A name every object has is no account.
    const accounts = new Map(Object.entries(values.accounts ?? {}));
    const account = accounts.get(value.account);
    const config = {
        "aws:region": region?.name,
        ...(account && { [`${NAMESPACE}:account`]: account }),
        ...given("production"),
        ...given("protect"),
        ...given("tags"),
        ...Object.fromEntries(OVERLAID.map((key) => [`${NAMESPACE}:${key}`, overlaid(values, value, key)])),
        [`${NAMESPACE}:access`]: values.access === undefined ? {} : { tag: values.access.tag },
        ...(value.users !== undefined && { [`${NAMESPACE}:users`]: value.users }),
    };
    const { known, problems, settings } = readSingle(
        {
            project: raw.project,
            stack: raw.stack,
            config,
            secretKeys: isSecret(raw, "tags") ? [`${NAMESPACE}:tags`] : [],
        },
        region,
        true,
    );
    return {
        ...entry,
        known,
        ...(settings && { settings }),
        problems: problems
            // The accounts are checked once for all lines.
            .filter(({ path }) => path[0] !== "account")
            .map((problem) => ({
                ...inWords(problem, value.account),
                path: placeOf(problem.path, index, values, value),
            })),
    };
}

function overlaid(values: Partial<MultiValues>, lob: LobEntry["value"], key: Overlaid): Record<string, unknown> {
    const all = { ...values[key], ...lob[key] };
    return key === "network"
        ? Object.fromEntries(Object.entries(all).filter(([name]) => !(NOT_OF_LOBS as readonly string[]).includes(name)))
        : all;
}

/** Where in the file the value at a path of the single account stands. */
function placeOf(path: SettingPath, index: number, values: Partial<MultiValues>, lob: LobEntry["value"]): SettingPath {
    const [first, second] = path;
    const overlay = OVERLAID.find((key) => key === first);
    if (overlay === undefined) {
        return first === "users" ? ["lobs", index, ...path] : path;
    }
    const has = (map: Readonly<Record<string, unknown>> | undefined): boolean =>
        second !== undefined && map !== undefined && Object.hasOwn(map, second);
    return has(values[overlay]) && !has(lob[overlay]) ? path : ["lobs", index, ...path];
}

/** The message in the words of a file with many accounts. */
function inWords(problem: Problem, account: string): Problem {
    const words = (text: string): string =>
        text
            .replaceAll("account.id", `accounts.${account}.id`)
            .replaceAll("account.assumeRole", `accounts.${account}.assumeRole`)
            .replace(/, or set access\.mode: identity-center$/, "");
    return { ...problem, rule: words(problem.rule), fix: words(problem.fix) };
}
