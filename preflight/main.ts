import { writeFileSync } from "node:fs";
import path from "node:path";

import { Command } from "commander";

import { PreflightError } from "./error";
import { inspect, type InspectOptions } from "./inspect";
import { checkPictureFile, writePicture } from "./picture";
import { reportSarif } from "./report/sarif";
import { reportText } from "./report/text";

/** Milliseconds after which a line says what takes so long. */
const PATIENCE = 2000;

interface Flags {
    readonly stack: string;
    readonly configFile?: string;
    readonly program?: string;
    readonly policyConfig?: string;
    readonly unknown: boolean;
    readonly from?: string;
    readonly prices?: string;
    readonly picture?: string;
    readonly sarif?: string;
    readonly json: boolean;
}

async function main(argv: readonly string[]): Promise<number> {
    const command = new Command("npm start --")
        .description(
            "Preflight: what the stack will make, what the policies say, what can reach what, who can open which profile.",
        )
        .option("--stack <name>", "stack to judge", "dev")
        .option("--config-file <file>", "stack file, in place of Pulumi.<stack>.yaml")
        .option("--program <file>", "program to record, in place of index.ts")
        .option(
            "--policy-config <file>",
            "configuration of the policy pack, in place of policy-pack/config/{dev,prod}.json",
        )
        .option("--unknown", "keep ids unknown, as a real first preview does", false)
        .option(
            "--from <file>",
            'judge what "pulumi stack export" or "pulumi preview --json" printed, in place of the program',
        )
        .option("--picture <file>", "draw the network: .svg, or .mmd or .md for Mermaid")
        .option(
            "--prices <file>",
            "price list whose rates come before those of assets/prices: other regions, your contract",
        )
        .option("--sarif <file>", "write violations and broken proofs as SARIF, for code scanning")
        .option("--json", "print the report as JSON", false)
        .addHelpText(
            "after",
            [
                "",
                "Exit status: 0 all holds; 1 a violation, a broken proof or a mistake in a file;",
                "2 nothing wrong, but something not decided.",
            ].join("\n"),
        );
    const flags = command.parse([...argv]).opts<Flags>();
    const projectDir = path.resolve(__dirname, "..");
    const stackFile = flags.configFile ?? path.join(projectDir, `Pulumi.${flags.stack}.yaml`);
    const progress = setTimeout(() => process.stderr.write("Recording the program …\n"), PATIENCE);
    try {
        if (flags.picture !== undefined) {
            checkPictureFile(flags.picture);
        }
        const report = await inspect(toOptions(projectDir, stackFile, flags));
        if (flags.picture !== undefined) {
            await writePicture(path.resolve(flags.picture), report.topology);
        }
        if (flags.sarif !== undefined) {
            writeSarif(flags.sarif, reportSarif(report, path.relative(projectDir, stackFile)));
        }
        process.stdout.write(flags.json ? `${JSON.stringify(report, undefined, 2)}\n` : `${reportText(report)}\n`);
        return report.verdict.exitCode;
    } catch (error) {
        if (error instanceof PreflightError) {
            process.stderr.write(`${error.message}\n`);
            return 1;
        }
        throw error;
    } finally {
        clearTimeout(progress);
    }
}

function writeSarif(file: string, log: object): void {
    try {
        writeFileSync(file, `${JSON.stringify(log, undefined, 2)}\n`);
    } catch {
        throw new PreflightError(`The file ${file} given with --sarif cannot be written.`);
    }
}

function toOptions(projectDir: string, stackFile: string, flags: Flags): InspectOptions {
    return {
        projectDir,
        stackFile: path.resolve(stackFile),
        unknown: flags.unknown,
        ...(flags.from === undefined ? {} : { from: path.resolve(flags.from) }),
        ...(flags.prices === undefined ? {} : { prices: path.resolve(flags.prices) }),
        ...(flags.program === undefined ? {} : { program: path.resolve(flags.program) }),
        ...(flags.policyConfig === undefined ? {} : { policyConfig: path.resolve(flags.policyConfig) }),
    };
}

void main(process.argv).then((code) => {
    process.exitCode = code;
});
