import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { allOf, type Finished, runFile } from "../preflight/cliProcess";
import { LINK, OUTPUTS } from "./openFixture";

describe("open command", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "open-"));
    const file = (name: string): string => path.join(directory, name);
    const outputs = file("outputs.json");
    const preload = require.resolve("./awsDouble");
    let runs: Readonly<Record<string, Finished>>;

    before(async function () {
        this.timeout(60_000);
        writeFileSync(outputs, JSON.stringify(OUTPUTS));
        const args = ["--user", "lwdvin+developer", "--outputs", outputs];
        runs = await allOf({
            link: () =>
                runFile("commands/open.ts", args, {
                    preload,
                    env: { AWS_DOUBLE_LINK: LINK, AWS_DOUBLE_CALLS: file("calls.json") },
                }),
            "AWS refuses": () =>
                runFile("commands/open.ts", args, { preload, env: { AWS_DOUBLE_CALLS: file("refused.json") } }),
            // The SDK's own chain of credentials, with nothing at any of its links.
            "no credentials": () =>
                runFile("commands/open.ts", args, {
                    env: {
                        AWS_EC2_METADATA_DISABLED: "true",
                        AWS_CONFIG_FILE: file("absent"),
                        AWS_SHARED_CREDENTIALS_FILE: file("absent"),
                    },
                }),
        });
    });

    after(() => rmSync(directory, { recursive: true }));

    it("prints the link once and nothing else", () => {
        assert.deepEqual(runs["link"], { code: 0, stdout: `${LINK}\n`, stderr: "" });
    });

    it("calls AWS twice: the role with the person's tag, and their profile's link", () => {
        assert.deepEqual(JSON.parse(readFileSync(file("calls.json"), "utf8")), [
            {
                RoleArn: OUTPUTS.userRoleArn,
                RoleSessionName: "lwdvin+developer",
                DurationSeconds: 900,
                Tags: [{ Key: "employeeNumber", Value: "a01234" }],
            },
            {
                DomainId: OUTPUTS.domainId,
                UserProfileName: "lwdvin-developer",
                ExpiresInSeconds: 20,
                SessionExpirationDurationInSeconds: 28800,
            },
        ]);
    });

    const told: Readonly<Record<string, RegExp>> = {
        "AWS refuses":
            /^AccessDenied: User: .* is not authorized to perform: sts:AssumeRole\nYour credentials may not do this/,
        "no credentials": /^CredentialsProviderError: .*\nNo AWS credentials were found: sign in first/,
    };
    for (const [name, message] of Object.entries(told)) {
        it(`${name}: a message on stderr without a stack trace, nothing on stdout, exit 1`, () => {
            const finished = runs[name];
            assert.ok(finished);
            assert.match(finished.stderr, message);
            assert.doesNotMatch(finished.stderr, /^ +at /m);
            assert.deepEqual([finished.code, finished.stdout], [1, ""]);
        });
    }
});
