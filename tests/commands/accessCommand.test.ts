import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import type { SingleAnswer } from "../../commands/access/single";
import { allOf, type Finished, runFile } from "../preflight/cliProcess";
import { STACK } from "./openFixture";

/** The command in a process of its own, with nothing of AWS in its environment. */
describe("access command", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "access-"));
    const stackFile = path.join(directory, "Pulumi.sample.yaml");
    let runs: Readonly<Record<string, Finished>>;

    before(async function () {
        this.timeout(120_000);
        writeFileSync(stackFile, `${STACK}    - { name: Jon's second, tag: a00002, profile: jon-two }\n`);
        const sample = ["--config-file", stackFile];
        const run =
            (...args: string[]) =>
            (): Promise<Finished> =>
                runFile("commands/access.ts", args);
        runs = await allOf({
            own: run(...sample, "--user", "jon@example.com"),
            json: run(...sample, "--user", "a00002", "--json"),
            nobody: run(...sample, "--user", "jon@exmaple.com"),
            "no file": run("--config-file", path.join(directory, "absent.yaml"), "--user", "jon"),
            "no user": run(...sample),
        });
    });
    after(() => rmSync(directory, { recursive: true }));

    it("says in a single account which profiles are the person's, and who opens them from where", () => {
        const { code, stderr, stdout } = runs["own"] as Finished;
        assert.match(stdout, /^a00002 in stack sample\. Nothing was called;/);
        assert.match(stdout, /\n {4}account +111122223333, eu-west-1\n {4}sign-in +iam\n/);
        assert.match(stdout, /\n {2}\S+, of user jon@example\.com\n/);
        assert.match(stdout, /\n {2}jon-two, of user Jon's second\n/);
        // The person's own row of each profile: not from the internet.
        assert.equal(stdout.match(/\n {2}person +same .*yes \d+ +no \d+/g)?.length, 2);
        assert.deepEqual([code, stderr], [0, ""]);
    });

    it("says the same as JSON, for the value of the tag", () => {
        const answer = JSON.parse(runs["json"]?.stdout ?? "") as SingleAnswer;
        assert.deepEqual(
            [answer.deployment, answer.person, answer.mode, answer.profiles.map(({ profile }) => profile)],
            ["single-account", "a00002", "iam", ["jon-example-com", "jon-two"]],
        );
        assert.equal(answer.profiles[0]?.matrix?.representative.length, "jon-example-com".length);
    });

    it("ends with a message and 1 for people's mistakes", () => {
        const said = (name: string): unknown => [runs[name]?.code, runs[name]?.stdout];
        assert.deepEqual(said("nobody"), [1, ""]);
        assert.match(
            runs["nobody"]?.stderr ?? "",
            /^Stack sample has nobody called "jon@exmaple\.com"\. Most like it: jon@example\.com/,
        );
        assert.deepEqual(said("no file"), [1, ""]);
        assert.match(runs["no file"]?.stderr ?? "", /absent\.yaml/);
        assert.deepEqual(said("no user"), [1, ""]);
        assert.match(runs["no user"]?.stderr ?? "", /required option '--user <name>' not specified/);
    });
});
