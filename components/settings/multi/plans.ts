import { cidr } from "../../../policy-pack/net";
import {
    type AddressPlan,
    type AddressProblem,
    AWS_PREFIXES,
    type ExplicitSubnets,
    planAddresses,
    type Tier,
    TIERS,
} from "../../addresses";
import { explicitRangeProblems, explicitZoneProblems } from "../../addresses/explicit";
import { overlapProblems } from "../../addresses/overlaps";
import type { Problem } from "../problems";
import type { MultiValues } from "../schema";

type Hub = MultiValues["hub"];
type Access = MultiValues["access"];

/** A plan, or what is wrong with it in the words of its key. */
export type Plan<Ranges> = { readonly ok: Ranges } | { readonly problems: Problem[] };

/** The access service's subnets, by purpose and zone. */
export interface AccessRanges {
    readonly functions: Readonly<Record<string, string>>;
    readonly transit: Readonly<Record<string, string>>;
}

const NONE: AddressPlan = { studio: {}, endpoint: {}, firewall: {}, nat: {}, transit: {} };

/** The hub's subnets: those in its settings or, without any, computed from range and zones alone. */
export function hubPlan({ cidr: range, zones, subnets, egress }: Hub): Plan<AddressPlan> {
    const plan =
        subnets === undefined
            ? computed(range, zones)
            : chosen(range, zones, subnets, egress === "firewall" ? ["firewall", "nat"] : []);
    return "problems" in plan
        ? { problems: plan.problems.map((problem) => inKey("hub", problem)) }
        : { ok: { ...plan.ok, studio: {} } };
}

/** The access service's subnets likewise, in the hub's zones; its functions stand where apps would. */
export function accessPlan({ cidr: range, subnets }: Access, zones: readonly string[]): Plan<AccessRanges> {
    const plan =
        subnets === undefined
            ? computed(range, zones)
            : chosen(range, zones, { studio: subnets.functions, transit: subnets.transit }, []);
    return "problems" in plan
        ? { problems: plan.problems.map((problem) => inKey("access", problem)) }
        : { ok: { functions: plan.ok.studio, transit: plan.ok.transit } };
}

type Answer = { readonly ok: AddressPlan } | { readonly problems: readonly AddressProblem[] };

function computed(range: string, zones: readonly string[]): Answer {
    return planAddresses({ cidr: range, zones });
}

function chosen(range: string, zones: readonly string[], explicit: ExplicitSubnets, needed: readonly Tier[]): Answer {
    const problems = [
        ...needed
            .filter((tier) => explicit[tier] === undefined)
            .map((tier) => ({
                path: ["subnets", tier],
                found: undefined,
                rule: `egress: firewall makes subnets for the tier ${tier}, and nothing is computed beside chosen ranges`,
                fix: `add ${tier} with a range for each of ${zones.join(", ")}, or remove subnets`,
            })),
        ...explicitZoneProblems(explicit, zones),
        ...explicitRangeProblems(explicit, cidr(range), range),
    ];
    const overlaps = problems.length > 0 ? problems : overlapProblems(placed(explicit));
    return overlaps.length > 0 ? { problems: overlaps } : { ok: { ...NONE, ...sorted(explicit) } };
}

function placed(explicit: ExplicitSubnets): Parameters<typeof overlapProblems>[0] {
    return TIERS.flatMap((tier) =>
        Object.entries(explicit[tier] ?? {}).map(([zone, text]) => ({
            path: ["subnets", tier, zone],
            tier,
            zone,
            text,
            range: cidr(text),
            chosen: true,
        })),
    );
}

function sorted(explicit: ExplicitSubnets): Partial<AddressPlan> {
    return Object.fromEntries(
        TIERS.flatMap((tier) => {
            const ranges = explicit[tier];
            return ranges === undefined
                ? []
                : [[tier, Object.fromEntries(Object.entries(ranges).sort(([a], [b]) => (a < b ? -1 : 1)))]];
        }),
    );
}

/** The plan speaks of `network`; the file has the ranges under another key, and zones in the hub's. */
function inKey(key: "hub" | "access", { path, found, rule, fix }: AddressProblem): Problem {
    const words = (text: string): string =>
        text
            .replaceAll("network.zones", "hub.zones")
            .replaceAll("network.cidr", `${key}.cidr`)
            .replaceAll("network.subnets", `${key}.subnets`)
            .replace("explicit ranges for all tiers in", `ranges of /${AWS_PREFIXES.longest} or larger in`)
            .replaceAll("the tier studio", "functions")
            .replace(/, studio in /, ", functions in ")
            .replace(/ to studio$/, " to functions");
    const tier = (part: string): string => (key === "access" && part === "studio" ? "functions" : part);
    return { path: [key, ...path.map(tier)], found, rule: words(rule), fix: words(fix) };
}
