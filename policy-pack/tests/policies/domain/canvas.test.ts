import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { CANVAS_FEATURES } from "../../../policies/domain/canvasFeatures";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { repairs, table, withDefaults } from "./table";

const BLOCK = "defaultUserSettings.canvasAppSettings";
const WORKSPACE = { workspaceSettings: { s3KmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" } };
const ROLE = "arn:aws:iam::111122223333:role/other";
const ON = { status: "ENABLED" };
const OFF = { status: "DISABLED" };

const canvas = (settings: Record<string, unknown>): Sketch[] =>
    withDefaults({ canvasAppSettings: { ...WORKSPACE, ...settings } });

const says = (path: string, feature: string, fix: string): string =>
    `violation: Domain studio: ${BLOCK}.${path} turns ${feature} on. ${fix}, or name ${feature} in allowedCanvasFeatures.`;

const DISABLE = 'Set it to "DISABLED"';
const EVERYTHING = {
    directDeploySettings: ON,
    modelRegisterSettings: { ...ON, crossAccountModelRegisterRoleArn: ROLE },
    generativeAiSettings: { amazonBedrockRoleArn: ROLE },
    kendraSettings: ON,
    identityProviderOauthSettings: [{ dataSourceName: "Snowflake", secretArn: "arn", ...ON }],
};
const ALL = [
    says("directDeploySettings.status", "directDeploy", DISABLE),
    says("modelRegisterSettings.crossAccountModelRegisterRoleArn", "crossAccountModelRegistration", "Remove it"),
    says("generativeAiSettings.amazonBedrockRoleArn", "generativeAi", "Remove it"),
    says("kendraSettings.status", "kendra", DISABLE),
    says("identityProviderOauthSettings", "oauthSources", 'Set the status of each source to "DISABLED"'),
];

describe("P09 sagemaker-domain-canvas-restricted", () => {
    const key = `${BLOCK}.workspaceSettings.s3KmsKeyId`;
    const keyFix = "Set it to a customer managed key now: people's data and models are in the workspace.";
    table("P09", [
        ["no Canvas", withDefaults({}), []],
        ["nothing said of the features", canvas({}), []],
        ["empty blocks", canvas({ directDeploySettings: {}, kendraSettings: null, modelRegisterSettings: {} }), []],
        ["everything on", canvas(EVERYTHING), ALL],
        ["models registered in the own account", canvas({ modelRegisterSettings: ON }), []],
        [
            "another account's role, not used",
            canvas({ modelRegisterSettings: { ...OFF, crossAccountModelRegisterRoleArn: ROLE } }),
            [],
        ],
        ["a source that is off", canvas({ identityProviderOauthSettings: [{ secretArn: "arn", ...OFF }] }), []],
        [
            "a source with nothing said of it",
            canvas({ identityProviderOauthSettings: [{ secretArn: "arn", ...OFF }, { secretArn: "arn" }] }),
            [ALL[4] ?? ""],
        ],
        [
            "a source on and one not known yet",
            canvas({ identityProviderOauthSettings: [UNKNOWN, { secretArn: "arn", ...ON }] }),
            [ALL[4] ?? ""],
        ],
        [
            "no key",
            canvas({ workspaceSettings: { s3ArtifactPath: "s3://canvas" } }),
            [`violation: Domain studio: ${key} is not set. ${keyFix}`],
        ],
        [
            "AWS's key",
            canvas({ workspaceSettings: { s3KmsKeyId: "alias/aws/s3" } }),
            [`violation: Domain studio: ${key} is a key of AWS (alias/aws/…). ${keyFix}`],
        ],
    ]);
    isUndecidedWithout(
        "P09",
        [
            "defaultUserSettings",
            BLOCK,
            `${BLOCK}.directDeploySettings`,
            `${BLOCK}.directDeploySettings.status`,
            `${BLOCK}.modelRegisterSettings.crossAccountModelRegisterRoleArn`,
            `${BLOCK}.generativeAiSettings.amazonBedrockRoleArn`,
            `${BLOCK}.kendraSettings.status`,
            `${BLOCK}.identityProviderOauthSettings`,
            `${BLOCK}.workspaceSettings`,
            `${BLOCK}.workspaceSettings.s3KmsKeyId`,
        ].map((path) => ["studio", path] as const),
        canvas({}),
    );

    it("takes a key that is not known yet for one where it comes from a key of the stack", () => {
        const key: Sketch = { type: "aws:kms/key:Key", name: "key", props: {} };
        const stack = [key, ...canvas({ workspaceSettings: { s3KmsKeyId: ref("key", "arn") } })];
        assert.deepEqual(verdict("P09", stack, {}, "unknown"), []);
    });

    it("does not ask for a status while another account's role is not known, and the other way round", () => {
        const role = { ...ON, crossAccountModelRegisterRoleArn: UNKNOWN };
        const status = { status: UNKNOWN, crossAccountModelRegisterRoleArn: ROLE };
        const unclear = `undecided: Domain studio: ${BLOCK}.modelRegisterSettings.crossAccountModelRegisterRoleArn is not known yet; it decides crossAccountModelRegistration.`;
        assert.deepEqual(verdict("P09", canvas({ modelRegisterSettings: role })), [unclear]);
        assert.deepEqual(verdict("P09", canvas({ modelRegisterSettings: status })), [unclear]);
        assert.deepEqual(verdict("P09", canvas({ modelRegisterSettings: { ...role, ...OFF } })), []);
    });

    it("allows each feature by its name, and no other", () => {
        CANVAS_FEATURES.forEach((feature, index) => {
            assert.deepEqual(
                verdict("P09", canvas(EVERYTHING), { allowedCanvasFeatures: [feature] }),
                ALL.filter((_, other) => other !== index),
            );
        });
    });

    const props = (canvasAppSettings: Record<string, unknown>): Record<string, unknown> => ({
        defaultUserSettings: { canvasAppSettings },
    });
    const fine = props({ kendraSettings: OFF });
    repairs("P09", [
        [
            "turns everything off, and leaves the key to people",
            props(EVERYTHING),
            props({
                directDeploySettings: OFF,
                modelRegisterSettings: ON,
                kendraSettings: OFF,
                identityProviderOauthSettings: [{ dataSourceName: "Snowflake", secretArn: "arn", ...OFF }],
            }),
        ],
        ["not what is off", fine, fine],
        ["not where there is no Canvas", { defaultUserSettings: {} }, { defaultUserSettings: {} }],
    ]);
    describe("with features allowed", () => {
        repairs("P09", [["not these", props(EVERYTHING), props(EVERYTHING)]], {
            allowedCanvasFeatures: [...CANVAS_FEATURES],
        });
    });
});
