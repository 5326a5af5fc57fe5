import * as path from "node:path";
import type { Cli } from "./cli";

/** Where one engine run keeps what it writes, and whom it talks to. */
export interface EngineSetting {
    readonly cli: Cli;
    /** Folder of the file state. */
    readonly backend: string;
    /** In place of `~/.pulumi`, so that a user's login and plugins are neither read nor changed. */
    readonly home: string;
    readonly passphrase: string;
    /** Port of the emulated aws provider. */
    readonly awsPort: number;
}

/** Stand-ins for plugins that the CLI would download. */
const PLUGINS = path.join(__dirname, "plugins");

/** Variables of the caller that would lead a run to a real cloud or another backend. */
const STRAY = /^(AWS_|PULUMI_)/;

/**
 * Environment of an engine run that connects to nothing outside this machine: the engine neither looks for plugins nor
 * for a newer version of itself.
 */
export function engineEnvironment(setting: EngineSetting, caller: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
    const kept = Object.fromEntries(Object.entries(caller).filter(([name]) => !STRAY.test(name)));
    return {
        ...kept,
        PATH: [setting.cli.directory, PLUGINS, caller["PATH"] ?? ""].join(path.delimiter),
        PULUMI_BACKEND_URL: `file://${setting.backend}`,
        PULUMI_HOME: setting.home,
        PULUMI_CONFIG_PASSPHRASE: setting.passphrase,
        PULUMI_DEBUG_PROVIDERS: `aws:${setting.awsPort}`,
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        // Type checking is `npm run check`'s business and would take three times as long as the run.
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
        // Makes --event-log available.
        PULUMI_DEBUG_COMMANDS: "true",
    };
}
