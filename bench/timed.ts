import { spawn } from "node:child_process";

/** A command to time. */
export interface Command {
    readonly file: string;
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
}

/**
 * Milliseconds a command takes from start to end.
 *
 * @throws Error with the command's output when it fails: the time of a failure means nothing.
 */
export function timed(command: Command): Promise<number> {
    return new Promise((resolve, reject) => {
        const start = performance.now();
        const child = spawn(command.file, command.args, {
            cwd: command.cwd,
            env: command.env,
            stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding("utf8").on("data", (text: string) => (output += text));
        }
        child.once("error", reject);
        child.once("close", (code) => {
            if (code === 0) {
                resolve(performance.now() - start);
            } else {
                reject(new Error(`${command.file} ${command.args.join(" ")} ended with ${code}:\n${output}`));
            }
        });
    });
}
