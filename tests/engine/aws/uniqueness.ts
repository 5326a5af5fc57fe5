import { AwsError } from "./errors";
import { allOf } from "./lookup";
import type { Place } from "./place";
import type { Store, Stored } from "./store";
import { type Unique, UNIQUE } from "./uniqueRows";
import { type Properties, textAt } from "./values";

/**
 * Refuses a second thing where the account may have one.
 * @param id of the resource itself, which is no rival; left out when it is being made
 * @throws AwsError
 */
export function checkUnique(store: Store, place: Place, type: string, properties: Properties, id?: string): void {
    for (const row of UNIQUE.filter((candidate) => candidate.type === type)) {
        const key = keyOf(row, properties);
        const rival = allOf(store, place, type).find(
            (other) => other.id !== id && keyOf(row, other.properties) === key,
        );
        if (rival !== undefined) {
            const what = row.paths.map((path) => textAt(properties, path)).filter((text) => text !== undefined);
            throw new AwsError(
                row.code,
                `${what.join(", ")} already exists as ${rival.id} in account ${place.account}`,
            );
        }
    }
    if (type === "aws:s3/bucket:Bucket") {
        checkBucketName(store.list({ type }), place, properties, id);
    }
}

/** Bucket names are taken world-wide; who took it decides on the code. Source: S3 API reference, CreateBucket. */
function checkBucketName(buckets: readonly Stored[], place: Place, properties: Properties, id?: string): void {
    const rival = buckets.find((other) => other.id === properties["bucket"] && other.id !== id);
    if (rival !== undefined) {
        const code = rival.account === place.account ? "BucketAlreadyOwnedByYou" : "BucketAlreadyExists";
        throw new AwsError(code, `the bucket name ${rival.id} is taken`);
    }
}

function keyOf({ paths, ignoreCase }: Unique, properties: Properties): string {
    const key = JSON.stringify(paths.map((path) => properties[path] ?? null));
    return ignoreCase === true ? key.toLowerCase() : key;
}
