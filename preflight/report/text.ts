import { accessText } from "./access";
import { colours } from "./colour";
import { costText } from "./cost";
import { item, table, wrap } from "./layout";
import { accountsText, acrossText, lobsText, partsText } from "./many";
import { policiesText } from "./policies";
import { proofText } from "./proof";
import { roomText } from "./room";
import { rolesText } from "./roles";
import type { ManyReport, Report } from "./types";
import { counted } from "./words";

/** What was judged, and that judging it did nothing. */
const SOURCES: Record<Report["source"], string> = {
    program: "nothing was called, nothing was made",
    "program with unknown ids": "ids unknown as at a first preview; nothing was called, nothing was made",
    "deployed stack": "as exported from the deployed stack",
    preview: "as Pulumi previews it",
};

/** The report for a terminal of 80 columns. */
export function reportText(report: Report): string {
    return [
        colours.bold(`Preflight of stack ${report.stack}`),
        wrap(`region ${report.region}, ${whose(report)}; ${SOURCES[report.source]}`, 2),
        "",
        ...(report.many === undefined ? [] : [heading("Accounts"), accountsText(report.many), ""]),
        heading("What will be made"),
        report.many === undefined ? componentsText(report) : partsText(report.many),
        "",
        heading("Policies"),
        policiesText(report.policies),
        "",
        ...(report.many === undefined ? singleText(report) : manyText(report, report.many)),
        "",
        heading("What it costs by standing there"),
        costText(report.cost),
        "",
        ...list("Notices", report.notices),
        ...list("Assumptions", [...new Set(report.assumptions.map(({ token, why }) => `${token}: ${why}`))]),
        ...list("Advice", report.verdict.advice),
        verdictText(report),
    ].join("\n");
}

/** What is told of one account. */
function singleText(report: Report): string[] {
    return [
        heading("Network"),
        report.network.map(proofText).join("\n"),
        roomText(report.room),
        "",
        heading("Who can open which profile"),
        report.access.mode === "identity-center"
            ? wrap(
                  "Nobody by a presigned URL: IAM Identity Center signs people in, outside what can be proven here.",
                  2,
              )
            : accessText(report.access.classes),
        report.access.proofs.map(proofText).join("\n"),
        "",
        heading("What people's apps may do"),
        rolesText(report.roles.classes),
        report.roles.proofs.map(proofText).join("\n"),
    ];
}

/** What is told of many. */
function manyText(report: Report, many: ManyReport): string[] {
    return [acrossText(report, many), "", lobsText(many)];
}

function whose({ account, many }: Report): string {
    return many === undefined ? `account ${account}` : `${many.accounts.length} accounts`;
}

function heading(text: string): string {
    return colours.bold(text);
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

function list(title: string, lines: readonly string[]): string[] {
    return lines.length === 0 ? [] : [heading(title), ...lines.map(item), ""];
}

/** The last paragraph: what follows from all of the above. */
function verdictText(report: Report): string {
    const { exitCode, problems, undecided } = report.verdict;
    const wrong = problems.map((problem) => colours.red(item(problem)));
    const open = undecided.map((problem) => colours.yellow(item(problem)));
    switch (exitCode) {
        case 0:
            return success(report);
        case 1:
            return [
                colours.red(`${counted(wrong.length, "thing")} to change before this may be deployed:`),
                ...wrong,
                ...(open.length === 0 ? [] : ["", colours.yellow(`Besides, ${open.length} not decided:`), ...open]),
            ].join("\n");
        case 2:
            return [colours.yellow(`Nothing is wrong, but ${open.length} not decided:`), ...open].join("\n");
    }
}

/** Says "all" only where no exception, switched-off policy or advice stands against it. */
function success({ policies: { policies }, verdict }: Report): string {
    const excepted = policies.reduce((sum, policy) => sum + policy.excepted.length, 0);
    const disabled = policies.filter(({ level }) => level === "disabled").length;
    const but = [
        ...(excepted > 0 ? [counted(excepted, "excepted finding")] : []),
        ...(disabled > 0 ? [counted(disabled, "disabled policy", "disabled policies")] : []),
        ...(verdict.advice.length > 0 ? [counted(verdict.advice.length, "advisory violation")] : []),
    ];
    return but.length === 0
        ? colours.green("All policies pass and every proof holds.")
        : colours.yellow(wrap(`Every proof holds and nothing stops a deployment, with ${but.join(", ")} above.`, 0));
}
