import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { readFacts } from "../../preflight/facts";
import { allOf, type Finished, runFile } from "../preflight/cliProcess";
import { SAMPLE_VPC } from "../preflight/facts/sample";

describe("facts command", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "facts-"));
    const file = (name: string): string => path.join(directory, name);
    const preload = require.resolve("./factsDouble");
    const args = (out: string): string[] => [
        ...["--vpc", SAMPLE_VPC.vpcId, "--config-file", "tests/stacks/existing-vpc.yaml", "--out", file(out)],
    ];
    let runs: Readonly<Record<string, Finished>>;

    before(async function () {
        this.timeout(60_000);
        runs = await allOf({
            written: () => runFile("commands/facts.ts", args("vpc.json"), { preload }),
            // The SDK's own chain of credentials, with nothing at any of its links.
            "no credentials": () =>
                runFile("commands/facts.ts", args("none.json"), {
                    env: {
                        AWS_EC2_METADATA_DISABLED: "true",
                        AWS_CONFIG_FILE: file("absent"),
                        AWS_SHARED_CREDENTIALS_FILE: file("absent"),
                    },
                }),
            "no stack file": () =>
                runFile(
                    "commands/facts.ts",
                    ["--vpc", SAMPLE_VPC.vpcId, "--stack", "absent", "--out", file("none.json")],
                    {
                        preload,
                    },
                ),
        });
    });

    after(() => rmSync(directory, { recursive: true }));

    it("writes the file, says what is missing, and ends with 2", () => {
        const { code, stdout, stderr } = runs["written"] as Finished;
        assert.deepEqual([code, stderr], [2, ""]);
        assert.match(stdout, /^Missing for Studio \(1\):\n {2}- vpc-0a1b2c3d4e5f60718: enableDnsHostnames is off,/m);
        assert.equal(readFacts(file("vpc.json"), SAMPLE_VPC).vpc.dnsHostnames, false);
    });

    const refused: Readonly<Record<string, RegExp>> = {
        "no credentials": /^No AWS credentials were found: sign in first .*\n$/,
        "no stack file": /Pulumi\.absent\.yaml/,
    };
    for (const [name, message] of Object.entries(refused)) {
        it(`${name}: a message on stderr without a stack trace, nothing written, exit 1`, () => {
            const { code, stdout, stderr } = runs[name] as Finished;
            assert.match(stderr, message);
            assert.doesNotMatch(stderr, /^ +at /m);
            assert.deepEqual([code, stdout], [1, ""]);
            assert.equal(existsSync(file("none.json")), false);
        });
    }
});
