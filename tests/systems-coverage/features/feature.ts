/** A feature of a reference system, and what of it stands here. */
export interface Feature {
    /** `F-` and three digits, fixed for good. */
    readonly number: string;
    /** What the system does, in our own words. */
    readonly title: string;
    /** Files and folders of the product that do it here, from the project's folder. */
    readonly by: readonly string[];
    /** Tests that show it, besides those that carry the number in their title: `FILE: TITLE`, see {@link Feature}. */
    readonly shown: readonly string[];
    /** What stands here instead, and why; left out: the feature itself. */
    readonly replaced?: { readonly by: string; readonly because: string };
}

/**
 * A feature that is here.
 * @param shown tests as `FILE: TITLE`, FILE from `tests/` without `.test.ts`, TITLE a piece of a title as the file has it
 */
export function built(number: string, title: string, by: readonly string[], shown: readonly string[] = []): Feature {
    return { number, title, by, shown };
}

/** A feature in whose place something else stands. */
export function replaced(
    number: string,
    title: string,
    replaced: { readonly by: string; readonly because: string },
    by: readonly string[],
    shown: readonly string[] = [],
): Feature {
    return { number, title, by, shown, replaced };
}
