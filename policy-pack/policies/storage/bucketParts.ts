import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Bucket, type BucketPart, partValue, pathIn } from "../../graph/buckets";
import type { Finding } from "../definition";
import { label, shown, undecided, violation } from "../findings";
import { missingKey } from "../keys";

const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

/** Whether a public access block is complete: all four, AWS's default for each being false. */
export function checkPublicAccess(bucket: Bucket, account: readonly GraphResource[]): Finding[] {
    const whole = account.filter(({ provider }) => provider === bucket.resource.provider);
    if (whole.some(({ props }) => FLAGS.every((flag) => props[flag] === true))) {
        return [];
    }
    const found = bucket.parts.publicAccess.flatMap((part) => FLAGS.flatMap((flag) => checkFlag(part, flag)));
    const mayBeWhole = whole.find(({ props }) => FLAGS.every((flag) => props[flag] === true || isUnknown(props[flag])));
    if (mayBeWhole !== undefined && (found.length > 0 || bucket.parts.publicAccess.length === 0)) {
        return [undecided(bucket.resource, `whether ${label(mayBeWhole)} closes it is not known yet.`)];
    }
    return bucket.parts.publicAccess.length > 0
        ? found
        : absent(
              bucket,
              "publicAccess",
              "has no public access block of this stack. Add a BucketPublicAccessBlock with all four settings true.",
          );
}

function checkFlag({ resource }: BucketPart, flag: (typeof FLAGS)[number]): Finding[] {
    const value = resource.props[flag] ?? undefined;
    if (isUnknown(value)) {
        return [undecided(resource, `${flag} is not known yet; it must be true.`)];
    }
    const found = value === undefined ? "not set, which means false" : shown(value);
    return value === true ? [] : [violation(resource, `${flag} is ${found}. Set it to true.`)];
}

const ALGORITHMS = ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx"];
const OF_KMS = ["aws:kms", "aws:kms:dsse"];

/** Whether objects are encrypted with a customer managed key. AWS's default is S3's own (AES256). */
export function checkEncryption(bucket: Bucket): Finding[] {
    const rules = bucket.parts.encryption.flatMap((part) => defaultsOf(part).map((path) => ({ part, path })));
    return rules.length === 0
        ? absent(
              bucket,
              "encryption",
              "has no default encryption, which means S3's own key. Set aws:kms with a customer managed key.",
          )
        : rules.flatMap(({ part, path }) => checkDefault(part.resource, path));
}

/** Paths of the blocks that say how objects are encrypted: one, or each of a list, in three spellings. */
function defaultsOf(part: BucketPart): string[] {
    const rules = partValue(part, "rules");
    const bases = Array.isArray(rules)
        ? rules.map((_, index) => pathIn(part, `rules.${index}`))
        : [pathIn(part, part.path === "" || part.path.includes(".") ? "rules" : "rule")];
    return bases.map((base) => {
        const list = `${base}.applyServerSideEncryptionByDefaults`;
        return readPath(part.resource.props, list) === undefined
            ? `${base}.applyServerSideEncryptionByDefault`
            : `${list}.0`;
    });
}

function checkDefault(resource: GraphResource, path: string): Finding[] {
    const algorithm = readPath(resource.props, `${path}.sseAlgorithm`);
    if (isUnknown(algorithm)) {
        return [undecided(resource, `sseAlgorithm is not known yet; it must be "aws:kms".`)];
    }
    if (typeof algorithm !== "string" || !OF_KMS.includes(algorithm)) {
        const found = shown(algorithm, ALGORITHMS);
        return [violation(resource, `sseAlgorithm is ${found}. Set it to "aws:kms" with a customer managed key.`)];
    }
    return missingKey(resource, `${path}.kmsMasterKeyId`, "objects written before keep the key they have");
}

/** Whether overwritten and deleted objects can be brought back. AWS's default is no. */
export function checkVersioning(bucket: Bucket): Finding[] {
    const [part] = bucket.parts.versioning;
    if (part === undefined) {
        return absent(bucket, "versioning", "has no versioning. Add a BucketVersioning with status Enabled.");
    }
    const path = part.path === "" ? "versioningConfiguration.status" : "enabled";
    const value = partValue(part, path);
    if (isUnknown(value)) {
        return [undecided(part.resource, `${pathIn(part, path)} is not known yet; versioning must be on.`)];
    }
    const found = shown(value, ["Enabled", "Suspended", "Disabled"]);
    return value === true || value === "Enabled"
        ? []
        : [violation(part.resource, `${pathIn(part, path)} is ${found}. Turn versioning on.`)];
}

/** Whether requests for objects are logged. */
export function checkLogging(bucket: Bucket): Finding[] {
    const [part] = bucket.parts.logging;
    if (part === undefined) {
        return absent(bucket, "logging", "has no access logs. Add a BucketLogging to a bucket for logs.");
    }
    const target = partValue(part, "targetBucket");
    // An unknown name is somebody's bucket all the same; a block that nobody can read may be empty.
    const isBlockUnknown = part.path !== "" && isUnknown(readPath(part.resource.props, part.path));
    if (isBlockUnknown) {
        return [undecided(part.resource, `${part.path} is not known yet; it must name a bucket for access logs.`)];
    }
    return isUnknown(target) || (typeof target === "string" && target !== "")
        ? []
        : [violation(part.resource, `${pathIn(part, "targetBucket")} is not set. Name a bucket for access logs.`)];
}

/** What to say where a bucket has no part of a kind: a resource whose bucket is not known may be it. */
export function absent({ resource, perhaps }: Bucket, kind: keyof Bucket["perhaps"], message: string): Finding[] {
    const [loose] = perhaps[kind];
    return [
        loose === undefined
            ? violation(resource, message)
            : undecided(resource, `of which bucket ${label(loose)} is, is not known yet; without it, it ${message}`),
    ];
}
