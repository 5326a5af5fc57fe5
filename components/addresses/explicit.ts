import { type Cidr, cidr, cidrContains, cidrsOverlap } from "../../policy-pack/net";
import { type AddressPlan, type AddressProblem, AWS_PREFIXES, type ExplicitSubnets, TIERS } from "./tiers";

/** Tiers that are made in every deployment; who chooses ranges chooses at least these. */
const ALWAYS_MADE = ["studio", "endpoint"] as const;

/** What is wrong with the choice of tiers and zones, before any arithmetic. */
export function explicitNamingProblems(explicit: ExplicitSubnets, zones: readonly string[]): AddressProblem[] {
    const named = TIERS.filter((tier) => explicit[tier] !== undefined);
    if (named.length === 0) {
        return [];
    }
    const missingTiers = ALWAYS_MADE.filter((tier) => explicit[tier] === undefined).map((tier) => ({
        path: ["subnets", tier],
        found: undefined,
        rule: "explicit subnets name the tiers studio and endpoint, because both are made in every deployment",
        fix: `add ${tier} with a range for each of ${zones.join(", ")}, or remove subnets to have all ranges computed`,
    }));
    const wrongZones = named.flatMap((tier) => {
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
    return [...missingTiers, ...wrongZones];
}

/** Explicit ranges that AWS would refuse by size, or that lie outside the network. */
export function explicitRangeProblems(explicit: ExplicitSubnets, network: Cidr, networkText: string): AddressProblem[] {
    return TIERS.flatMap((tier) =>
        Object.entries(explicit[tier] ?? {}).flatMap(([zone, text]) => {
            const range = cidr(text);
            const problem = { path: ["subnets", tier, zone], found: text };
            if (range.prefix < AWS_PREFIXES.shortest || range.prefix > AWS_PREFIXES.longest) {
                return [
                    {
                        ...problem,
                        rule: `a subnet is a /${AWS_PREFIXES.shortest} to /${AWS_PREFIXES.longest}`,
                        fix: "choose a range of that size",
                    },
                ];
            }
            return cidrContains(network, range)
                ? []
                : [
                      {
                          ...problem,
                          rule: `a subnet lies in network.cidr, ${networkText}`,
                          fix: `choose a range in ${networkText}`,
                      },
                  ];
        }),
    );
}

/** Pairs of ranges that share addresses, of which at least one was chosen by a person. */
export function overlapProblems(plan: AddressPlan, explicit: ExplicitSubnets): AddressProblem[] {
    const ranges = TIERS.flatMap((tier) =>
        Object.entries(plan[tier]).map(([zone, text]) => ({
            tier,
            zone,
            text,
            range: cidr(text),
            chosen: explicit[tier] !== undefined,
        })),
    );
    return ranges.flatMap((one, index) =>
        ranges
            .slice(index + 1)
            .filter((other) => (one.chosen || other.chosen) && cidrsOverlap(one.range, other.range))
            .map((other) => {
                // The computed one cannot be edited, so the message stands at the chosen one.
                const [at, against] = other.chosen ? [other, one] : [one, other];
                return {
                    path: ["subnets", at.tier, at.zone],
                    found: at.text,
                    rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                    fix: against.chosen
                        ? `move it away from ${against.text}, ${against.tier} in ${against.zone}`
                        : `move it away from ${against.text}, or choose ranges for the tier ${against.tier} too`,
                };
            }),
    );
}
