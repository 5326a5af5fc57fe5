/** Time that is left for a task. */
export interface Clock {
    /** Milliseconds. */
    left(): number;
    sleep(milliseconds: number): Promise<void>;
}

/** Work was left when the time was up; what was done stays done. */
export class WorkLeft extends Error {
    override readonly name = "WorkLeft";
}

/** What is to be deleted, and how. */
export interface Deletion<T> {
    /** Plural, for messages. */
    readonly what: string;
    /** What is left now. */
    readonly look: () => Promise<readonly T[]>;
    /** How a person knows it. */
    readonly name: (item: T) => string;
    /** Sets about deleting; must bear being called again for what is on its way out or gone. */
    readonly remove: (item: T) => Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** How many deletions are asked for at once; AWS throttles more. */
const AT_ONCE = 5;

/**
 * Looks and deletes until nothing is left. AWS deletes in its own time, so each round looks anew: nothing depends on
 * what an earlier round, or an earlier run, was told.
 *
 * @throws WorkLeft naming what was left when the time was up
 */
export async function untilGone<T>(clock: Clock, { what, look, name, remove }: Deletion<T>): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
        const left = await look();
        if (left.length === 0) {
            return;
        }
        if (clock.left() < pause) {
            throw new WorkLeft(
                `These ${what} were not gone in time (${left.length}): ${some(left.map(name))}. ` +
                    "AWS is still deleting, or keeps them for what else hangs on them: run the same command again.",
            );
        }
        for (let index = 0; index < left.length; index += AT_ONCE) {
            await Promise.all(left.slice(index, index + AT_ONCE).map(remove));
        }
        await clock.sleep(pause);
    }
}

/** The first few, and how many more. */
export function some(names: readonly string[], shown = 5): string {
    const more = names.length - shown;
    return names.slice(0, shown).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
