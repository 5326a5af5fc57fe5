import { existsSync } from "node:fs";

/** What this needs of mocha's context. */
interface Suite {
    timeout(milliseconds: number): unknown;
    skip(): never;
}

/** Debian's package `chromium`. */
const USUAL = "/usr/bin/chromium";

/** Milliseconds; a loaded machine takes its time to start a browser. */
const START_TIMEOUT = 120_000;

/**
 * The browser's executable for a suite; to be called in its `before`. `CHROMIUM` names another one than Debian's.
 *
 * Without it the suite is skipped with a notice, and fails when `CI` is `true`: a pull request must not pass untested.
 */
export function requireChromium(context: Suite, environment: NodeJS.ProcessEnv = process.env): string {
    context.timeout(START_TIMEOUT);
    const executable = environment["CHROMIUM"] ?? USUAL;
    if (!existsSync(executable)) {
        const message = `no browser at ${executable}: install chromium, or name another one by CHROMIUM`;
        if (environment["CI"] === "true") {
            throw new Error(`Browser tests cannot run: ${message}`);
        }
        process.stderr.write(`\n  BROWSER TESTS SKIPPED: ${message}\n`);
        context.skip();
    }
    return executable;
}
