import path from "node:path";

import { withMetadataFile } from "./metadataFile";
import type { RawConfig } from "./rawConfig";
import type { Locate, Location, Problem } from "./problems";
import { NAMESPACE } from "./schema";
import { SECRET_PLACEHOLDER } from "./secrets";
import { type StackFolder, withUsersFile } from "./usersFile";
import { withLobUsersFiles } from "./usersFile/lobs";
import { fileProblem, readYamlFile } from "./yamlFile";

export interface StackFilePaths {
    /** Pulumi.yaml, which names the project. */
    readonly projectFile: string;
    /** Usually Pulumi.STACK.yaml beside it. */
    readonly stackFile: string;
}

/** A stack file as the engine would read it, but for secrets, which are `SECRET_PLACEHOLDER`. */
export interface StackFile extends RawConfig {
    readonly locate: Locate;
}

/** What a stack file is not, with the places to show. */
interface NoStackFile {
    readonly problems: Problem[];
    readonly locate: Locate;
}

/**
 * Reads a project's stack file, and the file it names for its users, without the engine and without the stack's key.
 * The stack is named by the file: `Pulumi.dev.yaml` is `dev`. Mistakes in the YAML and in the outer shape are returned
 * with their lines; the settings themselves, and mistakes in the file of users, are for `parseSettings`.
 */
export function readStackFile(paths: StackFilePaths): StackFile | NoStackFile {
    const file = readStackFileAlone(paths);
    if ("problems" in file) {
        return file;
    }
    const { locate, ...raw } = file;
    const folders = foldersOf(paths);
    const located = withLobUsersFiles(withUsersFile(withMetadataFile({ raw, locate }, folders), folders), folders);
    return { ...located.raw, locate: located.locate };
}

/** Where the stack file and its project are. */
export function foldersOf({ projectFile, stackFile }: StackFilePaths): StackFolder {
    return { folder: path.dirname(stackFile), projectFolder: path.dirname(projectFile) };
}

/** The stack file without the files it names: as the engine would hand it over. */
export function readStackFileAlone(paths: StackFilePaths): StackFile | NoStackFile {
    const project = readProject(paths.projectFile);
    const name = path.relative(path.dirname(paths.projectFile), paths.stackFile);
    const file = readYamlFile(paths.stackFile, name);
    if ("problems" in file || "problems" in project) {
        const problems = [project, file].flatMap((part) => ("problems" in part ? part.problems : []));
        return { problems, locate: () => undefined };
    }
    // A message names `network.zones`; the file has `private-studio:network` under `config`.
    const locate = ([first, ...rest]: readonly (string | number)[]): Location =>
        first === undefined
            ? file.locate([])
            : file.locate(["config", String(first).includes(":") ? first : `${NAMESPACE}:${first}`, ...rest]);

    const config = isMap(file.value) ? file.value.config : undefined;
    if (!isMap(config)) {
        const rule = "a stack file has a map config:, which holds the settings";
        const { line } = file.locate(["config"]);
        return { problems: [fileProblem(name, line, config, rule, "add config: with the settings below it")], locate };
    }
    const problems = Object.keys(config)
        .filter((key) => !key.includes(":"))
        .map((key) => ({
            ...fileProblem(
                name,
                file.locate(["config", key]).line,
                key,
                "a configuration key has a namespace",
                `write ${NAMESPACE}:${key}, if it is one of ours`,
            ),
        }));
    if (problems.length > 0) {
        return { problems, locate };
    }
    return {
        project: project.name,
        stack: stackName(paths.stackFile),
        config: Object.fromEntries(Object.entries(config).map(([key, value]) => [key, withoutCiphertext(value)])),
        secretKeys: Object.keys(config).filter((key) => containsCiphertext(config[key])),
        locate,
    };
}

/**
 * Configuration in the project file would reach the program beside the stack file's, in ways only the engine knows, so
 * it is refused.
 */
function readProject(projectFile: string): { readonly name: string } | { readonly problems: Problem[] } {
    const label = path.basename(projectFile);
    const file = readYamlFile(projectFile, label);
    if ("problems" in file) {
        return file;
    }
    const { name, config } = isMap(file.value) ? file.value : {};
    const at = (key: string): number => file.locate([key]).line;
    if (typeof name !== "string") {
        const rule = "a project file has a name";
        return { problems: [fileProblem(label, at("name"), name, rule, `add name: ${NAMESPACE}`)] };
    }
    const misplaced = Object.keys(isMap(config) ? config : {}).filter((key) => !key.startsWith("pulumi:"));
    if (misplaced.length > 0) {
        const rule = "settings stand in the stack file, where they are checked";
        return {
            problems: misplaced.map((key) =>
                fileProblem(label, file.locate(["config", key]).line, key, rule, "move it to Pulumi.STACK.yaml"),
            ),
        };
    }
    return { name };
}

function stackName(stackFile: string): string {
    const base = path.basename(stackFile).replace(/\.ya?ml$/, "");
    return base.startsWith("Pulumi.") ? base.slice("Pulumi.".length) : base;
}

/** Pulumi writes an encrypted value as a map with the one key `secure`. */
function isCiphertext(value: unknown): boolean {
    return isMap(value) && Object.keys(value).length === 1 && typeof value.secure === "string";
}

function containsCiphertext(value: unknown): boolean {
    if (isCiphertext(value)) {
        return true;
    }
    return typeof value === "object" && value !== null && Object.values(value).some(containsCiphertext);
}

function withoutCiphertext(value: unknown): unknown {
    if (isCiphertext(value)) {
        return SECRET_PLACEHOLDER;
    }
    if (Array.isArray(value)) {
        return value.map(withoutCiphertext);
    }
    return isMap(value)
        ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCiphertext(child)]))
        : value;
}

function isMap(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
