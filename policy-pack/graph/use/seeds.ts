import { asList, matchesAction, parsePolicy, statements } from "../../iam";
import type { ResourceGraph } from "../graph";
import { EXCLUSIVE_ATTACHMENTS, POLICY, POLICY_ATTACHMENT, ROLE, ROLE_ATTACHMENT, ROLE_POLICY } from "../identity";
import { ENDPOINT, VPC } from "../network/tokens";
import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";
import { BUCKETS, LOG_GROUP } from "./attaching";

const LINKS = ["sagemaker:CreatePresignedDomainUrl", "sagemaker:CreatePresignedNotebookInstanceUrl"];
const DOCUMENTS = [ROLE_POLICY, POLICY, ROLE, "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"];
const SAGEMAKER = /sagemaker/i;

/** Whether a resource is SageMaker's own. */
export function isSageMaker({ type }: GraphResource): boolean {
    return type.startsWith("aws:sagemaker/") || type.startsWith("aws-native:sagemaker:");
}

/** Resources that are about SageMaker by themselves: see `usedBySageMaker`. */
export interface Seeds {
    readonly certain: readonly GraphResource[];
    /** What may be about SageMaker, as something about it is not known yet. */
    readonly possible: readonly GraphResource[];
    /** Roles that certainly may make links into Studio. */
    readonly openers: ReadonlySet<GraphResource>;
}

/** Finds them; each kind in order of registration. */
export function seeds(graph: ResourceGraph): Seeds {
    const own = graph.resources.filter(isSageMaker);
    const documents = graph.ofType(...DOCUMENTS);
    const opening = new Set(documents.filter(opensStudio));
    const handing = handedOut(graph, opening);
    const certain = [
        ...own,
        ...opening,
        ...handing,
        ...graph.ofType(LOG_GROUP).filter(({ props }) => says(/^\/aws\/sagemaker\//, props.name, props.namePrefix)),
        ...graph.ofType(...BUCKETS).filter(saysSageMaker),
        ...graph.ofType(ENDPOINT).filter(({ props }) => says(SAGEMAKER, props.serviceName)),
    ];
    const openers = new Set([...opening, ...handing].flatMap((resource) => rolesOf(graph, resource)));
    // In a stack without SageMaker, every document of a first preview would count.
    if (own.length === 0) {
        return { certain, possible: [], openers };
    }
    const unread = new Set(documents.filter((resource) => mayOpenStudio(graph, resource)));
    return {
        certain,
        possible: [...unread, ...handedOut(graph, unread), ...graph.ofType(...BUCKETS).filter(isUntold)],
        openers,
    };
}

function handedOut(graph: ResourceGraph, documents: ReadonlySet<GraphResource>): GraphResource[] {
    return graph
        .ofType(POLICY_ATTACHMENT, ROLE_ATTACHMENT, EXCLUSIVE_ATTACHMENTS, ROLE)
        .filter((resource) => attaches(graph, resource, documents));
}

function rolesOf(graph: ResourceGraph, resource: GraphResource): readonly GraphResource[] {
    return resource.type === ROLE
        ? [resource]
        : ["role", "roles", "roleName"].flatMap((path) => graph.refs(resource, path, [ROLE]).found);
}

function says(pattern: RegExp, ...values: readonly unknown[]): boolean {
    return values.some((value) => typeof value === "string" && pattern.test(value));
}

function saysSageMaker({ name, props }: GraphResource): boolean {
    const tags: unknown[] = isUnknown(props.tags) ? [] : Object.entries(props.tags ?? {}).flat<unknown>();
    return says(SAGEMAKER, name, props.bucket, props.bucketPrefix, ...tags);
}

function isUntold({ props, propertyDependencies }: GraphResource): boolean {
    return ["tags", "bucket"].some(
        (property) => isUnknown(props[property]) && (propertyDependencies[property] ?? []).length === 0,
    );
}

function documentsOf({ props }: GraphResource): unknown[] {
    const inline = props.inlinePolicies;
    const list: unknown[] = Array.isArray(inline) ? inline : [];
    return [
        ...(props.policy === undefined ? [] : [props.policy]),
        ...(isUnknown(inline) ? [inline] : list.map((item) => (isUnknown(item) ? item : readPath(item, "policy")))),
    ];
}

function opensStudio(resource: GraphResource): boolean {
    return documentsOf(resource).some((value) => {
        if (typeof value === "string" && !SAGEMAKER.test(value)) {
            return false;
        }
        const { document } = parsePolicy(value);
        return (
            document !== undefined &&
            statements(document).some(({ Effect, Action }) => Effect === "Allow" && asList(Action).some(isLink))
        );
    });
}

function isLink(pattern: string): boolean {
    return /^sagemaker:/i.test(pattern) && LINKS.some((action) => matchesAction(pattern, action));
}

/** What a document that opens Studio is written from. */
const TELLING = [VPC, ENDPOINT];

function mayOpenStudio(graph: ResourceGraph, resource: GraphResource): boolean {
    if (!documentsOf(resource).some(isUnknown)) {
        return false;
    }
    const urns = ["policy", "inlinePolicies"].flatMap((property) => resource.propertyDependencies[property] ?? []);
    const named = urns.map((urn) => graph.get(urn)).filter((found) => found !== undefined);
    return named.length === 0 || named.some((found) => isSageMaker(found) || TELLING.includes(found.type));
}

/** Whether a role or an attachment hands out one of the documents, or a policy by which AWS opens SageMaker. */
function attaches(graph: ResourceGraph, resource: GraphResource, openers: ReadonlySet<GraphResource>): boolean {
    return ["policyArn", "policyArns", "managedPolicyArns"].some((path) => {
        const { found, external } = graph.refs(resource, path, [POLICY]);
        return (
            found.some((policy) => openers.has(policy)) || external.some((arn) => /:aws:policy\/.*SageMaker/.test(arn))
        );
    });
}
