import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { ROOT } from "./job";
import { IDENTITY_TOKEN, startTokenServer, type TokenServer } from "./tokenServer";

describe("workflow scripts", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), "scripts-"));
        symlinkSync(path.join(ROOT, ".github"), path.join(folder, ".github"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    function bash(command: string, env: NodeJS.ProcessEnv = {}): { status: number | null; output: string } {
        const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
            cwd: folder,
            env: { PATH: process.env["PATH"], RUNNER_TEMP: folder, ...env },
            encoding: "utf8",
            stdio: ["ignore", "pipe", "pipe"],
        });
        return { status, output: stdout + stderr };
    }

    describe("stacks.sh", () => {
        const stack = (name: string, text = "config: {}\n"): void =>
            writeFileSync(path.join(folder, `Pulumi.${name}.yaml`), text);
        const find = (): { status: number | null; output: string } =>
            bash(".github/scripts/stacks.sh", { GITHUB_OUTPUT: path.join(folder, "output") });

        it("finds every stack file, production last", () => {
            writeFileSync(path.join(folder, "Pulumi.yaml"), "name: p\n");
            stack("aprod", "config:\n  private-studio:production: true\n");
            stack("test", "config:\n  private-studio:production: false\n");
            stack("dev");
            assert.equal(find().status, 0);
            assert.equal(readFileSync(path.join(folder, "output"), "utf8"), 'stacks=["dev","test","aprod"]\n');
        });

        it("answers an empty list where there is none", () => {
            assert.equal(find().status, 0);
            assert.equal(readFileSync(path.join(folder, "output"), "utf8"), "stacks=[]\n");
        });

        it("refuses a name that could be read as something else", () => {
            stack('x"; echo');
            const { status, output } = find();
            assert.equal(status, 1);
            assert.match(output, /^::error file=Pulumi\.x"; echo\.yaml::a stack's name has letters/);
        });
    });

    describe("credentials.sh", () => {
        const AWS = {
            AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/preview",
            AWS_REGION: "eu-west-1",
            PULUMI_BACKEND_URL: "s3://state",
        };
        const SHOW =
            'source .github/scripts/credentials.sh && cat "$AWS_WEB_IDENTITY_TOKEN_FILE" && ls -l "$AWS_WEB_IDENTITY_TOKEN_FILE" && echo "$AWS_ROLE_SESSION_NAME"';
        let server: TokenServer;
        before(async () => (server = await startTokenServer()));
        after(() => server.stop());

        it("leaves a masked token only its owner may read, for as long as the script runs", () => {
            const { status, output } = bash(SHOW, { ...AWS, ...server.env, GITHUB_RUN_ID: "42" });
            assert.equal(status, 0, output);
            const [mask, rest] = output.split(/(?<=^::add-mask::.*)\n/);
            assert.equal(mask, `::add-mask::${IDENTITY_TOKEN}`);
            assert.match(rest ?? "", new RegExp(`^${IDENTITY_TOKEN}-rw------- .*\ngithub-42\n$`, "s"));
            assert.deepEqual(
                readdirSync(folder).filter((name) => name.startsWith("identity.")),
                [],
            );
        });

        for (const name of [...Object.keys(AWS), "ACTIONS_ID_TOKEN_REQUEST_URL"]) {
            it(`stops without ${name}, saying what to set`, () => {
                const { status, output } = bash(SHOW, { ...AWS, ...server.env, [name]: "" });
                assert.notEqual(status, 0);
                assert.match(output, new RegExp(`${name}: (set the variable|the job needs)`));
            });
        }

        it("stops when no token is given", () => {
            const { status, output } = bash(`set -o pipefail; ${SHOW}`, {
                ...AWS,
                ...server.env,
                ACTIONS_ID_TOKEN_REQUEST_TOKEN: "stale",
            });
            assert.equal(status, 1);
            assert.match(output, /::error::GitHub gave no identity token for audience sts\.amazonaws\.com/);
            assert.doesNotMatch(output, /stale/);
        });
    });

    describe("verdict.sh", () => {
        const verdict = (statuses: Readonly<Record<string, string>>): number | null => {
            const reports = path.join(folder, "reports");
            mkdirSync(reports, { recursive: true });
            for (const [check, status] of Object.entries(statuses)) {
                writeFileSync(path.join(reports, `dev.${check}.status`), `${status}\n`);
            }
            return bash(".github/scripts/verdict.sh", { STACK: "dev", REPORTS: reports }).status;
        };

        for (const [statuses, expected] of [
            [{ preflight: "0", preview: "0" }, 0],
            [{ preflight: "0" }, 0],
            [{ preflight: "1", preview: "0" }, 1],
            [{ preflight: "2", preview: "0" }, 1],
            [{ preflight: "0", preview: "255" }, 1],
            [{ preview: "0" }, 1],
        ] as const) {
            it(`${JSON.stringify(statuses)}: ${expected === 0 ? "passes" : "fails"}`, () => {
                assert.equal(verdict(statuses), expected);
            });
        }
    });

    describe("a stack with many accounts", () => {
        it("is not previewed by a role that enters none of them, and the report says why", () => {
            const reports = path.join(folder, "reports");
            const { status, stderr } = spawnSync("bash", [".github/scripts/preview.sh"], {
                cwd: ROOT,
                env: { PATH: process.env["PATH"], STACK: "prod", REPORTS: reports },
                encoding: "utf8",
            });
            assert.equal(status, 0, stderr);
            assert.deepEqual(readdirSync(reports), ["prod.preview.none"]);
            assert.match(readFileSync(path.join(reports, "prod.preview.none"), "utf8"), /^many accounts, which only/);
        });

        it("is passed by in the look for drift, with a notice", () => {
            const { status, stdout } = spawnSync("bash", [".github/scripts/drift.sh"], {
                cwd: ROOT,
                env: { PATH: process.env["PATH"], STACK: "prod" },
                encoding: "utf8",
            });
            assert.equal(status, 0);
            assert.match(stdout, /^::notice::stack prod stands in many accounts/);
        });
    });

    describe("packConfig.sh", () => {
        for (const [stack, expected] of [
            ["dev", "policy-pack/config/dev.json"],
            ["prod", "policy-pack/config/prod.json"],
            ["sandbox", "policy-pack/config/single-account.json"],
        ] as const) {
            it(`${stack}: ${expected}`, () => {
                const { stdout } = spawnSync(
                    "bash",
                    ["-c", 'source .github/scripts/packConfig.sh; echo "$PACK_CONFIG"'],
                    {
                        cwd: ROOT,
                        env: { PATH: process.env["PATH"], STACK: stack },
                        encoding: "utf8",
                    },
                );
                assert.equal(stdout.trim(), expected);
                assert.ok(existsSync(path.join(ROOT, stdout.trim())));
            });
        }
    });
});
