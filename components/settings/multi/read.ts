import { multiChecks } from "../checks/multi";
import { lobSchema } from "../keys/multi/lobs";
import type { PlainMultiSettings } from "../multiSettings";
import type { Problem } from "../problems";
import { isSecret, type RawConfig, secretsIn, valueOf } from "../rawConfig";
import { readKeys, type Refusals } from "../readKeys";
import type { Region } from "../regions";
import { MULTI_KEYS, type MultiValues } from "../schema";
import { complete } from "./complete";
import { withReasons } from "./reasons";
import { type LobEntry, type LobRead, readLob } from "./lob";
import { withoutClientSecret } from "./secrets";

/** Top keys of a single account, and what many accounts have in their place. */
const SINGLE_ONLY: Refusals = {
    account: {
        rule: "account is a single account's; with many, each stands in accounts under a name",
        fix: "remove account and write it in accounts",
    },
    users: {
        rule: "people belong to a line of business: lobs[].users",
        fix: "move the users to their lines of business",
    },
};

/** What a configuration of many accounts says. */
export interface MultiRead {
    readonly problems: Problem[];
    /** There when there is no mistake. */
    readonly settings?: PlainMultiSettings;
}

/**
 * Reads the configuration of many accounts. Each line of business is read as a single account, by the schema and the
 * rules of one; a mistake that several lines make with one shared value is told once.
 */
export function readMulti(raw: RawConfig, region: Region | undefined): MultiRead {
    const { values: read, problems: own } = readKeys(raw, MULTI_KEYS, SINGLE_ONLY);
    const values = read as Partial<MultiValues>;
    const lobs = (isSecret(raw, "lobs") ? [] : readableLobs(raw)).map((entry) => readLob(raw, values, entry, region));
    const found = [
        ...withReasons(own),
        ...(raw.fileProblems ?? []),
        ...lobs.flatMap((lob) => lob.problems),
        ...multiChecks({ raw, values, lobs, region }),
    ];
    const unplaced = isSecret(raw, "access") && secretsIn(raw, "access") === undefined;
    const problems = once(withoutClientSecret(found, unplaced));
    return problems.length > 0 || region === undefined
        ? { problems }
        : { problems, settings: complete(raw, values as MultiValues, lobs.filter(isComplete), region) };
}

/** The lines whose own keys are in order: a mistake in one leaves the others to be checked. */
function readableLobs(raw: RawConfig): LobEntry[] {
    const list = valueOf(raw, "lobs");
    return (Array.isArray(list) ? list : []).flatMap((item: unknown, index) => {
        const parsed = lobSchema.safeParse(item);
        return parsed.success ? [{ index, value: parsed.data }] : [];
    });
}

function isComplete(lob: LobRead): lob is LobRead & Required<Pick<LobRead, "settings">> {
    return lob.settings !== undefined;
}

function once(problems: readonly Problem[]): Problem[] {
    const seen = new Set<string>();
    return problems.filter(({ path, rule }) => {
        const id = JSON.stringify([path, rule]);
        return seen.has(id) ? false : seen.add(id);
    });
}
