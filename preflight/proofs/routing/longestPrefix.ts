import { type Cidr, cidrContains, cidrPart, cidrsOverlap } from "../../../policy-pack/net";

/** Something that decides about the addresses of a range. */
export interface Ranged<T> {
    readonly range: Cidr;
    readonly what: T;
}

/** A part of the addresses asked for, with everything that decides about it: the most specific, of which there may be several. */
export interface Part<T> {
    readonly range: Cidr;
    /** Empty: nothing is for these addresses. */
    readonly by: readonly T[];
}

/** Splits a range into parts, so that each has one answer to "which is the most specific?". */
export function longestPrefix<T>(all: readonly Ranged<T>[], wanted: Cidr): Part<T>[] {
    const near = all.filter(({ range }) => cidrsOverlap(range, wanted));
    const inside = near.some(({ range }) => range.prefix > wanted.prefix);
    if (!inside) {
        const longest = Math.max(...near.map(({ range }) => range.prefix));
        return [{ range: wanted, by: near.filter(({ range }) => range.prefix === longest).map(({ what }) => what) }];
    }
    const halves = [0, 1].map((half) => cidrPart(wanted, wanted.prefix + 1, half));
    return merged(halves.flatMap((half) => longestPrefix(near, half)));
}

/** Two neighbours with one answer are one part again. */
function merged<T>(parts: readonly Part<T>[]): Part<T>[] {
    const result: Part<T>[] = [];
    for (const part of parts) {
        let next = part;
        let last = result.at(-1);
        while (last !== undefined && areHalves(last.range, next.range) && isSame(last.by, next.by)) {
            result.pop();
            next = { range: { base: last.range.base, prefix: last.range.prefix - 1 }, by: next.by };
            last = result.at(-1);
        }
        result.push(next);
    }
    return result;
}

function areHalves(one: Cidr, other: Cidr): boolean {
    return (
        one.prefix === other.prefix &&
        one.prefix > 0 &&
        cidrContains({ base: one.base, prefix: one.prefix - 1 }, other) &&
        one.base % 2 ** (33 - one.prefix) === 0
    );
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
    return one.length === other.length && one.every((each, index) => each === other[index]);
}
