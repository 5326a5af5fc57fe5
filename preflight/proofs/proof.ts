/**
 * - `holds`: shown from the registered resources.
 * - `broken`: the opposite is shown.
 * - `not proven`: something needed for it is unknown or lies outside the stack. Never read as "holds".
 */
export type ProofVerdict = "holds" | "broken" | "not proven";

/** One claim about what will be deployed, with what it rests on. */
export interface Proof {
    /** Stable name, for example `network.no-internet`. */
    readonly id: string;
    readonly claim: string;
    readonly verdict: ProofVerdict;
    /** Resources and statements the verdict rests on; for `broken` and `not proven` what stands against it. */
    readonly evidence: readonly string[];
    /** What to change; present unless the proof holds. */
    readonly fix?: string;
}

/** The worst of several verdicts: `broken` before `not proven` before `holds`. */
export function worst(verdicts: readonly ProofVerdict[]): ProofVerdict {
    if (verdicts.includes("broken")) {
        return "broken";
    }
    return verdicts.includes("not proven") ? "not proven" : "holds";
}

/** Logical name out of a URN, as people know the resource. */
export function nameOf(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}
