import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, type Sketch, withOptions } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, policy, verdict } from "../verdict";

type Case = readonly [what: string, stack: readonly Sketch[], expected: readonly string[]];

function table(id: string, cases: readonly Case[], options: Record<string, unknown> = {}): void {
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict(id, stack, options), expected));
    }
}

function remediate(
    id: string,
    props: Record<string, unknown>,
    config: Record<string, unknown> = {},
): boolean | undefined {
    const definition = policy(id);
    assert.equal(definition.kind, "resource");
    return definition.kind === "resource" ? definition.remediate?.(props, config) : undefined;
}

const domain = (path: string, value: unknown): Sketch[] => change(cleanStack(), "domain", path, value);

describe("P02 sagemaker-domain-kms-key-configured", () => {
    const fix = "Set it to a customer managed key now: it cannot change later.";
    const aws = [`violation: Domain domain: kmsKeyId is a key of AWS (alias/aws/…). ${fix}`];
    table("P02", [
        ["a key's ARN", domain("kmsKeyId", "arn:aws:kms:eu-west-1:111122223333:key/1"), []],
        ["an own alias", domain("kmsKeyId", "alias/studio"), []],
        ["absent", domain("kmsKeyId", undefined), [`violation: Domain domain: kmsKeyId is not set. ${fix}`]],
        ["empty", domain("kmsKeyId", ""), [`violation: Domain domain: kmsKeyId is not set. ${fix}`]],
        ["AWS's alias", domain("kmsKeyId", "alias/aws/elasticfilesystem"), aws],
        [
            "AWS's alias as ARN",
            domain("kmsKeyId", "arn:aws:kms:eu-west-1:111122223333:alias/aws/elasticfilesystem"),
            aws,
        ],
    ]);
    // Without the dependency on a key of the stack, an unknown value could be anything.
    isUndecidedWithout("P02", [["domain", "kmsKeyId"]]);

    it("accepts an unknown id that comes from a key of the stack", () => {
        assert.deepEqual(verdict("P02", cleanStack(), {}, "unknown"), []);
    });

    it("repairs only with a configured key", () => {
        const props: Record<string, unknown> = {};
        assert.equal(remediate("P02", props, { defaultKmsKeyArn: "" }), false);
        assert.equal(remediate("P02", props, { defaultKmsKeyArn: "arn:key" }), true);
        assert.deepEqual(props, { kmsKeyId: "arn:key" });
        assert.equal(remediate("P02", props, { defaultKmsKeyArn: "arn:other" }), false);
    });
});

describe("P05 sagemaker-domain-execution-role-identity", () => {
    const path = "domainSettings.executionRoleIdentityConfig";
    const says = (found: string): string[] => [
        `violation: Domain domain: ${path} is ${found}. Set it to "USER_PROFILE_NAME".`,
    ];
    table("P05", [
        ["on", domain(path, "USER_PROFILE_NAME"), []],
        ["off", domain(path, "DISABLED"), says('"DISABLED"')],
        ["absent", domain(path, undefined), says("not set, which means DISABLED")],
        ["no domain settings", domain("domainSettings", undefined), says("not set, which means DISABLED")],
    ]);
    isUndecidedWithout("P05", [
        ["domain", path],
        ["domain", "domainSettings"],
    ]);

    it("repairs with and without domain settings, once", () => {
        for (const props of [
            {},
            { domainSettings: {} },
            { domainSettings: { executionRoleIdentityConfig: "DISABLED" } },
        ]) {
            assert.equal(remediate("P05", props), true);
            assert.deepEqual(props, { domainSettings: { executionRoleIdentityConfig: "USER_PROFILE_NAME" } });
            assert.equal(remediate("P05", props), false);
        }
    });
});

describe("P07 sagemaker-domain-security-groups-configured", () => {
    const says = (path: string): string =>
        `violation: Domain domain: ${path} is empty. Name at least one security group.`;
    const user = "defaultUserSettings.securityGroups";
    const space = "defaultSpaceSettings.securityGroups";
    table("P07", [
        ["no user groups", domain(user, []), [says(user)]],
        ["user groups absent", domain(user, undefined), [says(user)]],
        ["no space settings", domain("defaultSpaceSettings", undefined), [says(space)]],
    ]);
    isUndecidedWithout("P07", [
        ["domain", user],
        ["domain", space],
        ["domain", "defaultUserSettings"],
    ]);

    it("needs no ids: the length of a list is known at preview", () => {
        assert.deepEqual(verdict("P07", cleanStack(), {}, "unknown"), []);
    });
});

describe("P10 sagemaker-security-settings-not-ignored", () => {
    const ignoring = (...ignoreChanges: string[]): Sketch[] => withOptions(cleanStack(), "domain", { ignoreChanges });
    const says = (path: string): string[] => [
        `violation: Domain domain: ignoreChanges names ${path}. Remove it; protect keeps a resource in place.`,
    ];
    table("P10", [
        ["nothing ignored", ignoring(), []],
        ["the accepted case after an import", ignoring("retentionPolicy"), []],
        ["a setting", ignoring("kmsKeyId"), says("kmsKeyId")],
        [
            "a setting inside a block",
            ignoring("defaultUserSettings.securityGroups"),
            says("defaultUserSettings.securityGroups"),
        ],
        ["an element", ignoring("subnetIds[0]"), says("subnetIds[0]")],
        ["quoted", ignoring('domainSettings["dockerSettings"]'), says('domainSettings["dockerSettings"]')],
        ["a block around a setting", ignoring("defaultUserSettings"), says("defaultUserSettings")],
        ["another part of such a block", ignoring("defaultUserSettings.jupyterLabAppSettings"), []],
        ["everything", ignoring("*"), says("*")],
        ["tags", ignoring("tags"), []],
    ]);
});

describe("P12 sagemaker-user-profile-abac-tags-required", () => {
    const tag = (value: unknown): Sketch[] => change(cleanStack(), "profile-ann", "tags.employeeNumber", value);
    const who = "violation: UserProfile profile-ann:";
    const options = { abacTags: { employeeNumber: "[0-9]{4}" } };
    table(
        "P12",
        [
            ["a value that matches", tag("1001"), []],
            ["missing", tag(undefined), [`${who} tag employeeNumber is missing. Set it to match [0-9]{4}.`]],
            [
                "no tags",
                change(cleanStack(), "profile-ann", "tags", undefined),
                [`${who} tag employeeNumber is missing. Set it to match [0-9]{4}.`],
            ],
            ["empty", tag(" "), [`${who} tag employeeNumber is empty. Set it to match [0-9]{4}.`]],
            [
                "part of the value matches",
                tag("10011"),
                [`${who} the value of tag employeeNumber does not match [0-9]{4}. Correct the value.`],
            ],
        ],
        options,
    );
    isUndecidedWithout("P12", [
        ["profile-ann", "tags"],
        ["profile-ann", "tags.employeeNumber"],
    ]);

    it("asks nothing of a profile whose user IAM Identity Center signs in, and of one that names no user all the same", () => {
        const signedIn = (user: unknown): Sketch[] =>
            change(
                change(cleanStack(), "profile-ann", "tags", undefined),
                "profile-ann",
                "singleSignOnUserValue",
                user,
            );
        const missing = [`${who} tag employeeNumber is missing. Set it to match [0-9]{4}.`];
        assert.deepEqual(verdict("P12", signedIn("ann@example.com"), options), []);
        assert.deepEqual(verdict("P12", signedIn(UNKNOWN), options), []);
        assert.deepEqual(verdict("P12", signedIn(""), options), missing);
        assert.deepEqual(verdict("P12", signedIn(undefined), options), missing);
    });

    it("asks for every configured tag, and of spaces too", () => {
        const space: Sketch = { type: "aws:sagemaker/space:Space", name: "shared", props: { tags: { team: "x" } } };
        assert.deepEqual(verdict("P12", [space], { abacTags: { team: ".+", employeeNumber: ".+" } }), [
            "violation: Space shared: tag employeeNumber is missing. Set it to match .+.",
        ]);
    });
});

describe("P35 vpc-dns-support-and-hostnames-enabled", () => {
    const vpc = (path: string, value: unknown): Sketch[] => change(cleanStack(), "studio", path, value);
    table("P35", [
        ["support absent: AWS's default is on", vpc("enableDnsSupport", undefined), []],
        [
            "support off",
            vpc("enableDnsSupport", false),
            ["violation: Vpc studio: enableDnsSupport is false. Set it to true."],
        ],
        [
            "hostnames absent: AWS's default is off",
            vpc("enableDnsHostnames", undefined),
            ["violation: Vpc studio: enableDnsHostnames is not set, which means false. Set it to true."],
        ],
        [
            "hostnames off",
            vpc("enableDnsHostnames", false),
            ["violation: Vpc studio: enableDnsHostnames is false. Set it to true."],
        ],
    ]);
    isUndecidedWithout("P35", [
        ["studio", "enableDnsSupport"],
        ["studio", "enableDnsHostnames"],
    ]);

    it("repairs both, once", () => {
        const props = { enableDnsSupport: false };
        assert.equal(remediate("P35", props), true);
        assert.deepEqual(props, { enableDnsSupport: true, enableDnsHostnames: true });
        assert.equal(remediate("P35", props), false);
    });
});

describe("P43 kms-key-rotation-enabled", () => {
    const key = (...changes: readonly (readonly [string, unknown])[]): Sketch[] =>
        changes.reduce<Sketch[]>((stack, [path, value]) => change(stack, "key", path, value), cleanStack());
    const says = (text: string): string[] => [`violation: Key key: ${text}`];
    table("P43", [
        [
            "rotation absent: AWS's default is off",
            key(["enableKeyRotation", undefined]),
            says("enableKeyRotation is not set. Set it to true."),
        ],
        ["rotation off", key(["enableKeyRotation", false]), says("enableKeyRotation is false. Set it to true.")],
        [
            "rotation too rare",
            key(["rotationPeriodInDays", 730]),
            says("rotationPeriodInDays is 730. Set at most 365."),
        ],
        [
            "disabled",
            key(["isEnabled", false]),
            says("isEnabled is false: what it encrypted cannot be read. Set it to true."),
        ],
        ["window too short", key(["deletionWindowInDays", 7]), says("deletionWindowInDays is 7. Set at least 30.")],
        ["window absent: AWS's default is 30 days", key(["deletionWindowInDays", undefined]), []],
        ["asymmetric keys do not rotate", key(["customerMasterKeySpec", "RSA_2048"], ["enableKeyRotation", false]), []],
        ["MAC keys do not rotate", key(["keyUsage", "GENERATE_VERIFY_MAC"], ["enableKeyRotation", undefined]), []],
        [
            "keys of a custom store do not rotate",
            key(["customKeyStoreId", "cks-1"], ["enableKeyRotation", undefined]),
            [],
        ],
    ]);
    isUndecidedWithout(
        "P43",
        [
            "enableKeyRotation",
            "rotationPeriodInDays",
            "isEnabled",
            "deletionWindowInDays",
            "customerMasterKeySpec",
            "keyUsage",
            "customKeyStoreId",
        ].map((path) => ["key", path] as const),
    );

    it("takes the window from the configuration", () => {
        assert.deepEqual(verdict("P43", key(["deletionWindowInDays", 7]), { minimumDeletionWindowDays: 7 }), []);
    });

    it("repairs rotation, period, state and window, once", () => {
        const props = { isEnabled: false, deletionWindowInDays: 7, rotationPeriodInDays: 2000 };
        const config = { minimumDeletionWindowDays: 30, maximumRotationDays: 365 };
        assert.equal(remediate("P43", props, config), true);
        assert.deepEqual(props, {
            enableKeyRotation: true,
            isEnabled: true,
            deletionWindowInDays: 30,
            rotationPeriodInDays: 365,
        });
        assert.equal(remediate("P43", props, config), false);
    });

    it("turns no rotation on for a key that cannot rotate", () => {
        const props = { customerMasterKeySpec: "RSA_2048", deletionWindowInDays: 30 };
        assert.equal(remediate("P43", props, { minimumDeletionWindowDays: 30, maximumRotationDays: 365 }), false);
        assert.deepEqual(props, { customerMasterKeySpec: "RSA_2048", deletionWindowInDays: 30 });
    });
});
