import { readMulti } from "./multi/read";
import type { PlainMultiSettings } from "./multiSettings";
import { nearest } from "./nearest";
import type { Problem } from "./problems";
import { type RawConfig, valueOf } from "./rawConfig";
import { mustBePlain } from "./readKeys";
import { type Region, REGION_NAMES, regionFacts, type RegionName } from "./regions";
import type { PlainSettings } from "./settings";
import { readSingle } from "./single";

export type ParsedSettings =
    { readonly settings: PlainSettings | PlainMultiSettings } | { readonly problems: Problem[] };

/**
 * Checks a whole stack's configuration and completes it with defaults and what follows from it. Pure.
 *
 * All mistakes are found at once: each top key is read by itself, then the rules between keys are checked for those
 * that could be read. Which keys there are depends on `deployment`.
 */
export function parseSettings(raw: RawConfig): ParsedSettings {
    const region = readRegion(raw);
    const known = "region" in region ? region.region : undefined;
    const { problems, settings } = asksForMany(raw) ? readMulti(raw, known) : readSingle(raw, known);
    const all = [...("problem" in region ? [region.problem] : []), ...problems];
    return all.length > 0 || settings === undefined ? { problems: all } : { settings };
}

/** Whether the configuration is one of many accounts; where it misspells that, its keys tell. */
function asksForMany(raw: RawConfig): boolean {
    const deployment = valueOf(raw, "deployment");
    const isSingle = deployment === undefined || deployment === "single-account";
    return (
        deployment === "multi-account" ||
        (!isSingle && ["accounts", "hub", "lobs"].some((key) => valueOf(raw, key) !== undefined))
    );
}

function readRegion(raw: RawConfig): { region: Region } | { problem: Problem } {
    const found = raw.config["aws:region"];
    if (raw.secretKeys.includes("aws:region")) {
        return { problem: mustBePlain("aws:region", [["aws:region"]])[0]! };
    }
    if ((REGION_NAMES as unknown[]).includes(found)) {
        return { region: regionFacts(found as RegionName) };
    }
    if (found === undefined) {
        return {
            problem: {
                path: ["aws:region"],
                found,
                rule: "required: the region decides partition, zones and endpoint names",
                fix: 'add it, for example aws:region: "eu-west-1"',
            },
        };
    }
    const meant = typeof found === "string" ? nearest(found, REGION_NAMES) : undefined;
    return {
        problem: {
            path: ["aws:region"],
            found,
            rule: `one of: ${REGION_NAMES.join(", ")}`,
            fix: meant === undefined ? "choose a region of the list" : `did you mean ${meant}?`,
        },
    };
}
