import type { DocumentKind, RegisteredDocument } from "./documents";

/**
 * Most characters of a document; inline policies of one role count together.
 * Sources: IAM and AWS STS quotas; VPC PrivateLink quotas; KMS resource quotas; S3 user guide, "Bucket policies";
 * SQS developer guide, "Policy quotas"; SNS quotas; CloudWatch Logs quotas; ECR quotas; API Gateway quotas; Organizations quotas.
 */
const LIMITS: Readonly<Record<DocumentKind, number>> = {
    trust: 2048,
    inline: 10240,
    managed: 6144,
    key: 32768,
    endpoint: 20480,
    bucket: 20480,
    queue: 8192,
    topic: 30720,
    logs: 5120,
    repository: 10240,
    api: 8192,
    control: 5120,
};

/** Documents beyond AWS's limits, with the length of each. */
export function tooLong(documents: readonly RegisteredDocument[]): string[] {
    const counted = new Map<string, { readonly kind: DocumentKind; length: number }>();
    for (const { kind, name, role, text } of documents) {
        const key = kind === "inline" ? `inline policies of ${role ?? "?"}` : name;
        const before = counted.get(key)?.length ?? 0;
        counted.set(key, { kind, length: before + text.length });
    }
    return [...counted]
        .filter(([, { kind, length }]) => length > LIMITS[kind])
        .map(([name, { kind, length }]) => `${name}: ${length} characters, ${LIMITS[kind]} are allowed`);
}
