import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { POLICIES } from "../../policy-pack/policies";
import { RunningPack } from "./analyzer";

const PACK = path.resolve(__dirname, "../../policy-pack");
const LEFT_BEHIND = ["bin", "node_modules"];

/** Environment of a user's own shell: nothing of the package manager or of the test runner that called this one. */
const ENV = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_)|MOCHA|TS_NODE|NODE_OPTIONS)/.test(name)),
);

/** The pack as others have it: copied out of the repository, and as the package that is published. */
describe("the policy pack by itself", function () {
    // Two installations from the registry, and all tests of the pack.
    this.timeout(900_000);
    let folder: string;
    const copy = (): string => path.join(folder, "copy");
    const project = (): string => path.join(folder, "project");
    const installed = (): string => path.join(project(), "node_modules", "private-studio-policy-pack");

    before(function () {
        folder = mkdtempSync(path.join(tmpdir(), "policy-pack-"));
        cpSync(PACK, copy(), {
            recursive: true,
            filter: (source) => !LEFT_BEHIND.includes(path.relative(PACK, source)),
        });
        const { status, output } = npm(copy(), "install", "--no-audit", "--no-fund");
        if (status !== 0 && process.env["CI"] !== "true") {
            process.stderr.write("\n  STANDALONE PACK SKIPPED: npm install failed (is the registry reached?)\n");
            this.skip();
        }
        assert.equal(status, 0, output);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it("passes its own tests", () => {
        const { status, output } = npm(copy(), "test");
        assert.equal(status, 0, output.slice(-5000));
        assert.match(output, /\d+ passing/);
    });

    it("is packed with what must ship, and nothing else", () => {
        const { status, stdout, output } = npm(copy(), "pack", "--json", "--pack-destination", folder);
        assert.equal(status, 0, output);
        // The scripts that run first print before the list.
        const [{ files }] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as [{ files: { path: string }[] }];
        const paths = files.map((file) => file.path);
        const compiled = paths.filter((each) => each.startsWith("bin/"));
        const configurations = readdirSync(path.join(PACK, "config")).filter((each) => each.endsWith(".json"));
        assert.deepEqual(
            paths.filter((each) => !compiled.includes(each)).sort(),
            [
                ...["CHANGELOG.md", "LICENSE", "PulumiPolicy.yaml", "README.md", "package.json"],
                ...configurations.map((each) => `config/${each}`),
            ].sort(),
        );
        assert.ok(compiled.includes("bin/index.js") && compiled.includes("bin/commands/main.js"));
        assert.deepEqual(
            compiled.filter((each) => !each.endsWith(".js") || each.startsWith("bin/tests/")),
            [],
        );
    });

    it("is installed from that package without anything for development", () => {
        const [tarball] = readdirSync(folder).filter((each) => each.endsWith(".tgz"));
        assert.ok(tarball !== undefined);
        mkdirSync(project());
        writeFileSync(path.join(project(), "package.json"), '{"name": "somebody", "private": true}');
        const { status, output } = npm(project(), "install", "--no-audit", "--no-fund", path.join(folder, tarball));
        assert.equal(status, 0, output);
        assert.ok(!readdirSync(path.join(project(), "node_modules")).includes("mocha"));
    });

    it("brings its commands", () => {
        const command = path.join(project(), "node_modules", ".bin", "private-studio-policies");
        const file = path.join(installed(), "config", "prod.json");
        const { stdout, status } = spawnSync(command, ["check", file], { encoding: "utf8", env: ENV });
        assert.deepEqual([stdout, status], [`${file}: right\n`, 0]);
    });

    const places = { "as a copy": copy, "as a package": installed };
    for (const [where, place] of Object.entries(places)) {
        it(`runs under the engine's protocol ${where}`, async () => {
            const pack = await RunningPack.start(place());
            try {
                const info = await pack.info();
                assert.deepEqual([info.getName(), info.getVersion()], ["private-studio", "1.0.0"]);
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => policy.getName()),
                    POLICIES.map(({ name }) => name),
                );
                const said = await pack.analyze("aws:sagemaker/domain:Domain", "studio", {
                    appNetworkAccessType: "PublicInternetOnly",
                });
                assert.deepEqual(
                    said.filter((each) => each.startsWith("sagemaker-domain-vpc-only: ")),
                    [
                        // The SDK puts the policy's description before what the policy says.
                        "sagemaker-domain-vpc-only: The domain must send all Studio traffic through its VPC " +
                            "(appNetworkAccessType VpcOnly).\n" +
                            'Domain studio: appNetworkAccessType is "PublicInternetOnly". Set it to "VpcOnly".',
                    ],
                );
            } finally {
                pack.stop();
            }
        });
    }
});

interface NpmRun {
    readonly status: number | null;
    readonly stdout: string;
    /** All it printed. */
    readonly output: string;
}

function npm(cwd: string, ...args: readonly string[]): NpmRun {
    const { status, stdout, stderr } = spawnSync("npm", args, { cwd, env: ENV, encoding: "utf8", maxBuffer: 1 << 26 });
    return { status, stdout, output: stdout + stderr };
}
