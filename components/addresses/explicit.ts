import { type Cidr, cidr, cidrContains } from "../../policy-pack/net";
import { type AddressProblem, AWS_PREFIXES, type ExplicitSubnets, TIERS } from "./tiers";

/** Tiers that are made in every VPC of our own; who chooses ranges chooses at least these. */
const ALWAYS_MADE = ["studio", "endpoint"] as const;

/** What is wrong with the choice of tiers, before any arithmetic. */
export function explicitTierProblems(explicit: ExplicitSubnets, zones: readonly string[]): AddressProblem[] {
    if (TIERS.every((tier) => explicit[tier] === undefined)) {
        return [];
    }
    return ALWAYS_MADE.filter((tier) => explicit[tier] === undefined).map((tier) => ({
        path: ["subnets", tier],
        found: undefined,
        rule: "explicit subnets name the tiers studio and endpoint, because both are made in every deployment",
        fix: `add ${tier} with a range for each of ${zones.join(", ")}, or remove subnets to have all ranges computed`,
    }));
}

/** Zones that an explicit tier leaves out, or names although the network has none there. */
export function explicitZoneProblems(explicit: ExplicitSubnets, zones: readonly string[]): AddressProblem[] {
    return TIERS.filter((tier) => explicit[tier] !== undefined).flatMap((tier) => {
        const ranges = explicit[tier] ?? {};
        const missing = zones
            .filter((zone) => ranges[zone] === undefined)
            .map((zone) => ({
                path: ["subnets", tier, zone],
                found: undefined,
                rule: "a tier with explicit ranges has one for every zone of network.zones",
                fix: `add ${zone} to ${tier}`,
            }));
        const unknown = Object.keys(ranges)
            .filter((zone) => !zones.includes(zone))
            .map((zone) => ({
                path: ["subnets", tier, zone],
                found: ranges[zone],
                rule: "a tier has ranges only for the zones of network.zones",
                fix: `remove ${zone}, or add it to network.zones`,
            }));
        return [...missing, ...unknown];
    });
}

/** Explicit ranges that AWS would refuse by size, or that lie outside the network. */
export function explicitRangeProblems(explicit: ExplicitSubnets, network: Cidr, networkText: string): AddressProblem[] {
    return TIERS.flatMap((tier) =>
        Object.entries(explicit[tier] ?? {}).flatMap(([zone, text]) =>
            rangeProblems(["subnets", tier, zone], text, network, networkText),
        ),
    );
}

/** What is wrong with one range of a subnet by itself. */
export function rangeProblems(
    path: readonly string[],
    text: string,
    network: Cidr,
    networkText: string,
): AddressProblem[] {
    const range = cidr(text);
    if (range.prefix < AWS_PREFIXES.shortest || range.prefix > AWS_PREFIXES.longest) {
        const rule = `a subnet is a /${AWS_PREFIXES.shortest} to /${AWS_PREFIXES.longest}`;
        return [{ path, found: text, rule, fix: "choose a range of that size" }];
    }
    const rule = `a subnet lies in network.cidr, ${networkText}`;
    return cidrContains(network, range) ? [] : [{ path, found: text, rule, fix: `choose a range in ${networkText}` }];
}
