import { cidr, formatCidr } from "../../policy-pack/net";
import { computedRanges, longestPrefixFor } from "./computed";
import { explicitRangeProblems, explicitTierProblems, explicitZoneProblems } from "./explicit";
import { overlapProblems, type PlacedRange } from "./overlaps";
import { type AddressPlan, type AddressProblem, type ExplicitSubnets, inOrder, type Tier, TIERS } from "./tiers";

export interface AddressPlanRequest {
    /** IPv4 range of the network, checked, /16 to /28. */
    readonly cidr: string;
    /** One to six zones, all ids or all names, without duplicates. */
    readonly zones: readonly string[];
    /** Ranges to use in place of the computed ones. A tier not named here keeps its computed ranges. */
    readonly explicit?: ExplicitSubnets;
}

/**
 * Divides the network among the zones and tiers. The result depends on the network, the set of zones and the explicit
 * ranges, and on nothing else: no feature, capacity or order in a list can ever move a subnet.
 */
export function planAddresses(request: AddressPlanRequest): { ok: AddressPlan } | { problems: AddressProblem[] } {
    const network = cidr(request.cidr);
    const zones = [...request.zones].sort();
    const explicit = request.explicit ?? {};

    const problems = [
        ...sizeProblems(request.cidr, zones, explicit),
        ...explicitTierProblems(explicit, zones),
        ...explicitZoneProblems(explicit, zones),
        ...explicitRangeProblems(explicit, network, request.cidr),
    ];
    if (problems.length > 0) {
        return { problems };
    }
    const ranges = (tier: Tier): Record<string, string> =>
        explicit[tier] === undefined ? computedRanges(network, zones, tier) : inOrder(explicit[tier], zones);
    const plan: AddressPlan = {
        studio: ranges("studio"),
        endpoint: ranges("endpoint"),
        firewall: ranges("firewall"),
        nat: ranges("nat"),
        transit: ranges("transit"),
    };
    const overlaps = overlapProblems(placed(plan, explicit));
    return overlaps.length > 0 ? { problems: overlaps } : { ok: plan };
}

function sizeProblems(text: string, zones: readonly string[], explicit: ExplicitSubnets): AddressProblem[] {
    const network = cidr(text);
    const longest = longestPrefixFor(zones.length);
    if (network.prefix <= longest || TIERS.every((tier) => explicit[tier] !== undefined)) {
        return [];
    }
    const widened = formatCidr({ base: network.base - (network.base % 2 ** (32 - longest)), prefix: longest });
    return [
        {
            path: ["cidr"],
            found: text,
            rule: `a network of ${zones.length} ${zones.length === 1 ? "zone" : "zones"} is a /${longest} or larger, so that its smallest subnet is a /28`,
            fix: `use a larger range such as ${widened}, fewer zones, or explicit ranges for all tiers in network.subnets`,
        },
    ];
}

function placed(plan: AddressPlan, explicit: ExplicitSubnets): PlacedRange[] {
    return TIERS.flatMap((tier) =>
        Object.entries(plan[tier]).map(([zone, text]) => ({
            path: ["subnets", tier, zone],
            tier,
            zone,
            text,
            range: cidr(text),
            chosen: explicit[tier] !== undefined,
        })),
    );
}
