/**
 * Stands in for a secret whose content cannot be known without the stack's key. The recorder turns every input that
 * contains it into a secret of unknown content. It is a legal tag value, so that it passes where a secret may stand.
 */
export const SECRET_PLACEHOLDER = "private-studio:secret-of-unknown-content:7c1f0e5b9a";

/** Shown in messages where a secret stands. */
export const HIDDEN = "(secret)";

/** Top keys whose values may be secret; all others decide what is built, and must be readable at preview. */
export const SECRET_KEYS: readonly string[] = ["tags"];

/** The one other value that may be a secret, and always is one: what an identity provider gave the user pool. */
export const CLIENT_SECRET = ["access", "signIn", "oidc", "clientSecret"] as const;

/**
 * Whether a secret may stand in the value of a top key: at the place or, without one, anywhere in a value that has
 * room for one.
 */
export function takesSecret(value: unknown, key: string, place?: readonly (string | number)[]): boolean {
    if (SECRET_KEYS.includes(key)) {
        return true;
    }
    return place === undefined
        ? key === CLIENT_SECRET[0] && at(value, CLIENT_SECRET.slice(1)) !== undefined
        : place.length === CLIENT_SECRET.length && CLIENT_SECRET.every((part, index) => place[index] === part);
}

function at(value: unknown, path: readonly string[]): unknown {
    return path.reduce<unknown>(
        (here, part) =>
            typeof here === "object" && here !== null ? (here as Record<string, unknown>)[part] : undefined,
        value,
    );
}

/** The value with every secret of unknown content, and every text that contains one, hidden. */
export function hideSecrets(value: unknown): unknown {
    if (typeof value === "string") {
        return value.includes(SECRET_PLACEHOLDER) ? HIDDEN : value;
    }
    if (Array.isArray(value)) {
        return value.map(hideSecrets);
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, hideSecrets(child)]));
    }
    return value;
}

/** Paths of the secrets of unknown content within a value. */
export function secretPaths(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
    if (value === SECRET_PLACEHOLDER) {
        return [[...path]];
    }
    if (Array.isArray(value)) {
        return value.flatMap((child: unknown, index) => secretPaths(child, [...path, index]));
    }
    if (typeof value === "object" && value !== null) {
        return Object.entries(value).flatMap(([key, child]) => secretPaths(child, [...path, key]));
    }
    return [];
}
