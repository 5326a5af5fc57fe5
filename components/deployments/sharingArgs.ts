import type { Sharing } from "../domain";
import { type Buckets, DATA_FOLDERS, type Keys } from "../security";
import type { Settings } from "../settings";

/** Where outputs of cells are shared: an existing bucket under its key, or the stack's own; undefined when they are not. */
export function sharingArgs(
    { domain: { sharing } }: Settings,
    keys: Keys,
    buckets: Buckets | undefined,
): Sharing | undefined {
    if (sharing === undefined) {
        return undefined;
    }
    const { bucket, keyArn, prefix } = sharing;
    if (bucket !== undefined && keyArn !== undefined) {
        return { bucket, prefix, keyArn };
    }
    if (buckets === undefined) {
        throw new Error("the settings were checked and share outputs in a bucket that is not made all the same");
    }
    return {
        bucket: buckets.names.data,
        prefix: `${DATA_FOLDERS.shared}${prefix}`,
        keyArn: keys.dataKeyArn,
    };
}
