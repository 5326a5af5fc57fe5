import path from "node:path";

import type { RawConfig } from "./rawConfig";
import type { Problem, SettingPath } from "./problems";
import { metadataMistake } from "./samlMetadata";
import { NAMESPACE } from "./schema";
import { SECRET_PLACEHOLDER } from "./secrets";
import { readText } from "./textFile";
import type { LocatedConfig, StackFolder } from "./usersFile";

/** Full key of what names the file. */
export const ACCESS_KEY = `${NAMESPACE}:access`;

/** Where the document of a single account's SAML provider is named, and that of a user pool's. */
const PLACES = [
    ["federation", "saml", "metadata"],
    ["signIn", "saml", "metadata"],
] as const;

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
    const access = raw.config[ACCESS_KEY];
    const place = PLACES.find((each) => typeof childAt(access, each) === "string");
    const given = place && childAt(access, place);
    // What is a secret is not looked into; with many accounts the key may hold a client secret beside the document.
    const isClosed = raw.secretKeys.includes(ACCESS_KEY) && !isMany(raw);
    if (place === undefined || typeof given !== "string" || given === SECRET_PLACEHOLDER || isClosed) {
        return { raw, locate };
    }
    const where = ["access", ...place];
    const read = given.trimStart().startsWith("<")
        ? checkedText(given, DOCUMENT, where)
        : readMetadata(given, folders, raw.stack, where);
    const text = "text" in read ? read.text : "mistaken.xml";
    const problems = "problem" in read ? [read.problem] : [];
    return {
        raw: {
            ...raw,
            config: { ...raw.config, [ACCESS_KEY]: replaced(access, place, text) },
            fileProblems: [...(raw.fileProblems ?? []), ...problems],
        },
        locate,
    };
}

function isMany({ config }: RawConfig): boolean {
    return config[`${NAMESPACE}:deployment`] === "multi-account";
}

type Read = { readonly text: string } | { readonly problem: Problem };

function readMetadata(file: string, folders: StackFolder | undefined, stack: string, place: SettingPath): Read {
    const wrong = (rule: string, fix: string): Read => ({ problem: { path: place, found: file, rule, fix } });
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
        return checkedText(read.text, name, place);
    }
    return read.failure === "not UTF-8 text"
        ? wrong(`the file is UTF-8 text; ${name} is not`, "export the metadata from the identity provider once more")
        : wrong(
              `the file can be read; ${name}: ${read.failure}`,
              "check name and permissions; the path goes from the folder of the stack file",
          );
}

function checkedText(text: string, name: string, place: SettingPath): Read {
    const mistake = metadataMistake(text);
    return mistake === undefined ? { text } : { problem: { path: place, found: name, ...mistake } };
}

/** The value at a place in a configuration of whatever shape; its mistakes are for the schema. */
function childAt(value: unknown, place: readonly string[]): unknown {
    return place.reduce<unknown>(
        (at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined),
        value,
    );
}

function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
    const map = value as Record<string, unknown>;
    return key === undefined ? text : { ...map, [key]: replaced(map[key], rest, text) };
}
