import path from "node:path";

import { deploy } from "../../components/deployments";
import {
    formatProblems,
    isMulti,
    type PlainSettings,
    parseSettings,
    readStackFile,
    type StackFile,
} from "../../components/settings";
import { recordComponent, type RecordedComponent } from "../harness";

/** Directory of Pulumi.yaml. */
export const PROJECT_DIR = path.resolve(__dirname, "../..");

/** The dev stack's file, read. */
export const DEV = path.join(PROJECT_DIR, "Pulumi.dev.yaml");
/** A stack file with a value other than its default for nearly every key. */
export const FULL = path.join(PROJECT_DIR, "tests/stacks/full.yaml");

/** Replaces top keys of a stack file (`users`, `network`), given what stands there. */
export type Change = Readonly<Record<string, (value: unknown) => unknown>>;

/**
 * Settings of a stack file, checked, after the changes.
 * @throws Error with the messages a person would read
 */
export function settingsOf(stackFile: string, change: Change = {}): PlainSettings {
    const file = readStackFile({ projectFile: path.join(PROJECT_DIR, "Pulumi.yaml"), stackFile });
    const parsed = "problems" in file ? file : parseSettings(changed(file, change));
    if ("problems" in parsed) {
        throw new Error(formatProblems(parsed.problems, file.locate));
    }
    if (isMulti(parsed.settings)) {
        throw new Error(`${stackFile} is of many accounts`);
    }
    return parsed.settings;
}

/** The file as it would be after the changes. */
export function changed(file: StackFile, change: Change): StackFile {
    const replaced = Object.entries(change).map(([key, replace]) => {
        const full = `private-studio:${key}`;
        return [full, replace(file.config[full])];
    });
    return { ...file, config: { ...file.config, ...(Object.fromEntries(replaced) as StackFile["config"]) } };
}

/** Builds the deployment in this process, with the default provider disabled as in every stack file. */
export function recordSettings(settings: PlainSettings, unknown = false): Promise<RecordedComponent> {
    return recordComponent(() => ({ ...deploy(settings) }), {
        project: settings.project,
        stack: settings.stack,
        unknown,
        config: { "aws:region": settings.region, "pulumi:disable-default-providers": '["aws"]' },
    });
}
