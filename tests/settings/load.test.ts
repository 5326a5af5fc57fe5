import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import {
    isMulti,
    loadSettings,
    type MultiSettings,
    SECRET_PLACEHOLDER,
    type Settings,
    SettingsError,
} from "../../components/settings";
import { edited, parse, PROJECT, readGood, sample, withFiles } from "./helper";

/** Gives the program the configuration as the engine does: maps and lists as JSON, the rest as text. */
function runWith(config: Readonly<Record<string, unknown>>, secretKeys: readonly string[] = [], stack = "test"): void {
    pulumi.runtime.resetOptions("private-studio", stack, -1, "", "", true, "organization");
    pulumi.runtime.setAllConfig(
        Object.fromEntries(
            Object.entries(config).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        ),
        [...secretKeys],
    );
}

function runWithText(text: string): void {
    const { config, secretKeys } = readGood(text);
    runWith(config, secretKeys);
}

function failure(): SettingsError {
    try {
        loadSettings();
    } catch (error) {
        assert.ok(error instanceof SettingsError);
        return error;
    }
    return assert.fail("the settings were accepted");
}

async function plain(settings: Settings | MultiSettings): Promise<Record<string, unknown>> {
    const values = await Promise.all(
        Object.entries(settings.tags).map(
            ([key, value]) =>
                new Promise<[string, unknown]>((resolve) => pulumi.output(value).apply((text) => resolve([key, text]))),
        ),
    );
    return { ...settings, tags: Object.fromEntries(values) };
}

describe("settings: under the engine", () => {
    const home = process.cwd();
    afterEach(() => {
        process.chdir(home);
        pulumi.runtime.setAllConfig({});
        pulumi.runtime.resetOptions("", "", -1, "", "", false, "");
    });

    for (const name of ["minimal", "full"]) {
        it(`are what the stack file ${name} says`, async () => {
            runWithText(sample(name));
            const parsed = parse(sample(name));
            assert.deepEqual("settings" in parsed && parsed.settings, await plain(loadSettings()));
        });
    }

    it("leave plain tags plain", () => {
        runWithText(sample("minimal"));
        pulumi.runtime.setConfig("private-studio:tags", '{"project":"studio"}');
        assert.deepEqual(loadSettings().tags, { project: "studio" });
    });

    it("make every tag a secret when one is", async () => {
        runWithText(sample("full"));
        const { tags } = loadSettings();
        assert.deepEqual(Object.keys(tags), ["project", "owner"]);
        for (const value of Object.values(tags)) {
            assert.equal(await pulumi.isSecret(pulumi.output(value)), true);
        }
    });

    it("take the secret keys of hosts that say ns:config:key", async () => {
        const { config } = readGood(sample("full"));
        runWith(config, ["private-studio:config:tags"]);
        const { project } = loadSettings().tags;
        assert.equal(await pulumi.isSecret(pulumi.output(project)), true);
    });

    it("refuse a secret elsewhere without printing it", () => {
        const { config } = readGood(sample("minimal"));
        runWith({ ...config, "private-studio:account": { id: "999988887777" } }, ["private-studio:account"]);
        assert.equal(
            failure().message,
            [
                "the configuration of stack test has one mistake:",
                "",
                "account",
                "    found   (secret)",
                "    rule    account is plain, because it decides what is built; only values of",
                "            tags may be secret",
                "    fix     write the value itself, without secure: (pulumi config set without",
                "            --secret)",
            ].join("\n"),
        );
    });

    it("never print the value of a secret tag", () => {
        const { config } = readGood(sample("minimal"));
        runWith({ ...config, "private-studio:tags": { a: 73313, b: "s3cr3t#" } }, ["private-studio:tags"]);
        const { message, problems } = failure();
        assert.doesNotMatch(message, /73313|s3cr3t/);
        assert.deepEqual(
            problems.map(({ path: where, found }) => [where, found]),
            [
                [["tags", "a"], "(secret)"],
                [["tags", "b"], "(secret)"],
            ],
        );
    });

    it("never print the value of a secret tag that breaks a rule between keys", () => {
        const { config } = readGood(sample("minimal"));
        runWith({ ...config, "private-studio:tags": { employeenumber: "x9x9" } }, ["private-studio:tags"]);
        const { message, problems } = failure();
        assert.doesNotMatch(message, /x9x9/);
        assert.deepEqual(
            problems.map(({ path: where, found }) => [where, found]),
            [[["tags", "employeenumber"], "(secret)"]],
        );
    });

    it("print no stack trace for a mistake", () => {
        runWith({});
        assert.ok(pulumi.RunError.isInstance(failure()));
    });

    it("name file and line of every mistake, found from a folder below the project", () => {
        const text = edited(sample("minimal"), [
            ["10.20.0.0/16", "10.20.0.0/8"],
            ["[euw1-az1]", "[euw1]"],
        ]);
        withFiles({ "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": text }, (directory) => {
            const below = path.join(directory, "below");
            mkdirSync(below);
            process.chdir(below);
            runWithText(text);
            assert.equal(
                failure().message,
                [
                    "the configuration of stack test has 2 mistakes:",
                    "",
                    "Pulumi.test.yaml:8  network.cidr",
                    '    found   "10.20.0.0/8"',
                    "    rule    an IPv4 range is a.b.c.d/prefix with no bits set after the prefix;",
                    "            this one has bits set after its first 8",
                    "    fix     write 10.0.0.0/8",
                    "Pulumi.test.yaml:9  network.zones[0]",
                    '    found   "euw1"',
                    "    rule    a zone id such as euw1-az1 or a zone name such as eu-west-1a; no",
                    "            Local or Wavelength Zones",
                    "    fix     use an id or a name of a zone of the region",
                ].join("\n"),
            );
            process.chdir(home);
        });
    });

    it("name no line of a file that says something else than the engine", () => {
        withFiles({ "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": sample("minimal") }, (directory) => {
            runWithText(edited(sample("minimal"), [["10.20.0.0/16", "10.20.0.0/8"]]));
            process.chdir(directory);
            assert.match(failure().message, /\n\nnetwork\.cidr\n/);
            process.chdir(home);
        });
    });

    const naming = edited(sample("minimal"), [["config:\n", "config:\n  private-studio:users: { file: users.csv }\n"]]);
    /** As the engine hands it over: the map, not what its file says. */
    const GIVEN = { ...readGood(sample("minimal")).config, "private-studio:users": { file: "users.csv" } };

    it("read the file of users beside the stack file", () => {
        const files = { "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": naming, "users.csv": "name,tag\njon.doe,a00002\n" };
        withFiles(files, (directory) => {
            runWith(GIVEN);
            process.chdir(directory);
            const settings = loadSettings();
            assert.deepEqual(!isMulti(settings) && settings.users, [
                { name: "jon.doe", tag: "a00002", profile: "jon-doe", persona: "data-scientist", tags: {} },
            ]);
            process.chdir(home);
        });
    });

    it("name line and column of a mistake in the file of users", () => {
        const files = { "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": naming, "users.csv": "name,tag\njon.doe,*\n" };
        withFiles(files, (directory) => {
            runWith(GIVEN);
            process.chdir(directory);
            assert.match(failure().message, /\n\nusers\.csv:2 {2}column tag\n {4}found {3}"\*"\n/);
            process.chdir(home);
        });
    });

    it("take no file of users that another stack file than the project's names", () => {
        const files = {
            "Pulumi.yaml": PROJECT,
            "Pulumi.test.yaml": sample("minimal"),
            "users.csv": "name,tag\nmallory,a6\n",
        };
        withFiles(files, (directory) => {
            runWith(GIVEN);
            process.chdir(directory);
            assert.equal(
                failure().message,
                [
                    "the configuration of stack test has one mistake:",
                    "",
                    "users.file",
                    '    found   "users.csv"',
                    "    rule    a file of users is looked for in the folder of the stack file that",
                    "            names it, and Pulumi.test.yaml beside Pulumi.yaml does not name this",
                    "            one",
                    "    fix     write the setting into Pulumi.test.yaml beside Pulumi.yaml, or list",
                    "            the users in place of the file",
                ].join("\n"),
            );
            process.chdir(home);
        });
    });

    it("let the placeholder of a secret through as a tag", () => {
        const { config } = readGood(sample("minimal"));
        runWith({ ...config, "private-studio:tags": { owner: SECRET_PLACEHOLDER } }, ["private-studio:tags"]);
        assert.deepEqual(Object.keys(loadSettings().tags), ["owner"]);
    });
});
