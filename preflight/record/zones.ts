/**
 * Numbers in the zone ids of Regions that do not have exactly az1, az2 and az3.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const ZONE_NUMBERS: Readonly<Record<string, readonly number[]>> = {
    "us-east-1": [1, 2, 3, 4, 5, 6],
    "us-west-1": [1, 3],
    "us-west-2": [1, 2, 3, 4],
    "ap-northeast-1": [1, 2, 4],
    "ap-northeast-2": [1, 2, 3, 4],
    "ca-central-1": [1, 2, 4],
};

const DIRECTIONS: Readonly<Record<string, string>> = {
    north: "n",
    south: "s",
    east: "e",
    west: "w",
    central: "c",
    northeast: "ne",
    northwest: "nw",
    southeast: "se",
    southwest: "sw",
};

/** One Availability Zone; which letter belongs to which id differs by account in older Regions. */
export interface Zone {
    /** For example `eu-west-1a`. */
    readonly name: string;
    /** For example `euw1-az1`. */
    readonly id: string;
}

/** Zones of a Region, letters given out in the order of the zone ids. */
export function zonesOf(region: string): readonly Zone[] {
    const numbers = ZONE_NUMBERS[region] ?? [1, 2, 3];
    return numbers.map((number, index) => ({
        name: `${region}${String.fromCharCode("a".charCodeAt(0) + index)}`,
        id: `${zonePrefix(region)}-az${number}`,
    }));
}

/** Beginning of a Region's zone ids: `use1` for us-east-1, `usgw1` for us-gov-west-1. */
function zonePrefix(region: string): string {
    const parts = region.split("-");
    const number = parts.at(-1) ?? "";
    const direction = parts.at(-2) ?? "";
    const geography = parts.slice(0, -2).map((part, index) => (index === 0 ? part : part.slice(0, 1)));
    return `${geography.join("")}${DIRECTIONS[direction] ?? direction.slice(0, 1)}${number}`;
}
