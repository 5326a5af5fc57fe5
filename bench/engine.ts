import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

import { type Emulator, startEmulator } from "../tests/engine/aws/serve";
import { type Cli, findCli } from "../tests/engine/cli";
import { mirrorProject } from "../tests/engine/emulated/mirror";
import { engineEnvironment } from "../tests/engine/environment";
import { EXISTING } from "../tests/engine/existing";
import { writeBareProgram } from "./bareProgram";
import type { Subject } from "./rows";
import { type Command, timed } from "./timed";

/** Previews on the real engine against an emulated account. */
export interface EngineBench {
    readonly version: string;
    readonly commands: readonly (readonly [Subject, Command])[];
    stop(): void;
}

/** Prepares the projects and their stacks; undefined without an engine. */
export async function prepareEngine(root: string, work: string, count: number): Promise<EngineBench | undefined> {
    const cli = findCli();
    if (cli === undefined) {
        return undefined;
    }
    if (!existsSync(path.join(root, "policy-pack", "bin", "index.js"))) {
        throw new Error("the policy pack is not compiled: run npm run build first");
    }
    const aws = await startEmulator({ directory: path.join(work, "aws"), quotas: "raised", existing: EXISTING });
    try {
        const projects = {
            dev: path.join(work, "dev"),
            bare: path.join(work, "bare"),
            template: path.join(work, "template"),
        };
        mirrorProject(root, projects.dev);
        writeBareProgram(projects.bare, count, "same options", root);
        writeBareProgram(projects.template, count, "template", root);
        for (const directory of Object.values(projects)) {
            await timed(pulumi(cli, aws, directory, ["stack", "init", "dev"]));
        }
        const pack = ["--policy-pack", "policy-pack", "--policy-pack-config", "policy-pack/config/dev.json"];
        const preview = (directory: string, flags: readonly string[] = []): Command =>
            pulumi(cli, aws, directory, ["preview", "--stack", "dev", ...flags]);
        return {
            version: spawnSync(cli.command, ["version"], { encoding: "utf8" }).stdout.trim(),
            commands: [
                ["preview", preview(projects.dev)],
                ["preview of the bare program", preview(projects.bare)],
                ["preview of the bare program as Pulumi's template sets it up", preview(projects.template)],
                ["preview with the policy pack", preview(projects.dev, pack)],
            ],
            stop: () => aws.stop(),
        };
    } catch (error) {
        aws.stop();
        throw error;
    }
}

/** A `pulumi` command in a project that keeps its state and home in its own folder. */
export function pulumi(cli: Cli, aws: Pick<Emulator, "port">, directory: string, args: readonly string[]): Command {
    const backend = path.join(directory, ".state");
    mkdirSync(backend, { recursive: true });
    // Type checking is what the two set-ups of the bare program differ in: the projects decide, not the environment.
    const { PULUMI_NODEJS_TRANSPILE_ONLY: _, ...env } = engineEnvironment({
        cli,
        backend,
        home: path.join(directory, ".home"),
        passphrase: "bench",
        awsPort: aws.port,
    });
    return { file: cli.command, args: [...args, "--non-interactive"], cwd: directory, env };
}
