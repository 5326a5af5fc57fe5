import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";

import { Command as CommandLine } from "commander";

import { inspect } from "../preflight/inspect";
import { writeBareProgram } from "./bareProgram";
import { type EngineBench, prepareEngine } from "./engine";
import { measurePack } from "./pack/measure";
import { packText } from "./pack/report";
import { NO_ENGINE, type Result, resultText } from "./report";
import { type Measurements, rows, type Subject } from "./rows";
import { type Command, timed } from "./timed";

/** A median of fewer rounds says little. */
const LEAST_ROUNDS = 5;

const TS_NODE = ["--require", "ts-node/register/transpile-only"];

const ROOT = path.resolve(__dirname, "..");

interface Flags {
    readonly rounds: string;
    readonly json: boolean;
}

interface PackFlags extends Flags {
    readonly sizes: string;
}

async function main(argv: readonly string[]): Promise<void> {
    const line = new CommandLine("npm run bench --")
        // `--rounds` and `--json` behind `pack` are the subcommand's.
        .enablePositionalOptions()
        .description("Times preflight and preview of the dev stack against a bare program with as many resources.")
        .option("--rounds <count>", `rounds, at least ${LEAST_ROUNDS}`, String(LEAST_ROUNDS))
        .option("--json", "print the result as JSON", false)
        .action(async (flags: Flags) => {
            const result = await measure(ROOT, wholeNumber("--rounds", flags.rounds, LEAST_ROUNDS));
            print(flags, result, resultText(result));
        });
    line.command("pack")
        .description(
            "Times what the policy pack adds to a preview of many resources against a pack of one trivial policy.",
        )
        .option("--sizes <counts>", "numbers of resources, with commas between them", "1000,10000")
        .option("--rounds <count>", "rounds at each size", "3")
        .option("--json", "print the result as JSON", false)
        .action(async (flags: PackFlags) => {
            const sizes = flags.sizes.split(",").map((size) => wholeNumber("--sizes", size, 1));
            const result = await measurePack(ROOT, sizes, wholeNumber("--rounds", flags.rounds, 1));
            print(flags, result, packText(result));
        });
    await line.parseAsync([...argv]);
}

function print({ json }: Flags, result: unknown, text: string): void {
    process.stdout.write(`${json ? JSON.stringify(result, undefined, 2) : text}\n`);
}

function wholeNumber(flag: string, text: string, least: number): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) {
        throw new Error(`${flag} is ${text}; write a whole number, ${least} or more`);
    }
    return value;
}

async function measure(root: string, rounds: number): Promise<Result> {
    // Below the repository, so that the programs find its packages.
    const work = path.join(root, ".cache", "bench");
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const report = await inspect({ projectDir: root, stackFile: path.join(root, "Pulumi.dev.yaml"), unknown: false });
    const resources = report.components.reduce((sum, { total }) => sum + total, 0);
    const engine = await prepareEngine(root, work, resources);
    if (engine === undefined) {
        process.stderr.write(`${NO_ENGINE}\n`);
    }
    try {
        const measurements = await timeRounds(subjects(root, work, resources, engine), rounds);
        return {
            resources,
            rounds,
            node: process.version,
            ...(engine === undefined ? {} : { pulumi: engine.version }),
            rows: rows(measurements),
        };
    } finally {
        engine?.stop();
        rmSync(work, { recursive: true, force: true });
    }
}

function subjects(
    root: string,
    work: string,
    resources: number,
    engine: EngineBench | undefined,
): (readonly [Subject, Command])[] {
    const recorded = path.join(work, "recorded");
    writeBareProgram(recorded, resources, "same options", root);
    const node = (...args: string[]): Command => ({
        file: process.execPath,
        args: [...TS_NODE, ...args],
        cwd: root,
        env: process.env,
    });
    return [
        ["preflight", node("preflight/main.ts", "--stack", "dev", "--json")],
        ["recording of the bare program", node("bench/recordBare.ts", recorded)],
        ...(engine?.commands ?? []),
    ];
}

/** One round is every subject once; a first round that only warms caches is not counted. */
async function timeRounds(list: readonly (readonly [Subject, Command])[], rounds: number): Promise<Measurements> {
    const times = new Map<Subject, number[]>(list.map(([subject]) => [subject, []]));
    for (let round = 0; round <= rounds; round++) {
        process.stderr.write(round === 0 ? "warming up …\n" : `round ${round} of ${rounds} …\n`);
        for (const [subject, command] of list) {
            const time = await timed(command);
            if (round > 0) {
                times.get(subject)?.push(time);
            }
        }
    }
    return Object.fromEntries(times);
}

main(process.argv).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
});
