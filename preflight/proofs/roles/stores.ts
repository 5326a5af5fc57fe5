import { isUnknown, type Maybe, readPath, type ResourceGraph } from "../../../policy-pack/graph";
import { sourced } from "../../../policy-pack/graph/identity";
import type { NamedDocument } from "../../../policy-pack/iam";

const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
export const KEY = "aws:kms/key:Key";

/** A bucket or key of the stack, with its own policy. */
export interface Store {
    /** Logical name. */
    readonly name: string;
    /** The bucket's name, the key's ARN. */
    readonly id: Maybe<string>;
    /** A bucket may have none; a key always has one. */
    readonly policy: NamedDocument | undefined;
}

/** The stack's buckets, by logical name. */
export function bucketsOf(graph: ResourceGraph): Store[] {
    const policies = new Map(
        graph
            .ofType(BUCKET_POLICY)
            .flatMap((policy) =>
                graph
                    .refs(policy, "bucket", [BUCKET])
                    .found.map((bucket) => [bucket, sourced(policy.name, policy.urn, policy.props.policy)] as const),
            ),
    );
    return sorted(
        graph.ofType(BUCKET).map((bucket) => ({
            name: bucket.name,
            id: maybe(readPath(bucket.props, "bucket") ?? bucket.id),
            policy: policies.get(bucket),
        })),
    );
}

/** The stack's keys, by logical name. */
export function keysOf(graph: ResourceGraph): Store[] {
    return sorted(
        graph.ofType(KEY).map(({ name, urn, props }) => ({
            name,
            id: maybe(props.arn),
            policy: sourced(name, urn, props.policy),
        })),
    );
}

function sorted(stores: readonly Store[]): Store[] {
    return [...stores].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text, or that it is not known; an absent one is empty. */
export function maybe(value: unknown): Maybe<string> {
    return isUnknown(value) ? value : typeof value === "string" ? value : "";
}
