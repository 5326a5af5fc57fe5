import pc from "picocolors";

import type { PolicyResult } from "../../policy-pack/policies/run";
import { nameOf, type Proof } from "../proofs/proof";
import { accessText } from "./access";
import { table, wrap } from "./layout";
import type { Report } from "./types";

/** The report for a terminal of 80 columns. */
export function reportText(report: Report): string {
    const ids = report.ids === "unknown" ? ", ids unknown as at a first preview" : "";
    return [
        pc.bold(`Preflight of stack ${report.stack}`),
        wrap(`region ${report.region}, account ${report.account}${ids}; nothing was called, nothing was made`, 2),
        "",
        heading("What will be made"),
        componentsText(report),
        "",
        heading("Policies"),
        policiesText(report),
        "",
        heading("Network"),
        report.network.map(proofText).join("\n"),
        "",
        heading("Who can open which profile"),
        accessText(report.access.classes),
        report.access.proofs.map(proofText).join("\n"),
        "",
        ...list("Notices", report.notices),
        ...list("Assumptions", [...new Set(report.assumptions.map(({ token, why }) => `${token}: ${why}`))]),
        verdictText(report),
    ].join("\n");
}

function heading(text: string): string {
    return pc.bold(text);
}

function componentsText({ components }: Report): string {
    const rows = components.map(({ component, name, counts, total }) => [
        component,
        name,
        String(total),
        Object.entries(counts)
            .map(([type, count]) => `${count}\u00a0${type}`)
            .join(", "),
    ]);
    const total = components.reduce((sum, each) => sum + each.total, 0);
    return [table(["component", "name", "", "resources"], rows, [16, 19, 5, 40]), `  ${total} resources`]
        .join("\n")
        .replace(/\u00a0/g, " ");
}

function policiesText({ policies }: Report): string {
    const { policies: results } = policies;
    const violations = results.flatMap(({ violations: found }) => found).length;
    const undecided = results.flatMap((result) => result.undecided).length;
    const excepted = results.flatMap((result) => result.excepted).length;
    const checked = results.reduce((sum, result) => sum + result.checked, 0);
    const summary = `${results.length} policies on ${checked} resources: ${violations} violations, ${undecided} not decided, ${excepted} excepted`;
    return [`  ${violations > 0 ? pc.red(summary) : pc.green(summary)}`, ...results.flatMap(policyLines)].join("\n");
}

function policyLines(result: PolicyResult): string[] {
    const title = `${result.id} ${result.name}`;
    return [
        ...result.violations.map(({ urn }) => pc.red(wrap(`violation (${result.level}) ${title}: ${nameOf(urn)}`, 2))),
        ...result.undecided.map(({ urn }) => pc.yellow(wrap(`not decided ${title}: ${nameOf(urn)}`, 2))),
        ...result.excepted.map(({ finding, exception }) =>
            pc.yellow(
                wrap(`excepted ${title} (${nameOf(finding.urn)}) until ${exception.expires}: ${exception.reason}`, 2),
            ),
        ),
    ];
}

function proofText({ verdict, claim }: Proof): string {
    const line = `  ${verdict.padEnd(12)}${wrap(claim, 14).trimStart()}`;
    switch (verdict) {
        case "holds":
            return line.replace("holds", pc.green("holds"));
        case "broken":
            return pc.red(line);
        case "not proven":
            return pc.yellow(line);
    }
}

function list(title: string, lines: readonly string[]): string[] {
    return lines.length === 0 ? [] : [heading(title), ...lines.map((line) => wrap(line, 2)), ""];
}

function verdictText({ verdict }: Report): string {
    const problems = verdict.problems.map((problem) => pc.red(wrap(problem, 2)));
    const undecided = verdict.undecided.map((problem) => pc.yellow(wrap(problem, 2)));
    switch (verdict.exitCode) {
        case 0:
            return pc.green("All policies pass and every proof holds.");
        case 1:
            return [pc.red(`${problems.length} to change before this may be deployed:`), ...problems].join("\n");
        case 2:
            return [pc.yellow(`Nothing is wrong, but ${undecided.length} not decided:`), ...undecided].join("\n");
    }
}
