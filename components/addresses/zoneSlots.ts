/**
 * How many zone blocks the network is divided into: the next power of two, so that all blocks are equal and a third
 * and a fourth zone share one division.
 */
export function slotCount(zoneCount: number): number {
    return 2 ** Math.ceil(Math.log2(zoneCount));
}

/**
 * Slot of each zone. A zone takes the slot of its own ordinal (`use1-az1` and `us-east-1a` the first) where there is
 * one; the others fill what is left in the order of their names. So a zone's ranges depend on which zones there are,
 * never on the order in which somebody listed them.
 */
export function zoneSlots(zones: readonly string[]): ReadonlyMap<string, number> {
    const count = slotCount(zones.length);
    const sorted = [...zones].sort();
    const slots = new Map<string, number>();
    const taken = new Set<number>();
    const take = (zone: string, slot: number): void => {
        slots.set(zone, slot);
        taken.add(slot);
    };
    for (const zone of sorted) {
        const ordinal = zoneOrdinal(zone);
        if (ordinal !== undefined && ordinal < count && !taken.has(ordinal)) {
            take(zone, ordinal);
        }
    }
    const free = Array.from({ length: count }, (_, slot) => slot).filter((slot) => !taken.has(slot));
    sorted.filter((zone) => !slots.has(zone)).forEach((zone, index) => take(zone, free[index]!));
    return new Map(sorted.map((zone) => [zone, slots.get(zone)!]));
}

/** 0 for `…-az1` and `…a`, 1 for `…-az2` and `…b`; undefined for what is no zone. */
function zoneOrdinal(zone: string): number | undefined {
    const id = /-az(\d+)$/.exec(zone)?.[1];
    if (id !== undefined) {
        return Number(id) - 1;
    }
    const letter = /\d([a-z])$/.exec(zone)?.[1];
    return letter === undefined ? undefined : letter.charCodeAt(0) - "a".charCodeAt(0);
}
