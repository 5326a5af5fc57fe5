/** Payload of a JSON web token, not verified. Undefined: not readable. */
export function claimsOf(token: string | undefined): Record<string, unknown> | undefined {
    const payload = token?.split(".")[1];
    if (payload === undefined) {
        return undefined;
    }
    try {
        const binary = atob(payload.replace(/-/g, "+").replace(/_/g, "/"));
        const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
        const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
        return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : undefined;
    } catch {
        return undefined;
    }
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}
