import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { isMulti, loadSettings, type MultiSettings, SettingsError } from "../../components/settings";
import { edited, PROJECT, readGood, sample, withFiles } from "./helper";

const ACCESS = "private-studio:access";
const CLEAR = "what-the-engine-decrypted";

/** Gives the program the sample as the engine does: secrets in clear, and the names of their keys. */
function runWith(text: string, secretKeys?: readonly string[]): void {
    const file = readGood(text);
    pulumi.runtime.resetOptions("private-studio", "test", -1, "", "", true, "organization");
    pulumi.runtime.setAllConfig(
        Object.fromEntries(
            Object.entries(file.config).map(([key, value]) => [
                key,
                (typeof value === "string" ? value : JSON.stringify(value)).replaceAll(
                    /private-studio:secret-of-unknown-content:\w+/g,
                    CLEAR,
                ),
            ]),
        ),
        [...(secretKeys ?? file.secretKeys)],
    );
}

function loaded(): MultiSettings {
    const settings = loadSettings();
    assert.ok(isMulti(settings));
    return settings;
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

describe("settings: many accounts under the engine", () => {
    const home = process.cwd();
    afterEach(() => {
        process.chdir(home);
        pulumi.runtime.setAllConfig({});
        pulumi.runtime.resetOptions("", "", -1, "", "", false, "");
    });

    it("have the client secret as a secret, and nothing else of access", async () => {
        runWith(sample("multi/local"));
        const { signIn, cidr } = loaded().access;
        assert.ok(signIn.mode === "hosted" && signIn.oidc);
        const secret = pulumi.output(signIn.oidc.clientSecret);
        assert.equal(await pulumi.isSecret(secret), true);
        assert.equal(await new Promise((resolve) => secret.apply(resolve)), CLEAR);
        assert.deepEqual([cidr, signIn.oidc.clientId], ["10.17.0.0/16", "private-studio"]);
    });

    it("give every line the tags with their secrets", async () => {
        runWith(
            edited(sample("multi/local"), [
                ["config:\n", "config:\n  private-studio:tags: { owner: { secure: AAAB } }\n"],
            ]),
        );
        const { tags, lobs } = loaded();
        assert.equal(await pulumi.isSecret(pulumi.output(tags.owner)), true);
        for (const lob of lobs) {
            assert.equal(await pulumi.isSecret(pulumi.output(lob.tags.owner)), true);
        }
    });

    it("refuse a client secret in clear without printing it", () => {
        runWith(sample("multi/local"), []);
        const { message, problems } = failure();
        assert.ok(!message.includes(CLEAR));
        assert.deepEqual(
            problems.map(({ path, found }) => [path.join("."), found]),
            [["access.signIn.oidc.clientSecret", "(secret)"]],
        );
    });

    it("refuse a secret elsewhere in access, which the stack file shows", () => {
        const text = edited(sample("multi/local"), [["clientId: private-studio", "clientId: { secure: AAAC }"]]);
        withFiles({ "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": text }, (directory) => {
            process.chdir(directory);
            runWith(text);
            const { message, problems } = failure();
            assert.ok(!message.includes(CLEAR));
            assert.deepEqual(
                problems.map(({ path, found }) => [path.join("."), found]),
                [["access.signIn.oidc.clientId", "(secret)"]],
            );
            process.chdir(home);
        });
    });

    it("refuse a secret in access where there is none to be", () => {
        runWith(sample("multi/egress"), [ACCESS]);
        assert.deepEqual(
            failure().problems.map(({ path, found }) => [path.join("."), found]),
            [["access", "(secret)"]],
        );
    });

    it("show nothing of access in a message while it holds a secret nobody can place", () => {
        runWith(edited(sample("multi/local"), [["domainPrefix: acme-studio", "domainPrefix: aws-studio"]]));
        assert.deepEqual(
            failure().problems.map(({ path, found }) => [path.join("."), found]),
            [["access.signIn.domainPrefix", "(secret)"]],
        );
        runWith(edited(sample("multi/local"), [["cidr: 10.17.0.0/16", "cidr: 10.0.0.0/17"]]));
        assert.deepEqual(
            failure().problems.map(({ path, found }) => [path.join("."), found]),
            [["access.cidr", "(secret)"]],
        );
    });

    it("read a line's file of users beside the stack file", () => {
        const text = edited(sample("multi/egress"), [
            ["      users:\n        - { name: jon, tag: jon }\n", "      users: { file: closed.yaml }\n"],
        ]);
        const naming = {
            ...readGood(sample("multi/egress")).config,
            "private-studio:lobs": (readGood(sample("multi/egress")).config["private-studio:lobs"] as object[]).map(
                (lob, index) => (index === 1 ? { ...lob, users: { file: "closed.yaml" } } : lob),
            ),
        };
        withFiles(
            { "Pulumi.yaml": PROJECT, "Pulumi.test.yaml": text, "closed.yaml": "- { name: eve, tag: eve }\n" },
            (directory) => {
                process.chdir(directory);
                runWith(sample("multi/egress"));
                pulumi.runtime.setConfig("private-studio:lobs", JSON.stringify(naming["private-studio:lobs"]));
                assert.deepEqual(
                    loaded().lobs.map(({ users }) => users.map(({ tag }) => tag)),
                    [["eve"], ["ann"]],
                );
                process.chdir(home);
            },
        );
    });
});
