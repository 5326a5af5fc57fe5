import path from "node:path";

import { Command } from "commander";

import { PreflightError } from "../preflight/error";
import { drain } from "./drain/run";
import { UserError } from "./open/outputs";

interface Flags {
    readonly stack: string;
    readonly configFile?: string;
    readonly outputs?: string;
    readonly yes: boolean;
}

async function main(argv: readonly string[]): Promise<number> {
    const flags = new Command("npm run drain --")
        .description(
            "Deletes, with your own AWS credentials, what keeps a stack from being destroyed: apps, spaces and profiles made outside the program; once the domain is gone, what it left in the network.",
        )
        .option("--stack <name>", "stack", "dev")
        .option("--config-file <file>", "stack file, in place of Pulumi.<stack>.yaml")
        .option("--outputs <file>", 'what "pulumi stack output --json" printed, in place of asking pulumi')
        .option("--yes", "delete; without it only says what would be deleted", false)
        .parse([...argv])
        .opts<Flags>();
    try {
        const text = await drain({
            stack: flags.stack,
            projectDir: path.resolve(__dirname, ".."),
            yes: flags.yes,
            ...(flags.configFile === undefined ? {} : { stackFile: path.resolve(flags.configFile) }),
            ...(flags.outputs === undefined ? {} : { outputs: path.resolve(flags.outputs) }),
        });
        process.stdout.write(`${text}\n`);
        return 0;
    } catch (error) {
        if (error instanceof UserError || error instanceof PreflightError) {
            process.stderr.write(`${error.message}\n`);
            return 1;
        }
        throw error;
    }
}

// For those who maintain this project, not for who drains a stack: the lock file pins a version that runs on Node 20.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

void main(process.argv).then((code) => {
    process.exitCode = code;
});
