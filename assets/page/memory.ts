import type { ICognitoStorage } from "amazon-cognito-identity-js";

/** Where the sign-in library keeps what it would otherwise write to the browser's storage; gone with the page. */
export function memory(): ICognitoStorage {
    const values = new Map<string, string>();
    return {
        getItem: (key) => values.get(key) ?? null,
        setItem: (key, value) => void values.set(key, value),
        removeItem: (key) => void values.delete(key),
        clear: () => values.clear(),
    };
}
