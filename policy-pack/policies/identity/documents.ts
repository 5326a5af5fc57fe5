import type { GraphResource, ResourceGraph } from "../../graph";
import {
    awsManagedName,
    EXCLUSIVE_ATTACHMENTS,
    POLICY,
    POLICY_ATTACHMENT,
    ROLE,
    ROLE_ATTACHMENT,
    ROLE_POLICY,
    rolePolicies,
    type SourcedDocument,
    sourced,
} from "../../graph/identity";
import { isUnknown, resolveMany, resolveOne } from "../../graph";
import { type Statement, statements } from "../../iam";
import type { Finding } from "../definition";
import { undecided } from "../findings";

const PRINCIPAL_POLICIES = ["aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"] as const;
const USER = "aws:iam/user:User";
/** Types that attach the managed policy in their `policyArn`. */
export const ATTACHMENTS = [
    ROLE_ATTACHMENT,
    POLICY_ATTACHMENT,
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
] as const;

/** Types whose documents grant something to somebody. */
export const GRANTING_TYPES = [POLICY, ROLE_POLICY, ROLE, ...PRINCIPAL_POLICIES] as const;

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

/** A document that grants, or may grant. */
export interface Grant {
    readonly document: SourcedDocument;
    /** Why it is not certain that it grants anything. */
    readonly unsure?: string;
}

const GRANTS = new WeakMap<ResourceGraph, readonly Grant[]>();

/**
 * Every identity document of the stack that can grant: inline and attached policies of roles, policies of users and
 * groups, and managed policies nobody in the stack uses yet. A managed policy that serves as permissions boundary and
 * nothing else grants nothing, and is left out. Read once per graph.
 */
function grants(graph: ResourceGraph): readonly Grant[] {
    const known = GRANTS.get(graph);
    if (known !== undefined) {
        return known;
    }
    const list = readGrants(graph);
    GRANTS.set(graph, list);
    return list;
}

function readGrants(graph: ResourceGraph): Grant[] {
    const ofRoles = graph.ofType(ROLE).flatMap((role) => rolePolicies(graph, role).identity);
    const inline = graph.ofType(ROLE_POLICY, ...PRINCIPAL_POLICIES).map(ownDocument);
    const attached = [...ofRoles, ...inline].map((document): Grant => ({ document }));
    const managed = graph.ofType(POLICY).flatMap((policy): Grant[] => {
        const { isBoundary, unsure } = boundaryUse(graph, policy);
        return isBoundary ? [] : [{ document: ownDocument(policy), ...(unsure === undefined ? {} : { unsure }) }];
    });
    return unique([...attached, ...managed]);
}

/** The grants whose documents are judged: all but AWS's own policies, which are known by name. */
export function judgedGrants(graph: ResourceGraph): Grant[] {
    return grants(graph).filter(
        ({ document: { managedArn } }) => managedArn === undefined || awsManagedName(managedArn) === undefined,
    );
}

/** Grants that no role of the stack has: of users and groups, and managed policies that are not attached. */
export function grantsOutsideRoles(graph: ResourceGraph): Grant[] {
    const inRoles = new Set(graph.ofType(ROLE).flatMap((role) => rolePolicies(graph, role).identity.map(key)));
    return grants(graph).filter(({ document }) => !inRoles.has(key(document)));
}

/**
 * A boundary names what may be granted elsewhere. A managed policy is one, and nothing more, when a role or user has it
 * as such and nobody has it attached; otherwise it grants, or the answer says what is not known.
 */
function boundaryUse(graph: ResourceGraph, policy: GraphResource): { isBoundary: boolean; unsure?: string } {
    const users = graph.ofType(ROLE, USER);
    const bounds = users.some((user) => {
        const { found, undecided: why } = resolveOne(graph, user, "permissionsBoundary", [POLICY]);
        return why === undefined && found.includes(policy);
    });
    if (!bounds) {
        return { isBoundary: false };
    }
    const places = [
        ...graph.ofType(...ATTACHMENTS).map((attachment) => [attachment, "policyArn"] as const),
        ...graph.ofType(EXCLUSIVE_ATTACHMENTS).map((list) => [list, "policyArns"] as const),
        ...users.map((user) => [user, "managedPolicyArns"] as const),
    ].map(([resource, path]) => resolveMany(graph, resource, path, [POLICY]));
    if (places.some(({ found, undecided: why }) => why === undefined && found.includes(policy))) {
        return { isBoundary: false };
    }
    const open = places.find(
        ({ found, undecided: why }) => why !== undefined && (found.length === 0 || found.includes(policy)),
    );
    return open?.undecided === undefined ? { isBoundary: true } : { isBoundary: false, unsure: open.undecided };
}

function ownDocument(policy: GraphResource): SourcedDocument {
    return sourced(policy.name, policy.urn, policy.props.policy);
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

function unique(list: readonly Grant[]): Grant[] {
    return [...new Map(list.map((grant) => [key(grant.document), grant])).values()];
}

function key({ urn, name }: SourcedDocument): string {
    return `${urn} ${name}`;
}
