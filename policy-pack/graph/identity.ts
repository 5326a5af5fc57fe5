import { type NamedDocument, parsePolicy } from "../iam";
import type { ResourceGraph } from "./graph";
import { resolveMany, resolveOne } from "./resolve";
import type { GraphResource } from "./types";
import { isUnknown, readPath, UNKNOWN } from "./unknown";

export const ROLE = "aws:iam/role:Role";
export const POLICY = "aws:iam/policy:Policy";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const ROLE_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const POLICY_ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
/** Attaches what it lists and detaches the rest. */
export const EXCLUSIVE_ATTACHMENTS = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";

/** A policy document and the resource that holds it. */
export interface SourcedDocument extends NamedDocument {
    /** URN of the resource whose property is the document; of the attachment, for a policy made elsewhere. */
    readonly urn: string;
    /** ARN of a managed policy whose document is not in this stack. */
    readonly managedArn?: string;
    /** Why the text is no policy document; nothing it may allow or deny is decided then. */
    readonly problem?: string;
    /** True when parts of the document cannot be read yet. */
    readonly partlyUnknown?: boolean;
}

/** Everything in the stack that decides what a role may do. */
export interface RolePolicies {
    readonly trust: SourcedDocument;
    /** Inline and attached policies. A document nobody can read is listed as `Unknown`, never left out. */
    readonly identity: readonly SourcedDocument[];
    readonly boundary?: SourcedDocument;
    /** Why more documents may belong to the role than are listed. */
    readonly undecided: readonly string[];
}

/** Name of a policy that AWS itself manages, `AdministratorAccess`; `undefined` for any other ARN. */
export function awsManagedName(arn: string): string | undefined {
    return /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
}

/** Reads a document and keeps what was wrong with it. */
export function sourced(name: string, urn: string, value: unknown): SourcedDocument {
    const { document, unknown, problem } = parsePolicy(value);
    return {
        name,
        urn,
        document: document ?? UNKNOWN,
        ...(problem === undefined ? {} : { problem }),
        ...(document !== undefined && unknown === true ? { partlyUnknown: true } : {}),
    };
}

const MODELS = new WeakMap<ResourceGraph, Map<GraphResource, RolePolicies>>();

/**
 * Trust, identity policies and boundary of a role, from the role itself and from everything attached to it; read once
 * per graph.
 */
export function rolePolicies(graph: ResourceGraph, role: GraphResource): RolePolicies {
    const models = MODELS.get(graph) ?? new Map<GraphResource, RolePolicies>();
    MODELS.set(graph, models);
    const known = models.get(role);
    if (known !== undefined) {
        return known;
    }
    const model = readPolicies(graph, role);
    models.set(role, model);
    return model;
}

function readPolicies(graph: ResourceGraph, role: GraphResource): RolePolicies {
    const undecided: string[] = [];
    const inline = of(graph, ROLE_POLICY, role, "role", undecided).map((policy) =>
        sourced(policy.name, policy.urn, policy.props.policy),
    );
    const attached = [
        ...of(graph, ROLE_ATTACHMENT, role, "role", undecided),
        ...of(graph, POLICY_ATTACHMENT, role, "roles", undecided),
    ].flatMap((attachment) => managed(graph, attachment, "policyArn"));
    const own = managed(graph, role, "managedPolicyArns");
    const listed = of(graph, EXCLUSIVE_ATTACHMENTS, role, "roleName", undecided).flatMap((list) =>
        notAmong([...attached, ...own], managed(graph, list, "policyArns")),
    );
    const boundary = managed(graph, role, "permissionsBoundary")[0];
    return {
        trust: sourced(`trust policy of ${role.name}`, role.urn, role.props.assumeRolePolicy),
        identity: [...inline, ...inlineOfRole(role), ...attached, ...own, ...listed],
        ...(boundary === undefined ? {} : { boundary }),
        undecided,
    };
}

/** Documents that no resource of their own attaches already: a complete list names those as well. */
function notAmong(known: readonly SourcedDocument[], documents: readonly SourcedDocument[]): SourcedDocument[] {
    const names = new Set(known.map(({ managedArn, urn }) => managedArn ?? urn));
    return documents.filter(({ managedArn, urn }) => !names.has(managedArn ?? urn));
}

/** Resources of `type` whose `path` names the role; those that may name it are noted as undecided. */
function of(
    graph: ResourceGraph,
    type: string,
    role: GraphResource,
    path: string,
    undecided: string[],
): readonly GraphResource[] {
    const resolve = path === "roles" ? resolveMany : resolveOne;
    return graph.ofType(type).filter((resource) => {
        const reference = resolve(graph, resource, path, [ROLE]);
        const possible = reference.found.includes(role) || reference.found.length === 0;
        if (reference.undecided !== undefined && possible) {
            undecided.push(`${resource.name}: ${reference.undecided}`);
        }
        return reference.found.includes(role);
    });
}

function inlineOfRole(role: GraphResource): SourcedDocument[] {
    const list = role.props.inlinePolicies;
    if (isUnknown(list)) {
        return [{ name: `inline policies of ${role.name}`, urn: role.urn, document: UNKNOWN }];
    }
    return Array.isArray(list)
        ? list.map((item: unknown, index) => {
              const name = readPath(item, "name");
              const label = typeof name === "string" ? name : `inline policy ${index + 1} of ${role.name}`;
              return sourced(label, role.urn, isUnknown(item) ? UNKNOWN : readPath(item, "policy"));
          })
        : [];
}

/** Managed policies that `path` of a resource names. A policy of AWS or of another stack has an unknown document. */
function managed(graph: ResourceGraph, resource: GraphResource, path: string): SourcedDocument[] {
    const value = readPath(resource.props, path);
    if (value === undefined || value === "") {
        return [];
    }
    const { found, external, undecided } = resolveMany(graph, resource, path, [POLICY]);
    const documents = found.map((policy) => sourced(policy.name, policy.urn, policy.props.policy));
    const outside = external.map((arn): SourcedDocument => ({
        name: arn,
        urn: resource.urn,
        document: UNKNOWN,
        managedArn: arn,
    }));
    const unread: SourcedDocument[] =
        undecided === undefined ? [] : [{ name: `${path} of ${resource.name}`, urn: resource.urn, document: UNKNOWN }];
    return [...documents, ...outside, ...unread];
}
