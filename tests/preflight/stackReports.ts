import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

import type { PackConfig } from "../../policy-pack/policies/settings";
import { inspect } from "../../preflight/inspect";
import { reportText } from "../../preflight/report/text";
import type { Report } from "../../preflight/report/types";
import { ROOT, twoAtATime } from "./cliProcess";

/** What to judge; paths are relative to the repository. */
export interface Case {
    /** Default: the dev stack. */
    readonly stackFile?: string;
    readonly program?: string;
    readonly unknown?: boolean;
    /** Configuration of the pack. Default: the one the product would take. */
    readonly policies?: PackConfig;
}

/** The report and its text, without colours. */
export interface Judged {
    readonly report: Report;
    readonly text: string;
}

const known = new Map<string, Promise<Judged>>();

/** Judges a stack in this process; the program is recorded once for each case, whoever asks. */
export async function judged(what: Case): Promise<Judged> {
    const key = JSON.stringify(what);
    const result = known.get(key) ?? twoAtATime(() => judge(what));
    known.set(key, result);
    return result;
}

async function judge({ stackFile = "Pulumi.dev.yaml", program, unknown = false, policies }: Case): Promise<Judged> {
    const directory = mkdtempSync(path.join(os.tmpdir(), "preflight-"));
    const policyConfig = path.join(directory, "policies.json");
    try {
        writeFileSync(policyConfig, JSON.stringify(policies ?? {}));
        const report = await inspect({
            projectDir: ROOT,
            stackFile: path.join(ROOT, stackFile),
            unknown,
            ...(program === undefined ? {} : { program }),
            ...(policies === undefined ? {} : { policyConfig }),
        });
        return { report, text: stripVTControlCharacters(reportText(report)) };
    } finally {
        rmSync(directory, { recursive: true });
    }
}
