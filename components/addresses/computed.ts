import { type Cidr, cidrPart, formatCidr } from "../../policy-pack/net";
import { AWS_PREFIXES, type Tier, TIERS } from "./tiers";
import { slotCount, zoneSlots } from "./zoneSlots";

/**
 * Where a tier lies in the block of its zone: the `part`-th of the pieces whose prefix is `bits` longer. Studio takes
 * the first half, the endpoints the third quarter; the last quarter holds the firewall, NAT and transit tiers and one
 * spare piece of the same size. Released: to move a tier is to replace the domains that stand in it.
 */
const LAYOUT: Readonly<Record<Tier, { readonly bits: number; readonly part: number }>> = {
    studio: { bits: 1, part: 0 },
    endpoint: { bits: 2, part: 2 },
    firewall: { bits: 4, part: 12 },
    nat: { bits: 4, part: 13 },
    transit: { bits: 4, part: 14 },
};

const DEEPEST_LAYOUT = Math.max(...TIERS.map((tier) => LAYOUT[tier].bits));

/** Longest prefix of a network whose smallest computed subnet AWS still accepts. */
export function longestPrefixFor(zoneCount: number): number {
    return AWS_PREFIXES.longest - DEEPEST_LAYOUT - Math.log2(slotCount(zoneCount));
}

/** Range of one tier in each zone, in order of zone. The network must be large enough for the zones. */
export function computedRanges(network: Cidr, zones: readonly string[], tier: Tier): Record<string, string> {
    const blockPrefix = network.prefix + Math.log2(slotCount(zones.length));
    const { bits, part } = LAYOUT[tier];
    return Object.fromEntries(
        [...zoneSlots(zones)].map(([zone, slot]) => {
            const block = cidrPart(network, blockPrefix, slot);
            return [zone, formatCidr(cidrPart(block, blockPrefix + bits, part))];
        }),
    );
}
