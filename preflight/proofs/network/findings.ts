import { type Proof, type ProofVerdict, worst } from "../proof";

/** One step of a proof. */
export interface Finding {
    readonly verdict: ProofVerdict;
    readonly text: string;
    /** What to change; absent where all it takes is that something becomes known. */
    readonly fix?: string | undefined;
}

const LATER = "Decided once what is named above is known, and part of this stack.";

/** The proof its findings add up to: the worst of them decides, and only those as bad are told. */
export function toProof(id: string, claim: string, findings: readonly Finding[]): Proof {
    const verdict = worst(findings.map((each) => each.verdict));
    const telling = findings.filter((each) => each.verdict === verdict);
    const fixes = [...new Set(telling.map(({ fix }) => fix).filter((fix) => fix !== undefined))];
    return {
        id,
        claim,
        verdict,
        evidence: [...new Set(telling.map(({ text }) => text))],
        ...(verdict === "holds" ? {} : { fix: fixes.join(" ") || LATER }),
    };
}

/** A step that cannot be shown. */
export function unproven(text: string): Finding {
    return { verdict: "not proven", text };
}
