import { type PlaceKind, TIERS, type Topology } from "./model";

/** Row of every node, from the internet at the top to the company network at the bottom. */
export type Rows = ReadonlyMap<string, number>;

const INTERNET_ROW = 0;
const GATEWAY_ROW = 1;
const FIRST_TIER_ROW = 2;
const OUTSIDE_ROW = FIRST_TIER_ROW + TIERS.length;
const CLIENTS_ROW = OUTSIDE_ROW + 1;

/** Gateways to the company stand below the VPCs, whatever else routes lead to above them. */
const OUTSIDE_ROWS: Readonly<Record<PlaceKind, number>> = {
    internet: INTERNET_ROW,
    "internet gateway": GATEWAY_ROW,
    elsewhere: GATEWAY_ROW,
    gateway: OUTSIDE_ROW,
    clients: CLIENTS_ROW,
};

/** The row each node of a picture stands in. */
export function rowsOf({ accounts, outside }: Topology): Rows {
    const rows = new Map<string, number>();
    for (const { gateways, zones } of accounts.flatMap(({ vpcs }) => vpcs)) {
        gateways.forEach(({ id }) => rows.set(id, GATEWAY_ROW));
        for (const { id, tier } of zones.flatMap(({ subnets }) => subnets)) {
            rows.set(id, FIRST_TIER_ROW + TIERS.indexOf(tier));
        }
    }
    outside.forEach(({ id, kind }) => rows.set(id, OUTSIDE_ROWS[kind]));
    return rows;
}

/** The rows that hold anything, from the top, each with its nodes. */
export function levelsOf(rows: Rows): readonly (readonly string[])[] {
    const levels = new Map<number, string[]>();
    rows.forEach((row, id) => levels.set(row, [...(levels.get(row) ?? []), id]));
    return [...levels.entries()].sort(([a], [b]) => a - b).map(([, ids]) => ids);
}
