/** Middle and spread of some measurements. */
export interface Spread {
    readonly median: number;
    readonly least: number;
    readonly most: number;
}

/** @throws Error for an empty list, which has no median */
export function spread(values: readonly number[]): Spread {
    const sorted = [...values].sort((a, b) => a - b);
    const [least] = sorted;
    const most = sorted.at(-1);
    if (least === undefined || most === undefined) {
        throw new Error("spread: no value was measured");
    }
    const upper = sorted[Math.floor(sorted.length / 2)] ?? most;
    const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? least;
    return { median: (lower + upper) / 2, least, most };
}

/** Combines two series round by round, so that what slows a whole round slows both sides. */
export function paired(
    first: readonly number[],
    second: readonly number[],
    combine: (a: number, b: number) => number,
): Spread {
    if (first.length !== second.length) {
        throw new Error(`paired: ${first.length} rounds against ${second.length}`);
    }
    return spread(first.map((value, round) => combine(value, second[round] ?? Number.NaN)));
}
