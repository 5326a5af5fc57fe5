import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import { record, type Recording } from "../../preflight/record";
import { readStack } from "../../preflight/stack";
import { assertGolden } from "../golden/golden";
import { namesOf } from "../harness";
import { DEV, PROJECT_DIR, recordSettings, settingsOf } from "./devStack";

describe("The program with the dev stack", () => {
    let recording: Recording;
    before(async () => {
        const { settings, ...stack } = readStack(PROJECT_DIR, DEV);
        const { project, stack: name } = settings;
        recording = await record({ ...stack, entry: "index.ts", projectDir: PROJECT_DIR, project, stack: name });
    });

    it("runs without an error, and warns of nothing but a new account's quota", () => {
        assert.deepEqual(
            recording.diagnostics
                .filter(({ severity }) => severity !== "info")
                .map(({ severity, message }) => [severity, message.split(".")[0]]),
            [
                [
                    "warning",
                    "Quota L-AC46C40F (Maximum number of Studio user profiles allowed per account): this stack makes 3, and account 111122223333 may have 2 in eu-west-1, those of other stacks included",
                ],
            ],
        );
        assert.equal(recording.failed, false);
    });

    it("registers the names that are contract", () => {
        assertGolden(
            "dev.names.txt",
            namesOf(recording),
            "A name that vanished is a resource that will be destroyed, and a rename is a replacement: a replaced domain " +
                "loses every home directory. Keep the old name, or give the resource an alias.",
        );
    });

    it("hands out the outputs that are contract", () => {
        assertGolden(
            "dev.outputs.txt",
            outputNames(recording.outputs),
            "Commands and other stacks read outputs by name: a name that vanished breaks them at their next run.",
        );
    });

    it("gives every output a value", () => {
        const empty = Object.entries(recording.outputs).filter(([, value]) => value === undefined || value === "");
        assert.deepEqual(empty, []);
    });

    it("is what the tests of the deployment build in this process", async () => {
        const built = await recordSettings(settingsOf(DEV));
        assert.deepEqual(namesOf(built), namesOf(recording));
        assert.deepEqual(built.outputs, recording.outputs);
    });

    it("only reads settings and builds one deployment: index.ts has fewer than 40 lines", () => {
        const lines = readFileSync(path.join(PROJECT_DIR, "index.ts"), "utf8").split("\n");
        assert.ok(lines.length < 40, `${lines.length} lines`);
    });
});

/** Names of outputs, with the keys of those that are maps: `endpointIds[s3]`. */
function outputNames(outputs: Readonly<Record<string, unknown>>): string[] {
    return Object.entries(outputs)
        .flatMap(([name, value]) =>
            typeof value === "object" && value !== null && !Array.isArray(value)
                ? Object.keys(value).map((key) => `${name}[${key}]`)
                : [name],
        )
        .sort();
}
