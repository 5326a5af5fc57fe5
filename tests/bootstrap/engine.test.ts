import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import * as path from "node:path";
import type { Emulator } from "../engine/aws/serve";
import { engineEnvironment } from "../engine/environment";
import { Bench } from "../engine/harness";
import { requireEngine } from "../engine/requireEngine";

const ROOT = path.resolve(__dirname, "../..");

interface Finished {
    readonly code: number | null;
    readonly output: string;
}

/** The program as README.md says to run it, on the real engine and an emulated account. */
describe("engine: the bootstrap", function () {
    this.timeout(300_000);
    let bench: Bench;
    let aws: Emulator;
    let folder: string;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        const cache = path.join(ROOT, ".cache", "engine");
        mkdirSync(cache, { recursive: true });
        folder = mkdtempSync(path.join(cache, "bootstrap-"));
        // A copy, because pulumi writes a salt into the stack file; around it everything as it is.
        cpSync(path.join(ROOT, "bootstrap"), path.join(folder, "bootstrap"), { recursive: true });
        for (const name of [
            "components",
            "policy-pack",
            "node_modules",
            "package.json",
            "tsconfig.json",
            "tsconfig.pulumi.json",
        ]) {
            symlinkSync(path.join(ROOT, name), path.join(folder, name));
        }
        mkdirSync(path.join(folder, "state"));
    });
    after(() => {
        bench?.dispose();
        if (folder !== undefined) {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    function pulumi(...args: string[]): Promise<Finished> {
        const env = engineEnvironment({
            cli: bench.cli,
            backend: path.join(folder, "state"),
            home: path.join(folder, "home"),
            passphrase: "test",
            awsPort: aws.port,
        });
        return new Promise((resolve, reject) => {
            const child = spawn(bench.cli.command, [...args, "--non-interactive"], {
                cwd: path.join(folder, "bootstrap"),
                env,
                stdio: ["ignore", "pipe", "pipe"],
            });
            let output = "";
            for (const stream of [child.stdout, child.stderr]) {
                stream.setEncoding("utf8").on("data", (text: string) => (output += text));
            }
            child.once("error", reject);
            child.once("close", (code) => resolve({ code, output }));
        });
    }

    it("stands up from the committed sample and then has nothing to change", async () => {
        assert.equal((await pulumi("stack", "init", "main")).code, 0);
        const up = await pulumi("up", "--yes");
        assert.equal(up.code, 0, up.output);
        const roles = aws.store.list({ type: "aws:iam/role:Role" });
        assert.equal(roles.length, 3);
        const again = await pulumi("preview", "--expect-no-changes");
        assert.equal(again.code, 0, again.output);
    });

    it("prints what the repository's variables take", async () => {
        const { output } = await pulumi("stack", "output", "--json");
        const outputs = JSON.parse(output) as Record<string, unknown>;
        assert.equal(outputs["backendUrl"], "s3://private-studio-state-111122223333-eu-west-1?region=eu-west-1");
        assert.deepEqual(Object.keys(outputs["deployRoleArns"] as object), ["dev", "prod"]);
    });

    it("is not destroyed while it is protected", async () => {
        const before = aws.store.list().length;
        const { code, output } = await pulumi("destroy", "--yes");
        assert.notEqual(code, 0);
        assert.match(output, /protect/);
        assert.equal(aws.store.list().length, before);
    });

    it("lists its settings' mistakes without a stack trace, and makes nothing", async () => {
        const before = aws.store.list().length;
        await pulumi("config", "set", "private-studio-bootstrap:repository", "acme/*");
        await pulumi("config", "set", "private-studio-bootstrap:branch", "release/*");
        const { code, output } = await pulumi("preview");
        assert.notEqual(code, 0);
        assert.match(output, /repository\n\s+found\s+"acme\/\*"/);
        assert.match(output, /branch\n\s+found\s+"release\/\*"/);
        assert.doesNotMatch(output, /\.ts:\d+|node_modules/);
        assert.equal(aws.store.list().length, before);
        assert.deepEqual(
            readdirSync(path.join(ROOT, "bootstrap")).filter((name) => name.startsWith("Pulumi.")),
            ["Pulumi.main.yaml", "Pulumi.yaml"],
        );
    });
});
