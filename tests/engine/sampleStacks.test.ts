import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import * as path from "node:path";

import { summaryOf } from "./events";
import { EXISTING } from "./existing";
import { Bench } from "./harness";
import { requireEngine } from "./requireEngine";

const FOLDER = "tests/stacks";
const STACKS = readdirSync(path.resolve(__dirname, "../..", FOLDER)).filter((file) => file.endsWith(".yaml"));

/** Every sample stack, from nothing to nothing; the dev stack's life is longer and has a file of its own. */
describe("engine: the life of each sample stack", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    for (const file of STACKS) {
        it(`${file}: up, no changes, destroyed to nothing`, async () => {
            const aws = await bench.aws({ existing: EXISTING, credentials: { account: "111122223333" } });
            const made = (): number => aws.store.list().filter((each) => !EXISTING.includes(each)).length;
            const project = await bench.repository({ aws, stackFile: `${FOLDER}/${file}` });

            const up = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
            assert.deepEqual(Object.keys(summaryOf(up.events)), ["create"]);
            assert.ok(made() > 40);
            await project.expectSuccess(["preview", "--expect-no-changes"]);

            project.configure({ "private-studio:protect": false, "private-studio:production": false });
            await project.expectSuccess(["up", "--yes", "--skip-preview"]);
            await project.expectSuccess(["destroy", "--yes"]);
            assert.equal(made(), 0);
        });
    }
});
