import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import {
    chmodSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { ROOT } from "./job";
import { startTokenServer, type TokenServer } from "./tokenServer";

const EVENTS = [
    {
        policyEvent: {
            resourceUrn: "urn:pulumi:dev::theirs::aws:sagemaker/domain:Domain::studio",
            message: "Domain studio: no.",
            policyName: "sagemaker-domain-vpc-only",
            policyPackName: "private-studio",
            enforcementLevel: "mandatory",
        },
    },
    { summaryEvent: { PolicyPacks: { "private-studio|local|pack": "1.0.0" } } },
]
    .map((event) => `${JSON.stringify(event)}\n`)
    .join("");

/** The script of the workflow that other repositories call, in such a repository, with stand-ins for npm and pulumi. */
describe("policy.sh in somebody's repository", function () {
    this.timeout(60_000);
    let folder: string;
    let tokens: TokenServer;
    before(async () => {
        tokens = await startTokenServer();
    });
    after(() => tokens.stop());
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), "policy-"));
        const policies = path.join(folder, ".policies");
        mkdirSync(path.join(policies, "policy-pack", "bin", "commands"), { recursive: true });
        symlinkSync(path.join(ROOT, ".github"), path.join(policies, ".github"));
        // The built commands' place is taken by their source: whether they are built is npm's part here.
        const main = path.join(ROOT, "policy-pack", "commands", "main.ts");
        writeFileSync(
            path.join(policies, "policy-pack", "bin", "commands", "main.js"),
            `process.chdir(${JSON.stringify(ROOT)});
             require(require.resolve("ts-node/register/transpile-only", { paths: [process.cwd()] }));
             process.chdir(${JSON.stringify(folder)});
             const { run } = require(${JSON.stringify(main)});
             const done = run(process.argv.slice(2), () => require("node:fs").readFileSync(0, "utf8"), new Date());
             process.stdout.write(done.output); process.stderr.write(done.errors); process.exitCode = done.exitCode;`,
        );
        mkdirSync(path.join(folder, "tools"));
        tool("npm", `echo "npm $*" >> "${folder}/calls"`);
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    function tool(name: string, script: string): void {
        const file = path.join(folder, "tools", name);
        writeFileSync(file, `#!/usr/bin/env bash\n${script}\n`);
        chmodSync(file, 0o755);
    }

    /** A CLI that leaves these events and ends with this status. */
    function pulumi(events: string, status: number): void {
        writeFileSync(path.join(folder, "told"), events);
        tool(
            "pulumi",
            `echo "pulumi $*" >> "${folder}/calls"
             if [ "$1" = preview ]; then cp "${folder}/told" "\${@: -1}"; exit ${status}; fi`,
        );
    }

    function policy(env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
        const child = spawn(path.join(folder, ".policies/.github/scripts/policy.sh"), {
            cwd: folder,
            env: {
                ...tokens.env,
                PATH: `${path.join(folder, "tools")}${path.delimiter}${process.env["PATH"] ?? ""}`,
                RUNNER_TEMP: folder,
                STACK: "dev",
                PROJECT: ".",
                SARIF: "policy.sarif",
                AWS_REGION: "eu-west-1",
                AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/preview",
                PULUMI_BACKEND_URL: "s3://state",
                ...env,
            },
            stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding("utf8").on("data", (text: string) => (output += text));
        }
        return new Promise((resolve, reject) => {
            child.once("error", reject);
            child.once("close", (code) => resolve({ code, output }));
        });
    }

    const calls = (): string[] =>
        readFileSync(path.join(folder, "calls"), "utf8").replaceAll(folder, "HERE").trim().split("\n");
    const sarif = (): string => path.join(folder, "policy.sarif");

    it("installs the pack from its lock file, previews with it, and leaves what it said", async () => {
        pulumi(EVENTS, 255);
        const { code, output } = await policy({ PROJECT: "./infra" });
        assert.equal(code, 255, output);
        const pack = "HERE/.policies/policy-pack";
        assert.deepEqual(calls(), [
            "npm --prefix HERE/.policies ci --workspace policy-pack",
            "npm --prefix HERE/.policies run build --workspace policy-pack",
            "pulumi install --cwd ./infra",
            `pulumi preview --cwd ./infra --stack dev --non-interactive --color never --policy-pack ${pack} ` +
                "--event-log HERE/.policy-events.json",
        ]);
        const log = readFileSync(sarif(), "utf8");
        assert.match(log, /"uri": "infra\/Pulumi.yaml"/);
        assert.match(log, /"text": "Domain studio: no\."/);
    });

    it("gives the pack the caller's configuration once it is checked", async () => {
        pulumi(EVENTS.split("\n").slice(1).join("\n"), 0);
        writeFileSync(path.join(folder, "policies.json"), '{"all": "advisory"}');
        const { code, output } = await policy({ PACK_CONFIG: "policies.json" });
        assert.equal(code, 0, output);
        assert.match(calls().at(-1) ?? "", / --policy-pack-config HERE\/policies\.json /);
        assert.match(readFileSync(sarif(), "utf8"), /"results": \[\]/);
    });

    it("stops before the preview at a configuration that is wrong", async () => {
        pulumi(EVENTS, 0);
        writeFileSync(path.join(folder, "policies.json"), '{"sagemaker-domain-vpconly": "disabled"}');
        const { code, output } = await policy({ PACK_CONFIG: "policies.json" });
        assert.equal(code, 1);
        assert.match(output, /Did you mean sagemaker-domain-vpc-only\?/);
        assert.ok(!calls().some((call) => call.startsWith("pulumi")));
    });

    it("fails and leaves no log where the pack did not say all: code scanning would close every alert", async () => {
        pulumi("", 0);
        const { code, output } = await policy();
        assert.equal(code, 1);
        assert.match(output, /There are no events/);
        assert.ok(!existsSync(sarif()));
    });
});
