import path from "node:path";

import {
    formatProblems,
    isMulti,
    parseSettings,
    type PlainMultiSettings,
    type PlainSettings,
    readStackFile,
    SECRET_PLACEHOLDER,
} from "../components/settings";
import { PreflightError } from "./error";

/** A stack file, checked. */
export interface AnyStack<S extends PlainSettings | PlainMultiSettings = PlainSettings | PlainMultiSettings> {
    readonly settings: S;
    /** Configuration as the program's runtime takes it: objects as JSON. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly secretPlaceholder: string;
}

/** The stack file of one account, checked. */
export type Stack = AnyStack<PlainSettings>;

/**
 * Reads and checks a stack file of whichever deployment.
 *
 * @throws PreflightError with every mistake: file, line, key, value, rule and fix.
 */
export function readAnyStack(projectDir: string, stackFile: string): AnyStack {
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

/**
 * Reads and checks the stack file of a single account.
 *
 * @throws PreflightError as `readAnyStack`; also for a stack of many accounts, which has no one domain or account
 */
export function readStack(projectDir: string, stackFile: string): Stack {
    const { settings, ...stack } = readAnyStack(projectDir, stackFile);
    if (isMulti(settings)) {
        throw new PreflightError(
            `${stackFile}: deployment is multi-account, and this is for a stack of one account. ` +
                "Who may open what there: npm run access. What is deployed there: npm start.",
        );
    }
    return { settings, ...stack };
}
