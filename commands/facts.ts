import path from "node:path";

import { Command } from "commander";

import { PreflightError } from "../preflight/error";
import { facts } from "./facts/run";
import { UserError } from "./open/outputs";

interface Flags {
    readonly vpc: string;
    readonly region?: string;
    readonly stack?: string;
    readonly configFile?: string;
    readonly out?: string;
}

async function main(argv: readonly string[]): Promise<number> {
    const flags = new Command("npm run facts --")
        .description("Reads what is in an existing VPC, writes it for the preflight and says what Studio misses in it.")
        .requiredOption("--vpc <id>", "VPC to read")
        .option("--region <name>", "Region of the VPC; default: the stack's, else AWS_REGION")
        .option("--stack <name>", "stack whose needs are checked: Pulumi.<stack>.yaml")
        .option("--config-file <file>", "stack file, in place of Pulumi.<stack>.yaml")
        .option("--out <file>", "file to write; default: what network.vpc.facts names, else facts/<vpc>.json")
        .addHelpText(
            "after",
            [
                "",
                "Every call only reads. Exit status: 0 written, nothing is missing; 1 nothing was written;",
                "2 written, and something is missing.",
            ].join("\n"),
        )
        .parse([...argv])
        .opts<Flags>();
    const projectDir = path.resolve(__dirname, "..");
    const stackFile =
        flags.configFile ??
        (flags.stack === undefined ? undefined : path.join(projectDir, `Pulumi.${flags.stack}.yaml`));
    try {
        const { text, exitCode } = await facts({
            vpcId: flags.vpc,
            projectDir,
            ...(flags.region === undefined ? {} : { region: flags.region }),
            ...(stackFile === undefined ? {} : { stackFile: path.resolve(stackFile) }),
            ...(flags.out === undefined ? {} : { out: path.resolve(flags.out) }),
        });
        process.stdout.write(`${text}\n`);
        return exitCode;
    } catch (error) {
        if (error instanceof UserError || error instanceof PreflightError) {
            process.stderr.write(`${error.message}\n`);
            return 1;
        }
        throw error;
    }
}

// For those who maintain this project, not for who reads a VPC: the lock file pins a version that runs on Node 20.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

void main(process.argv).then((code) => {
    process.exitCode = code;
});
