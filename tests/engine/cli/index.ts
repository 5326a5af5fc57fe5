import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { CLI_VERSION, isAtLeast } from "./versions";

/** A Pulumi CLI to run the tests with. */
export interface Cli {
    /** The `pulumi` executable. */
    readonly command: string;
    /** Folder with the language host and the analyzer, to stand first on PATH. */
    readonly directory: string;
    readonly origin: "own" | "built";
}

const ROOT = path.resolve(__dirname, "../../..");
const HELPERS = ["pulumi-language-nodejs", "pulumi-analyzer-policy"];
const PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";

let found: Cli | undefined;

/**
 * The user's own `pulumi` when it is recent enough and has its language host, else a CLI built once from pinned Go
 * modules, which takes about two minutes and is kept in `.cache/`.
 *
 * @returns undefined when there is neither a CLI nor Go
 * @throws Error when the build fails
 */
export function findCli(): Cli | undefined {
    found ??= ownCli() ?? builtCli();
    return found;
}

function ownCli(): Cli | undefined {
    const command = onPath("pulumi");
    if (command === undefined) {
        return undefined;
    }
    const version = spawnSync(command, ["version"], { encoding: "utf8" }).stdout;
    const directory = [path.dirname(fs.realpathSync(command)), path.dirname(command)].find((folder) =>
        fs.existsSync(path.join(folder, "pulumi-language-nodejs")),
    );
    return directory !== undefined && isAtLeast(version, CLI_VERSION)
        ? { command, directory, origin: "own" }
        : undefined;
}

function builtCli(): Cli | undefined {
    const modules = ["go.mod", "go.sum"].map((name) => path.join(__dirname, `pulumi-cli.${name}`));
    const key = createHash("sha256");
    modules.forEach((file) => key.update(fs.readFileSync(file)));
    const directory = path.join(ROOT, ".cache", "pulumi-cli", key.digest("hex").slice(0, 12));
    const command = path.join(directory, "pulumi");
    if (!fs.existsSync(command)) {
        const go = onPath("go");
        if (go === undefined) {
            return undefined;
        }
        build(go, modules, command);
    }
    for (const helper of HELPERS) {
        installHelper(helper, directory);
    }
    return { command, directory, origin: "built" };
}

/** The modules' names must be go.mod and go.sum, which would make a folder of this repository a Go module: hence a copy. */
function build(go: string, modules: readonly string[], command: string): void {
    process.stderr.write(`Building Pulumi CLI ${CLI_VERSION} from pinned Go modules, once; about two minutes ...\n`);
    fs.mkdirSync(path.dirname(command), { recursive: true });
    const folder = fs.mkdtempSync(path.join(path.dirname(command), "build-"));
    try {
        modules.forEach((file) =>
            fs.copyFileSync(file, path.join(folder, path.basename(file).replace("pulumi-cli.", ""))),
        );
        const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${CLI_VERSION}`;
        const built = path.join(folder, "pulumi");
        const { status, stderr } = spawnSync(
            go,
            ["build", "-mod=readonly", "-trimpath", "-ldflags", flags, "-o", built, PACKAGE],
            {
                cwd: folder,
                encoding: "utf8",
            },
        );
        if (status !== 0) {
            throw new Error(`The Pulumi CLI could not be built:\n${stderr}`);
        }
        fs.renameSync(built, command);
    } finally {
        fs.rmSync(folder, { recursive: true, force: true });
    }
}

/** The helpers change with the project, the CLI does not: they are refreshed each time. */
function installHelper(name: string, directory: string): void {
    const source = [name, `${name}.js`].map((file) => path.join(__dirname, file)).find((file) => fs.existsSync(file));
    const target = path.join(directory, name);
    fs.copyFileSync(source ?? "", `${target}.${process.pid}`);
    fs.chmodSync(`${target}.${process.pid}`, 0o755);
    fs.renameSync(`${target}.${process.pid}`, target);
}

function onPath(name: string): string | undefined {
    return (process.env["PATH"] ?? "")
        .split(path.delimiter)
        .map((folder) => path.join(folder, name))
        .find((file) => fs.existsSync(file));
}
