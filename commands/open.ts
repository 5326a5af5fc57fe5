import path from "node:path";

import { Command } from "commander";

import { PreflightError } from "../preflight/error";
import { UserError } from "./open/outputs";
import { open } from "./open/run";

interface Flags {
    readonly user: string;
    readonly stack: string;
    readonly configFile?: string;
    readonly outputs?: string;
    readonly explain: boolean;
    readonly browser: boolean;
}

async function main(argv: readonly string[]): Promise<number> {
    const flags = new Command("npm run open --")
        .description("Makes a person's link to Studio with your own AWS credentials and prints it once.")
        .requiredOption("--user <name>", "user as the stack file names it")
        .option("--stack <name>", "stack", "dev")
        .option("--config-file <file>", "stack file, in place of Pulumi.<stack>.yaml")
        .option("--outputs <file>", 'what "pulumi stack output --json" printed, in place of asking pulumi')
        .option("--explain", "say what would be allowed and why, without any call", false)
        .option("--browser", "open the browser in place of printing the link", false)
        .parse([...argv])
        .opts<Flags>();
    try {
        const text = await open({
            user: flags.user,
            stack: flags.stack,
            projectDir: path.resolve(__dirname, ".."),
            explain: flags.explain,
            browser: flags.browser,
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

// For those who maintain this project, not for who wants a link: the lock file pins a version that runs on Node 20.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

void main(process.argv).then((code) => {
    process.exitCode = code;
});
