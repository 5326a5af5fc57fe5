import path from "node:path";

import { deploy } from "../../components/deployments";
import {
    formatProblems,
    isMulti,
    parseSettings,
    type PlainMultiSettings,
    readStackFile,
} from "../../components/settings";
import { recordComponent, type RecordedComponent } from "../harness";
import { type Change, changed, PROJECT_DIR } from "./devStack";

/** The prod stack's file: two lines of business behind a hub. */
export const PROD = path.join(PROJECT_DIR, "Pulumi.prod.yaml");

/**
 * Settings of a stack file with many accounts, checked, after the changes.
 * @throws Error with the messages a person would read
 */
export function multiSettingsOf(stackFile: string, change: Change = {}): PlainMultiSettings {
    const file = readStackFile({ projectFile: path.join(PROJECT_DIR, "Pulumi.yaml"), stackFile });
    const parsed = "problems" in file ? file : parseSettings(changed(file, change));
    if ("problems" in parsed) {
        throw new Error(formatProblems(parsed.problems, file.locate));
    }
    if (!isMulti(parsed.settings)) {
        throw new Error(`${stackFile} is the stack file of a single account`);
    }
    return parsed.settings;
}

/** Builds the deployment in this process, with the default provider disabled as in every stack file. */
export function recordMulti(settings: PlainMultiSettings, unknown = false): Promise<RecordedComponent> {
    return recordComponent(() => ({ ...deploy(settings) }), {
        project: settings.project,
        stack: settings.stack,
        unknown,
        config: { "aws:region": settings.region, "pulumi:disable-default-providers": '["aws"]' },
    });
}

/** One more line of business, in an account of its own, to be added to `lobs` and `accounts`. */
export const LOB_C: Change = {
    accounts: (accounts) => ({
        ...(accounts as object),
        "lob-c": {
            id: "999900001111",
            assumeRole: { arn: "arn:aws:iam::999900001111:role/private-studio-deploy" },
        },
    }),
    lobs: (lobs) => [
        {
            name: "lob-c",
            account: "lob-c",
            network: { cidr: "10.110.0.0/16" },
            security: { buckets: { deployers: ["arn:aws:iam::999900001111:role/private-studio-deploy"] } },
            users: [{ name: "user-lob-c", tag: "user-lob-c" }],
        },
        ...(lobs as unknown[]),
    ],
};
