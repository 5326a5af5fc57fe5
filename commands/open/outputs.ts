import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What `open` reads of a stack's outputs. */
export interface OpenOutputs {
    readonly region: string;
    readonly domainId: string;
    readonly userRoleArn: string;
}

/** A mistake of the person at the keyboard: printed without a stack trace. */
export class UserError extends Error {}

const NEEDED = ["region", "domainId", "userRoleArn"] as const;

/** What opening a profile takes; see {@link stackOutputs}. */
export function readOutputs(stack: string, file: string | undefined, cwd: string): OpenOutputs {
    return stackOutputs(stack, file, cwd, NEEDED);
}

/**
 * Outputs of the deployed stack: from `pulumi stack output --json`, or from a file that holds its answer.
 *
 * @throws UserError when Pulumi is missing, the stack is not deployed, or a needed output is absent.
 */
export function stackOutputs<Name extends string>(
    stack: string,
    file: string | undefined,
    cwd: string,
    needed: readonly Name[],
): Readonly<Record<Name, string>> {
    const text = file === undefined ? askPulumi(stack, cwd) : readFile(file);
    const outputs = parseOutputs(stack, text);
    const missing = needed.filter((name) => typeof outputs[name] !== "string" || outputs[name] === "");
    if (missing.length > 0) {
        throw new UserError(
            `Stack ${stack} has no output ${missing.join(", ")}: it is not deployed yet, or not by this program. Run "pulumi up --stack ${stack}" first.`,
        );
    }
    return outputs as Record<Name, string>;
}

function parseOutputs(stack: string, text: string): Record<string, unknown> {
    let outputs: unknown;
    try {
        outputs = JSON.parse(text);
    } catch {
        // Told below, with whatever else is not a map of outputs.
    }
    if (typeof outputs !== "object" || outputs === null) {
        throw new UserError(
            `The outputs of stack ${stack} are not a JSON object. Give what "pulumi stack output --json" printed.`,
        );
    }
    return outputs as Record<string, unknown>;
}

function askPulumi(stack: string, cwd: string): string {
    const result = spawnSync("pulumi", ["stack", "output", "--json", "--stack", stack], { cwd, encoding: "utf8" });
    if (result.error) {
        throw new UserError(
            'The command "pulumi" was not found. Install the Pulumi CLI, or give the outputs with --outputs FILE (what "pulumi stack output --json" prints elsewhere).',
        );
    }
    if (result.status !== 0) {
        throw new UserError(`"pulumi stack output --stack ${stack}" failed: ${result.stderr.trim()}`);
    }
    return result.stdout;
}

function readFile(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch {
        throw new UserError(`The file ${file} given with --outputs cannot be read.`);
    }
}
