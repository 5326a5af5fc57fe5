import { AwsError } from "./errors";
import { allOf } from "./lookup";
import type { Place } from "./place";
import rows from "./quotaTable.json";
import type { Store } from "./store";
import type { Properties } from "./values";

/** Whose quotas an emulated account has: a new account's, or those of an account that asked for more. */
export type QuotaLevel = "newAccount" | "raised";

interface Quota {
    readonly type: string;
    readonly what: string;
    /** Only resources with these properties count. */
    readonly when?: Readonly<Record<string, unknown>>;
    /** Counted for each combination of these properties. */
    readonly per?: readonly string[];
    readonly newAccount: number;
    readonly raised: number;
    /** AWS's error code. */
    readonly code: string;
    /** Service code and quota code in Service Quotas. */
    readonly quota: readonly string[];
    readonly source: string;
}

export const QUOTAS: readonly Quota[] = rows;

/**
 * Refuses one more than the account may have.
 * @throws AwsError
 */
export function checkQuota(store: Store, place: Place, type: string, properties: Properties, level: QuotaLevel): void {
    for (const row of QUOTAS.filter((candidate) => candidate.type === type && counts(candidate, properties))) {
        const group = (other: Properties): string => JSON.stringify((row.per ?? []).map((path) => other[path] ?? null));
        const used = allOf(store, place, type).filter(
            (other) => counts(row, other.properties) && group(other.properties) === group(properties),
        ).length;
        if (used >= row[level]) {
            throw new AwsError(row.code, `${row.what}: the limit of ${row[level]} is reached (${row.quota.join(" ")})`);
        }
    }
}

/** The applied value of a quota, or undefined for one the table does not have. */
export function quotaValue(
    service: string,
    code: string,
    level: QuotaLevel,
): { value: number; name: string } | undefined {
    const row = QUOTAS.find(({ quota }) => quota[0] === service && quota[1] === code);
    return row === undefined ? undefined : { value: row[level], name: row.what };
}

function counts(row: Quota, properties: Properties): boolean {
    return Object.entries(row.when ?? {}).every(([path, value]) => properties[path] === value);
}
