import type { PolicyReport, PolicyResult } from "../../policy-pack/policies/run";
import { nameOf } from "../proofs/proof";
import { colours } from "./colour";
import { item, wrap } from "./layout";
import { counted } from "./words";

/** What the pack says in a few lines: each policy with something to tell, and the resources it is about. */
export function policiesText({ policies }: PolicyReport): string {
    const violations = sum(policies, ({ violations: found }) => found.length);
    const undecided = sum(policies, (result) => result.undecided.length);
    const excepted = sum(policies, (result) => result.excepted.length);
    const checks = sum(policies, ({ checked }) => checked);
    const summary = [
        `${counted(policies.length, "policy", "policies")}, ${counted(checks, "check")}: `,
        `${counted(violations, "violation")}, ${undecided} not decided, ${excepted} excepted`,
    ].join("");
    const colour = violations > 0 ? colours.red : undecided + excepted > 0 ? colours.yellow : colours.green;
    return [colour(wrap(summary, 2)), ...policies.flatMap(policyLines)].join("\n");
}

function policyLines(result: PolicyResult): string[] {
    const title = `${result.id} ${result.name}`;
    const about = (kind: string, findings: readonly { readonly urn: string }[]): string[] =>
        findings.length === 0 ? [] : [item(`${kind} ${title}: ${names(findings)}`)];
    return [
        ...(result.level === "disabled" ? [colours.yellow(item(`disabled ${title}`))] : []),
        ...about(`violation (${result.level})`, result.violations).map(colours.red),
        ...about("not decided", result.undecided).map(colours.yellow),
        ...result.excepted
            .map(
                ({ finding, exception }) =>
                    `excepted ${title} (${nameOf(finding.urn)}) until ${exception.expires}: ${exception.reason}`,
            )
            .sort()
            .map((line) => colours.yellow(item(line))),
    ];
}

/** Sorted, because the program registers in no fixed order and two reports of one stack must be the same. */
function names(findings: readonly { readonly urn: string }[]): string {
    // A finding without a URN is about an exception in the pack's configuration.
    const all = findings.map(({ urn }) => (urn === "" ? "the policy's configuration" : nameOf(urn)));
    return [...new Set(all)].sort().join(", ");
}

function sum(results: readonly PolicyResult[], of: (result: PolicyResult) => number): number {
    return results.reduce((total, result) => total + of(result), 0);
}
