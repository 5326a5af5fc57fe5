/** A published check and what stands here in its place. */
export interface PublishedCheck {
    /** Who publishes it, as in policies' `publishedIds`. */
    readonly source: string;
    readonly id: string;
    /** What it looks for. */
    readonly checks: string;
    /** Policies that cover it and do not carry its id. */
    readonly by: readonly string[];
    /** Why no policy covers it. */
    readonly reason?: string;
}

/** Id, what it looks for, and, where no policy carries the id, the policies that cover it or why none does. */
export type Row = readonly [id: string, checks: string, instead?: readonly string[] | string];

/** Checks of one source. */
export function checksOf(source: string, rows: readonly Row[]): PublishedCheck[] {
    return rows.map(([id, checks, instead = []]) =>
        typeof instead === "string"
            ? { source, id, checks, by: [], reason: instead }
            : { source, id, checks, by: instead },
    );
}

/** Reasons that several checks share. */
export const RUNTIME = "state of a running account; a program does not show it";
export const EXISTENCE = "asks whether such a thing exists at all, which is a matter of how a team works";
export const NOT_STUDIO = "nothing of a Studio, and widely checked elsewhere";
export const CHOICE = "a choice of cost and operation, not of security";
