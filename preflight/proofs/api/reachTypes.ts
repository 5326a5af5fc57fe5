/** Whether packets get from one place to an endpoint and back. */
export interface Reach {
    readonly verdict: "allowed" | "denied" | "undecided";
    /** What decides, in words. */
    readonly why: string;
}
