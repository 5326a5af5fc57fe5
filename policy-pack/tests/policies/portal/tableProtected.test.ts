import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { type Sketch } from "../../fixture/build";
import { policy, verdict } from "../verdict";
import { changed, good, remediate } from "./cases";

const ALL = { scope: "all" };
const set = (path: string, value: unknown): Sketch[] => changed("P69", "directory", path, value);
const off = (path: string, found: string): string[] => [
    `violation: Table directory: ${path} is ${found}. Set it to true.`,
];
const encryption = "serverSideEncryption.enabled";
const noKey = (found: string): string[] => [
    `violation: Table directory: ${encryption} is ${found}, so a key of AWS is used. Set it to true, and kmsKeyArn to a customer managed key.`,
];
const key = (found: string): string[] => [
    `violation: Table directory: serverSideEncryption.kmsKeyArn is ${found}. Set it to a customer managed key now: without one DynamoDB uses a key of AWS.`,
];
const absent = "not set, which means false";

describe("P69 dynamodb-table-protected", () => {
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        ["everything on", good("P69"), []],
        ["no encryption of its own", set("serverSideEncryption", undefined), noKey(absent)],
        ["encryption off, with a key", set(encryption, false), noKey("false")],
        ["no key", set("serverSideEncryption.kmsKeyArn", undefined), key("not set")],
        ["AWS's key", set("serverSideEncryption.kmsKeyArn", "alias/aws/dynamodb"), key("a key of AWS (alias/aws/…)")],
        ["no recovery", set("pointInTimeRecovery", undefined), off("pointInTimeRecovery.enabled", absent)],
        ["recovery off", set("pointInTimeRecovery.enabled", false), off("pointInTimeRecovery.enabled", "false")],
        ["no protection", set("deletionProtectionEnabled", null), off("deletionProtectionEnabled", absent)],
        ["protection off", set("deletionProtectionEnabled", false), off("deletionProtectionEnabled", "false")],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P69", stack, ALL), expected));
    }

    for (const path of [
        "serverSideEncryption",
        encryption,
        "serverSideEncryption.kmsKeyArn",
        "pointInTimeRecovery",
        "pointInTimeRecovery.enabled",
        "deletionProtectionEnabled",
    ]) {
        it(`does not decide while ${path} is unknown`, () => {
            const said = verdict("P69", set(path, UNKNOWN), ALL);
            assert.ok(said.length > 0);
            assert.deepEqual(
                said.filter((each) => !each.startsWith("undecided: Table directory: ")),
                [],
            );
        });
    }

    it("takes an unknown key of the stack as given", () => {
        assert.deepEqual(verdict("P69", good("P69"), ALL, "unknown"), []);
    });

    it("leaves tables open to deletion where the configuration says so", () => {
        const stack = set("deletionProtectionEnabled", false);
        assert.deepEqual(verdict("P69", stack, { ...ALL, deletionProtection: false }), []);
    });

    it("judges what SageMaker uses, unless told otherwise", () => {
        assert.equal(policy("P69").scope, "sagemaker");
    });

    it("repairs without a configured key what needs none", () => {
        const props: Record<string, unknown> = {};
        assert.equal(remediate("P69", props), true);
        assert.deepEqual(props, { pointInTimeRecovery: { enabled: true }, deletionProtectionEnabled: true });
        assert.equal(remediate("P69", props), false);
    });

    it("sets switch and key together", () => {
        const props: Record<string, unknown> = { serverSideEncryption: { enabled: false } };
        const options = { defaultKmsKeyArn: "arn:key", deletionProtection: false };
        assert.equal(remediate("P69", props, options), true);
        const repaired = {
            pointInTimeRecovery: { enabled: true },
            serverSideEncryption: { enabled: true, kmsKeyArn: "arn:key" },
        };
        assert.deepEqual(props, repaired);
        assert.equal(remediate("P69", props, { ...options, defaultKmsKeyArn: "arn:other" }), false);
        assert.deepEqual(props, repaired);
    });
});
