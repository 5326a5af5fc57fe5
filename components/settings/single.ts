import { crossChecks, type Known, withProfiles } from "./checks";
import { taggedUsersSchema } from "./keys/users";
import { addressPlan } from "./plan";
import type { Problem } from "./problems";
import { isHidden, type RawConfig, valueOf } from "./rawConfig";
import { readKeys, type Refusals } from "./readKeys";
import type { Region } from "./regions";
import { TOP_KEYS, type TopValues } from "./schema";
import type { PlainSettings } from "./settings";
import { asksForIdentityCenter } from "./signInMode";

/** Top keys of many accounts, and what a single account has in their place. */
const MULTI_ONLY: Refusals = {
    accounts: {
        rule: "accounts counts with deployment: multi-account only: a single account is named by account",
        fix: "write account: { id: … }, or set private-studio:deployment: multi-account",
    },
    hub: {
        rule: "hub counts with deployment: multi-account only: a single account's own VPC is reached through network.clients",
        fix: "remove hub, or set private-studio:deployment: multi-account",
    },
    lobs: {
        rule: "lobs counts with deployment: multi-account only: a single account is one line of business, whose people stand in users",
        fix: "remove lobs, or set private-studio:deployment: multi-account",
    },
    onprem: {
        rule: "onprem counts with deployment: multi-account only: the simulator is connected to a hub",
        fix: "remove onprem, or set private-studio:deployment: multi-account",
    },
};

/** What a configuration of one account says, as far as it could be read. */
export interface SingleRead {
    readonly known: Known;
    readonly problems: Problem[];
    /** There when there is no mistake. */
    readonly settings?: PlainSettings;
}

/**
 * Reads the configuration of one account.
 *
 * @param region undefined when the configuration does not say a valid one; the caller tells of that
 * @param throughService whether people enter through an access service, so that nobody must be named in `access`
 */
export function readSingle(raw: RawConfig, region: Region | undefined, throughService = false): SingleRead {
    const users = asksForIdentityCenter(raw) ? TOP_KEYS.users : taggedUsersSchema;
    const { values, problems: own } = readKeys(raw, { ...TOP_KEYS, users }, MULTI_ONLY);
    const known: Known = {
        ...(values as Partial<TopValues>),
        ...(region && { region }),
        hideTags: isHidden(raw, "tags"),
        accessKeys: keysOf(valueOf(raw, "access")),
        throughService,
    };
    const problems = [...own, ...(raw.fileProblems ?? []), ...crossChecks(known)];
    return problems.length > 0 || region === undefined
        ? { known, problems }
        : { known, problems, settings: complete(raw, values as TopValues, region) };
}

function complete(raw: RawConfig, values: TopValues, region: Region): PlainSettings {
    const plan = addressPlan(values.network, region.name);
    if ("problems" in plan) {
        throw new Error("the address plan was checked and has problems all the same");
    }
    const { subnets: _, firewall, ...network } = values.network;
    return {
        project: raw.project,
        stack: raw.stack,
        region: region.name,
        partition: region.partition,
        ...values,
        deployment: "single-account",
        network: {
            ...network,
            ...(firewall && { firewall: { ...firewall, protections: firewall.protections ?? values.production } }),
        },
        subnets: plan.ok,
        users: withProfiles(values.users, values.access.groups),
    };
}

function keysOf(value: unknown): readonly string[] {
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
