import { type Cli, findCli } from "./cli";
import { CLI_VERSION } from "./cli/versions";

/** What this needs of mocha's context. */
interface Suite {
    timeout(milliseconds: number): unknown;
    skip(): never;
}

/** Milliseconds; the first run on a machine builds the CLI. */
const BUILD_TIMEOUT = 900_000;

/**
 * The CLI for a suite; to be called in its `before`.
 *
 * Without a CLI and without Go the suite is skipped with a notice, and fails when `CI` is `true`: a pull request must
 * not pass untested.
 */
export function requireEngine(
    context: Suite,
    find: () => Cli | undefined = findCli,
    environment: NodeJS.ProcessEnv = process.env,
): Cli {
    context.timeout(BUILD_TIMEOUT);
    const cli = find();
    if (cli === undefined) {
        const message =
            `no pulumi >= ${CLI_VERSION} with its language host on PATH, and no Go to build one: ` +
            "install either (https://www.pulumi.com/docs/install, https://go.dev/dl)";
        if (environment["CI"] === "true") {
            throw new Error(`Engine tests cannot run: ${message}`);
        }
        process.stderr.write(`\n  ENGINE TESTS SKIPPED: ${message}\n`);
        context.skip();
    }
    return cli;
}
