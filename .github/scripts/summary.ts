import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { code } from "./markdown";
import { preflightFailure, preflightSummary, type ShownReport } from "./preflightSummary";
import { previewSummary, readEvents } from "./previewSummary";

/** The report of one stack, from what the other scripts left in a folder. */
export function stackSummary(stack: string, folder: string): string {
    const read = (suffix: string): string | undefined => {
        const file = path.join(folder, `${stack}.${suffix}`);
        return existsSync(file) ? readFileSync(file, "utf8") : undefined;
    };
    return [`### ${code(stack)}`, "", ...preview(read), "", ...preflight(read), ""].join("\n");
}

type Read = (suffix: string) => string | undefined;

function preview(read: Read): string[] {
    const status = read("preview.status");
    if (status === undefined) {
        const reason = read("preview.none")?.trim() ?? "a pull request from a fork, or no backend is configured";
        return [`ℹ️ **Preview**: none; ${reason}`];
    }
    const events = read("events.json");
    if (events === undefined) {
        return ["❌ **Preview**: it did not start, see the log of the workflow run"];
    }
    return previewSummary(readEvents(events), status.trim() === "0");
}

function preflight(read: Read): string[] {
    const report = read("preflight.json") ?? "";
    return report.trim() === ""
        ? preflightFailure(read("preflight.err") ?? "")
        : preflightSummary(JSON.parse(report) as ShownReport);
}

if (require.main === module) {
    const [stack = "", folder = ""] = process.argv.slice(2);
    process.stdout.write(stackSummary(stack, folder));
}
