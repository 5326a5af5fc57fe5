import type { Report } from "../../preflight/report/types";
import { atMost, code } from "./markdown";

const LINES = 30;

/** What of the report is shown. */
export type ShownReport = Pick<Report, "components" | "cost" | "verdict" | "notices">;

/** A preflight's verdict as Markdown. */
export function preflightSummary(report: ShownReport): string[] {
    const { components, cost, verdict, notices } = report;
    const total = components.reduce((sum, component) => sum + component.total, 0);
    const outcome = {
        0: "✅ **Preflight**: all policies pass and every proof holds",
        1: `❌ **Preflight**: ${verdict.problems.length} to change`,
        2: `⚠️ **Preflight**: ${verdict.undecided.length} not decided`,
    }[verdict.exitCode];
    return [
        `${outcome}; ${total} resources; ${monthly(cost)}`,
        ...bullets("To change:", verdict.problems),
        ...bullets("Not decided:", verdict.undecided),
        ...bullets("Notices:", notices),
    ];
}

/** What it costs by standing there, so that a review sees it change. */
function monthly({ total, unpriced }: ShownReport["cost"]): string {
    const sum = `${total.toFixed(2)} USD a month by standing there`;
    return unpriced.length === 0 ? sum : `at least ${sum} (${unpriced.length} without a price)`;
}

/** For a preflight that ended before it could judge: its message is about mistakes in files. */
export function preflightFailure(message: string): string[] {
    return [
        "❌ **Preflight**: nothing could be judged",
        ...bullets(
            "",
            message.split("\n").filter((line) => line.trim() !== ""),
        ),
    ];
}

function bullets(title: string, lines: readonly string[]): string[] {
    return lines.length === 0
        ? []
        : [
              "",
              title,
              ...atMost(
                  lines.map((line) => `- ${code(line)}`),
                  LINES,
                  (count) => `- and ${count} more`,
              ),
          ];
}
