import { isUnknown, type ResourceGraph } from "../../graph";
import { type Bucket, BUCKET_TYPES, bucketsOf } from "../../graph/buckets";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { placed, unreadable } from "../identity/documents";
import { any } from "../identity/statements";
import { ofData, policiesOf } from "./bucketDocuments";
import { absent, checkEncryption, checkLogging, checkPublicAccess, checkVersioning } from "./bucketParts";
import { deniesWithoutTls } from "./tls";

const ACCOUNT_BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

/**
 * P63: the five things every bucket with data needs, wherever the program writes them down.
 *
 * Buckets that take logs are spared the key, which log delivery of S3 and of load balancers does not accept, and logs of
 * their own, which would log themselves.
 */
export const bucketBaseline = stackPolicy({
    id: "P63",
    name: "sagemaker-s3-bucket-baseline",
    title: "Buckets are closed, encrypted, versioned and logged",
    description:
        "The S3 bucket must block public access, use a customer managed key, keep versions, refuse requests without TLS and log access.",
    why: "One public policy, one overwritten data set or one key of AWS's is enough to lose what models are trained on, and without access logs nobody learns of it.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28", "Protection of Information at Rest"),
    publishedIds: [
        "fsbp:S3.1",
        "fsbp:S3.2",
        "fsbp:S3.3",
        "fsbp:S3.5",
        "fsbp:S3.8",
        "fsbp:S3.9",
        "fsbp:S3.14",
        "fsbp:S3.17",
        "checkov:CKV_AWS_18",
        "checkov:CKV_AWS_19",
        "checkov:CKV_AWS_21",
        "checkov:CKV_AWS_53",
        "checkov:CKV_AWS_54",
        "checkov:CKV_AWS_55",
        "checkov:CKV_AWS_56",
        "checkov:CKV_AWS_145",
        "checkov:CKV_AWS_379",
        "checkov:CKV2_AWS_6",
        "checkov:CKV_AWS_70",
        "checkov:CKV_AWS_283",
        "cdk-nag:AwsSolutions-S1",
        "cdk-nag:AwsSolutions-S2",
        "cdk-nag:AwsSolutions-S10",
        "trivy:AWS-0086",
        "trivy:AWS-0087",
        "trivy:AWS-0088",
        "trivy:AWS-0089",
        "trivy:AWS-0090",
        "trivy:AWS-0091",
        "trivy:AWS-0092",
        "trivy:AWS-0093",
        "trivy:AWS-0094",
        "trivy:AWS-0132",
    ],
    remediationSteps:
        "Add BucketPublicAccessBlock (all four true), BucketServerSideEncryptionConfiguration (aws:kms and your key), BucketVersioning, BucketLogging, and a BucketPolicy that denies s3:* where aws:SecureTransport is false.",
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    config: NO_CONFIG,
    scope: "all",
    subjects: BUCKET_TYPES,
    checkStack: (graph) => bucketsOf(graph).flatMap((bucket) => checkBucket(graph, bucket)),
});

function checkBucket(graph: ResourceGraph, bucket: Bucket): Finding[] {
    return [
        ...checkPublicAccess(bucket, graph.ofType(ACCOUNT_BLOCK)),
        ...(bucket.takesLogs === "yes" ? [] : ofData(bucket, [...checkEncryption(bucket), ...checkLogging(bucket)])),
        ...checkVersioning(bucket),
        ...checkTls(graph, bucket),
    ];
}

function checkTls(graph: ResourceGraph, bucket: Bucket): Finding[] {
    const documents = policiesOf(bucket);
    const fix = "Deny s3:* on the bucket and its objects where aws:SecureTransport is false.";
    if (documents.length === 0) {
        return absent(bucket, "policy", `has no policy, so requests without TLS are answered. ${fix}`);
    }
    const answer = any(placed(documents).map(({ statement }) => deniesWithoutTls(statement)));
    if (answer === "yes") {
        return [];
    }
    const unread = documents.filter(({ document }) => isUnknown(document));
    if (unread.length > 0) {
        return unread.map((document) => unreadable(graph, document, "whether it refuses requests without TLS"));
    }
    return documents.map(({ urn }) => {
        const holder = graph.get(urn) ?? bucket.resource;
        return answer === "maybe"
            ? undecided(holder, `its statements cannot be read in full; one must refuse requests without TLS.`)
            : violation(holder, `refuses no requests without TLS to ${label(bucket.resource)}. ${fix}`);
    });
}
