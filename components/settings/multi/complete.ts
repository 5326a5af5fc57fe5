import type {
    AccessServiceSetting,
    AccessSignIn,
    HubSetting,
    LobSetting,
    OnpremSetting,
    PlainMultiSettings,
} from "../multiSettings";
import type { RawConfig } from "../rawConfig";
import type { Region } from "../regions";
import type { MultiValues } from "../schema";
import type { PlainSettings } from "../settings";
import { hubServices } from "./hubServices";
import type { LobEntry } from "./lob";
import { accessPlan, hubPlan, type Plan } from "./plans";

type CheckedLob = LobEntry & { readonly settings: PlainSettings };

/** Checked values with what follows from them. */
export function complete(
    raw: RawConfig,
    values: MultiValues,
    lobs: readonly CheckedLob[],
    region: Region,
): PlainMultiSettings {
    const { deployment: _, hub, access, onprem, network: _n, domain: _d, security: _s, lobs: _l, ...rest } = values;
    const zones = [...hub.zones].sort();
    return {
        ...rest,
        deployment: "multi-account",
        project: raw.project,
        stack: raw.stack,
        region: region.name,
        partition: region.partition,
        hub: completeHub(values, zones, lobs, region),
        access: completeAccess(access, zones),
        lobs: lobs.map(completeLob).sort((a, b) => (a.lob < b.lob ? -1 : 1)),
        ...(onprem && { onprem: completeOnprem(onprem, zones) }),
    };
}

function completeHub(
    { hub, access, production }: MultiValues,
    zones: readonly string[],
    lobs: readonly CheckedLob[],
    region: Region,
): HubSetting {
    const { firewall, clients, ...rest } = hub;
    return {
        ...rest,
        zones,
        subnets: checkedPlan(hubPlan(hub)),
        ...(firewall && { firewall: { ...firewall, protections: firewall.protections ?? production } }),
        ...(clients && { clients }),
        services: hubServices(
            hub.endpoints,
            access.signIn.mode,
            lobs.map(({ settings }) => settings.network),
            region.name,
        ),
    };
}

function completeAccess(access: MultiValues["access"], zones: readonly string[]): AccessServiceSetting<string> {
    const { signIn } = access;
    return {
        ...access,
        zones,
        subnets: checkedPlan(accessPlan(access, zones)),
        signIn: completeSignIn(signIn),
        createUsers: access.createUsers ?? (signIn.saml === undefined && signIn.oidc === undefined),
    };
}

function completeSignIn({
    mode,
    plan,
    domainPrefix,
    saml,
    oidc,
}: MultiValues["access"]["signIn"]): AccessSignIn<string> {
    if (mode === "private") {
        return { mode, plan };
    }
    if (domainPrefix === undefined) {
        throw new Error("mode hosted was checked and has no domain prefix all the same");
    }
    return { mode, plan, domainPrefix, ...(saml && { saml }), ...(oidc && { oidc }) };
}

function completeLob({ value, settings }: CheckedLob): LobSetting {
    return { ...settings, lob: value.name, accountName: value.account, centralEgress: value.centralEgress };
}

function completeOnprem(onprem: NonNullable<MultiValues["onprem"]>, hubZones: readonly string[]): OnpremSetting {
    return { ...onprem, zones: [...(onprem.zones ?? hubZones)].sort() };
}

function checkedPlan<Ranges>(plan: Plan<Ranges>): Ranges {
    if ("problems" in plan) {
        throw new Error("the address plan was checked and has problems all the same");
    }
    return plan.ok;
}
