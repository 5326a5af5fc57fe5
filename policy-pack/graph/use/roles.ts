import { append } from "../append";
import type { ResourceGraph } from "../graph";
import { ROLE } from "../identity";
import type { GraphResource } from "../types";
import { mentions } from "./mentions";

/** Who else runs as a role, besides SageMaker's resources. */
interface OtherUses {
    /** By URN of the role, or ARN of one made elsewhere. */
    readonly certain: ReadonlyMap<string, readonly GraphResource[]>;
    /** Resources whose role is not known. */
    readonly unread: readonly GraphResource[];
}

/** Resources that say about a role without running as it: IAM's own, and the providers that deploy. */
const NO_USERS = /^(?:aws:sagemaker\/|aws-native:sagemaker:|pulumi:|aws:iam\/(?!instanceProfile:))/;

/** Every use of a role by resources of other services: properties, at any depth, whose name ends with role or roleArn. */
export function otherUsesOfRoles(graph: ResourceGraph): OtherUses {
    const certain = new Map<string, GraphResource[]>();
    const unread: GraphResource[] = [];
    for (const resource of graph.resources.filter(({ type, custom }) => custom && !NO_USERS.test(type))) {
        for (const role of rolesOf(graph, resource)) {
            if (role === undefined) {
                unread.push(resource);
            } else {
                append(certain, role, resource);
            }
        }
    }
    return { certain, unread };
}

function rolesOf(graph: ResourceGraph, resource: GraphResource): Set<string | undefined> {
    const roles = new Set<string | undefined>();
    for (const property of Object.keys(resource.props)) {
        for (const { key, text } of mentions(resource, property)) {
            if (/role(?:Arn)?$/i.test(key) && !isComputed(resource, property, text)) {
                roles.add(text === undefined ? depended(graph, resource, property) : roleNamed(graph, text));
            }
        }
    }
    return roles;
}

/** An unknown output that the program sets no input for is AWS's to fill in: a role of the service's own. */
function isComputed({ propertyDependencies }: GraphResource, property: string, text: string | undefined): boolean {
    return text === undefined && !Object.hasOwn(propertyDependencies, property);
}

function roleNamed(graph: ResourceGraph, text: string): string {
    return graph.identifiedBy(text, [ROLE])[0]?.urn ?? text;
}

/** The one role a property takes something from; with several, which one it runs as is not known. */
function depended(graph: ResourceGraph, resource: GraphResource, property: string): string | undefined {
    const urns = (resource.propertyDependencies[property] ?? []).filter((urn) => graph.get(urn)?.type === ROLE);
    return urns.length === 1 ? urns[0] : undefined;
}
