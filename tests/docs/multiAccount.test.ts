import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { inspect } from "../../preflight/inspect";
import { pictureSvg } from "../../preflight/picture";
import { anchors, links, pageText, ROOT } from "./page";

const PAGE = "docs/multi-account.md";
const STACK_FILE = "Pulumi.prod.yaml";
const PICTURE = "docs/pictures/many-accounts.svg";

/** Monthly cost as the page writes it: `146.55+` while something is not priced. */
async function costWith(endpoints: "shared" | "local"): Promise<string> {
    const text = readFileSync(path.join(ROOT, STACK_FILE), "utf8");
    const changed = text.replace("endpoints: shared", `endpoints: ${endpoints}`);
    assert.equal(changed === text, endpoints === "shared", "the sample shares its endpoints");
    const directory = mkdtempSync(path.join(os.tmpdir(), "multi-account-"));
    try {
        const stackFile = path.join(directory, STACK_FILE);
        writeFileSync(stackFile, changed);
        const { cost } = await inspect({ projectDir: ROOT, stackFile, unknown: false });
        return cost.total.toFixed(2) + (cost.unpriced.length > 0 ? "+" : "");
    } finally {
        rmSync(directory, { recursive: true, force: true });
    }
}

describe("docs/multi-account.md", function () {
    this.timeout(300_000);

    it("leads to files and headings that are there", () => {
        const broken = links(pageText(PAGE), PAGE).filter(
            ({ file, heading }) =>
                !existsSync(path.join(ROOT, file)) ||
                (heading !== undefined && !anchors(pageText(file)).includes(heading)),
        );
        assert.deepEqual(broken, []);
    });

    it("shows the sample as it is", async () => {
        const { topology } = await inspect({
            projectDir: ROOT,
            stackFile: path.join(ROOT, STACK_FILE),
            unknown: false,
        });
        const drawn = await pictureSvg(topology);
        assert.match(pageText(PAGE), /!\[[^\]]+\]\(pictures\/many-accounts\.svg\)/);
        if (process.env["UPDATE_GOLDEN"] === "1") {
            writeFileSync(path.join(ROOT, PICTURE), drawn);
            return;
        }
        assert.ok(
            readFileSync(path.join(ROOT, PICTURE), "utf8") === drawn,
            `${PICTURE} differs: UPDATE_GOLDEN=1 npx mocha draws it`,
        );
    });

    for (const endpoints of ["shared", "local"] as const) {
        it(`says what ${endpoints} endpoints cost`, async () => {
            const cost = await costWith(endpoints);
            const page = pageText(PAGE);
            const row = new RegExp(`^(\\| ${endpoints} \\|[^|]*\\|[^|]*\\| )[^|]*( \\|[^|]*\\|)$`, "m");
            assert.match(page, row);
            const fresh = page.replace(row, `$1${cost}$2`);
            if (process.env["UPDATE_GOLDEN"] === "1") {
                writeFileSync(path.join(ROOT, PAGE), fresh);
                return;
            }
            assert.equal(page, fresh, "the cost differs: UPDATE_GOLDEN=1 npx mocha writes it");
        });
    }
});
