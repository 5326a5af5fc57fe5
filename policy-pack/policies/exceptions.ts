import { wholePattern } from "./patterns";
import type { Exception, ValidException } from "./settings";

/** An exception with its patterns compiled: valid, or with what is wrong with it. */
export interface ReadException {
    /** Set when it holds today. */
    readonly valid?: ValidException;
    /** Why it silences nothing; set when it does not hold. */
    readonly problem?: string;
    /** Whether it is about this resource, by name or URN; an unreadable pattern is about every resource. */
    readonly covers: (urn: string) => boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a policy's exceptions as they stand at `now`. */
export function readExceptions(exceptions: readonly Exception[], now: Date): ReadException[] {
    return exceptions.map((exception) => {
        const matcher = matcherOf(exception);
        const problem = problemOf(exception, matcher, now);
        return {
            ...(problem === undefined
                ? { valid: exception as ValidException }
                : { problem: `exception for ${subject(exception)}: ${problem}` }),
            covers: (urn) => matcher === undefined || matcher(urn),
        };
    });
}

/** How messages name an exception. */
export function subject({ name, urn }: Exception): string {
    return name ?? urn ?? "(no name or urn)";
}

/** Logical name of a URN: everything after its last `::`. */
function nameInUrn(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}

function matcherOf({ name, urn }: Exception): ((urn: string) => boolean) | undefined {
    const byName = name === undefined ? undefined : wholePattern(name);
    const byUrn = urn === undefined ? undefined : wholePattern(urn);
    if ((name !== undefined && byName === undefined) || (urn !== undefined && byUrn === undefined)) {
        return undefined;
    }
    if (byName === undefined && byUrn === undefined) {
        return undefined;
    }
    return (candidate) =>
        (byName === undefined || byName.test(nameInUrn(candidate))) && (byUrn === undefined || byUrn.test(candidate));
}

function problemOf(
    { name, urn, reason, expires }: Exception,
    matcher: ((urn: string) => boolean) | undefined,
    now: Date,
): string | undefined {
    if (name === undefined && urn === undefined) {
        return "it names no resource. Give name or urn.";
    }
    if (matcher === undefined) {
        return "its name or urn is no regular expression. Correct the pattern.";
    }
    if (reason === undefined || reason.trim() === "") {
        return "it has no reason. Give the reason, or remove the exception.";
    }
    if (expires === undefined || !isDay(expires)) {
        return "it has no expiry date (YYYY-MM-DD). Give the last day on which it holds.";
    }
    if (now.toISOString().slice(0, 10) > expires) {
        return `it expired on ${expires}. Fix the resource, or renew the exception with a new date.`;
    }
    return undefined;
}

function isDay(text: string): boolean {
    if (!DAY.test(text)) {
        return false;
    }
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
