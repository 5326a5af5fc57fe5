import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { pictureSvg } from "../../preflight/picture";
import type { Report } from "../../preflight/report/types";
import { ROOT } from "./cliProcess";
import { judged } from "./stackReports";

const PAGE = path.join(ROOT, "docs/network.md");

/** Samples in the page's table, with the picture the page shows of them. */
const SAMPLES: readonly (readonly [file: string, picture?: string])[] = [
    ["Pulumi.dev.yaml", "isolated"],
    ["tests/stacks/minimal.yaml"],
    ["tests/stacks/nat.yaml", "nat"],
    ["tests/stacks/firewall.yaml", "firewall"],
    ["tests/stacks/existing-vpc.yaml", "existing-vpc"],
    ["tests/stacks/canvas-and-data.yaml", "canvas-and-data"],
    ["tests/stacks/other-features.yaml"],
];

/** Monthly cost as the page writes it: `146.55+` while something is not priced. */
function costOf({ cost }: Report): string {
    return cost.total.toFixed(2) + (cost.unpriced.length > 0 ? "+" : "");
}

describe("docs/network.md", function () {
    this.timeout(300_000);
    const update = process.env.UPDATE_GOLDEN === "1";

    for (const [file, picture] of SAMPLES) {
        it(`shows what ${file} costs and looks like`, async () => {
            const { report } = await judged({ stackFile: file });
            const row = new RegExp(
                `^(\\|.*\\| )[^|]*( \\| \\[[^\\]]*\\]\\(\\.\\./${file.replaceAll(".", "\\.")}\\) \\|)$`,
                "m",
            );
            const page = readFileSync(PAGE, "utf8");
            const fresh = page.replace(row, `$1${costOf(report)}$2`);
            const svg = picture === undefined ? undefined : path.join(ROOT, `docs/pictures/${picture}.svg`);
            const drawn = svg === undefined ? "" : await pictureSvg(report.topology);
            if (update) {
                writeFileSync(PAGE, fresh);
                if (svg !== undefined) {
                    writeFileSync(svg, drawn);
                }
                return;
            }
            assert.match(page, row);
            assert.equal(page, fresh, "the cost differs: UPDATE_GOLDEN=1 npx mocha writes it");
            assert.ok(
                svg === undefined || readFileSync(svg, "utf8") === drawn,
                `${svg} differs: UPDATE_GOLDEN=1 npx mocha draws it`,
            );
        });
    }
});
