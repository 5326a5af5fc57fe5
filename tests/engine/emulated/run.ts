import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { startEmulator } from "../aws/serve";
import { findCli } from "../cli";
import { CLI_VERSION } from "../cli/versions";
import { engineEnvironment } from "../environment";
import { EXISTING } from "../existing";
import { mirrorProject } from "./mirror";

/** Protects nothing: the account it guards is a folder beside it. */
const PASSPHRASE = "emulated";

const HELP = `Runs pulumi against an emulated AWS account in .emulated/, for example
  npm run emulated -- preview
  npm run emulated -- up --yes
  npm run emulated -- --reset        forgets the state and the account
The account's resources are files in .emulated/aws/<account>/<region>/<type>/: edit one to make drift.
`;

/**
 * Runs one literal `pulumi` command of the project in `root` against a file state and an emulated account, both below
 * `.emulated/`. The stack (`--stack`, default `dev`) is made when it does not exist.
 *
 * @returns the command's exit status
 */
export async function runEmulated(root: string, args: readonly string[]): Promise<number> {
    const folder = path.join(root, ".emulated");
    if (args.length === 0) {
        process.stdout.write(HELP);
        return 1;
    }
    if (args.includes("--reset")) {
        fs.rmSync(folder, { recursive: true, force: true });
        process.stdout.write("Forgot the emulated account and its state.\n");
        return 0;
    }
    const cli = findCli();
    if (cli === undefined) {
        process.stderr.write(`Install pulumi ${CLI_VERSION} or later, or Go to build it: there is neither on PATH.\n`);
        return 1;
    }
    const project = path.join(folder, "project");
    const backend = path.join(folder, "state");
    fs.mkdirSync(backend, { recursive: true });
    mirrorProject(root, project);
    // Without an account of its own the emulator works in the one the stack's provider allows.
    const aws = await startEmulator({ directory: path.join(folder, "aws"), quotas: "raised", existing: EXISTING });
    const passphrase = process.env["PULUMI_CONFIG_PASSPHRASE"] ?? PASSPHRASE;
    const env = engineEnvironment({ cli, backend, home: path.join(folder, "home"), passphrase, awsPort: aws.port });
    const run = { cwd: project, env };
    try {
        const select = ["stack", "select", "--create", stackOf(args), "--non-interactive"];
        const { status, stderr } = spawnSync(cli.command, select, { ...run, encoding: "utf8" });
        if (status !== 0) {
            process.stderr.write(stderr);
            return status ?? 1;
        }
        return await new Promise((resolve, reject) => {
            // The terminal sends Ctrl-C to the command too; it needs this process to end in good order.
            process.on("SIGINT", () => undefined);
            const command = spawn(cli.command, args, { ...run, stdio: "inherit" });
            command.on("error", reject);
            command.on("close", (code) => resolve(code ?? 1));
        });
    } finally {
        aws.stop();
    }
}

/** The stack a command names with `--stack NAME`, `--stack=NAME` or `-s NAME`; `dev` when it names none. */
export function stackOf(args: readonly string[]): string {
    for (const [index, argument] of args.entries()) {
        const value = /^--stack=(.+)$/.exec(argument)?.[1];
        const next = argument === "--stack" || argument === "-s" ? args[index + 1] : undefined;
        if (value !== undefined || next !== undefined) {
            return value ?? next ?? "";
        }
    }
    return "dev";
}
