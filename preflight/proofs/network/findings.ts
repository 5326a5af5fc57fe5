import type { ResourceGraph } from "../../../policy-pack/graph";
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

/** What stands against any claim that something is reached: a network ACL may be in the way, and none is read. */
export function accessLists({ resources }: ResourceGraph): Finding[] {
    const acls = resources.filter(({ type }) => /^aws:ec2\/(defaultN|n)etworkAcl(Rule|Association)?:/.test(type));
    return acls.map(({ name }) => ({
        verdict: "not proven",
        text: `network ACL ${name} is not read by this proof`,
        fix: "Use security groups; a network ACL of your own makes reachability undecided.",
    }));
}
