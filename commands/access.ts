import path from "node:path";

import { Command } from "commander";

import { PreflightError } from "../preflight/error";
import { access } from "./access/run";
import { UserError } from "./open/outputs";

interface Flags {
    readonly user: string;
    readonly stack: string;
    readonly configFile?: string;
    readonly json: boolean;
}

async function main(argv: readonly string[]): Promise<number> {
    const flags = new Command("npm run access --")
        .description(
            "Says where a person's profiles are, what the access API would answer them, and why. Nothing is called.",
        )
        .requiredOption(
            "--user <name>",
            "value of the person's tag, which is the name they sign in with, or their name in the stack file",
        )
        .option("--stack <name>", "stack", "dev")
        .option("--config-file <file>", "stack file, in place of Pulumi.<stack>.yaml")
        .option("--json", "print the answer as JSON", false)
        .addHelpText("after", "\nExit status: 0 Studio opens for them; 1 it does not, or a mistake; 2 not decided.")
        .parse([...argv])
        .opts<Flags>();
    const projectDir = path.resolve(__dirname, "..");
    try {
        const { text, exitCode } = await access({
            user: flags.user,
            projectDir,
            stackFile: path.resolve(flags.configFile ?? path.join(projectDir, `Pulumi.${flags.stack}.yaml`)),
            json: flags.json,
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

void main(process.argv).then((code) => {
    process.exitCode = code;
});
