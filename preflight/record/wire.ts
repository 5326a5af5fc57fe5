import { isUnknown, SECRET, UNKNOWN } from "../../policy-pack/graph";

/** A property bag as it travels between program and engine. */
export type WireObject = Record<string, unknown>;

/**
 * Marks of Pulumi's wire format for values that plain JSON cannot express. They are part of the protocol: see
 * `sdk/go/common/resource/properties.go` of pulumi/pulumi.
 */
export const UNKNOWN_MARK = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET_MARK = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE_MARK = "5cf8f73096256a8f31e491e813e4eb8e";
const OUTPUT_MARK = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/**
 * A wire value as the graph holds it: secrets and values made from `placeholder` become `SECRET`, unknown ones
 * `UNKNOWN`, references to resources their id (URN for a component).
 */
export function decode(value: unknown, placeholder?: string): unknown {
    if (typeof value === "string") {
        return value === UNKNOWN_MARK ? UNKNOWN : mentions(value, placeholder) ? SECRET : value;
    }
    if (Array.isArray(value)) {
        return value.map((item) => decode(item, placeholder));
    }
    if (!isObject(value)) {
        return value;
    }
    switch (value[SIGNATURE]) {
        case SECRET_MARK:
            return SECRET;
        case RESOURCE_MARK:
            return decode(referenced(value), placeholder);
        case OUTPUT_MARK:
            return value["secret"] === true ? SECRET : "value" in value ? decode(value["value"], placeholder) : UNKNOWN;
        default:
            return Object.keys(value).some((key) => mentions(key, placeholder))
                ? SECRET
                : decodeObject(value, placeholder);
    }
}

/** `decode` for a property bag. */
export function decodeObject(value: WireObject, placeholder?: string): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(value)
            .filter(([key]) => key !== SIGNATURE)
            .map(([key, item]) => [key, decode(item, placeholder)]),
    );
}

/** Inputs as the engine hands them back: references to resources are plain ids; secrets and unknowns stay marked. */
export function echo(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(echo);
    }
    if (!isObject(value)) {
        return value;
    }
    switch (value[SIGNATURE]) {
        case RESOURCE_MARK:
            return referenced(value);
        case OUTPUT_MARK: {
            const inner = "value" in value ? echo(value["value"]) : UNKNOWN_MARK;
            return value["secret"] === true ? secret(inner) : inner;
        }
        default:
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, echo(item)]));
    }
}

/** Made-up outputs in wire form. */
export function encode(value: unknown): unknown {
    if (isUnknown(value)) {
        return UNKNOWN_MARK;
    }
    if (Array.isArray(value)) {
        return value.map(encode);
    }
    return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]))
        : value;
}

/** Marks a wire value as secret, once. */
export function secret(value: unknown): unknown {
    return isObject(value) && value[SIGNATURE] === SECRET_MARK ? value : { [SIGNATURE]: SECRET_MARK, value };
}

/** A resource as an output of a component names it. */
export function reference({ urn, id }: { readonly urn: string; readonly id: string }): WireObject {
    return { [SIGNATURE]: RESOURCE_MARK, urn, id: idOrMark(id) };
}

/** An id that is empty as long as it is not known. */
export function idOrMark(id: string): string {
    return id === "" ? UNKNOWN_MARK : id;
}

function referenced(reference: WireObject): unknown {
    const { id, urn } = reference;
    // A component has no id at all; the id of a custom resource is empty or marked as long as it is unknown.
    return id === undefined ? urn : id === "" ? UNKNOWN_MARK : id;
}

function mentions(text: string, placeholder: string | undefined): boolean {
    return placeholder !== undefined && placeholder !== "" && text.includes(placeholder);
}

function isObject(value: unknown): value is WireObject {
    return typeof value === "object" && value !== null;
}
