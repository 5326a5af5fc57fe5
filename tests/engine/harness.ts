import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import type { Cli } from "./cli";
import { type Emulator, type EmulatorOptions, startEmulator } from "./aws/serve";
import { Project, type ProjectOptions, type RepositoryOptions } from "./pulumi";

/** AWS's documentation account, in which the tests' own credentials work. */
export const ACCOUNT = "111122223333";

/** What a test starts and must stop again. */
export class Bench {
    private readonly cleanups: (() => void)[] = [];

    constructor(readonly cli: Cli) {}

    /** Emulated accounts of their own. */
    async aws(options: Omit<EmulatorOptions, "directory"> = {}): Promise<Emulator> {
        const directory = mkdtempSync(path.join(tmpdir(), "emulated-aws-"));
        const emulator = await startEmulator({
            credentials: { account: ACCOUNT },
            quotas: "raised",
            ...options,
            directory,
        });
        this.cleanups.push(() => {
            emulator.stop();
            rmSync(directory, { recursive: true, force: true });
        });
        return emulator;
    }

    async project(options: Omit<ProjectOptions, "cli">): Promise<Project> {
        const project = await Project.create({ ...options, cli: this.cli });
        this.cleanups.push(() => project.dispose());
        return project;
    }

    /** This repository with its dev stack. */
    async repository(options: Omit<RepositoryOptions, "cli">): Promise<Project> {
        const project = await Project.ofRepository({ ...options, cli: this.cli });
        this.cleanups.push(() => project.dispose());
        return project;
    }

    /** To be called in `after`, also when `before` failed half-way. */
    dispose(): void {
        this.cleanups.splice(0).forEach((cleanup) => cleanup());
    }
}
