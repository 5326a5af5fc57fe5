import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { bundledCode } from "../../../components/functions";

/** What Lambda reports of a handler that threw, did not end in time or left no process. */
export class FunctionError extends Error {
    override readonly name = "FunctionError";
}

/** Something API Gateway can call: resolves with what the handler returned, or throws {@link FunctionError}. */
export interface Invocable {
    invoke(event: unknown): Promise<unknown>;
}

export interface RunningFunction extends Invocable {
    /** All that the function wrote to its log: standard output and error. */
    log(): string;
    /** Puts the process's clock forward: what it takes for now, not its timers. */
    advance(seconds: number): Promise<void>;
    stop(): Promise<void>;
}

export interface FunctionOptions {
    readonly environment: Readonly<Record<string, string>>;
    /** Lambda's time limit for one call. Default: 10. */
    readonly timeoutSeconds?: number;
    /** Changes the bundled code, to show what a fault would do. Default: as shipped. */
    readonly alter?: (code: string) => string;
    /** File of certificates to trust beside Node's own. */
    readonly certificates?: string;
}

interface Answer {
    readonly id: number;
    readonly result?: unknown;
    readonly error?: string;
}

/** The runtime: loads the archive's one file and calls its handler, as Lambda does, with the context a handler uses. */
const RUNTIME = `
let ahead = 0;
const realNow = Date.now, monotonic = performance.now.bind(performance);
Date.now = () => realNow() + ahead;
performance.now = () => monotonic() + ahead;
const { handler } = require("./index.js");
process.on("message", async ({ id, event, timeoutMs, advanceMs }) => {
    if (advanceMs !== undefined) {
        ahead += advanceMs;
        process.send({ id });
        return;
    }
    const end = realNow() + timeoutMs;
    try {
        const result = await handler(event, { getRemainingTimeInMillis: () => end - realNow(), awsRequestId: String(id) });
        process.send({ id, result });
    } catch (error) {
        console.error(error);
        process.send({ id, error: String(error && error.message) });
    }
});
process.send({ id: 0 });
`;

/**
 * Starts a function of the project as it is deployed: its bundle, in a process of its own that has the given
 * environment and nothing else, so that all it writes can be read.
 *
 * @param entry as `assets/functions/presign/index.ts`
 */
export async function startFunction(entry: string, options: FunctionOptions): Promise<RunningFunction> {
    const directory = mkdtempSync(path.join(tmpdir(), "function-"));
    const alter = options.alter ?? ((code: string) => code);
    writeFileSync(path.join(directory, "index.js"), alter(bundledCode(entry)));
    writeFileSync(path.join(directory, "runtime.js"), RUNTIME);
    const child = fork("runtime.js", [], {
        cwd: directory,
        execArgv: [],
        silent: true,
        env: {
            ...options.environment,
            ...(options.certificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: options.certificates }),
        },
    });
    const written: string[] = [];
    child.stdout?.on("data", (chunk: Buffer) => written.push(chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => written.push(chunk.toString()));
    const calls = new Calls(child);
    await calls.ready(() => written.join(""));
    return {
        invoke: (event) => calls.invoke(event, (options.timeoutSeconds ?? 10) * 1_000),
        log: () => written.join(""),
        advance: (seconds) => calls.advance(seconds * 1_000),
        stop: async () => {
            const gone = child.exitCode !== null ? undefined : new Promise((done) => child.once("exit", done));
            child.kill();
            await gone;
            rmSync(directory, { recursive: true, force: true });
        },
    };
}

/** Calls under way in a process. */
class Calls {
    #next = 1;
    readonly #waiting = new Map<number, (answer: Answer) => void>();

    constructor(private readonly child: ChildProcess) {
        child.on("message", (answer: Answer) => this.#waiting.get(answer.id)?.(answer));
        child.on("exit", () => {
            for (const [id, settle] of this.#waiting) {
                settle({ id, error: "The function's process ended" });
            }
        });
    }

    /** @throws FunctionError with the log when the function cannot be loaded */
    async ready(log: () => string): Promise<void> {
        const { error } = await this.#answered(0);
        if (error !== undefined) {
            throw new FunctionError(`${error}: ${log()}`);
        }
    }

    async invoke(event: unknown, timeoutMs: number): Promise<unknown> {
        const id = this.#next++;
        const answered = this.#answered(id);
        this.child.send({ id, event, timeoutMs });
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<Answer>((settle) => {
            timer = setTimeout(
                () => settle({ id, error: `Task timed out after ${timeoutMs / 1_000} seconds` }),
                timeoutMs,
            );
        });
        const { error, result } = await Promise.race([answered, late]);
        clearTimeout(timer);
        if (error !== undefined) {
            throw new FunctionError(error);
        }
        return result;
    }

    async advance(advanceMs: number): Promise<void> {
        const id = this.#next++;
        const answered = this.#answered(id);
        this.child.send({ id, advanceMs });
        await answered;
    }

    async #answered(id: number): Promise<Answer> {
        try {
            return await new Promise<Answer>((settle) => this.#waiting.set(id, settle));
        } finally {
            this.#waiting.delete(id);
        }
    }
}
