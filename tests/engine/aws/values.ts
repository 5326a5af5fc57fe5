/** A property bag as it travels between engine and provider, unknown values marked. */
export type Properties = Record<string, unknown>;

/** Pulumi's mark for a value that is not known yet. Source: pulumi/pulumi sdk/go/common/resource/plugin/rpc.go. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Names of the inputs the provider filled in itself, kept among the inputs as Pulumi's bridge to Terraform does. */
export const DEFAULTED = "__defaults";

/** Whether the value is a property bag. */
export function isObject(value: unknown): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value, or anything in it, is not known yet. */
export function hasUnknown(value: unknown): boolean {
    if (Array.isArray(value)) {
        return value.some(hasUnknown);
    }
    return isObject(value) ? Object.values(value).some(hasUnknown) : value === UNKNOWN;
}

/**
 * All values at a path such as `subnetIds[]` or `defaultUserSettings.securityGroups[]`; `[]` steps into a list. What is
 * missing or not known yet gives nothing.
 */
export function valuesAt(properties: Properties, path: string): unknown[] {
    let found: unknown[] = [properties];
    for (const step of path.split(".")) {
        const name = step.replace("[]", "");
        found = found.map((value) => (isObject(value) ? value[name] : undefined));
        if (step.endsWith("[]")) {
            found = found.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
        }
    }
    return found.filter((value) => value !== undefined && value !== null && value !== UNKNOWN);
}

/** The text at a path, or undefined when there is none yet. */
export function textAt(properties: Properties, path: string): string | undefined {
    const [value] = valuesAt(properties, path);
    return typeof value === "string" ? value : undefined;
}

/** All texts at a path. */
export function textsAt(properties: Properties, path: string): string[] {
    return valuesAt(properties, path).filter((value): value is string => typeof value === "string");
}

/**
 * Whether two values mean the same to the provider: lists of texts are sets, documents are compared by content.
 */
export function same(a: unknown, b: unknown): boolean {
    return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

/** Whether `found` says everything `given` says; it may say more. Lists agree when they do place by place. */
export function agrees(given: unknown, found: unknown): boolean {
    if (Array.isArray(given) && Array.isArray(found) && given.some(isObject)) {
        return given.length === found.length && given.every((item, index) => agrees(item, found[index]));
    }
    if (isObject(given) && isObject(found)) {
        return Object.entries(given).every(([key, value]) => agrees(value, found[key]));
    }
    return same(given, found);
}

function normal(value: unknown): unknown {
    if (Array.isArray(value)) {
        const items = value.map(normal);
        return items.every((item) => typeof item === "string") ? [...items].sort() : items;
    }
    if (isObject(value)) {
        const keys = Object.keys(value).filter((key) => value[key] !== undefined);
        return Object.fromEntries(keys.sort().map((key) => [key, normal(value[key])]));
    }
    if (typeof value === "string" && /^\s*[{[]/.test(value)) {
        try {
            return normal(JSON.parse(value));
        } catch {
            return value;
        }
    }
    return value;
}
