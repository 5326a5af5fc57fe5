import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import type { Emulator } from "./aws/serve";
import type { Cli } from "./cli";
import { engineEnvironment, type EngineSetting } from "./environment";
import { mirrorProject } from "./emulated/mirror";
import { type EngineEvent, readEvents } from "./events";

/** What a Pulumi project of a test consists of. */
export interface ProjectOptions {
    readonly cli: Cli;
    readonly aws: Pick<Emulator, "port">;
    /** The program: a file or a folder below `programs/`. */
    readonly program: string;
    /** Stack configuration, keys such as `aws:region` or, without a namespace, of the project. */
    readonly config?: Readonly<Record<string, unknown>>;
    /** Configuration to be encrypted. */
    readonly secrets?: Readonly<Record<string, string>>;
    /** State kept by an earlier project; default: a new folder. */
    readonly backend?: string;
}

/** A project that is this repository itself. */
export interface RepositoryOptions {
    readonly cli: Cli;
    readonly aws: Pick<Emulator, "port">;
    /** Program to run in place of index.ts, relative to the repository. */
    readonly program?: string;
    /** Stack file whose configuration the stack takes, relative to the repository; its secrets are left out. */
    readonly stackFile?: string;
    /** Configuration to be encrypted, by path in the stack file such as `private-studio:tags.owner`. */
    readonly secrets?: Readonly<Record<string, string>>;
}

/** Outcome of one command. */
export interface Run {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
    readonly events: readonly EngineEvent[];
}

const ROOT = path.resolve(__dirname, "../..");
const PROGRAMS = path.join(__dirname, "programs");
/** Below the repository, so that programs find its packages; not tracked. */
const WORK = path.join(ROOT, ".cache", "engine");
const PROJECT = "case";
const STACK = "dev";
const STACK_FILE = `Pulumi.${STACK}.yaml`;
/** Folders of a project that are not the user's. */
const STATE = "state";
const HOME = "home";
const PASSPHRASE = "test passphrase";

/** Commands that take `--event-log`. */
const LOGGED = ["preview", "up", "refresh", "destroy"];

/** A throw-away Pulumi project with one stack, a file backend and a home of its own. */
export class Project {
    private runs = 0;

    private constructor(
        readonly directory: string,
        private readonly setting: EngineSetting,
    ) {}

    /** Makes the project's files and its stack. */
    static async create(options: ProjectOptions): Promise<Project> {
        const project = Project.empty(options);
        project.useProgram(options.program);
        project.write("Pulumi.yaml", {
            name: PROJECT,
            runtime: { name: "nodejs", options: { tsconfig: path.join(ROOT, "tsconfig.pulumi.json") } },
            main: "program",
        });
        await project.expectSuccess(["stack", "init", STACK]);
        project.configure({ "aws:region": "eu-west-1", ...options.config });
        for (const [key, value] of Object.entries(options.secrets ?? {})) {
            await project.expectSuccess(["config", "set", "--secret", key, value]);
        }
        return project;
    }

    /** This repository with its dev stack, in a mirror: edits of stack files stay there. */
    static async ofRepository(options: RepositoryOptions): Promise<Project> {
        const project = Project.empty(options);
        mirrorProject(ROOT, project.directory, [STATE, HOME]);
        if (options.program !== undefined) {
            const file = path.join(project.directory, "Pulumi.yaml");
            const settings = parse(fs.readFileSync(file, "utf8")) as Record<string, unknown>;
            fs.rmSync(file);
            const runtime = { name: "nodejs", options: { tsconfig: path.join(ROOT, "tsconfig.pulumi.json") } };
            project.write("Pulumi.yaml", { ...settings, runtime, main: options.program });
        }
        if (options.stackFile !== undefined) {
            const text = fs.readFileSync(path.join(ROOT, options.stackFile), "utf8");
            project.write(STACK_FILE, withoutSecrets(parse(text)));
            copyNamedFiles(text, path.dirname(options.stackFile), project.directory);
        }
        await project.expectSuccess(["stack", "init", STACK]);
        for (const [key, value] of Object.entries(options.secrets ?? {})) {
            await project.expectSuccess(["config", "set", "--secret", "--path", key, value]);
        }
        return project;
    }

    private static empty({ cli, aws, backend }: Pick<ProjectOptions, "cli" | "aws" | "backend">): Project {
        fs.mkdirSync(WORK, { recursive: true });
        const directory = fs.mkdtempSync(path.join(WORK, "project-"));
        const state = backend ?? path.join(directory, STATE);
        fs.mkdirSync(state, { recursive: true });
        return new Project(directory, {
            cli,
            backend: state,
            home: path.join(directory, HOME),
            passphrase: PASSPHRASE,
            awsPort: aws.port,
        });
    }

    /** Replaces the program, as an edit would. */
    useProgram(program: string): void {
        const target = path.join(this.directory, "program");
        fs.rmSync(target, { recursive: true, force: true });
        const source = path.join(PROGRAMS, program);
        if (fs.statSync(source).isDirectory()) {
            fs.cpSync(source, target, { recursive: true });
        } else {
            fs.mkdirSync(target);
            fs.copyFileSync(source, path.join(target, "index.ts"));
        }
        // The SDK starts what the nearest package.json names, which would be the repository's own program.
        fs.writeFileSync(path.join(target, "package.json"), JSON.stringify({ name: PROJECT, main: "index.ts" }));
    }

    /** Sets configuration values in the stack file, as an edit would. */
    configure(config: Readonly<Record<string, unknown>>): void {
        const file = path.join(this.directory, STACK_FILE);
        const content = parse(fs.readFileSync(file, "utf8")) as { config?: Record<string, unknown> };
        const qualified = Object.entries(config).map(([key, value]): [string, unknown] => [
            key.includes(":") ? key : `${PROJECT}:${key}`,
            value,
        ]);
        this.write(STACK_FILE, { ...content, config: { ...content.config, ...Object.fromEntries(qualified) } });
    }

    /** Runs `pulumi` with these arguments as a user would, without questions. */
    async run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Run> {
        const [command = ""] = args;
        const log = path.join(this.directory, `events-${++this.runs}.json`);
        const isLogged = LOGGED.includes(command);
        const all = ["--non-interactive", "--color", "never", ...args, ...(isLogged ? ["--event-log", log] : [])];
        const env = { ...engineEnvironment(this.setting), PULUMI_SKIP_CHECKPOINTS: "true", ...environment };
        const { code, stdout, stderr } = await execute(this.setting.cli.command, all, this.directory, env);
        return { code, stdout, stderr, events: isLogged ? readEvents(log) : [] };
    }

    /** Runs a command that must succeed. */
    async expectSuccess(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Run> {
        const run = await this.run(args, environment);
        if (run.code !== 0) {
            throw new Error(`pulumi ${args.join(" ")} exited with ${run.code}:\n${run.stdout}${run.stderr}`);
        }
        return run;
    }

    /** Every file the project wrote: state, history, backups, event logs. */
    writtenFiles(): string[] {
        return fs
            .readdirSync(this.directory, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.join(entry.parentPath, entry.name));
    }

    dispose(): void {
        fs.rmSync(this.directory, { recursive: true, force: true });
    }

    private write(name: string, content: unknown): void {
        fs.writeFileSync(path.join(this.directory, name), stringify(content));
    }
}

/** Plain data without `{secure: …}` values: nobody has the key they were encrypted with. */
function withoutSecrets(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutSecrets);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, inner]) => typeof inner !== "object" || inner === null || !("secure" in inner))
            .map(([key, inner]) => [key, withoutSecrets(inner)]),
    );
}

interface Finished {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

function execute(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Finished> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
        const output = { stdout: "", stderr: "" };
        child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
        child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
        child.on("error", reject);
        child.on("close", (code) => resolve({ code: code ?? -1, ...output }));
    });
}

/** The metadata a stack file names lies beside it. */
function copyNamedFiles(text: string, from: string, to: string): void {
    for (const [name] of text.matchAll(/\b[\w-]+\.xml\b/g)) {
        fs.copyFileSync(path.join(ROOT, from, name), path.join(to, name));
    }
}
