import path from "node:path";

import { readPackConfig } from "../../policy-pack/config/readConfig";
import { ResourceGraph } from "../../policy-pack/graph";
import { runPolicies } from "../../policy-pack/policies/run";
import type { NetworkIntent } from "../../preflight/proofs/network";
import { nameOf, type ProofVerdict } from "../../preflight/proofs/proof";
import { prove, type Stack } from "../preflight/network/fixture";

const CONFIG = path.resolve(__dirname, "../../policy-pack/config/single-account.json");
const NOW = new Date("2026-01-01");

/** What the proofs with a verdict say, each line with the proof's id and fix. */
export function proofTexts(
    stack: Stack,
    intent: Partial<NetworkIntent>,
    verdict: Exclude<ProofVerdict, "holds">,
): string[] {
    const { proofs } = prove(stack, intent);
    return proofs
        .filter((proof) => proof.verdict === verdict)
        .flatMap(({ id, evidence, fix = "" }) => evidence.map((line) => `${id}: ${line} | ${fix}`));
}

/** What the violated policies say, in production's configuration, each with the resource it is about. */
export function violations({ resources }: Stack): string[] {
    const read = readPackConfig(CONFIG);
    if ("problems" in read) {
        throw new Error(read.problems.join("\n"));
    }
    const { policies } = runPolicies(new ResourceGraph(resources), read.config, { now: NOW });
    return policies.flatMap((policy) =>
        policy.violations.map(({ urn, message }) => `${policy.id} ${nameOf(urn)}: ${message}`),
    );
}
