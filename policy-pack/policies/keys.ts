import { type GraphResource, isUnknown, readPath } from "../graph";
import type { Finding } from "./definition";
import { takesFrom } from "./dependencies";
import { undecided, violation } from "./findings";

/** Types whose ids, ARNs and names stand for a customer managed key. */
const KEY_TYPES = [
    "aws:kms/key:Key",
    "aws:kms/alias:Alias",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
    "aws-native:kms:Key",
    "aws-native:kms:Alias",
    "aws-native:kms:ReplicaKey",
];

/** Whether a known value names a key that is not AWS's own (`alias/aws/…`, by name or ARN). */
export function isOwnKey(key: unknown): boolean {
    return typeof key === "string" && key !== "" && !/(^|:)alias\/aws\//.test(key);
}

/**
 * What is wrong with the key at `path`: nothing where it is a customer managed one. A value that is not known yet counts
 * as one when the property takes something from a key of the same stack; the rest is undecided. A policy that calls this
 * sets `readsDependencies`.
 *
 * `why` ends the sentence "Set it to a customer managed key now: …", without its full stop.
 */
export function missingKey(resource: GraphResource, path: string, why: string): Finding[] {
    const key = readPath(resource.props, path);
    if (isUnknown(key)) {
        return takesFrom(resource, path, KEY_TYPES)
            ? []
            : [undecided(resource, `${path} is not known yet; it must be a customer managed key.`)];
    }
    if (isOwnKey(key)) {
        return [];
    }
    const found = typeof key === "string" && key !== "" ? "a key of AWS (alias/aws/…)" : "not set";
    return [violation(resource, `${path} is ${found}. Set it to a customer managed key now: ${why}.`)];
}
