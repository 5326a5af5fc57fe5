import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { runInThisContext } from "node:vm";

import * as pulumi from "@pulumi/pulumi";

import { bundle, bundledCode, HANDLER } from "../../../components/functions";

const ROOT = path.resolve(__dirname, "../../..");
const ENTRY = "assets/functions/drain/index.ts";

/** Signs for several Regions at once, which no call of ours asks for; the SDK asks for it in a `try` of its own. */
const OPTIONAL = ["@aws-sdk/signature-v4-crt"];

/** Prints the hash of the bundle that a checkout makes. */
const PRINT_HASH = `console.log(require("./components/functions/bundle").bundle(${JSON.stringify(ENTRY)}).sha256)`;

describe("bundles of functions", () => {
    let elsewhere: string;

    before(() => {
        elsewhere = mkdtempSync(path.join(realpathSync(tmpdir()), "another-checkout-"));
    });
    after(() => rmSync(elsewhere, { recursive: true, force: true }));

    it("are one file with the handler that the function is told of", async () => {
        const { archive, sha256 } = bundle(ENTRY);
        const assets = await archive.assets;
        assert.deepEqual(Object.keys(assets), ["index.js"]);
        const text = await (assets["index.js"] as pulumi.asset.StringAsset).text;
        assert.equal(sha256, createHash("sha256").update(text).digest("hex"));

        const [file, exported] = HANDLER.split(".");
        assert.equal(file, "index");
        const module = { exports: {} as Record<string, unknown> };
        const load = runInThisContext(`(function (module, exports, require) {${text}\n})`) as (
            ...args: readonly unknown[]
        ) => void;
        load(module, module.exports, require);
        assert.equal(typeof module.exports[exported ?? ""], "function");
    });

    it("bring the SDK along and need nothing but Node's own modules", () => {
        const required = [...bundledCode(ENTRY).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? "");
        assert.ok(required.length > 0);
        const foreign = required.filter((name) => !name.startsWith("node:") && !builtinModules.includes(name));
        assert.deepEqual([...new Set(foreign)], OPTIONAL);
    });

    it("are the same from a checkout elsewhere, whose packages lie behind a link", () => {
        for (const folder of ["assets/functions", "components/functions", "components/names", "components/documents"]) {
            cpSync(path.join(ROOT, folder), path.join(elsewhere, folder), { recursive: true });
        }
        for (const file of ["tsconfig.json", "package.json"]) {
            cpSync(path.join(ROOT, file), path.join(elsewhere, file));
        }
        symlinkSync(path.join(ROOT, "node_modules"), path.join(elsewhere, "node_modules"));
        // A tsconfig on the way to the entry that would change what esbuild writes.
        writeFileSync(
            path.join(elsewhere, "assets/tsconfig.json"),
            JSON.stringify({ compilerOptions: { target: "es5", alwaysStrict: true } }),
        );
        const other = spawnSync(
            process.execPath,
            ["--require", "ts-node/register/transpile-only", "--eval", PRINT_HASH],
            { cwd: elsewhere, encoding: "utf8" },
        );
        assert.equal(other.stdout.trim(), bundle(ENTRY).sha256, other.stderr);
    });

    it("hold no path of the machine", () => {
        const code = bundledCode(ENTRY);
        assert.ok(!code.includes(ROOT));
        assert.ok(!code.includes("node_modules/"));
    });

    it("fail with the entry's name and esbuild's reason", () => {
        const broken = path.join(elsewhere, "broken.ts");
        mkdirSync(elsewhere, { recursive: true });
        writeFileSync(broken, 'export { nothing } from "./nowhere";\n');
        assert.throws(
            () => bundle(broken),
            (error: Error) =>
                pulumi.RunError.isInstance(error) &&
                error.message.includes(broken) &&
                error.message.includes('Could not resolve "./nowhere"'),
        );
    });
});
