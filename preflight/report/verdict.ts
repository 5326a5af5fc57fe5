import type { Finding } from "../../policy-pack/policies/definition";
import type { PolicyReport, PolicyResult } from "../../policy-pack/policies/run";
import type { Proof } from "../proofs/proof";
import type { Verdict } from "./types";

/** Sums up: what is wrong, what is not decided, what is only advice, and the exit status that follows. */
export function verdict({ policies }: PolicyReport, proofs: readonly Proof[]): Verdict {
    const problems = [
        ...policies.flatMap((policy) => [
            ...(isMandatory(policy) ? lines(policy, policy.violations) : []),
            ...(policy.unknownsAre === "mandatory"
                ? lines(policy, policy.undecided, "Not decided counts as a violation here (unknownsAre: mandatory).")
                : []),
        ]),
        ...proofs.filter((proof) => proof.verdict === "broken").map((proof) => proofLine(proof, "does not hold")),
    ];
    const undecided = [
        ...policies.flatMap((policy) => (policy.unknownsAre === "mandatory" ? [] : lines(policy, policy.undecided))),
        ...proofs.filter((proof) => proof.verdict === "not proven").map((proof) => proofLine(proof, "not proven")),
    ];
    const advice = policies.flatMap((policy) => (isMandatory(policy) ? [] : lines(policy, policy.violations)));
    return { problems, undecided, advice, exitCode: problems.length > 0 ? 1 : undecided.length > 0 ? 2 : 0 };
}

/** What `remediate` could not mend stops a deployment as `mandatory` does. */
function isMandatory({ level }: PolicyResult): boolean {
    return level === "mandatory" || level === "remediate";
}

/** Sorted within a policy, because the program registers in no fixed order. Messages name their resource themselves. */
function lines({ id, name }: PolicyResult, findings: readonly Finding[], suffix?: string): string[] {
    return findings
        .map(({ message }) => [`${id} ${name}: ${message}`, ...(suffix === undefined ? [] : [suffix])].join(" "))
        .sort();
}

function proofLine({ id, claim, evidence, fix }: Proof, how: string): string {
    return [
        `${id} ${how}: ${claim}.`,
        `Because: ${[...new Set(evidence)].join("; ")}.`,
        ...(fix === undefined ? [] : [fix]),
    ].join(" ");
}
