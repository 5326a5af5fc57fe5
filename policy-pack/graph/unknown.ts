/**
 * A value nobody can read yet: an id that exists only after creation, or a secret whose content must not be read.
 *
 * Policies and proofs never guess about it: what depends on it is "not decided", never "allowed" or "fine".
 */
export class Unknown {
    constructor(readonly why: "preview" | "secret") {}

    /** Keeps a secret or a placeholder out of messages that print a value by accident. */
    toString(): string {
        return this.why === "secret" ? "[secret]" : "[unknown]";
    }

    toJSON(): string {
        return this.toString();
    }
}

/** The value will exist once the resource is created. */
export const UNKNOWN = Object.freeze(new Unknown("preview"));

/** The value exists, is a secret, and its content is not available here. */
export const SECRET = Object.freeze(new Unknown("secret"));

/** A value that may not be known yet. */
export type Maybe<T> = T | Unknown;

/** Whether the value itself is unknown; says nothing about what it contains. */
export function isUnknown(value: unknown): value is Unknown {
    return value instanceof Unknown;
}

/**
 * Reads `a.b.0.c` out of plain data. Answers `undefined` for what is absent and an `Unknown` as soon as one stands on
 * the way, so that "absent" (AWS's default applies) and "cannot be read" never look alike.
 */
export function readPath(value: unknown, path: string): unknown {
    let current: unknown = value;
    for (const part of path.split(".")) {
        if (isUnknown(current) || current === undefined || current === null) {
            return current ?? undefined;
        }
        current = (current as Record<string, unknown>)[part];
    }
    return current ?? undefined;
}
