import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { requireEngine } from "../requireEngine";

const REPOSITORY = path.resolve(__dirname, "../../..");
const ENTRY = path.join(__dirname, "..", "emulated.ts");

/** `npm run emulated -- ...` as a person types it, on a small repository of its own. */
describe("engine: npm run emulated", function () {
    let root: string;

    before(function () {
        requireEngine(this);
        const cache = path.join(REPOSITORY, ".cache", "engine");
        mkdirSync(cache, { recursive: true });
        root = mkdtempSync(path.join(cache, "emulated-"));
        cpSync(path.join(__dirname, "..", "programs", "studio", "index.ts"), path.join(root, "index.ts"));
        const files = {
            "package.json": JSON.stringify({ name: "small", main: "index.ts" }),
            "tsconfig.json": JSON.stringify({ extends: path.join(REPOSITORY, "tsconfig.pulumi.json") }),
            "Pulumi.yaml": "name: small\nruntime: nodejs\n",
            "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n  small:owner: ann\n",
            ".gitignore": ".emulated/\n",
        };
        for (const [name, content] of Object.entries(files)) {
            writeFileSync(path.join(root, name), content);
        }
        git("init", "--quiet");
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "small");
    });
    after(() => {
        if (root !== undefined) {
            rmSync(root, { recursive: true, force: true });
        }
    });

    function git(...args: string[]): string {
        return spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout;
    }

    function emulated(...args: string[]): { status: number | null; output: string } {
        const script = `require(${JSON.stringify(path.join(__dirname, "run"))}).runEmulated(${JSON.stringify(root)}, ${JSON.stringify(args)}).then(process.exit)`;
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            ["--require", "ts-node/register/transpile-only", "--eval", script],
            {
                cwd: REPOSITORY,
                encoding: "utf8",
            },
        );
        return { status, output: stdout + stderr };
    }

    it("explains itself without a command", () => {
        const { status, stdout } = spawnSync(
            process.execPath,
            ["--require", "ts-node/register/transpile-only", ENTRY],
            {
                cwd: REPOSITORY,
                encoding: "utf8",
            },
        );
        assert.equal(status, 1);
        assert.match(stdout, /npm run emulated -- up --yes/);
    });

    it("makes a stack, keeps it between commands, and leaves git status clean", () => {
        const up = emulated("up", "--yes", "--non-interactive", "--skip-preview");
        assert.equal(up.status, 0, up.output);
        assert.deepEqual(readdirSync(path.join(root, ".emulated", "aws")), ["111122223333"]);
        const again = emulated("preview", "--expect-no-changes", "--non-interactive");
        assert.equal(again.status, 0, again.output);
        assert.equal(git("status", "--porcelain"), "");
    });

    it("hands on a failing command's exit status", () => {
        const { status, output } = emulated("preview", "--no-such-flag");
        assert.notEqual(status, 0);
        assert.match(output, /unknown flag: --no-such-flag/);
    });

    it("forgets everything on --reset", () => {
        assert.equal(emulated("--reset").status, 0);
        assert.equal(existsSync(path.join(root, ".emulated")), false);
    });
});
