import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const SCRIPT = path.resolve(__dirname, "../../assets/lifecycle/package-index.sh");

const INDEX = "https://packages.example.com/simple/";
const CHANNELS = "https://packages.example.com/conda";

interface Outcome {
    readonly status: number | null;
    /** What pip and conda were called with, in order. */
    readonly calls: string[];
    readonly log: string[];
}

/** Runs the script with programs in the place of pip and conda that note how they are called and end with `code`. */
function run(environment: Readonly<Record<string, string>>, code = 0): Outcome {
    const directory = mkdtempSync(path.join(tmpdir(), "package-index-"));
    try {
        const calls = path.join(directory, "calls");
        for (const program of ["python3", "conda"]) {
            const file = path.join(directory, program);
            writeFileSync(file, `#!/bin/bash\necho "${program} $*" >> "${calls}"\nexit ${code}\n`);
            chmodSync(file, 0o755);
        }
        const { status, stdout } = spawnSync("/bin/bash", [SCRIPT], {
            env: { PATH: `${directory}:/usr/bin:/bin`, ...environment },
            encoding: "utf8",
        });
        const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
        return {
            status,
            calls: existsSync(calls) ? lines(readFileSync(calls, "utf8")) : [],
            log: lines(stdout),
        };
    } finally {
        rmSync(directory, { recursive: true });
    }
}

describe("assets/lifecycle/package-index.sh", () => {
    it("changes nothing as it is", () => {
        assert.deepEqual(run({}), { status: 0, calls: [], log: [] });
    });

    it("gives pip one index and no further one", () => {
        assert.deepEqual(run({ PACKAGE_INDEX_URL: INDEX }), {
            status: 0,
            calls: [
                `python3 -m pip config --user set global.index-url ${INDEX}`,
                "python3 -m pip config --user unset global.extra-index-url",
            ],
            log: [`package-index: pip uses ${INDEX}`],
        });
    });

    it("gives conda the folder its channels are in", () => {
        assert.deepEqual(run({ CONDA_CHANNELS_URL: CHANNELS }), {
            status: 0,
            calls: [`conda config --set channel_alias ${CHANNELS}`],
            log: [`package-index: conda uses ${CHANNELS}`],
        });
    });

    for (const [url, why] of [
        ["http://packages.example.com/simple/", "the URL does not begin with https://"],
        ["packages.example.com", "the URL does not begin with https://"],
        ["https://", "the URL does not begin with https://"],
        ["https://bob:hunter2@packages.example.com/simple/", "the URL names a user"],
    ] as const) {
        it(`sets nothing for ${url.replace(/:[^/]*@/, "…@")}, says why, and lets the app start`, () => {
            assert.deepEqual(run({ PACKAGE_INDEX_URL: url, CONDA_CHANNELS_URL: url }), {
                status: 0,
                calls: [],
                log: [
                    `package-index: index of pip not set: ${why}`,
                    `package-index: channels of conda not set: ${why}`,
                ],
            });
        });
    }

    it("lets the app start when pip and conda refuse", () => {
        assert.deepEqual(run({ PACKAGE_INDEX_URL: INDEX, CONDA_CHANNELS_URL: CHANNELS }, 1), {
            status: 0,
            calls: [
                `python3 -m pip config --user set global.index-url ${INDEX}`,
                `conda config --set channel_alias ${CHANNELS}`,
            ],
            log: [
                "package-index: index of pip not set: pip refused it",
                "package-index: channels of conda not set: conda refused them",
            ],
        });
    });
});
