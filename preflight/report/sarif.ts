import { POLICIES } from "../../policy-pack/policies";
import type { PolicyReport } from "../../policy-pack/policies/run";
import { rulesOf } from "../../policy-pack/report/rules";
import { type Result, type Rule, sarifLog, type Weight, weightOf } from "../../policy-pack/report/sarif";
import { packVersion } from "../../policy-pack/report/version";
import type { Proof } from "../proofs/proof";
import type { Report } from "./types";

/**
 * The report as SARIF 2.1.0 for code scanning: violations, what is not decided, and proofs that do not hold. What an
 * exception accepts is no result.
 *
 * @param source file that alerts are shown at, relative to the root of the repository
 */
export function reportSarif(report: Report, source: string): object {
    const proofs = proofsOf(report);
    return sarifLog({
        tool: "private-studio-preflight",
        version: packVersion(),
        rules: [...rulesOf(POLICIES), ...proofRules(proofs)],
        results: [...policyResults(report.policies), ...proofs.flatMap(proofResults)],
        source,
    });
}

function policyResults({ policies }: PolicyReport): Result[] {
    return policies.flatMap(({ name, level, unknownsAre, violations, undecided }) => {
        const weight = weightOf(level);
        const results = (findings: typeof violations, of: Weight): Result[] =>
            findings.map(({ message, urn }) => ({ ruleId: name, level: of, message, urn }));
        return [
            ...(weight === "none" ? [] : results(violations, weight)),
            ...results(undecided, unknownsAre === "mandatory" ? "error" : "note"),
        ];
    });
}

/** All proofs of a report; those of a line of business carry its name. */
function proofsOf({ network, access, roles, many }: Report): Proof[] {
    const ofLobs = (many?.lobs ?? []).flatMap((lob) =>
        [...lob.network, ...lob.access.proofs, ...lob.roles.proofs].map((proof) => ({
            ...proof,
            id: `${lob.lob}: ${proof.id}`,
        })),
    );
    return [...network, ...access.proofs, ...roles.proofs, ...ofLobs];
}

function proofRules(proofs: readonly Proof[]): Rule[] {
    const byId = new Map(proofs.map((proof) => [proof.id, proof]));
    return [...byId.values()].map(({ id, claim }) => ({
        id,
        shortDescription: { text: claim },
        defaultConfiguration: { level: "error" },
        // What a proof claims is what the stack is for: nobody in, nothing out, each to their own.
        properties: { tags: ["security"], precision: "very-high", "security-severity": "9.5" },
    }));
}

function proofResults({ id, claim, verdict, evidence, fix }: Proof): Result[] {
    if (verdict === "holds") {
        return [];
    }
    const because = evidence.length === 0 ? [] : [`Because: ${[...new Set(evidence)].join("; ")}.`];
    const message = [`${claim}.`, ...because, ...(fix === undefined ? [] : [fix])].join(" ");
    return [{ ruleId: id, level: verdict === "broken" ? "error" : "note", message, urn: "" }];
}
