import { blocks, type PolicyReport } from "../../policy-pack/policies/run";
import { nameOf, type Proof } from "../proofs/proof";
import type { Verdict } from "./types";

/** Sums up: what is wrong, what is not decided, and the exit status that follows. */
export function verdict(policies: PolicyReport, proofs: readonly Proof[]): Verdict {
    const violations = policies.policies.flatMap((policy) =>
        blocks(policy) || policy.level === "mandatory"
            ? policy.violations.map(({ urn, message }) => `${policy.id} ${policy.name} (${nameOf(urn)}): ${message}`)
            : [],
    );
    const openPolicies = policies.policies.flatMap(({ id, name, undecided }) =>
        undecided.map(({ urn, message }) => `${id} ${name} (${nameOf(urn)}): ${message}`),
    );
    const broken = proofs.filter((proof) => proof.verdict === "broken").map(line);
    const open = proofs.filter((proof) => proof.verdict === "not proven").map(line);
    const problems = [...violations, ...broken];
    const undecided = [...openPolicies, ...open];
    return {
        problems,
        undecided,
        exitCode: problems.length > 0 || policies.blocked ? 1 : open.length > 0 || openPolicies.length > 0 ? 2 : 0,
    };
}

function line({ id, claim, evidence, fix }: Proof): string {
    return `${id}: ${claim}. ${evidence.join("; ")}.${fix === undefined ? "" : ` ${fix}`}`;
}
