import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";

import { providerTags } from "./providerTags";
import type { GraphResource } from "./types";
import { isUnknown, SECRET, UNKNOWN, type Maybe } from "./unknown";

/** What the engine and `pulumi policy analyze --file` write in place of a secret they do not show. */
const MASKED_SECRET = "[secret]";

/**
 * Turns `args.resources` of a stack policy into graph resources. Reading an unknown value makes Pulumi's proxy throw;
 * here it becomes `Unknown` at the depth where it stands, so that one of them never hides the rest. Never throws.
 */
export function fromStackResources(resources: readonly PolicyResource[]): GraphResource[] {
    return resources.map((resource) => {
        const propertyDependencies = mapValues(resource.propertyDependencies, (found) => found.map(({ urn }) => urn));
        const props = withoutComputed(snapshotRecord(resource.props), propertyDependencies);
        const custom = resource.provider !== undefined || resource.type.startsWith("pulumi:providers:");
        return {
            urn: resource.urn,
            type: resource.type,
            name: resource.name,
            id: custom ? idOf(resource.props) : "",
            props,
            custom,
            ...optional("parent", resource.parent?.urn ?? resource.opts.parent),
            ...providerOf(resource),
            protect: resource.opts.protect,
            ignoreChanges: resource.opts.ignoreChanges,
            dependencies: resource.dependencies.map(({ urn }) => urn),
            propertyDependencies,
        };
    });
}

/** Turns the arguments of a resource policy (inputs of one resource, before it is made) into a graph resource. */
export function fromResourceArgs(args: ResourceValidationArgs): GraphResource {
    return {
        urn: args.urn,
        type: args.type,
        name: args.name,
        id: UNKNOWN,
        props: snapshotRecord(args.props),
        custom: true,
        ...optional("parent", args.opts.parent),
        ...providerOf(args),
        protect: args.opts.protect,
        ignoreChanges: args.opts.ignoreChanges,
        dependencies: [],
        propertyDependencies: {},
    };
}

/**
 * Copies a value, with `Unknown` wherever reading it fails. Arrays keep their length. Anything that is no plain data
 * (a promise, a function) cannot be read either.
 */
export function snapshot(read: () => unknown): unknown {
    try {
        return copy(read());
    } catch {
        return UNKNOWN;
    }
}

function copy(value: unknown): unknown {
    if (typeof value === "function" || value instanceof Promise) {
        return UNKNOWN;
    }
    if (isUnknown(value)) {
        return value;
    }
    if (value === MASKED_SECRET) {
        return SECRET;
    }
    if (Array.isArray(value)) {
        const items = value as readonly unknown[];
        return Array.from({ length: items.length }, (_, index) => snapshot(() => items[index]));
    }
    if (typeof value === "object" && value !== null) {
        return snapshotRecord(value as Record<string, unknown>);
    }
    return value;
}

function snapshotRecord(record: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.keys(record).map((key) => [key, snapshot(() => record[key])]));
}

/**
 * A stack policy sees outputs. An output that is unknown although the program set no such input is the provider's to
 * fill in: for a policy the property is absent. Where the engine sent no dependencies, nothing can be told apart.
 */
function withoutComputed(
    props: Record<string, unknown>,
    inputs: Readonly<Record<string, readonly string[]>>,
): Record<string, unknown> {
    if (Object.keys(inputs).length === 0) {
        return props;
    }
    return Object.fromEntries(
        Object.entries(props).filter(([key, value]) => !isUnknown(value) || Object.hasOwn(inputs, key)),
    );
}

function providerOf({
    provider,
}: Pick<ResourceValidationArgs, "provider">): Pick<GraphResource, "provider" | "providerTags"> {
    const tags = providerTags(snapshot(() => provider?.props.defaultTags));
    return { ...optional("provider", provider?.urn), ...(tags === undefined ? {} : { providerTags: tags }) };
}

function idOf(props: Record<string, unknown>): Maybe<string> {
    const id = snapshot(() => props.id);
    return typeof id === "string" && id !== "" ? id : UNKNOWN;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
    return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
