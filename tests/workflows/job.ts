import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";

export const ROOT = path.resolve(__dirname, "../..");
const WORKFLOWS = path.join(ROOT, ".github", "workflows");

/** A workflow file; only what the tests look at. */
export interface Workflow {
    readonly name: string;
    readonly on: Readonly<Record<string, unknown>>;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
    readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
    readonly permissions?: Readonly<Record<string, string>>;
    readonly environment?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly "timeout-minutes"?: number;
    readonly steps: readonly Step[];
}

export interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly if?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly with?: Readonly<Record<string, unknown>>;
}

/** All workflow files by name without ending. */
export function workflows(): Readonly<Record<string, Workflow>> {
    return Object.fromEntries(
        readdirSync(WORKFLOWS).map((file) => [
            path.parse(file).name,
            parse(readFileSync(path.join(WORKFLOWS, file), "utf8")) as Workflow,
        ]),
    );
}

/** What one `run` of a job did. */
export interface StepRun {
    readonly run: string;
    readonly code: number | null;
    readonly output: string;
}

/** Where a job runs. */
export interface Runner {
    /** The checked-out repository. */
    readonly directory: string;
    /** Environment beyond the job's own. */
    readonly env: NodeJS.ProcessEnv;
    /** Values of expressions, for example `matrix.stack`. */
    readonly context: Readonly<Record<string, string>>;
}

/**
 * Executes a job's `run` steps as GitHub would: in order, after a failure only those that ask for it. Steps that use an
 * action, and conditions on the event, are left out.
 */
export async function runJob(job: Job, runner: Runner): Promise<StepRun[]> {
    const runs: StepRun[] = [];
    for (const step of job.steps) {
        const failed = runs.some(({ code }) => code !== 0);
        if (step.run === undefined || (failed && step.if?.includes("!cancelled()") !== true)) {
            continue;
        }
        const env = { ...runner.env, ...resolved(job.env, runner), ...resolved(step.env, runner) };
        runs.push(await runStep(step.run, runner.directory, env));
    }
    return runs;
}

/** Lets go of the event loop, because the emulated account answers from this process. */
function runStep(run: string, cwd: string, env: NodeJS.ProcessEnv): Promise<StepRun> {
    return new Promise((resolve, reject) => {
        const child = spawn("bash", ["-e", "-c", run], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
        let output = "";
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding("utf8").on("data", (text: string) => (output += text));
        }
        child.once("error", reject);
        child.once("close", (code) => resolve({ run, code, output }));
    });
}

function resolved(env: Job["env"], { context }: Runner): Record<string, string> {
    return Object.fromEntries(
        Object.entries(env ?? {}).map(([name, text]) => [
            name,
            text.replace(/\$\{\{ *([\w.]+) *\}\}/g, (_, expression: string) => {
                const value = context[expression];
                if (value === undefined) {
                    throw new Error(`the test gives ${expression} no value`);
                }
                return value;
            }),
        ]),
    );
}
