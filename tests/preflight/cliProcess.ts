import { spawn } from "node:child_process";
import path from "node:path";

export const ROOT = path.resolve(__dirname, "../..");

/** What a command printed and how it ended. */
export interface Finished {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** What would change colours, credentials or Pulumi's behaviour is the test's to set. */
const FOREIGN = /^(NO_COLOR|FORCE_COLOR|CI|TERM|AWS_.*|PULUMI_.*)$/;

/** Runs a TypeScript file of the product as `npm start` and `npm run open` do, with pipes for output. */
export async function runFile(
    file: string,
    args: readonly string[],
    options: { readonly env?: Readonly<Record<string, string>>; readonly preload?: string } = {},
): Promise<Finished> {
    const kept = Object.fromEntries(Object.entries(process.env).filter(([key]) => !FOREIGN.test(key)));
    const preload = options.preload === undefined ? [] : ["--require", options.preload];
    const child = spawn(
        process.execPath,
        ["--require", "ts-node/register/transpile-only", ...preload, path.join(ROOT, file), ...args],
        { cwd: ROOT, env: { ...kept, ...options.env }, stdio: ["ignore", "pipe", "pipe"] },
    );
    const printed = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (printed.stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (printed.stderr += chunk));
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    return { code, ...printed };
}

/** Runs the preflight; {@link runFile}. */
export async function preflight(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
    return runFile("preflight/main.ts", args, { env });
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs at most two of all tasks given to it at a time: each has a process of its own, and machines have few cores. */
export async function twoAtATime<T>(task: () => Promise<T>): Promise<T> {
    if (running >= 2) {
        await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
        return await task();
    } finally {
        running -= 1;
        waiting.shift()?.();
    }
}

/** Results of named tasks, by name. */
export async function allOf<T>(
    tasks: Readonly<Record<string, () => Promise<T>>>,
): Promise<Readonly<Record<string, T>>> {
    const results = await Promise.all(
        Object.entries(tasks).map(async ([name, task]) => [name, await twoAtATime(task)] as const),
    );
    return Object.fromEntries(results);
}
