import { strict as assert } from "node:assert";

import fc from "fast-check";

import { dockerSettings, portalSettings, sharingSettings } from "../../components/domain/appSettings";
import type { StudioDomainArgs } from "../../components/domain";
import { SPACE_INSTANCE_TYPES } from "../../policy-pack/facts";
import { ARGS, recordDomain } from "./domainStack";
import { one } from "../harness";

const DOMAIN = "aws:sagemaker/domain:Domain";
const CONFIG = "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig";

interface UserSettings extends Record<string, unknown> {
    readonly jupyterLabAppSettings: Readonly<Record<string, unknown>>;
    readonly codeEditorAppSettings: Readonly<Record<string, unknown>>;
}

/** Settings of people and of shared spaces. */
async function settingsWith(changes: Partial<StudioDomainArgs>): Promise<readonly [UserSettings, UserSettings]> {
    const { props } = one(await recordDomain(changes), DOMAIN);
    return [props.defaultUserSettings as UserSettings, props.defaultSpaceSettings as UserSettings];
}

describe("Settings of the domain's apps", () => {
    it("shut idle apps down within what people may choose, in spaces of both kinds", async () => {
        const [people, shared] = await settingsWith({ idleShutdown: { minutes: 90, minMinutes: 60, maxMinutes: 480 } });
        const expected = {
            idleSettings: {
                lifecycleManagement: "ENABLED",
                idleTimeoutInMinutes: 90,
                minIdleTimeoutInMinutes: 60,
                maxIdleTimeoutInMinutes: 480,
            },
        };
        for (const app of [
            people.jupyterLabAppSettings,
            people.codeEditorAppSettings,
            shared.jupyterLabAppSettings,
        ] as const) {
            assert.deepEqual(app.appLifecycleManagement, expected);
        }
        assert.equal(shared.codeEditorAppSettings, undefined);
    });

    it("leave no idle time to choose unless told, whatever it is", async () => {
        await fc.assert(
            fc.asyncProperty(fc.integer({ min: 60, max: 525600 }), async (minutes) => {
                const [{ codeEditorAppSettings }] = await settingsWith({ idleShutdown: { minutes } });
                assert.deepEqual(codeEditorAppSettings.appLifecycleManagement, {
                    idleSettings: {
                        lifecycleManagement: "ENABLED",
                        idleTimeoutInMinutes: minutes,
                        minIdleTimeoutInMinutes: minutes,
                        maxIdleTimeoutInMinutes: minutes,
                    },
                });
            }),
            { numRuns: 10 },
        );
    });

    it("run the chosen script at every start, also in shared spaces", async () => {
        const recording = await recordDomain({ lifecycleScripts: { jupyterLab: "package-index" } });
        const { props } = one(recording, DOMAIN);
        const { props: config } = one(recording, CONFIG, "domain-jupyter-lab");
        const [people, shared] = [props.defaultUserSettings, props.defaultSpaceSettings] as [
            UserSettings,
            UserSettings,
        ];
        assert.equal(typeof config.arn, "string");
        assert.equal(people.jupyterLabAppSettings.builtInLifecycleConfigArn, config.arn);
        assert.equal(shared.jupyterLabAppSettings.builtInLifecycleConfigArn, config.arn);
        assert.equal("builtInLifecycleConfigArn" in people.codeEditorAppSettings, false);
    });
});

describe("What Studio's pages leave out", () => {
    const offered = (types: readonly string[]): StudioDomainArgs["instances"] => ({
        ...ARGS.instances,
        offered: types,
    });

    it("is Canvas unless it is a feature, and always Classic and RStudio", () => {
        const others = ["JupyterServer", "KernelGateway", "RStudioServerPro", "RSessionGateway"];
        assert.deepEqual(portalSettings(["studio"], offered([])).hiddenAppTypes, [...others, "Canvas"]);
        assert.deepEqual(portalSettings(["studio", "canvas"], offered([])).hiddenAppTypes, others);
    });

    it("is every instance type but those offered", () => {
        fc.assert(
            fc.property(fc.subarray([...SPACE_INSTANCE_TYPES], { minLength: 1 }), (types) => {
                const hidden = portalSettings(["studio"], offered(types)).hiddenInstanceTypes as string[];
                assert.deepEqual([...hidden, ...types].sort(), [...SPACE_INSTANCE_TYPES].sort());
            }),
        );
    });
});

describe("Sharing of outputs", () => {
    it("is off", () => {
        assert.deepEqual(sharingSettings(undefined), { notebookOutputOption: "Disabled" });
    });

    it("goes to the folder under the key, and nowhere else", () => {
        const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
        assert.deepEqual(sharingSettings({ bucket: "acme-research-data", prefix: "notebooks/shared", keyArn }), {
            notebookOutputOption: "Allowed",
            s3OutputPath: "s3://acme-research-data/notebooks/shared",
            s3KmsKeyId: keyArn,
        });
    });
});

describe("Docker", () => {
    const cases: readonly (readonly [enabled: boolean, accounts: readonly string[], expected: object])[] = [
        [false, [], { enableDockerAccess: "DISABLED" }],
        [false, ["111122223333"], { enableDockerAccess: "DISABLED" }],
        [true, [], { enableDockerAccess: "DISABLED" }],
        [
            true,
            ["111122223333", "444455556666"],
            { enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: ["111122223333", "444455556666"] },
        ],
    ];
    for (const [enabled, accounts, expected] of cases) {
        it(`asked ${enabled ? "for" : "not"} and for ${accounts.length} accounts is ${JSON.stringify(expected)}`, () => {
            assert.deepEqual(dockerSettings({ enabled, accounts }), expected);
        });
    }
});
