import { type Cidr, cidrsOverlap } from "../../policy-pack/net";
import type { AddressProblem, Tier } from "./tiers";

/** A range with its place in the settings. */
export interface PlacedRange {
    readonly path: readonly string[];
    readonly tier: Tier;
    readonly zone: string;
    readonly text: string;
    readonly range: Cidr;
    /** Whether a person chose it; the other ranges are computed and cannot be edited. */
    readonly chosen: boolean;
}

/** Pairs of ranges that share addresses, of which at least one was chosen by a person. */
export function overlapProblems(ranges: readonly PlacedRange[]): AddressProblem[] {
    return ranges.flatMap((one, index) =>
        ranges
            .slice(index + 1)
            .filter((other) => (one.chosen || other.chosen) && cidrsOverlap(one.range, other.range))
            .map((other) => {
                // The computed one cannot be edited, so the message stands at the chosen one.
                const [at, against] = other.chosen ? [other, one] : [one, other];
                return {
                    path: at.path,
                    found: at.text,
                    rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                    fix: against.chosen
                        ? `move it away from ${against.text}, ${against.tier} in ${against.zone}`
                        : `move it away from ${against.text}, or choose ranges for the tier ${against.tier} too`,
                };
            }),
    );
}
