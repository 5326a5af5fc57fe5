import { type Bucket, partValue } from "../../graph/buckets";
import { type SourcedDocument, sourced } from "../../graph/identity";
import { asList, type Statement } from "../../iam";
import type { Finding } from "../definition";
import { uncertain } from "../findings";
import { all, type Answer, any, isUnreadable } from "../identity/statements";

/** The policies of a bucket: its separate resource's or its own. */
export function policiesOf({ parts }: Bucket): SourcedDocument[] {
    return parts.policy.map((part) => sourced(part.resource.name, part.resource.urn, partValue(part, "policy")));
}

/** Findings about a bucket for data, where it may be one for logs. */
export function ofData({ takesLogs }: Bucket, findings: readonly Finding[]): Finding[] {
    const unsure = takesLogs === "maybe" ? "it may be a bucket for data, which is not known yet" : undefined;
    return findings.flatMap((finding) => (finding.kind === "undecided" ? [finding] : uncertain([finding], unsure)));
}

/** Whether a statement's resources are the bucket and everything in it. S3 refuses those of other buckets. */
export function coversEverything(statement: Statement): Answer {
    return all([coversTheBucket(statement), coversObjects(statement)]);
}

/** Whether the bucket itself is among a statement's resources. */
export function coversTheBucket(statement: Statement): Answer {
    return covers(statement, isBucket);
}

/** Whether a statement's resources are every object of the bucket. */
export function coversObjects(statement: Statement): Answer {
    return covers(statement, isEveryObject);
}

function covers({ Resource }: Statement, matches: (resource: string) => boolean): Answer {
    return any(
        asList(Resource).map((resource) => (matches(resource) ? "yes" : isUnreadable(resource) ? "maybe" : "no")),
    );
}

function isBucket(resource: string): boolean {
    return resource === "*" || /:::[^/]+$/.test(resource);
}

function isEveryObject(resource: string): boolean {
    return resource === "*" || /:::(?:[^/]+\/\*|[^/]*\*)$/.test(resource);
}
