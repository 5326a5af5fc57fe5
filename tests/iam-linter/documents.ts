import { strict as assert } from "node:assert";

import { asList, type PolicyDocument, type Statement } from "../../policy-pack/iam";
import type { GraphResource } from "../../policy-pack/graph";

/** Where a policy document stands; decides its size limit and what `Resource: "*"` means in it. */
export type DocumentKind =
    | "trust"
    | "inline"
    | "managed"
    | "key"
    | "endpoint"
    | "bucket"
    | "queue"
    | "topic"
    | "logs"
    | "repository"
    | "api"
    | "control";

/** A policy document as registered. */
export interface RegisteredDocument {
    readonly kind: DocumentKind;
    /** Logical name of the resource that holds it. */
    readonly name: string;
    /** Name of the role, for inline policies. */
    readonly role?: string;
    readonly text: string;
    readonly statements: readonly Statement[];
}

type Registered = Pick<GraphResource, "type" | "name" | "props">;

const PLACES: readonly (readonly [type: string, property: string, kind: DocumentKind])[] = [
    ["aws:iam/role:Role", "assumeRolePolicy", "trust"],
    ["aws:iam/rolePolicy:RolePolicy", "policy", "inline"],
    ["aws:iam/policy:Policy", "policy", "managed"],
    ["aws:kms/key:Key", "policy", "key"],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", "policy", "endpoint"],
    ["aws:s3/bucketPolicy:BucketPolicy", "policy", "bucket"],
    ["aws:sqs/queuePolicy:QueuePolicy", "policy", "queue"],
    ["aws:sqs/queue:Queue", "policy", "queue"],
    ["aws:sns/topicPolicy:TopicPolicy", "policy", "topic"],
    ["aws:sns/topic:Topic", "policy", "topic"],
    ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument", "logs"],
    ["aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", "repository"],
    ["aws:apigateway/restApiPolicy:RestApiPolicy", "policy", "api"],
    ["aws:organizations/policy:Policy", "content", "control"],
];

/**
 * Every policy document of a recording.
 * @throws AssertionError for a document in a place that is not listed here, so that none escapes the tests
 */
export function documentsOf({ resources }: { readonly resources: readonly Registered[] }): RegisteredDocument[] {
    const found: RegisteredDocument[] = [];
    for (const { type, name, props } of resources) {
        for (const [property, value] of Object.entries(props)) {
            if (typeof value !== "string" || !value.includes('"Statement"')) {
                continue;
            }
            const kind = PLACES.find(([ofType, of]) => ofType === type && of === property)?.[2];
            assert.ok(kind, `${type} ${name} has a policy document in ${property}, which these tests do not know`);
            const document = JSON.parse(value) as PolicyDocument;
            const role = typeof props.role === "string" ? { role: props.role } : {};
            found.push({ kind, name, ...role, text: value, statements: asList(document.Statement) });
        }
    }
    return found;
}
