import path from "node:path";

import { problemsOfIssues } from "../issues";
import { usersFileSchema } from "../keys/users";
import type { RawConfig } from "../rawConfig";
import type { Locate, Location, Problem, SettingPath } from "../problems";
import { NAMESPACE } from "../schema";
import { asksForIdentityCenter } from "../signInMode";
import { readText } from "../textFile";
import { readYaml } from "../yamlFile";
import { csvUsers } from "./csvUsers";

/** Full key of the users. */
export const USERS_KEY = `${NAMESPACE}:users`;

/** Where a stack file is. */
export interface StackFolder {
    /** Folder of the stack file: the path of a users' file goes from here. */
    readonly folder: string;
    /** Folder of Pulumi.yaml: files are named in messages by their path from here. */
    readonly projectFolder: string;
}

/** A configuration and where its values stand. */
export interface LocatedConfig<Raw extends RawConfig> {
    readonly raw: Raw;
    readonly locate: Locate;
}

/** What a users' file says. `locate` answers the place of a path within the list. */
interface UsersFile {
    readonly users: unknown;
    readonly locate: (path: SettingPath) => Location | undefined;
    readonly problems: readonly Problem[];
}

/** Whether `users` names a file in place of the list. What is secret is not looked into: it is refused as such. */
function namesUsersFile({ config, secretKeys }: RawConfig): boolean {
    const users = config[USERS_KEY];
    return typeof users === "object" && users !== null && !Array.isArray(users) && !secretKeys.includes(USERS_KEY);
}

/**
 * Puts the list of users in place of the map `{ file }` that names its file; mistakes in map and file are the result's
 * `fileProblems`. A configuration that names no file comes back as it is.
 *
 * @param folders where the stack file is; undefined when nobody knows, and then a file cannot be named
 */
export function withUsersFile<Raw extends RawConfig>(
    { raw, locate }: LocatedConfig<Raw>,
    folders: StackFolder | undefined,
): LocatedConfig<Raw> {
    if (!namesUsersFile(raw)) {
        return { raw, locate };
    }
    const value = raw.config[USERS_KEY];
    const parsed = usersFileSchema.safeParse(value);
    const read = parsed.success
        ? readUsers(parsed.data.file, folders, raw)
        : unread(
              problemsOfIssues(parsed.error.issues, { key: "users", schema: usersFileSchema, value, secret: false }),
          );
    return {
        raw: {
            ...raw,
            config: { ...raw.config, [USERS_KEY]: read.users },
            fileProblems: [...(raw.fileProblems ?? []), ...read.problems.map((problem) => placed(problem, locate))],
        },
        locate: ([first, ...rest]) =>
            (first === "users" ? read.locate(rest) : undefined) ?? locate(first === undefined ? [] : [first, ...rest]),
    };
}

function readUsers(file: string, folders: StackFolder | undefined, raw: RawConfig): UsersFile {
    const { stack } = raw;
    const problem = (rule: string, fix: string): UsersFile =>
        unread([{ path: ["users", "file"], found: file, rule, fix }]);
    if (folders === undefined) {
        return problem(
            `a file of users is looked for in the folder of the stack file that names it, and Pulumi.${stack}.yaml beside Pulumi.yaml does not name this one`,
            `write the setting into Pulumi.${stack}.yaml beside Pulumi.yaml, or list the users in place of the file`,
        );
    }
    const full = path.resolve(folders.folder, file);
    const name = path.relative(folders.projectFolder, full);
    const read = readText(full);
    if ("failure" in read) {
        return read.failure === "not UTF-8 text"
            ? problem(`the file is UTF-8 text; ${name} is not`, 'save it as UTF-8; spreadsheets call it "CSV UTF-8"')
            : problem(
                  `the file can be read; ${name}: ${read.failure}`,
                  "check name and permissions; the path goes from the folder of the stack file",
              );
    }
    if (file.endsWith(".csv")) {
        return csvUsers(read.text, name, requiredColumns(raw));
    }
    const yaml = readYaml(read.text, name);
    return "problems" in yaml ? unread(yaml.problems) : { users: yaml.value, locate: yaml.locate, problems: [] };
}

/** What joins a person to their profile: a tag, or where IAM Identity Center signs them in a group. */
function requiredColumns(raw: RawConfig): readonly string[] {
    return ["name", asksForIdentityCenter(raw) ? "group" : "tag"];
}

/** The list is empty, so that the rules between keys are checked for the others; the problems refuse the whole. */
function unread(problems: readonly Problem[]): UsersFile {
    return { users: [], locate: () => undefined, problems };
}

/** Problems of the map stand in the stack file, where a path of `users` no longer leads once the list is in its place. */
function placed(problem: Problem, locate: Locate): Problem {
    const at = problem.at ?? locate(problem.path);
    return at === undefined ? problem : { ...problem, at };
}
