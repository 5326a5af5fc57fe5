import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import {
    isMulti,
    type ParsedSettings,
    parseSettings,
    type PlainMultiSettings,
    type PlainSettings,
    type Problem,
    readStackFile,
    type StackFile,
} from "../../components/settings";
import { pathText } from "../../components/settings/problems";

const STACKS = path.resolve(__dirname, "../stacks");

/** Text of a sample stack file. */
export function sample(name: string): string {
    return readFileSync(path.join(STACKS, `${name}.yaml`), "utf8");
}

/** The text with each edit made once; an edit whose old text is not there is a mistake of the test. */
export function edited(text: string, edits: readonly (readonly [from: string, to: string])[]): string {
    return edits.reduce((result, [from, to]) => {
        if (!result.includes(from)) {
            throw new Error(`the sample does not contain ${JSON.stringify(from)}`);
        }
        return result.replace(from, () => to);
    }, text);
}

/** Files that sample stacks name. */
const BESIDE = { "idp-metadata.xml": readFileSync(path.join(STACKS, "idp-metadata.xml"), "utf8") };

/** Calls `use` with a project directory that holds the files, and removes it afterwards. */
export function withFiles<Result>(files: Readonly<Record<string, string>>, use: (directory: string) => Result): Result {
    const directory = mkdtempSync(path.join(tmpdir(), "settings-"));
    try {
        for (const [name, text] of Object.entries(files)) {
            writeFileSync(path.join(directory, name), text);
        }
        return use(directory);
    } finally {
        rmSync(directory, { recursive: true });
    }
}

export const PROJECT = "name: private-studio\nruntime: nodejs\n";

/** Reads the text as the stack file `Pulumi.test.yaml`, with `files` and those of the sample stacks beside it. */
export function read(
    text: string,
    project = PROJECT,
    files: Readonly<Record<string, string>> = {},
): ReturnType<typeof readStackFile> {
    return withFiles({ ...BESIDE, ...files, "Pulumi.yaml": project, "Pulumi.test.yaml": text }, (directory) =>
        readStackFile({
            projectFile: path.join(directory, "Pulumi.yaml"),
            stackFile: path.join(directory, "Pulumi.test.yaml"),
        }),
    );
}

/** Reads a text that is YAML in the shape of a stack file. */
export function readGood(text: string): StackFile {
    const file = read(text);
    if ("problems" in file) {
        throw new Error(`not a stack file: ${JSON.stringify(file.problems)}`);
    }
    return file;
}

export function parse(text: string): ParsedSettings {
    return parseSettings(readGood(text));
}

/** The settings of a text without mistakes. */
function settingsOf(parsed: ParsedSettings): PlainSettings | PlainMultiSettings {
    if ("problems" in parsed) {
        throw new Error(JSON.stringify(parsed.problems));
    }
    return parsed.settings;
}

/** The settings of a single account. */
export function singleOf(parsed: ParsedSettings): PlainSettings {
    const settings = settingsOf(parsed);
    if (isMulti(settings)) {
        throw new Error("these are the settings of many accounts");
    }
    return settings;
}

/** The settings of many accounts. */
export function multiOf(parsed: ParsedSettings): PlainMultiSettings {
    const settings = settingsOf(parsed);
    if (!isMulti(settings)) {
        throw new Error("these are the settings of one account");
    }
    return settings;
}

/** One problem as a person reads it. */
export interface Seen {
    /** The line it points to, without its indent; a number would move with every key the sample gets. */
    readonly line: string | undefined;
    readonly path: string;
    readonly found: unknown;
    readonly rule: string;
    readonly fix: string;
}

/** Every problem of the text, from the YAML itself to the rules between keys, in the order found. */
export function problemsIn(text: string, project = PROJECT): Seen[] {
    const file = read(text, project);
    const problems = "problems" in file ? file.problems : mistakes(parseSettings(file));
    const lineOf = (problem: Problem): string | undefined => {
        const at = problem.at ?? file.locate(problem.path);
        const owner = at?.file === "Pulumi.yaml" ? project : text;
        return at && owner.split("\n")[at.line - 1]?.trim();
    };
    return problems.map((problem) => ({
        line: lineOf(problem),
        path: pathText(problem.path),
        found: problem.found,
        rule: problem.rule,
        fix: problem.fix,
    }));
}

function mistakes(parsed: ParsedSettings): readonly Problem[] {
    return "problems" in parsed ? parsed.problems : [];
}
