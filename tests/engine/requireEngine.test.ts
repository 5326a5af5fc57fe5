import { strict as assert } from "node:assert";
import type { Cli } from "./cli";
import { requireEngine } from "./requireEngine";

/** A suite that notes whether it was skipped. */
function suite(): { skipped: boolean; timeout: () => string; skip: () => never } {
    const state = {
        skipped: false,
        timeout: () => "",
        skip: (): never => {
            state.skipped = true;
            throw new Error("skipped");
        },
    };
    return state;
}

describe("requireEngine", () => {
    const cli: Cli = { command: "/bin/pulumi", directory: "/bin", origin: "own" };

    it("gives the CLI there is", () => {
        assert.equal(
            requireEngine(suite(), () => cli, {}),
            cli,
        );
    });

    it("skips a suite without a CLI on a developer's machine", () => {
        const context = suite();
        const notice = standardError(() => assert.throws(() => requireEngine(context, () => undefined, {}), /skipped/));
        assert.equal(context.skipped, true);
        assert.match(notice, /ENGINE TESTS SKIPPED: no pulumi >= 3\.200\.0.*install/);
    });

    it("fails a suite without a CLI in CI, and says what to install", () => {
        const context = suite();
        assert.throws(
            () => requireEngine(context, () => undefined, { CI: "true" }),
            /cannot run: no pulumi >= 3\.200\.0.*install/,
        );
        assert.equal(context.skipped, false);
    });
});

/** What `action` writes to standard error, which the test run does not show. */
function standardError(action: () => void): string {
    const write = process.stderr.write.bind(process.stderr);
    let written = "";
    process.stderr.write = (text) => {
        written += String(text);
        return true;
    };
    try {
        action();
    } finally {
        process.stderr.write = write;
    }
    return written;
}
