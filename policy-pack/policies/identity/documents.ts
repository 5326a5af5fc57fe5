import type { GraphResource, ResourceGraph } from "../../graph";
import {
    POLICY,
    POLICY_ATTACHMENT,
    ROLE,
    ROLE_ATTACHMENT,
    rolePolicies,
    type SourcedDocument,
    sourced,
} from "../../graph/identity";
import { isUnknown, resolveMany, resolveOne } from "../../graph";
import { type Statement, statements } from "../../iam";
import type { Finding } from "../definition";
import { undecided } from "../findings";

const PRINCIPAL_POLICIES = ["aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"] as const;
const OTHER_ATTACHMENTS = [
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
] as const;

/** Types whose documents grant something to somebody. */
export const GRANTING_TYPES = [POLICY, "aws:iam/rolePolicy:RolePolicy", ROLE, ...PRINCIPAL_POLICIES] as const;

/** One statement with the place it stands in. */
export interface PlacedStatement {
    readonly document: SourcedDocument;
    readonly statement: Statement;
    readonly index: number;
}

/** The statements of the documents that can be read, in order. */
export function placed(documents: readonly SourcedDocument[]): PlacedStatement[] {
    return documents.flatMap((document) =>
        isUnknown(document.document)
            ? []
            : statements(document.document).map((statement, index) => ({ document, statement, index })),
    );
}

/**
 * Every identity document of the stack that can grant: inline and attached policies of roles, policies of users and
 * groups, and managed policies nobody in the stack uses yet. A managed policy that serves as permissions boundary and
 * nothing else grants nothing, and is left out.
 */
export function grantingDocuments(graph: ResourceGraph): SourcedDocument[] {
    const ofRoles = graph.ofType(ROLE).flatMap((role) => rolePolicies(graph, role).identity);
    const ofOthers = graph
        .ofType(...PRINCIPAL_POLICIES)
        .map((policy) => sourced(policy.name, policy.urn, policy.props.policy));
    const unattachedInline = graph
        .ofType("aws:iam/rolePolicy:RolePolicy")
        .map((policy) => sourced(policy.name, policy.urn, policy.props.policy));
    const managed = graph
        .ofType(POLICY)
        .filter((policy) => !isOnlyBoundary(graph, policy))
        .map((policy) => sourced(policy.name, policy.urn, policy.props.policy));
    return uniqueDocuments([...ofRoles, ...ofOthers, ...unattachedInline, ...managed]);
}

/** Managed policies and inline policies of users and groups, which no role of the stack has. */
export function documentsOutsideRoles(graph: ResourceGraph): SourcedDocument[] {
    const inRoles = new Set(
        graph.ofType(ROLE).flatMap((role) => rolePolicies(graph, role).identity.map((document) => key(document))),
    );
    return grantingDocuments(graph).filter((document) => !inRoles.has(key(document)));
}

/** A boundary names what may be granted elsewhere; it is one when roles use it so and nobody has it attached. */
export function isOnlyBoundary(graph: ResourceGraph, policy: GraphResource): boolean {
    const users = graph.ofType(ROLE, "aws:iam/user:User");
    const bounds = users.some((user) => {
        const { found, undecided: why } = resolveOne(graph, user, "permissionsBoundary", [POLICY]);
        return why === undefined && found.includes(policy);
    });
    const attachments = graph.ofType(ROLE_ATTACHMENT, POLICY_ATTACHMENT, ...OTHER_ATTACHMENTS);
    const attached =
        attachments.some((attachment) => mayName(graph, attachment, "policyArn", policy)) ||
        users.some((user) => mayName(graph, user, "managedPolicyArns", policy));
    return bounds && !attached;
}

function mayName(graph: ResourceGraph, resource: GraphResource, path: string, policy: GraphResource): boolean {
    const { found, undecided: why } = resolveMany(graph, resource, path, [POLICY]);
    return found.includes(policy) || (why !== undefined && found.length === 0);
}

/** What a policy about documents says of one that cannot be read. */
export function unreadable(graph: ResourceGraph, document: SourcedDocument, whatItWouldDecide: string): Finding {
    const resource = graph.get(document.urn);
    const why =
        document.managedArn !== undefined
            ? `${document.managedArn} is not defined in this stack`
            : document.problem !== undefined
              ? `${document.name} is no policy document (${document.problem})`
              : `${document.name} is not known yet`;
    const message = `${why}, so ${whatItWouldDecide} cannot be told.`;
    return resource === undefined ? { kind: "undecided", urn: document.urn, message } : undecided(resource, message);
}

function uniqueDocuments(documents: readonly SourcedDocument[]): SourcedDocument[] {
    return [...new Map(documents.map((document) => [key(document), document])).values()];
}

function key({ urn, name }: SourcedDocument): string {
    return `${urn} ${name}`;
}
