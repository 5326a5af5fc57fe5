import { evaluationBuckets, imageLayerBucket, jumpStartBuckets, packageBuckets } from "../../../policy-pack/facts";
import type { EndpointPolicyArgs } from "./args";
import { type Grant, of, on, onEverything } from "./grant";

/** S3: our buckets, Canvas's in the account, and what of AWS's the features read. */
export function s3Grants({ region, features, dataBuckets }: EndpointPolicyArgs): Grant[] {
    const jumpStart = features.includes("jumpstart") || features.includes("canvas") ? jumpStartBuckets(region) : [];
    const evaluation = features.includes("canvas") ? evaluationBuckets(region) : [];
    const packages = features.includes("codeArtifact") ? packageBuckets(region) : [];
    return [
        ...ownBuckets(dataBuckets),
        ...(features.includes("canvas") ? CANVAS : []),
        ...readOnly("JumpStart", jumpStart),
        ...readOnly("EvaluationData", evaluation),
        // Both are fetched with links that AWS signs: the requester is no principal of anybody here.
        ...readOnly("Packages", packages, true),
        ...readOnly("ContainerLayers", [imageLayerBucket(region)], true),
    ];
}

function ownBuckets(names: readonly string[]): Grant[] {
    if (names.length === 0) {
        return [];
    }
    const buckets = names.map(bucketArn);
    return [
        on("ListDataBuckets", of("s3", "GetBucketLocation", "ListBucket"), buckets),
        on("DataObjects", of("s3", "AbortMultipartUpload", "DeleteObject", "GetObject", "PutObject"), [
            ...buckets.map((bucket) => `${bucket}/*`),
        ]),
    ];
}

/**
 * Canvas's own naming scheme, as its page on VPCs gives it, which the condition keeps inside the account. Its sample
 * data lie in the account's default SageMaker bucket, which the scheme covers.
 */
const CANVAS_BUCKETS = ["*SageMaker*", "*Sagemaker*", "*sagemaker*"].map(bucketArn);

const CANVAS: readonly Grant[] = [
    {
        ...on(
            "CanvasBuckets",
            of("s3", "DeleteObject", "GetBucketCORS", "GetBucketLocation", "GetObject", "ListBucket", "PutObject"),
            CANVAS_BUCKETS,
        ),
        ownResource: true,
    },
    // A bucket that does not exist yet has no owner to compare, so the one Canvas makes is named.
    on("CreateCanvasBucket", of("s3", "CreateBucket"), [bucketArn("sagemaker-{region}-{account}")]),
    onEverything("ListBuckets", of("s3", "ListAllMyBuckets")),
];

function readOnly(sid: string, buckets: readonly string[], anybody = false): Grant[] {
    const objects = buckets.map((bucket) => `${bucketArn(bucket)}/*`);
    return buckets.length === 0 ? [] : [{ ...on(sid, of("s3", "GetObject"), objects), anybody }];
}

function bucketArn(name: string): string {
    return `arn:{partition}:s3:::${name}`;
}
