import { type Maybe, UNKNOWN } from "../../policy-pack/graph";
import type { ReadRequest, Registration } from "./protocol";
import { sdkClass } from "./sdkClass";
import type { RecordedResource } from "./types";
import { echo, encode, secret, type WireObject } from "./wire";

/** What the monitor adds to a request. */
interface Resolved {
    readonly urn: string;
    readonly id: Maybe<string>;
    readonly provider: string | undefined;
    /** Decoded inputs and made-up outputs. */
    readonly props: Readonly<Record<string, unknown>>;
}

/**
 * A registered resource as it is recorded. What its provider computes is unknown where nothing was made up: an absent
 * property would read as "AWS's default applies".
 *
 * @param inheritedProtect protection of the parent, which holds unless the resource says otherwise
 */
export function managed(request: Registration, resolved: Resolved, inheritedProtect: boolean): RecordedResource {
    return {
        ...common(request, resolved),
        props: { ...(request.custom ? allUnknown(sdkClass(request.type).outputOnly) : {}), ...resolved.props },
        custom: request.custom,
        protect: request.protect ?? inheritedProtect,
        ignoreChanges: request.ignoreChanges,
        propertyDependencies: request.propertyDependencies,
        deleteBeforeReplace: request.deleteBeforeReplace,
        aliases: request.aliases,
        external: false,
    };
}

/** A resource that is only read: all of its state is unknown. */
export function external(request: ReadRequest, resolved: Resolved): RecordedResource {
    const stackReference = request.type === "pulumi:pulumi:StackReference";
    const state = stackReference ? ["outputs", "secretOutputNames"] : sdkClass(request.type).properties;
    return {
        ...common(request, resolved),
        props: { ...allUnknown(state), ...resolved.props },
        custom: true,
        protect: false,
        ignoreChanges: [],
        propertyDependencies: {},
        aliases: [],
        external: true,
    };
}

/** What the program is told about the resource: its inputs and the made-up outputs, secret ones marked. */
export function answer(request: Registration, made: Readonly<Record<string, unknown>>): WireObject {
    const outputs = { ...(echo(request.inputs) as WireObject), ...(encode(made) as WireObject) };
    for (const property of request.additionalSecretOutputs.filter((key) => key in outputs)) {
        outputs[property] = secret(outputs[property]);
    }
    return outputs;
}

type Common = "urn" | "type" | "name" | "id" | "parent" | "provider" | "dependencies";

function common(
    { type, name, parent, dependencies }: ReadRequest | Registration,
    at: Resolved,
): Pick<RecordedResource, Common> {
    return {
        urn: at.urn,
        type,
        name,
        id: at.id,
        ...(parent === "" ? {} : { parent }),
        ...(at.provider === undefined ? {} : { provider: at.provider }),
        dependencies,
    };
}

function allUnknown(properties: Iterable<string>): Record<string, unknown> {
    return Object.fromEntries([...properties].map((property) => [property, UNKNOWN]));
}
