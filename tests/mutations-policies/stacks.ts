import path from "node:path";

import { readPackConfig } from "../../policy-pack/config/readConfig";
import { ResourceGraph } from "../../policy-pack/graph";
import { type PolicyReport, runPolicies } from "../../policy-pack/policies/run";
import type { PackConfig } from "../../policy-pack/policies/settings";
import type { Resources } from "../mutations-network/edit";
import { recordProgram } from "../preflight/access/fixture";
import { recordMany } from "../preflight/accounts/fixture";
import { withInstances } from "./instances";
import type { StackName } from "./mutation";

const ROOT = path.resolve(__dirname, "../..");
const NOW = new Date("2026-01-01");

const CONFIGS: Readonly<Record<StackName, string>> = {
    studio: "dev.json",
    firewall: "single-account.json",
    many: "prod.json",
};

/** The configuration a stack is judged with: the pack's own file for it. */
export function configOf(stack: StackName): PackConfig {
    const read = readPackConfig(path.join(ROOT, "policy-pack/config", CONFIGS[stack]));
    if ("problems" in read) {
        throw new Error(read.problems.join("\n"));
    }
    return read.config;
}

/**
 * What the sample stacks register: a single account with everything on, and with it one good instance of each kind of
 * resource we do not deploy; one with the firewall; and the one with many accounts.
 */
export async function recordFor(stack: StackName, unknown: boolean): Promise<Resources> {
    switch (stack) {
        case "studio":
            return withInstances(await recordSample("tests/stacks/studio-complete.yaml", unknown));
        case "firewall":
            return recordSample("tests/stacks/firewall.yaml", unknown);
        case "many":
            return (await recordMany("Pulumi.prod.yaml", unknown)).resources;
    }
}

async function recordSample(file: string, unknown: boolean): Promise<Resources> {
    return (await recordProgram({ stackFile: path.join(ROOT, file), unknown })).resources;
}

/** The verdict on a stack as it is or as it was changed. */
export function verdictOn(resources: Resources, config: PackConfig): PolicyReport {
    return runPolicies(new ResourceGraph(resources), config, { now: NOW });
}

/** What a report says, one text for each finding: `P01 studio-domain violation: …`. */
export function saidIn({ policies }: PolicyReport): string[] {
    return policies.flatMap(({ id, violations, undecided }) =>
        [...violations, ...undecided].map(
            ({ kind, urn, message }) => `${id} ${urn.split("::").at(-1)} ${kind}: ${message}`,
        ),
    );
}
