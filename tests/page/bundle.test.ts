import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { bundle } from "../../components/functions";
import { PAGE_ENTRY, pageText } from "../../components/functions/page";

const ROOT = path.resolve(__dirname, "../..");
const PRINT_HASH = `console.log(require("./components/functions/bundle").bundle(${JSON.stringify(PAGE_ENTRY)}).sha256)`;
const COPIED = ["assets/functions", "assets/page", "components/functions", "components/names", "components/documents"];

describe("the page's bundle", () => {
    let elsewhere: string;

    before(() => {
        elsewhere = mkdtempSync(path.join(realpathSync(tmpdir()), "another-checkout-"));
    });
    after(() => rmSync(elsewhere, { recursive: true, force: true }));

    it("is the same from a checkout elsewhere, whose packages lie behind a link", () => {
        for (const each of [...COPIED, "tsconfig.json", "package.json"]) {
            cpSync(path.join(ROOT, each), path.join(elsewhere, each), { recursive: true });
        }
        symlinkSync(path.join(ROOT, "node_modules"), path.join(elsewhere, "node_modules"));
        const { stdout, stderr } = spawnSync(
            process.execPath,
            ["--require", "ts-node/register/transpile-only", "-e", PRINT_HASH],
            { cwd: elsewhere, encoding: "utf8" },
        );
        assert.equal(stdout.trim(), bundle(PAGE_ENTRY).sha256, stderr);
    }).timeout(60_000);

    it("is plain ASCII without a carriage return, so that nothing on the way changes what its hashes are of", () => {
        const { html } = pageText();
        assert.doesNotMatch(html, /[\r\0\u0080-\uffff]/);
    });

    it("names no folder of the machine that made it", () => {
        assert.ok(!pageText().html.includes(ROOT));
        assert.ok(!pageText().html.includes("node_modules"));
    });
});
