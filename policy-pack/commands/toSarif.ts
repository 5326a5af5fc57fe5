import type { PolicyDefinition } from "../policies/definition";
import { POLICIES } from "../policies";
import { readEvents } from "../report/events";
import { rulesOf } from "../report/rules";
import { sarifLog } from "../report/sarif";
import { packVersion } from "../report/version";
import type { Outcome } from "./checkConfig";

/**
 * Turns what the engine told of a run into a SARIF log for code scanning.
 *
 * @param events what `--event-log FILE` or `pulumi policy analyze --json` wrote, one JSON object a line
 * @param source file of the repository that alerts are shown at, relative to its root
 */
export function eventsToSarif(
    events: string,
    source: string,
    policies: readonly PolicyDefinition[] = POLICIES,
): Outcome {
    const wrong = sourceProblem(source);
    if (wrong !== undefined) {
        return { output: "", errors: `--source ${wrong}\n`, exitCode: 2 };
    }
    const read = readEvents(events, policies);
    if ("problem" in read) {
        return { output: "", errors: `${read.problem}\n`, exitCode: 1 };
    }
    const log = sarifLog({
        tool: "private-studio-policies",
        version: packVersion(),
        rules: rulesOf(policies),
        results: read.results,
        source,
    });
    const left = [
        ...(read.excepted > 0 ? [`${read.excepted} excepted, which the configuration accepts: no result.`] : []),
        ...(read.foreign > 0 ? [`${read.foreign} of other policy packs: left out.`] : []),
    ];
    return {
        output: `${JSON.stringify(log, undefined, 2)}\n`,
        errors: left.map((line) => `${line}\n`).join(""),
        exitCode: 0,
    };
}

/** Code scanning resolves the path in the repository, and takes none that leads out of it. */
function sourceProblem(source: string): string | undefined {
    const outside = /^([/\\]|[A-Za-z]+:)/.test(source) || source.split(/[/\\]/).includes("..");
    return outside || source === ""
        ? "must be a path relative to the root of the repository, such as Pulumi.yaml or infra/Pulumi.yaml."
        : undefined;
}
