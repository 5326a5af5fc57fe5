import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type { Diagnostics } from "./diagnostics";
import type { RecordOptions } from "./types";

/** Exit status of Pulumi's runtime when it has already reported the error through the engine's log. */
const ALREADY_REPORTED = 32;

/** As in Pulumi.yaml: loads TypeScript without type-checking it. */
const TSCONFIG = "tsconfig.pulumi.json";

/** More than anybody reads; a program in a printing loop must not fill the memory. */
const OUTPUT_LIMIT = 64 * 1024;

/**
 * Runs the program with Pulumi's own Node runtime in a process of its own, as the language host does, and reports how it
 * ended to `diagnostics`. Resolves when the process is gone, whatever happened to it.
 *
 * @param address where monitor and engine listen
 */
export async function runProgram(options: RecordOptions, address: string, diagnostics: Diagnostics): Promise<void> {
    const timeLimitMs = options.timeLimitMs ?? 60_000;
    const program = path.resolve(options.projectDir, options.entry);
    if (!existsSync(program)) {
        diagnostics.refuse(`There is no program at ${program}: check the path, and \`main\` in Pulumi.yaml.`);
        return;
    }
    const child = spawn(process.execPath, commandLine(options, address), {
        cwd: options.projectDir,
        env: environment(options),
        stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = (): boolean => child.kill("SIGKILL");
    process.once("exit", stop);
    let late = false;
    const timer = setTimeout(() => {
        late = true;
        stop();
    }, timeLimitMs);
    const printed = collect(child.stdout);
    const complaints = collect(child.stderr);
    const ending = await new Promise<string | undefined>((resolve) => {
        child.once("error", (error) => resolve(`could not be started: ${error.message}`));
        child.once("close", (code, signal) =>
            resolve(code === null ? `ended with signal ${signal}` : statusText(code, diagnostics)),
        );
    });
    clearTimeout(timer);
    process.off("exit", stop);
    diagnostics.add("info", printed());
    if (late) {
        diagnostics.refuse(
            `The program did not end within ${timeLimitMs / 1000} s and was stopped: it waits for something that never comes ` +
                "(a promise nobody settles, a timer, an open connection).",
        );
    } else if (ending !== undefined) {
        diagnostics.add("error", [`The program ${ending}.`, complaints()].filter((text) => text !== "").join("\n"));
    } else {
        diagnostics.add("info", complaints());
    }
}

function statusText(code: number, diagnostics: Diagnostics): string | undefined {
    return code === 0 || (code === ALREADY_REPORTED && diagnostics.hasErrors) ? undefined : `ended with status ${code}`;
}

function commandLine(options: RecordOptions, address: string): readonly string[] {
    const { projectDir, project, stack } = options;
    const run = createRequire(path.join(projectDir, "index.js")).resolve("@pulumi/pulumi/cmd/run");
    return [
        ...["--require", path.join(__dirname, "plainInspect.cjs")],
        // Pulumi takes a stack trace for each promise and ts-node maps every frame: with Node's ten frames that is most of
        // the time of a large program. Two still say where an error comes from.
        "--stack-trace-limit=2",
        run,
        ...["--monitor", address, "--engine", address],
        ...["--organization", "organization", "--project", project, "--stack", stack],
        ...["--root-directory", projectDir, "--pwd", projectDir],
        ...["--dry-run", "--parallel", "16"],
        options.entry,
    ];
}

/**
 * The user's own environment without what would let it decide about the result: Pulumi's settings, and AWS's, from which
 * the SDK takes Regions and a program could take credentials.
 */
function environment({ project, projectDir, config, secretKeys }: RecordOptions): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(([key]) => !/^(PULUMI|AWS)_/.test(key));
    const runtimeKey = (key: string): string => {
        const [namespace, name] = key.includes(":")
            ? [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)]
            : [project, key];
        return `${namespace}:config:${name}`;
    };
    return {
        ...Object.fromEntries(kept),
        PULUMI_CONFIG: JSON.stringify(
            Object.fromEntries(Object.entries(config).map(([key, value]) => [runtimeKey(key), value])),
        ),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys.map(runtimeKey)),
        PULUMI_NODEJS_TYPESCRIPT: "true",
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
        ...(existsSync(path.join(projectDir, TSCONFIG)) ? { PULUMI_NODEJS_TSCONFIG_PATH: TSCONFIG } : {}),
    };
}

function collect(stream: NodeJS.ReadableStream): () => string {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
        text = (text + chunk).slice(0, OUTPUT_LIMIT);
    });
    return () => text.trim();
}
