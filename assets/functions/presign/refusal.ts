/** What a caller is told instead of a link. */
export interface Refused {
    readonly status: 403 | 404 | 409 | 503;
    /** For programs. */
    readonly error: string;
    /** For people; says nothing about anybody else. */
    readonly message: string;
    /** The caller's own profiles, where they must choose. */
    readonly profiles?: readonly string[];
}

/** Ends a request without a link. */
export class Refusal extends Error {
    override readonly name = "Refusal";

    constructor(
        readonly answer: Refused,
        /** For the audit record. */
        readonly reason: string = answer.error,
        /** Name of AWS's error, or what is wrong with an item; for the audit record. */
        readonly detail?: string,
    ) {
        super(reason);
    }
}

/** Whatever is not the caller's fault and may be over in a moment. Which part of us failed is for the audit record. */
export function unavailable(reason: string, detail?: string): Refusal {
    const message = "Studio cannot be opened just now. Try again in a few seconds.";
    return new Refusal({ status: 503, error: "unavailable", message }, reason, detail);
}
