import { asList, parsePolicy, statements } from "../iam";
import { append } from "./append";
import type { ResourceGraph } from "./graph";
import { resolveOne } from "./resolve";
import type { GraphResource } from "./types";
import { BUCKETS } from "./use/attaching";
import { readPath } from "./unknown";

/** Both spellings of a bucket. */
export const BUCKET_TYPES: readonly string[] = BUCKETS;

/** What of a bucket may stand in a resource of its own. */
type PartKind = "publicAccess" | "encryption" | "versioning" | "logging" | "policy";

/** The resources that a part of a bucket may be, old and new spellings. */
const SEPARATE: Readonly<Record<PartKind, readonly string[]>> = {
    publicAccess: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
    encryption: [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ],
    versioning: ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"],
    logging: ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
    policy: ["aws:s3/bucketPolicy:BucketPolicy"],
};

/** Properties of the bucket itself that may hold a part; those of `BucketV2` are lists. */
const INLINE: Readonly<Record<PartKind, readonly string[]>> = {
    publicAccess: [],
    encryption: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
    versioning: ["versioning", "versionings"],
    logging: ["logging", "loggings"],
    policy: ["policy"],
};

/** A part of a bucket: the resource that holds it, and where in it. `path` is empty for a whole resource. */
export interface BucketPart {
    readonly resource: GraphResource;
    readonly path: string;
}

/** A bucket of the stack with everything that configures it. */
export interface Bucket {
    readonly resource: GraphResource;
    /** What configures it, separate resources alone where there are any: after an update a bucket shows outdated copies. */
    readonly parts: Readonly<Record<PartKind, readonly BucketPart[]>>;
    /** Separate resources of which it is not known whether they are this bucket's. */
    readonly perhaps: Readonly<Record<PartKind, readonly GraphResource[]>>;
    /** Whether it takes logs that a service of AWS delivers; `maybe` while a policy that would tell is not known. */
    readonly takesLogs: "yes" | "no" | "maybe";
}

const KINDS = Object.keys(SEPARATE) as PartKind[];
const cache = new WeakMap<ResourceGraph, readonly Bucket[]>();

/** Every bucket of the stack. Computed once per graph. */
export function bucketsOf(graph: ResourceGraph): readonly Bucket[] {
    const known = cache.get(graph) ?? read(graph);
    cache.set(graph, known);
    return known;
}

/** Separate resources of one kind, by bucket. */
interface Separates {
    readonly certain: ReadonlyMap<GraphResource, readonly GraphResource[]>;
    readonly possible: ReadonlyMap<GraphResource, readonly GraphResource[]>;
    readonly loose: readonly GraphResource[];
}

function read(graph: ResourceGraph): readonly Bucket[] {
    const separates = record((kind) => separatesOf(graph, SEPARATE[kind]));
    const buckets = graph.ofType(...BUCKETS).map((resource) => ({
        resource,
        parts: record((kind) => partsOf(resource, kind, separates[kind])),
        perhaps: record((kind) => [...(separates[kind].possible.get(resource) ?? []), ...separates[kind].loose]),
    }));
    const targets = logTargets(graph, buckets);
    return buckets.map((bucket) => ({ ...bucket, takesLogs: takesLogs(bucket, targets) }));
}

function record<V>(value: (kind: PartKind) => V): Record<PartKind, V> {
    return Object.fromEntries(KINDS.map((kind) => [kind, value(kind)])) as Record<PartKind, V>;
}

function separatesOf(graph: ResourceGraph, types: readonly string[]): Separates {
    const certain = new Map<GraphResource, GraphResource[]>();
    const possible = new Map<GraphResource, GraphResource[]>();
    const loose: GraphResource[] = [];
    for (const resource of graph.ofType(...types)) {
        const { found, undecided } = resolveOne(graph, resource, "bucket", BUCKETS);
        found.forEach((bucket) => append(undecided === undefined ? certain : possible, bucket, resource));
        if (undecided !== undefined && found.length === 0) {
            loose.push(resource);
        }
    }
    return { certain, possible, loose };
}

function partsOf(bucket: GraphResource, kind: PartKind, { certain }: Separates): BucketPart[] {
    const separate = certain.get(bucket) ?? [];
    if (separate.length > 0) {
        return separate.map((resource) => ({ resource, path: "" }));
    }
    return INLINE[kind].flatMap((property): BucketPart[] => {
        const value = bucket.props[property] ?? undefined;
        if (value === undefined || value === "" || isEmptyList(value)) {
            return [];
        }
        const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
        return list === undefined
            ? [{ resource: bucket, path: property }]
            : list.map((_, index) => ({ resource: bucket, path: `${property}.${index}` }));
    });
}

function isEmptyList(value: unknown): boolean {
    return Array.isArray(value) && value.length === 0;
}

/** Buckets that the access logs of another go to, and those that may be it. */
function logTargets(
    graph: ResourceGraph,
    buckets: readonly Pick<Bucket, "parts">[],
): { certain: ReadonlySet<GraphResource>; possible: ReadonlySet<GraphResource> } {
    const certain = new Set<GraphResource>();
    const possible = new Set<GraphResource>();
    const inBuckets = buckets.flatMap(({ parts }) => parts.logging);
    const seen = new Set(inBuckets.map(({ resource }) => resource));
    const elsewhere = graph.ofType(...SEPARATE.logging).filter((resource) => !seen.has(resource));
    for (const { resource, path } of [...inBuckets, ...elsewhere.map((each) => ({ resource: each, path: "" }))]) {
        const { found, undecided } = resolveOne(graph, resource, pathIn({ resource, path }, "targetBucket"), BUCKETS);
        found.forEach((bucket) => (undecided === undefined ? certain : possible).add(bucket));
    }
    return { certain, possible };
}

/** Services that write logs of AWS into a bucket; those of S3 and load balancers take no key but S3's own. */
const LOG_DELIVERY = [
    "logging.s3.amazonaws.com",
    "delivery.logs.amazonaws.com",
    "logdelivery.elasticloadbalancing.amazonaws.com",
];

function takesLogs(
    { resource, parts }: Pick<Bucket, "resource" | "parts">,
    { certain, possible }: ReturnType<typeof logTargets>,
): Bucket["takesLogs"] {
    const documents = parts.policy.map((part) => parsePolicy(partValue(part, "policy")));
    const delivers = documents.some(
        ({ document }) =>
            document !== undefined &&
            statements(document).some(
                ({ Effect, Principal }) =>
                    Effect === "Allow" &&
                    typeof Principal === "object" &&
                    asList(Principal.Service).some((service) => LOG_DELIVERY.includes(service)),
            ),
    );
    if (delivers || certain.has(resource)) {
        return "yes";
    }
    return possible.has(resource) || documents.some(({ unknown }) => unknown === true) ? "maybe" : "no";
}

/** Where a value of a part stands in its resource; an inline policy is its property's value itself. */
export function pathIn({ path }: BucketPart, inner: string): string {
    return path === "" ? inner : path === inner ? path : `${path}.${inner}`;
}

/** What a part says. */
export function partValue(part: BucketPart, inner: string): unknown {
    return readPath(part.resource.props, pathIn(part, inner));
}
