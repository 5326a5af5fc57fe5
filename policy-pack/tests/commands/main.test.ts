import assert from "node:assert/strict";
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { run } from "../../commands/main";

const NOW = new Date("2026-06-15T12:00:00Z");
const PACK = path.join(__dirname, "../..");
const VPC_ONLY = "sagemaker-domain-vpc-only";

describe("private-studio-policies", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(path.join(os.tmpdir(), "policies-"))));
    after(() => rmSync(folder, { recursive: true, force: true }));

    function file(name: string, content: unknown): string {
        const where = path.join(folder, name);
        writeFileSync(where, typeof content === "string" ? content : JSON.stringify(content));
        return where;
    }
    const call = (...argv: string[]): ReturnType<typeof run> => run(argv, () => "", NOW);

    describe("check", () => {
        it("says of each file that it is right, and what ends soon", () => {
            const good = file("good.json", { all: "advisory" });
            const soon = file("soon.json", {
                [VPC_ONLY]: { exceptions: [{ name: "trial", reason: "r", expires: "2026-06-20" }] },
            });
            assert.deepEqual(call("check", good, soon), {
                output: [
                    `${good}: right`,
                    `${soon}: right`,
                    `warning: ${soon}: ${VPC_ONLY}: the exception for trial ends in 5 days, on 2026-06-20.`,
                    "",
                ].join("\n"),
                errors: "",
                exitCode: 0,
            });
        });

        it("tells every problem of every file at once", () => {
            const wrong = file("wrong.json", {
                "sagemaker-domain-vpconly": "disabled",
                [VPC_ONLY]: { enforcementLevel: "on", exceptions: [{ name: "a", expires: "2026-12-31" }] },
            });
            const broken = file("broken.json", '{"all": mandatory}');
            const none = path.join(folder, "none.json");
            const { output, errors, exitCode } = call("check", wrong, broken, none);
            assert.equal(output, "");
            assert.deepEqual(errors.replace(/not JSON \(.*\)/, "not JSON (…)").split("\n"), [
                `${wrong}: sagemaker-domain-vpconly is no policy of this pack. Did you mean ${VPC_ONLY}?`,
                `${wrong}: ${VPC_ONLY}.enforcementLevel must be one of advisory, mandatory, remediate, disabled.`,
                `${wrong}: ${VPC_ONLY}: exception for a: it has no reason. Give the reason, or remove the exception.`,
                `${broken}: the file is not JSON (…).`,
                `${none}: the file cannot be read.`,
                "",
            ]);
            assert.equal(exitCode, 1);
        });
    });

    describe("called wrongly", () => {
        const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
            ["no command", [], /^Give a command\.\n/],
            ["an unknown command", ["chek"], /^chek is no command\.\n/],
            ["no file", ["check"], /^Give the files to check\.\n/],
            ["an unknown option", ["check", "--all"], /^Unknown option '--all'/],
            ["a file for the events", ["sarif", "events.json"], /^Give the events on standard input/],
            ["a source outside", ["sarif", "--source", "../Pulumi.yaml"], /^--source must be a path relative/],
            ["an absolute source", ["sarif", "--source", "/Pulumi.yaml"], /^--source must be a path relative/],
        ];
        for (const [what, argv, expected] of cases) {
            it(what, () => {
                const { output, errors, exitCode } = call(...argv);
                assert.equal(output, "");
                assert.match(errors, expected);
                assert.equal(exitCode, 2);
            });
        }
    });

    it("tells its version, the package's", () => {
        const text = readFileSync(path.join(PACK, "package.json"), "utf8");
        const { version } = JSON.parse(text) as { readonly version: string };
        assert.deepEqual(call("--version"), { output: `${version}\n`, errors: "", exitCode: 0 });
    });

    describe("as a process", function () {
        this.timeout(60_000);
        const start = (args: readonly string[], input: string): SpawnSyncReturns<string> =>
            spawnSync(
                process.execPath,
                ["--require", "ts-node/register/transpile-only", path.join(PACK, "commands/main.ts"), ...args],
                { encoding: "utf8", input },
            );

        it("ends with the status, without a stack trace", () => {
            const { stdout, stderr, status } = start(["sarif"], "no event\n");
            assert.deepEqual(
                [stdout, stderr, status],
                ["", "Line 1 is no event of the engine: one JSON object a line is expected.\n", 1],
            );
        });
    });
});
