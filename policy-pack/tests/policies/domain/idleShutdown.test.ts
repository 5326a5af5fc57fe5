import { type Sketch } from "../../fixture/build";
import { isUndecidedWithout } from "../verdict";
import { domain, repairs, table, withDefaults } from "./table";

const IDLE = "appLifecycleManagement.idleSettings";
const JUPYTER = `defaultUserSettings.jupyterLabAppSettings.${IDLE}`;
const EDITOR = `defaultUserSettings.codeEditorAppSettings.${IDLE}`;

const GOOD = {
    lifecycleManagement: "ENABLED",
    idleTimeoutInMinutes: 120,
    minIdleTimeoutInMinutes: 60,
    maxIdleTimeoutInMinutes: 480,
};

function app(idleSettings: Record<string, unknown>): Record<string, unknown> {
    return { appLifecycleManagement: { idleSettings } };
}

function settings(
    jupyterLab: Record<string, unknown>,
    codeEditor = GOOD as Record<string, unknown>,
): Record<string, unknown> {
    return { jupyterLabAppSettings: app(jupyterLab), codeEditorAppSettings: app(codeEditor) };
}

describe("P08 sagemaker-domain-idle-shutdown-enabled", () => {
    const jupyterLab = (changed: Record<string, unknown>): Sketch[] => withDefaults(settings({ ...GOOD, ...changed }));
    const says = (path: string, found: string, fix: string): string =>
        `violation: Domain studio: ${path} is ${found}. ${fix}`;
    const off = (block: string, found = "not set, which means DISABLED"): string =>
        says(`${block}.lifecycleManagement`, found, 'Set it to "ENABLED", with a time of 60 to 1440 minutes.');
    const time = (key: string, found: string): string[] => [
        says(`${JUPYTER}.${key}`, found, "Set 60 to 1440 minutes."),
    ];
    table("P08", [
        ["on in both apps", jupyterLab({}), []],
        ["at the ends", jupyterLab({ idleTimeoutInMinutes: 60, maxIdleTimeoutInMinutes: 1440 }), []],
        ["no longest time", jupyterLab({ maxIdleTimeoutInMinutes: undefined }), []],
        ["absent: AWS's default is off", domain({}), [off(JUPYTER), off(EDITOR)]],
        [
            "one app without",
            withDefaults({ jupyterLabAppSettings: app(GOOD), codeEditorAppSettings: { customImages: [] } }),
            [off(EDITOR)],
        ],
        ["off, whatever the times", jupyterLab({ lifecycleManagement: "DISABLED" }), [off(JUPYTER, '"DISABLED"')]],
        ["no time", jupyterLab({ idleTimeoutInMinutes: null }), time("idleTimeoutInMinutes", "not set")],
        ["too short a time", jupyterLab({ idleTimeoutInMinutes: 59 }), time("idleTimeoutInMinutes", "59")],
        ["too long a time", jupyterLab({ idleTimeoutInMinutes: 1441 }), time("idleTimeoutInMinutes", "1441")],
        [
            "a time that is none",
            jupyterLab({ idleTimeoutInMinutes: "hunter2" }),
            time("idleTimeoutInMinutes", "set to something else"),
        ],
        [
            "people may choose too long a time",
            jupyterLab({ maxIdleTimeoutInMinutes: 525600 }),
            time("maxIdleTimeoutInMinutes", "525600"),
        ],
    ]);
    isUndecidedWithout(
        "P08",
        ["defaultUserSettings", JUPYTER, EDITOR]
            .concat([
                `${JUPYTER}.lifecycleManagement`,
                `${JUPYTER}.idleTimeoutInMinutes`,
                `${EDITOR}.maxIdleTimeoutInMinutes`,
            ])
            .map((path) => ["studio", path] as const),
        jupyterLab({}),
    );

    describe("with other bounds", () => {
        const options = { minimumIdleMinutes: 120, maximumIdleMinutes: 240 };
        table(
            "P08",
            [
                [
                    "the longest time is over them",
                    withDefaults(settings({ ...GOOD, maxIdleTimeoutInMinutes: 240 })),
                    [says(`${EDITOR}.maxIdleTimeoutInMinutes`, "480", "Set 120 to 240 minutes.")],
                ],
            ],
            options,
        );
        const wanted = { ...GOOD, minIdleTimeoutInMinutes: 120, maxIdleTimeoutInMinutes: 240 };
        repairs(
            "P08",
            [
                [
                    "both apps into the bounds",
                    { defaultUserSettings: settings(GOOD) },
                    { defaultUserSettings: settings(wanted, wanted) },
                ],
            ],
            options,
        );
    });

    const full = {
        lifecycleManagement: "ENABLED",
        idleTimeoutInMinutes: 1440,
        minIdleTimeoutInMinutes: 60,
        maxIdleTimeoutInMinutes: 1440,
    };
    const fine = { defaultUserSettings: settings(GOOD) };
    repairs("P08", [
        ["makes the blocks, with all three times", {}, { defaultUserSettings: settings(full, full) }],
        [
            "keeps times that are right",
            { defaultUserSettings: settings({ ...GOOD, lifecycleManagement: "DISABLED" }) },
            fine,
        ],
        [
            "keeps the times in order",
            { defaultUserSettings: settings({ ...GOOD, idleTimeoutInMinutes: 30, minIdleTimeoutInMinutes: 600 }) },
            {
                defaultUserSettings: settings({
                    ...GOOD,
                    idleTimeoutInMinutes: 1440,
                    minIdleTimeoutInMinutes: 600,
                    maxIdleTimeoutInMinutes: 1440,
                }),
            },
        ],
        ["not what is right", fine, fine],
    ]);
});
