import { strict as assert } from "node:assert";
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { ROOT } from "./job";

/** From the Go module proxy, verified by Go's checksum database. */
const MODULE = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

/** The first run compiles it. */
const TIMEOUT = 300_000;

function lint(directory: string): SpawnSyncReturns<string> {
    // Other linters of the machine would make the result depend on it.
    const args = ["-shellcheck=", "-pyflakes=", "-oneline", "-no-color"];
    return spawnSync("go", ["run", MODULE, ...args], {
        cwd: directory,
        encoding: "utf8",
        env: { ...process.env, GOFLAGS: "-mod=mod" },
    });
}

describe("workflow files under actionlint", function () {
    this.timeout(TIMEOUT);

    before(function () {
        if (spawnSync("go", ["version"]).status === 0) {
            return;
        }
        const message = "no Go on PATH to run actionlint: install it (https://go.dev/dl)";
        if (process.env["CI"] === "true") {
            throw new Error(`Workflow files cannot be linted: ${message}`);
        }
        process.stderr.write(`\n  WORKFLOW LINT SKIPPED: ${message}\n`);
        this.skip();
    });

    it("are without fault", () => {
        const { status, stdout, stderr } = lint(ROOT);
        assert.equal(status, 0, stdout + stderr);
    });

    it("would be found out with one", () => {
        const directory = mkdtempSync(path.join(tmpdir(), "actionlint-"));
        try {
            mkdirSync(path.join(directory, ".git"));
            mkdirSync(path.join(directory, ".github", "workflows"), { recursive: true });
            const faulty =
                "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ nope.x }}\n";
            writeFileSync(path.join(directory, ".github", "workflows", "faulty.yml"), faulty);
            const { status, stdout } = lint(directory);
            assert.equal(status, 1);
            assert.match(stdout, /undefined variable "nope"/);
        } finally {
            rmSync(directory, { recursive: true, force: true });
        }
    });
});
