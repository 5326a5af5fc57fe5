import { isObject, type Properties } from "./values";

/** Marks of Pulumi's wire format. Source: pulumi/pulumi sdk/go/common/resource/properties.go. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A property bag in plain text, and which of its properties hold a secret somewhere. */
export interface Opened {
    readonly plain: Properties;
    readonly secrets: ReadonlySet<string>;
}

/** Takes the marks of secrets off. */
export function open(properties: Properties): Opened {
    const names = Object.keys(properties);
    return {
        plain: Object.fromEntries(names.map((name) => [name, reveal(properties[name])])),
        secrets: new Set(names.filter((name) => holdsSecret(properties[name]))),
    };
}

/**
 * Marks properties as secret: those that came as secrets, and `tagsAll`, into which the provider copies the tags.
 * Source of the latter: pulumi/pulumi-aws issue 2778 and pull request 3468.
 */
export function seal(properties: Properties, secrets: ReadonlySet<string>): Properties {
    const isSecret = (name: string): boolean => secrets.has(name) || (name === "tagsAll" && secrets.has("tags"));
    return Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [
            name,
            isSecret(name) ? { [SIGNATURE]: SECRET, value } : value,
        ]),
    );
}

function isSecretMark(value: unknown): value is Properties {
    return isObject(value) && value[SIGNATURE] === SECRET;
}

function reveal(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(reveal);
    }
    if (isSecretMark(value)) {
        return reveal(value["value"]);
    }
    return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, reveal(item)]))
        : value;
}

function holdsSecret(value: unknown): boolean {
    if (Array.isArray(value)) {
        return value.some(holdsSecret);
    }
    return isSecretMark(value) || (isObject(value) && Object.values(value).some(holdsSecret));
}
