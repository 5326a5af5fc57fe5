#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { packVersion } from "../report/version";
import { checkConfigs, type Outcome } from "./checkConfig";
import { eventsToSarif } from "./toSarif";

const HELP = `Commands beside the policy pack.

  private-studio-policies check FILE…
      Checks configuration files: names, keys, values, patterns, reasons and dates. The engine accepts an unknown
      policy name without a word.

  private-studio-policies sarif [--source FILE] < EVENTS
      Turns what a run told into SARIF 2.1.0 for code scanning. EVENTS is what
      "PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log EVENTS" or "pulumi policy analyze --json" wrote.
      --source FILE   file that alerts are shown at, from the root of the repository (default: Pulumi.yaml)

  private-studio-policies --version | --help

Exit status: 0 all is right; 1 something in the file or the events is not; 2 wrong call.
`;

/** Runs one command line. `input` gives standard input. */
export function run(argv: readonly string[], input: () => string, now: Date): Outcome {
    const [command = "", ...args] = argv;
    if (command === "check") {
        return check(args, now);
    }
    if (command === "sarif") {
        return sarif(args, input);
    }
    if (command === "--version") {
        return { output: `${packVersion()}\n`, errors: "", exitCode: 0 };
    }
    if (command === "--help") {
        return { output: HELP, errors: "", exitCode: 0 };
    }
    return misuse(command === "" ? "Give a command." : `${command} is no command.`);
}

function check(args: readonly string[], now: Date): Outcome {
    const parsed = parse(args, {});
    if ("misuse" in parsed) {
        return misuse(parsed.misuse);
    }
    return parsed.files.length === 0 ? misuse("Give the files to check.") : checkConfigs(parsed.files, now);
}

function sarif(args: readonly string[], input: () => string): Outcome {
    const parsed = parse(args, { source: { type: "string" } });
    if ("misuse" in parsed) {
        return misuse(parsed.misuse);
    }
    if (parsed.files.length > 0) {
        return misuse("Give the events on standard input: private-studio-policies sarif < EVENTS.");
    }
    return eventsToSarif(input(), parsed.source ?? "Pulumi.yaml");
}

type Parsed = { readonly files: readonly string[]; readonly source?: string } | { readonly misuse: string };

function parse(args: readonly string[], options: { readonly source?: { readonly type: "string" } }): Parsed {
    try {
        const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
        const { source } = values as { readonly source?: string };
        return { files: positionals, ...(source === undefined ? {} : { source }) };
    } catch (error) {
        return { misuse: error instanceof Error ? error.message : "The options cannot be read." };
    }
}

function misuse(message: string): Outcome {
    return { output: "", errors: `${message}\n\n${HELP}`, exitCode: 2 };
}

if (require.main === module) {
    const { output, errors, exitCode } = run(process.argv.slice(2), () => readFileSync(0, "utf8"), new Date());
    process.stdout.write(output);
    process.stderr.write(errors);
    process.exitCode = exitCode;
}
