import path from "node:path";

import type { RawConfig } from "./parse";
import type { Problem } from "./problems";
import { metadataMistake } from "./samlMetadata";
import { NAMESPACE } from "./schema";
import { readText } from "./textFile";
import type { LocatedConfig, StackFolder } from "./usersFile";

/** Full key of what names the file. */
export const ACCESS_KEY = `${NAMESPACE}:access`;

const PATH = ["access", "federation", "saml", "metadata"];

/** Shown in place of a document, of which no part may stand in a message: what is wrong with it may be a secret in it. */
const DOCUMENT = "(document)";

/**
 * Puts the text of the SAML metadata in place of the path of its file, checked; mistakes are the result's
 * `fileProblems`, and the path stays. A text that stands there already is checked alike. A configuration without
 * metadata comes back as it is.
 *
 * @param folders where the stack file is; undefined when nobody knows, and then a file cannot be named
 */
export function withMetadataFile<Raw extends RawConfig>(
    { raw, locate }: LocatedConfig<Raw>,
    folders: StackFolder | undefined,
): LocatedConfig<Raw> {
    const given = raw.secretKeys.includes(ACCESS_KEY) ? undefined : metadataOf(raw.config[ACCESS_KEY]);
    if (given === undefined) {
        return { raw, locate };
    }
    const read = given.trimStart().startsWith("<")
        ? checkedText(given, DOCUMENT)
        : readMetadata(given, folders, raw.stack);
    const text = "text" in read ? read.text : "mistaken.xml";
    const problems = "problem" in read ? [read.problem] : [];
    return {
        raw: {
            ...raw,
            config: { ...raw.config, [ACCESS_KEY]: replaced(raw.config[ACCESS_KEY], text) },
            fileProblems: [...(raw.fileProblems ?? []), ...problems],
        },
        locate,
    };
}

type Read = { readonly text: string } | { readonly problem: Problem };

function readMetadata(file: string, folders: StackFolder | undefined, stack: string): Read {
    const wrong = (rule: string, fix: string): Read => ({ problem: { path: PATH, found: file, rule, fix } });
    if (path.isAbsolute(file) || !file.endsWith(".xml")) {
        // The schema says what is wrong with such a path.
        return { text: file };
    }
    if (folders === undefined) {
        return wrong(
            `the file is looked for in the folder of the stack file that names it, and Pulumi.${stack}.yaml beside Pulumi.yaml does not name this one`,
            `write the setting into Pulumi.${stack}.yaml beside Pulumi.yaml, or name an existing provider by providerArn`,
        );
    }
    const full = path.resolve(folders.folder, file);
    const name = path.relative(folders.projectFolder, full);
    const read = readText(full);
    if ("text" in read) {
        return checkedText(read.text, name);
    }
    return read.failure === "not UTF-8 text"
        ? wrong(`the file is UTF-8 text; ${name} is not`, "export the metadata from the identity provider once more")
        : wrong(
              `the file can be read; ${name}: ${read.failure}`,
              "check name and permissions; the path goes from the folder of the stack file",
          );
}

function checkedText(text: string, name: string): Read {
    const mistake = metadataMistake(text);
    return mistake === undefined ? { text } : { problem: { path: PATH, found: name, ...mistake } };
}

/** The path or text in a configuration of whatever shape; its mistakes are for the schema. */
function metadataOf(access: unknown): string | undefined {
    const metadata = childOf(childOf(childOf(access, "federation"), "saml"), "metadata");
    return typeof metadata === "string" ? metadata : undefined;
}

function childOf(value: unknown, key: string): unknown {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function replaced(access: unknown, metadata: string): unknown {
    const map = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;
    const { federation } = map(access);
    const { saml } = map(federation);
    return { ...map(access), federation: { ...map(federation), saml: { ...map(saml), metadata } } };
}
