import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

import { parse as parseYaml } from "yaml";

import { generatedFiles, staleFiles } from "../../components/settings/generate";
import { acceptsStackFile as accepts } from "./ajv";
import { edited, problemsIn, sample, withFiles } from "./helper";

const ROOT = path.resolve(__dirname, "../..");

describe("settings: generated files", () => {
    it("are fresh", () => {
        assert.deepEqual(staleFiles(), []);
    });

    it("are stale when they differ or are missing", () => {
        withFiles({}, (directory) => {
            assert.deepEqual(staleFiles(directory), ["schema/stack.schema.json", "docs/settings.md"]);
        });
    });

    it("are checked by the command", () => {
        const script = path.join(ROOT, "components/settings/generate.ts");
        const run = spawnSync(process.execPath, ["--require", "ts-node/register/transpile-only", script, "--check"], {
            cwd: ROOT,
            encoding: "utf8",
        });
        assert.deepEqual({ status: run.status, stdout: run.stdout }, { status: 0, stdout: "" });
    });

    it("describe every key with its default or why there is none", () => {
        const page = generatedFiles()["docs/settings.md"] ?? "";
        const row = (key: string): string[] =>
            (page.split("\n").find((line) => line.startsWith(`| \`${key}\` |`)) ?? "").split(" | ");
        assert.deepEqual(row("domain.idleShutdown.minutes").slice(1, 5), [
            "integer",
            "`120`",
            "whole minutes, 60 to 525600 (one year)",
            "`120`",
        ]);
        assert.equal(
            row("account.id")[2],
            "required: policy documents name the account and must be readable at preview",
        );
        assert.equal(row("network.clients")[2], "none");
        assert.equal(row("users[].profile")[1], "text");
        assert.equal(row("network.subnets.studio")[1], "map to text");
    });
});

describe("settings: the JSON schema", () => {
    const edits: [name: string, from: string, to: string][] = [
        ["an account id without quotes", 'id: "111122223333"', "id: 111122223333"],
        ["no account id", '    id: "111122223333"\n', ""],
        ["an unknown region", "aws:region: eu-west-1", "aws:region: eu-wst-1"],
        ["no region", "aws:region: eu-west-1", "aws:profile: me"],
        ["an unknown top key", "private-studio:users:", "private-studio:user:"],
        ["a key without a namespace", "private-studio:users:", "users:"],
        ["an unknown key", "egress: firewall", "egres: firewall"],
        ["an unknown tier", "      endpoint:", "      endpoints:"],
        ["text for a boolean", "production: true", "production: yes please"],
        ["no network", "  private-studio:network:", "  other:network:"],
        ["a range without a prefix", "cidr: 10.20.0.0/16", "cidr: 10.20.0.0"],
        ["no zones", "      - euw1-az2\n      - euw1-az1\n", ""],
        ["a Local Zone", "- euw1-az2\n", "- us-west-2-lax-1a\n"],
        ["an unknown feature", "features: [studio, jobs, dataAccess]", "features: [studio, carvas]"],
        ["an internet gateway", "via: vgw-", "via: igw-"],
        ["a wrong retention", "flowLogRetentionDays: 731", "flowLogRetentionDays: 500"],
        ["an unknown service", "add: [ssm]", "add: [smm]"],
        ["roles for an unknown service", "        ssm: [arn", "        smm: [arn"],
        ["an organization by its name", "organization: o-a1b2c3d4e5", "organization: acme"],
        ["an unknown threat group", "[ThreatSignaturesBotnet]", "[ThreatSignaturesBotnetStrictOrder]"],
        ["a firewall without an allow-list", "      allow: [python-packages, .example.com]\n", ""],
        ["a capacity without people", "      users: 40\n", ""],
        ["a switch in words", "distributedTraining: true", "distributedTraining: yes please"],
        ["a wildcard principal", "role/data-scientists", "role/*"],
        ["an idle time below the least", "minMinutes: 60", "minMinutes: 59"],
        ["half a minute", "minutes: 90", "minutes: 90.5"],
        ["an unknown key of the domain", "    homes: retain", "    idleMinutes: 90"],
        ["an instance type spaces do not have", "jupyterLab: ml.m5.large", "jupyterLab: system"],
        ["shared outputs in a folder of nothing", "prefix: notebooks/shared", 'prefix: ""'],
        ["an alias for a key", "key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", "alias/sharing"],
        ["a folder with a wildcard", "prefix: notebooks/shared", "prefix: notebooks/*"],
        ["an account without quotes", 'accounts: ["111122223333"]', "accounts: [111122223333]"],
        ["a profile name SageMaker refuses", "profile: jon-doe-2", "profile: jon_doe"],
        ["a number as a tag", "    project: private-studio", "    project: 42"],
        ["a secret that decides what is built", "via: vgw-0123456789abcdef0", "via: { secure: AAAB }"],
    ];

    for (const name of ["minimal", "full"]) {
        it(`accepts ${name}`, () => {
            assert.ok(accepts(parseYaml(sample(name))));
            assert.deepEqual(problemsIn(sample(name)), []);
        });
    }

    for (const [name, from, to] of edits) {
        it(`refuses ${name}, as the parser does`, () => {
            const text = edited(sample("full"), [[from, to]]);
            assert.equal(accepts(parseYaml(text)), false);
            assert.notDeepEqual(problemsIn(text), []);
        });
    }

    it("accepts keys of others and what Pulumi writes beside config", () => {
        const text = edited(sample("minimal"), [["config:\n", "encryptionsalt: v1:abc\nconfig:\n  other:key: 1\n"]]);
        assert.ok(accepts(parseYaml(text)));
    });
});
