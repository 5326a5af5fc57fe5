import path from "node:path";

import type { PlainMultiSettings } from "../../components/settings";
import { ResourceGraph } from "../../policy-pack/graph";
import { PreflightError } from "../../preflight/error";
import { record } from "../../preflight/record";
import { failureText } from "../../preflight/report/failure";
import type { AnyStack } from "../../preflight/stack";

/** Milliseconds a program may take: ten times what it needs, and linear in the users as the program is. */
const TIME_LIMIT = { base: 60_000, perUser: 300 };

/**
 * Records the program of a stack of many accounts, without cloud and without CLI.
 *
 * @throws PreflightError when the program fails
 */
export async function recorded(
    projectDir: string,
    { settings, ...stack }: AnyStack<PlainMultiSettings>,
): Promise<ResourceGraph> {
    const users = settings.lobs.flatMap((lob) => lob.users).length;
    const recording = await record({
        entry: path.join(projectDir, "index.ts"),
        projectDir,
        project: settings.project,
        stack: settings.stack,
        ...stack,
        timeLimitMs: TIME_LIMIT.base + TIME_LIMIT.perUser * users,
    });
    if (recording.failed) {
        const errors = recording.diagnostics.filter(({ severity }) => severity === "error");
        throw new PreflightError(
            failureText(
                errors.map(({ message }) => message),
                projectDir,
            ),
        );
    }
    return new ResourceGraph(recording.resources);
}
