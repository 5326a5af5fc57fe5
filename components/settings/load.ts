import { existsSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";

import * as pulumi from "@pulumi/pulumi";

import { formatProblems } from "./format";
import { ACCESS_KEY, withMetadataFile } from "./metadataFile";
import { parseSettings } from "./parse";
import type { Locate, Problem } from "./problems";
import type { RawConfig } from "./rawConfig";
import { NAMESPACE } from "./schema";
import type { Settings } from "./settings";
import { isMulti } from "./isMulti";
import type { AccessServiceSetting, AccessSignIn, MultiSettings, PlainMultiSettings } from "./multiSettings";
import { secretPaths } from "./secrets";
import { foldersOf, readStackFileAlone } from "./stackFile";
import { type LocatedConfig, type StackFolder, USERS_KEY, withUsersFile } from "./usersFile";
import { LOBS_KEY, withLobUsersFiles } from "./usersFile/lobs";

/** The stack's configuration has mistakes; the message lists them all. Printed by the engine without a stack trace. */
export class SettingsError extends pulumi.RunError {
    constructor(
        readonly problems: readonly Problem[],
        locate: Locate,
        stack: string,
    ) {
        const count = problems.length === 1 ? "one mistake" : `${problems.length} mistakes`;
        super(`the configuration of stack ${stack} has ${count}:\n\n${formatProblems(problems, locate)}`);
    }
}

/**
 * The settings of the running stack. The only reader of Pulumi's configuration.
 *
 * @throws SettingsError with every mistake.
 */
export function loadSettings(): Settings | MultiSettings {
    const { raw, locate } = locatedConfig(runningConfig());
    const parsed = parseSettings(raw);
    if ("problems" in parsed) {
        throw new SettingsError(parsed.problems, locate, raw.stack);
    }
    const { settings } = parsed;
    // The engine says which keys hold a secret, not where in them it is: all values count as secret.
    const secret = raw.secretKeys.includes(`${NAMESPACE}:tags`);
    const tags = Object.fromEntries(
        Object.entries(settings.tags).map(([key, value]) => [key, secret ? pulumi.secret(value) : value]),
    );
    return isMulti(settings) ? withSecrets(settings, tags) : { ...settings, tags };
}

function withSecrets(settings: PlainMultiSettings, tags: Settings["tags"]): MultiSettings {
    return {
        ...settings,
        access: { ...settings.access, signIn: withClientSecret(settings.access.signIn) },
        lobs: settings.lobs.map((lob) => ({ ...lob, tags })),
        tags,
    };
}

function withClientSecret(signIn: AccessSignIn<string>): AccessServiceSetting["signIn"] {
    return signIn.mode === "private" || signIn.oidc === undefined
        ? signIn
        : { ...signIn, oidc: { ...signIn.oidc, clientSecret: pulumi.secret(signIn.oidc.clientSecret) } };
}

function runningConfig(): RawConfig {
    const all = pulumi.runtime.allConfig();
    return {
        project: pulumi.getProject(),
        stack: pulumi.getStack(),
        config: Object.fromEntries(Object.entries(all).map(([key, text]) => [key, decoded(text)])),
        secretKeys: Object.keys(all).filter(isSecretKey),
    };
}

/** The engine hands over maps and lists as JSON and everything else as text. */
function decoded(text: string): unknown {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" || typeof value === "boolean" ? value : text;
    } catch {
        return text;
    }
}

/** Public in the SDK's code but left out of its types. */
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret: (key: string) => boolean };

/** Keys reach the program as `ns:key` or, from some hosts, as `ns:config:key`. */
function isSecretKey(key: string): boolean {
    return isConfigSecret(key) || isConfigSecret(key.replace(":", ":config:"));
}

/**
 * The configuration with the users of the file it names, and with lines in Pulumi.STACK.yaml for top keys where the file
 * says what the engine says: with `--config-file` or an environment the values are from elsewhere. A line would mislead
 * then, and a file of users beside this stack file may be another than the one meant.
 */
function locatedConfig(raw: RawConfig): LocatedConfig<RawConfig> {
    const directory = projectDirectory(process.cwd());
    if (directory === undefined) {
        return withFiles({ raw, locate: () => undefined }, () => undefined);
    }
    const paths = {
        projectFile: path.join(directory, "Pulumi.yaml"),
        stackFile: path.join(directory, `Pulumi.${raw.stack}.yaml`),
    };
    const file = readStackFileAlone(paths);
    if ("problems" in file) {
        return withFiles({ raw, locate: () => undefined }, () => undefined);
    }
    const says = (key: string): boolean =>
        isDeepStrictEqual(file.config[key], raw.config[key]) ||
        (file.secretKeys.includes(key) && raw.secretKeys.includes(key));
    const locate: Locate = (where) =>
        says(String(where[0]).includes(":") ? String(where[0]) : `${NAMESPACE}:${where[0]}`)
            ? file.locate(where)
            : undefined;
    // The engine hands secrets over in clear; where they stand, the file knows.
    const secretPlaces = secretPaths(says(ACCESS_KEY) ? file.config[ACCESS_KEY] : undefined, ["access"]);
    return withFiles({ raw: { ...raw, secretPlaces }, locate }, (key) => (says(key) ? foldersOf(paths) : undefined));
}

/** With what stands in the files a key names; `folders` tells where files of the key are. */
function withFiles(
    located: LocatedConfig<RawConfig>,
    folders: (key: string) => StackFolder | undefined,
): LocatedConfig<RawConfig> {
    return withLobUsersFiles(
        withUsersFile(withMetadataFile(located, folders(ACCESS_KEY)), folders(USERS_KEY)),
        folders(LOBS_KEY),
    );
}

function projectDirectory(from: string): string | undefined {
    if (existsSync(path.join(from, "Pulumi.yaml"))) {
        return from;
    }
    const parent = path.dirname(from);
    return parent === from ? undefined : projectDirectory(parent);
}
