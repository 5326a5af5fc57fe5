/** Tiers of subnets, by what stands in them. A range is reserved for each from the start, made or not. */
export const TIERS = ["studio", "endpoint", "firewall", "nat", "transit"] as const;

export type Tier = (typeof TIERS)[number];

/** Range of every tier in every zone. */
export type AddressPlan = Readonly<Record<Tier, Readonly<Record<string, string>>>>;

/** Ranges a person chose, in place of the computed ones. */
export type ExplicitSubnets = Readonly<Partial<Record<Tier, Readonly<Record<string, string>>>>>;

/** EC2 API, CreateVpc and CreateSubnet: the lengths of prefix AWS accepts for both. */
export const AWS_PREFIXES = { shortest: 16, longest: 28 } as const;

/** One reason why there is no plan. */
export interface AddressProblem {
    /** Where in the network's settings: `["cidr"]`, `["subnets", tier, zone]` or `["vpc", "studio", zone]`. */
    readonly path: readonly string[];
    readonly found: unknown;
    readonly rule: string;
    readonly fix: string;
}

/** The ranges in the order of the zones, whatever the order they were written in. */
export function inOrder(ranges: Readonly<Record<string, string>>, zones: readonly string[]): Record<string, string> {
    return Object.fromEntries(zones.flatMap((zone) => (ranges[zone] === undefined ? [] : [[zone, ranges[zone]]])));
}
