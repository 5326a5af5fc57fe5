import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** AWS's size limits in characters; white space counts for all but managed policies, and we write none. */
const LIMITS = {
    "managed policy": { limit: 6144, source: "IAM and AWS STS quotas" },
    "inline policy": { limit: 10240, source: "IAM and AWS STS quotas: all inline policies of one role together" },
    "trust policy": { limit: 2048, source: "IAM and AWS STS quotas: role trust policy length" },
    "endpoint policy": { limit: 20480, source: "VPC PrivateLink quotas" },
    "bucket policy": { limit: 20480, source: "Amazon S3 user guide, bucket policies: 20 KB" },
    "key policy": { limit: 32768, source: "KMS resource quotas: key policy document size" },
    "queue policy": { limit: 8192, source: "SQS quotas: policy" },
    "topic policy": { limit: 30720, source: "SNS API SetTopicAttributes: a policy has up to 30 KB" },
    "API policy": { limit: 8192, source: "API Gateway quotas: length of a resource policy" },
    "service control policy": { limit: 5120, source: "AWS Organizations quotas: maximum size of an SCP document" },
} as const;

export type DocumentKind = keyof typeof LIMITS;

/**
 * Text of a policy document, checked against AWS's limit where it is made.
 *
 * Unknown at preview only when the document holds something that is.
 *
 * @throws pulumi.RunError (when the text is known) naming the document, its length and the limit.
 */
export function documentText(
    kind: DocumentKind,
    name: string,
    document: aws.iam.PolicyDocument,
): pulumi.Output<string> {
    return pulumi.jsonStringify(document).apply((text) => checkedText(kind, name, text));
}

/** The text itself when it fits; see {@link documentText}. */
export function checkedText(kind: DocumentKind, name: string, text: string): string {
    const { limit, source } = LIMITS[kind];
    if (text.length > limit) {
        throw new pulumi.RunError(
            `The ${kind} ${name} has ${text.length} characters; AWS accepts at most ${limit} (${source}). ` +
                "Name fewer principals, buckets, addresses, instance types or images in the stack file.",
        );
    }
    return text;
}
