import type { ResourceGraph } from "../graph";
import type { EnforcementLevel, PolicyDefinition, Severity } from "./definition";
import { POLICIES } from "./index";
import { type Judgement, judge } from "./judge";
import { type PackConfig, settingsOf } from "./settings";

/** What one policy says about a stack. */
export interface PolicyResult extends Judgement {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly severity: Severity;
    readonly remediationSteps: string;
    /** `disabled`: not run, nothing checked. `remediate` counts as mandatory for what is left over. */
    readonly level: EnforcementLevel;
    /** Weight of the undecided findings. */
    readonly unknownsAre: "advisory" | "mandatory";
}

/** The verdict of the pack on one stack, policies in the order of the catalogue. */
export interface PolicyReport {
    readonly policies: readonly PolicyResult[];
    /** True when a mandatory policy has a violation, or an undecided finding that counts as mandatory. */
    readonly blocked: boolean;
}

export interface RunOptions {
    /** Day on which exceptions are judged. Default: today. */
    readonly now?: Date;
    /** Default: every policy of the pack. */
    readonly policies?: readonly PolicyDefinition[];
}

/** Runs the policies over a recorded stack: the same definitions and code as under the engine. */
export function runPolicies(graph: ResourceGraph, config: PackConfig = {}, options: RunOptions = {}): PolicyReport {
    const { now = new Date(), policies = POLICIES } = options;
    const results = policies.map((policy): PolicyResult => {
        const settings = settingsOf(policy, config);
        const judgement =
            settings.level === "disabled"
                ? { violations: [], undecided: [], excepted: [], checked: 0 }
                : judge(policy, graph, settings, now);
        const { id, name, title, severity, remediationSteps } = policy;
        const { level, unknownsAre } = settings;
        return { id, name, title, severity, remediationSteps, level, unknownsAre, ...judgement };
    });
    return { policies: results, blocked: results.some(blocks) };
}

/** Whether a result stops a deployment. */
function blocks({ level, violations, undecided, unknownsAre }: PolicyResult): boolean {
    const mandatory = level === "mandatory" || level === "remediate";
    return (
        (mandatory && violations.length > 0) ||
        (level !== "disabled" && unknownsAre === "mandatory" && undecided.length > 0)
    );
}
