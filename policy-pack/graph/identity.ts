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

/** Trust, identity policies and boundary of a role, from the role itself and from everything attached to it. */
export function rolePolicies(graph: ResourceGraph, role: GraphResource): RolePolicies {
    const undecided: string[] = [];
    const inline = of(graph, ROLE_POLICY, role, "role", undecided).map((policy) =>
        sourced(policy.name, policy.urn, policy.props.policy),
    );
    const attached = [
        ...of(graph, ROLE_ATTACHMENT, role, "role", undecided),
        ...of(graph, POLICY_ATTACHMENT, role, "roles", undecided),
    ].flatMap((attachment) => managed(graph, attachment, "policyArn"));
    const boundary = managed(graph, role, "permissionsBoundary")[0];
    return {
        trust: sourced(`trust policy of ${role.name}`, role.urn, role.props.assumeRolePolicy),
        identity: [...inline, ...inlineOfRole(role), ...attached, ...managed(graph, role, "managedPolicyArns")],
        ...(boundary === undefined ? {} : { boundary }),
        undecided,
    };
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

/** One use of a role by a SageMaker resource. */
export interface RoleUse {
    readonly user: GraphResource;
    readonly path: string;
    /** The role, when it is in this stack and certain. */
    readonly role?: GraphResource;
    /** ARN of a role made elsewhere. */
    readonly external?: string;
    /** Why the role is not certain. */
    readonly undecided?: string;
    /** With `undecided`: the roles it may be; empty when it may be any. */
    readonly candidates?: readonly GraphResource[];
}

/** Where people's Studio resources name the role that their apps run as. */
export const STUDIO_ROLE_PATHS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/domain:Domain": ["defaultUserSettings.executionRole", "defaultSpaceSettings.executionRole"],
    "aws:sagemaker/userProfile:UserProfile": ["userSettings.executionRole"],
};

/** Where SageMaker's other resources name the role they run as. */
export const JOB_ROLE_PATHS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/model:Model": ["executionRoleArn"],
    "aws:sagemaker/notebookInstance:NotebookInstance": ["roleArn"],
    "aws:sagemaker/pipeline:Pipeline": ["roleArn"],
    "aws:sagemaker/trainingJob:TrainingJob": ["roleArn"],
    "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": ["trainingJobDefinition.roleArn"],
    "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": ["roleArn"],
};

/** Every place of the given kinds that names an execution role; a place without one is left out. */
export function rolesUsedBy(
    graph: ResourceGraph,
    paths: Readonly<Record<string, readonly string[]>> = STUDIO_ROLE_PATHS,
): RoleUse[] {
    return Object.entries(paths).flatMap(([type, list]) =>
        graph.ofType(type).flatMap((user) => list.flatMap((path) => use(graph, user, path))),
    );
}

function use(graph: ResourceGraph, user: GraphResource, path: string): RoleUse[] {
    if (readPath(user.props, path) === undefined) {
        return [];
    }
    const { found, external, undecided } = resolveOne(graph, user, path, [ROLE]);
    if (undecided !== undefined) {
        return [{ user, path, undecided, candidates: found }];
    }
    return [
        ...found.map((role): RoleUse => ({ user, path, role })),
        ...external.map((arn): RoleUse => ({ user, path, external: arn })),
    ];
}
