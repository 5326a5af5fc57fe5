import type { LobRead } from "../../multi/lob";
import type { Problem, SettingPath } from "../../problems";
import type { MultiValues } from "../../schema";
import type { Surroundings } from "./surroundings";

/** What an account has once, one of its lines has; the others would make it a second time or judge each other. */
export function accountWideProblems({ values, lobs }: Surroundings): Problem[] {
    return [...baselines(values, lobs), ...scopes(values, lobs)];
}

function baselines(values: Partial<MultiValues>, lobs: readonly LobRead[]): Problem[] {
    return inOneAccount(lobs.filter(({ known }) => known.security?.baseline !== undefined)).map(([first, later]) => ({
        path: placeOf(later, values, "baseline"),
        found: later.known.security?.baseline,
        rule: `an account has its baseline once; ${first.value.name} makes that of ${first.value.account}, and ${later.value.name} is in it too`,
        fix: `give security.baseline in one line of each account`,
    }));
}

function scopes(values: Partial<MultiValues>, lobs: readonly LobRead[]): Problem[] {
    return lobs.flatMap((lob): Problem[] => {
        const there = lobs.filter(({ value }) => value.account === lob.value.account).map(({ value }) => value.name);
        return lob.known.security?.response?.scope !== "account" || there.length < 2
            ? []
            : [
                  {
                      path: [...placeOf(lob, values, "response"), "scope"],
                      found: "account",
                      rule: `scope: account judges everything of SageMaker in ${lob.value.account}, where ${there.sort().join(" and ")} work`,
                      fix: "remove scope, so that each line judges its own",
                  },
              ];
    });
}

/** Pairs of the first line in an account and a later one. */
function inOneAccount(lobs: readonly LobRead[]): (readonly [first: LobRead, later: LobRead])[] {
    return lobs.flatMap((later) => {
        const first = lobs.find(({ value }) => value.account === later.value.account);
        return first === undefined || first === later ? [] : [[first, later] as const];
    });
}

function placeOf({ index, value }: LobRead, { security = {} }: Partial<MultiValues>, key: string): SettingPath {
    const isOwn = Object.hasOwn(value.security ?? {}, key) || !Object.hasOwn(security, key);
    return isOwn ? ["lobs", index, "security", key] : ["security", key];
}
