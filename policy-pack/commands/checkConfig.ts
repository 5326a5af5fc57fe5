import { checkEscapes } from "../config/escapes";
import { checkPackConfig, readJson } from "../config/readConfig";
import type { PolicyDefinition } from "../policies/definition";
import { POLICIES } from "../policies";

/** What a command prints, and how it ends. */
export interface Outcome {
    /** For standard output. */
    readonly output: string;
    /** For standard error. */
    readonly errors: string;
    /** 0: all is right; 1: something in what was given is not; 2: the command was called wrongly. */
    readonly exitCode: 0 | 1 | 2;
}

/** Checks configuration files of the pack, each with all its problems. `now` is the day exceptions are judged on. */
export function checkConfigs(
    files: readonly string[],
    now: Date,
    policies: readonly PolicyDefinition[] = POLICIES,
): Outcome {
    const reports = files.map((file) => ({ file, ...checkFile(file, now, policies) }));
    const lines = (kind: "problems" | "warnings"): string[] =>
        reports.flatMap((report) => report[kind].map((line) => `${report.file}: ${line}`));
    const right = reports.filter(({ problems }) => problems.length === 0).map(({ file }) => `${file}: right`);
    const problems = lines("problems");
    return {
        output: text([...right, ...lines("warnings").map((line) => `warning: ${line}`)]),
        errors: text(problems),
        exitCode: problems.length > 0 ? 1 : 0,
    };
}

interface FileReport {
    readonly problems: readonly string[];
    readonly warnings: readonly string[];
}

function checkFile(file: string, now: Date, policies: readonly PolicyDefinition[]): FileReport {
    const json = readJson(file);
    if ("problems" in json) {
        return { problems: json.problems, warnings: [] };
    }
    const checked = checkPackConfig(json.value, policies);
    const escapes = checkEscapes(json.value, policies, now);
    return {
        problems: [...("problems" in checked ? checked.problems : []), ...escapes.problems],
        warnings: escapes.warnings,
    };
}

function text(lines: readonly string[]): string {
    return lines.map((line) => `${line}\n`).join("");
}
