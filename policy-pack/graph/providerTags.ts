import { isUnknown, readPath, UNKNOWN, type Maybe } from "./unknown";

/** Tags by key; a value may not be known yet. */
export type Tags = Readonly<Record<string, unknown>>;

/**
 * Tags that a provider adds to each of its resources, from its `defaultTags`; `undefined` when it sets none. The engine
 * keeps composite settings of a provider as JSON text. Tags of the provider's environment (`TF_AWS_DEFAULT_TAGS_…`) are
 * no part of its settings and do not show.
 */
export function providerTags(defaultTags: unknown): Maybe<Tags> | undefined {
    const tags = readPath(typeof defaultTags === "string" ? parsed(defaultTags) : defaultTags, "tags");
    if (isUnknown(tags)) {
        return tags;
    }
    return typeof tags === "object" && tags !== null && !Array.isArray(tags) ? (tags as Tags) : undefined;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text === "" ? undefined : UNKNOWN;
    }
}
