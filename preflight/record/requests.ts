import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { ReadRequest, Registration } from "./protocol";
import { makeUrn, type StackName } from "./urn";
import type { WireObject } from "./wire";

/** A registration out of its protocol message. */
export function readRegistration(message: RegisterResourceRequest, stackName: StackName): Registration {
    const propertyDependencies: Record<string, readonly string[]> = {};
    for (const [property, dependencies] of message.getPropertydependenciesMap().entries()) {
        const urns = dependencies.getUrnsList();
        if (urns.length > 0) {
            propertyDependencies[property] = [...urns].sort();
        }
    }
    const type = message.getType();
    const name = message.getName();
    const parent = message.getParent();
    return {
        type,
        name,
        parent,
        custom: message.getCustom(),
        remote: message.getRemote(),
        inputs: properties(message),
        provider: message.getProvider(),
        providers: Object.fromEntries(message.getProvidersMap().entries()),
        version: message.getVersion(),
        dependencies: [...message.getDependenciesList()].sort(),
        propertyDependencies,
        protect: message.hasProtect() ? message.getProtect() : undefined,
        ignoreChanges: message.getIgnorechangesList(),
        deleteBeforeReplace: message.getDeletebeforereplacedefined() ? message.getDeletebeforereplace() : undefined,
        aliases: unique(message.getAliasesList().map((alias) => aliasUrn(alias, { type, name, parent }, stackName))),
        additionalSecretOutputs: message.getAdditionalsecretoutputsList(),
        importId: message.getImportid(),
    };
}

/** A `get` out of its protocol message. */
export function readRead(message: ReadResourceRequest): ReadRequest {
    return {
        type: message.getType(),
        name: message.getName(),
        id: message.getId(),
        parent: message.getParent(),
        inputs: message.getProperties()?.toJavaScript() ?? {},
        provider: message.getProvider(),
        version: message.getVersion(),
        dependencies: [...message.getDependenciesList()].sort(),
    };
}

function properties(message: RegisterResourceRequest): WireObject {
    return message.getObject()?.toJavaScript() ?? {};
}

/** URN of a former identity: what the alias leaves out stays as it is. */
function aliasUrn(alias: Alias, now: { type: string; name: string; parent: string }, stackName: StackName): string {
    const spec = alias.getSpec();
    if (spec === undefined) {
        return alias.getUrn();
    }
    const parent = spec.getNoparent() ? "" : given(spec.getParenturn(), now.parent);
    return makeUrn(
        { project: given(spec.getProject(), stackName.project), stack: given(spec.getStack(), stackName.stack) },
        parent,
        given(spec.getType(), now.type),
        given(spec.getName(), now.name),
    );
}

/** The runtime sends an alias of a type once with and once without the parent. */
function unique(urns: readonly string[]): readonly string[] {
    return [...new Set(urns)];
}

/** Protocol strings have no absent value: empty stands for it. */
function given(value: string, otherwise: string): string {
    return value === "" ? otherwise : value;
}
