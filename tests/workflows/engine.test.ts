import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import type { Emulator } from "../engine/aws/serve";
import { mirrorProject } from "../engine/emulated/mirror";
import { engineEnvironment } from "../engine/environment";
import { EXISTING } from "../engine/existing";
import { Bench } from "../engine/harness";
import { requireEngine } from "../engine/requireEngine";
import { ROOT, runJob, type StepRun, workflows } from "./job";
import { startTokenServer, type TokenServer } from "./tokenServer";

const REPOSITORY = "acme/private-studio";
const STATE = "s3://in the workflow, a folder here";

/** The jobs' own run steps, as the workflow files have them, on the real engine and an emulated account. */
describe("engine: the workflows' run steps", function () {
    this.timeout(300_000);
    let bench: Bench;
    let aws: Emulator;
    let tokens: TokenServer;
    let folder: string;
    let env: NodeJS.ProcessEnv;

    before(async function () {
        bench = new Bench(requireEngine(this));
        if (!existsSync(path.join(ROOT, "policy-pack/bin/index.js"))) {
            spawnSync("npm", ["run", "build"], { cwd: ROOT });
        }
        mkdirSync(path.join(ROOT, ".cache", "engine"), { recursive: true });
        folder = mkdtempSync(path.join(ROOT, ".cache", "engine", "workflows-"));
        const backend = path.join(folder, "state");
        mkdirSync(backend);
        aws = await bench.aws({ existing: EXISTING });
        tokens = await startTokenServer();
        env = {
            ...engineEnvironment({
                cli: bench.cli,
                backend,
                home: path.join(folder, "home"),
                passphrase: "test",
                awsPort: aws.port,
            }),
            ...tokens.env,
            RUNNER_TEMP: folder,
            GITHUB_RUN_ID: "1",
            GITHUB_OUTPUT: path.join(folder, "output"),
            GITHUB_STEP_SUMMARY: path.join(folder, "summary.md"),
        };
        mirrorProject(ROOT, project());
        const created = spawnSync(bench.cli.command, ["stack", "init", "dev", "--non-interactive"], {
            cwd: project(),
            env,
            encoding: "utf8",
        });
        assert.equal(created.status, 0, created.stderr);
    });
    after(() => {
        tokens?.stop();
        bench?.dispose();
        if (folder !== undefined) {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    const project = (): string => path.join(folder, "project");
    const reports = (): string => path.join(project(), "reports");

    /** Runs a job for the stack `dev`, and answers its steps by script. */
    async function run(file: string, job: string): Promise<Readonly<Record<string, StepRun>>> {
        const definition = workflows()[file]?.jobs[job];
        assert.ok(definition !== undefined, `${file} has no job ${job}`);
        const runs = await runJob(definition, {
            directory: project(),
            env: env,
            context: {
                "matrix.stack": "dev",
                "github.workspace": project(),
                "vars.AWS_REGION": "eu-west-1",
                "vars.AWS_PREVIEW_ROLE": "arn:aws:iam::111122223333:role/preview",
                "vars.AWS_DEPLOY_ROLE": "arn:aws:iam::111122223333:role/deploy-dev",
                "vars.PULUMI_BACKEND_URL": env["PULUMI_BACKEND_URL"] ?? STATE,
                "github.token": "token",
                "github.event.pull_request.number": "7",
                "github.repository": REPOSITORY,
            },
        });
        return Object.fromEntries(runs.map((each) => [path.basename(each.run), each]));
    }

    function editStack(change: (config: Record<string, unknown>) => void): void {
        const file = path.join(project(), "Pulumi.dev.yaml");
        const content = parse(readFileSync(file, "utf8")) as { config: Record<string, unknown> };
        change(content.config);
        writeFileSync(file, stringify(content));
    }

    it("finds the stack", async () => {
        const steps = await run("preview", "stacks");
        assert.equal(steps["stacks.sh"]?.code, 0);
        assert.match(readFileSync(path.join(folder, "output"), "utf8"), /^stacks=\["dev"/);
    });

    it("previews it: everything to create, nothing violated, nothing made", async () => {
        const steps = await run("preview", "preview");
        assert.deepEqual(
            Object.entries(steps).map(([name, { code }]) => [name, code]),
            [
                ["preflight.sh", 0],
                ["preview.sh", 0],
                ["summary.sh", 0],
                ["verdict.sh", 0],
            ],
            JSON.stringify(steps, undefined, 2),
        );
        const report = readFileSync(path.join(reports(), "dev.md"), "utf8");
        assert.match(report, /^### `dev`\n\n✅ \*\*Preview\*\*: \d+ to create\n/);
        assert.match(report, /\| create \| 1 \| `Domain` \|/);
        assert.match(report, /✅ \*\*Preflight\*\*: all policies pass and every proof holds/);
        assert.doesNotMatch(report, /mandatory/);
        assert.equal(made(aws), 0);
    });

    it("updates it after its preflight", async () => {
        const steps = await run("up", "up");
        assert.equal(steps["up.sh"]?.code, 0, steps["up.sh"]?.output);
        assert.ok(made(aws) > 0);
    });

    it("finds no drift where there is none, and fails where there is some", async () => {
        assert.equal((await run("drift", "drift"))["drift.sh"]?.code, 0);
        const [group] = aws.store.list({ type: "aws:cloudwatch/logGroup:LogGroup" });
        assert.ok(group !== undefined);
        aws.store.put({ ...group, properties: { ...group.properties, retentionInDays: 1 } });
        const drifted = (await run("drift", "drift"))["drift.sh"];
        aws.store.put(group);
        assert.equal(drifted?.code, 1, drifted?.output);
        assert.match(drifted.output, /retentionInDays/);
        assert.match(drifted.output, /::error::stack dev has drifted or could not be read/);
    });

    it("fails where a protected domain would be replaced, and says so in the report", async () => {
        editStack((config) => {
            config["private-studio:domain"] = { idleShutdown: { minutes: 120 }, homes: "retain" };
        });
        const steps = await run("preview", "preview");
        assert.equal(steps["preview.sh"]?.code, 0);
        assert.notEqual(steps["verdict.sh"]?.code, 0);
        const report = readFileSync(path.join(reports(), "dev.md"), "utf8");
        assert.match(report, /❌ \*\*Preview\*\*/);
        assert.match(report, /protect/);
    });
});

/** Resources the stack made in the emulated account. */
function made(aws: Emulator): number {
    return aws.store.list().length - EXISTING.length;
}
