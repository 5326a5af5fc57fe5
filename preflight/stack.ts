import path from "node:path";

import {
    formatProblems,
    parseSettings,
    readStackFile,
    SECRET_PLACEHOLDER,
    type PlainSettings,
} from "../components/settings";
import { PreflightError } from "./error";

/** A stack file, checked. */
export interface Stack {
    readonly settings: PlainSettings;
    /** Configuration as the program's runtime takes it: objects as JSON. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly secretPlaceholder: string;
}

/**
 * Reads and checks a stack file.
 *
 * @throws PreflightError with every mistake: file, line, key, value, rule and fix.
 */
export function readStack(projectDir: string, stackFile: string): Stack {
    const file = readStackFile({ projectFile: path.join(projectDir, "Pulumi.yaml"), stackFile });
    if ("problems" in file) {
        throw new PreflightError(formatProblems(file.problems, file.locate));
    }
    const parsed = parseSettings(file);
    if ("problems" in parsed) {
        throw new PreflightError(formatProblems(parsed.problems, file.locate));
    }
    return {
        settings: parsed.settings,
        config: Object.fromEntries(
            Object.entries(file.config).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        ),
        secretKeys: file.secretKeys,
        secretPlaceholder: SECRET_PLACEHOLDER,
    };
}
