import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { table, withDefaults } from "./table";

const IDLE = "appLifecycleManagement.idleSettings";

function idle(idleSettings: Record<string, unknown>): Record<string, unknown> {
    return { jupyterLabAppSettings: { appLifecycleManagement: { idleSettings } } };
}

const CLOSED = {
    sharingSettings: { notebookOutputOption: "Disabled" },
    canvasAppSettings: { kendraSettings: { status: "DISABLED" } },
    studioWebPortalSettings: { hiddenAppTypes: ["JupyterServer", "KernelGateway"], hiddenMlTools: [] },
    ...idle({ lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 120, maxIdleTimeoutInMinutes: 480 }),
};

function ann(userSettings: unknown, domainId: unknown = ref("studio")): Sketch {
    return { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props: { domainId, userSettings } };
}

function under(defaults: unknown, userSettings: unknown): Sketch[] {
    return [...withDefaults(defaults), ann(userSettings)];
}

function space(minutes: unknown, sharingType?: unknown): Sketch {
    const spaceSettings = idle({ idleTimeoutInMinutes: minutes });
    const props = { domainId: ref("studio"), spaceSettings, spaceSharingSettings: { sharingType } };
    return { type: "aws:sagemaker/space:Space", name: "analysis", props };
}

const OPEN_SHARING = { sharingSettings: { notebookOutputOption: "Allowed" } };
const SHARING = "userSettings.sharingSettings.notebookOutputOption";
const NOT_KNOWN = "or what the domain has there is not known yet; it must be no more open than the domain.";

describe("P13 sagemaker-user-profile-settings-not-weakened", () => {
    const says = (path: string, text: string): string[] => [`violation: UserProfile ann: userSettings.${path} ${text}`];
    const remove = "Remove it: the domain's setting holds then.";
    const block = `jupyterLabAppSettings.${IDLE}`;
    const tooLong = (key: string, minutes: number): string[] =>
        says(`${block}.${key}`, `is ${minutes}, and the domain allows 480. Set at most 480.`);
    const hidden = "studioWebPortalSettings.hiddenAppTypes";
    table("P13", [
        ["nothing of its own", under(CLOSED, undefined), []],
        [
            "settings that are not known yet",
            under(CLOSED, UNKNOWN),
            ["undecided: UserProfile ann: userSettings is not known yet; it must be no more open than the domain."],
        ],
        ["the domain's own settings again", under(CLOSED, CLOSED), []],
        [
            "outputs shared",
            under(CLOSED, OPEN_SHARING),
            says("sharingSettings.notebookOutputOption", `is "Allowed", and the domain shares no outputs. ${remove}`),
        ],
        [
            "outputs shared, the domain says nothing",
            under({}, OPEN_SHARING),
            says("sharingSettings.notebookOutputOption", `is "Allowed", and the domain shares no outputs. ${remove}`),
        ],
        ["outputs shared as in the domain", under(OPEN_SHARING, OPEN_SHARING), []],
        [
            "a feature of Canvas",
            under(CLOSED, { canvasAppSettings: { kendraSettings: { status: "ENABLED" } } }),
            says(
                "canvasAppSettings.kendraSettings.status",
                'turns kendra on, which the domain has off. Set it to "DISABLED".',
            ),
        ],
        [
            "a feature of Canvas as in the domain",
            under(
                { canvasAppSettings: { kendraSettings: { status: "ENABLED" } } },
                { canvasAppSettings: { kendraSettings: { status: "ENABLED" } } },
            ),
            [],
        ],
        [
            "a list that hides more",
            under(CLOSED, {
                studioWebPortalSettings: { hiddenAppTypes: ["KernelGateway", "JupyterServer", "Canvas"] },
            }),
            [],
        ],
        [
            "a list that hides less",
            under(CLOSED, { studioWebPortalSettings: { hiddenAppTypes: ["KernelGateway"] } }),
            says(hidden, "leaves out 1 of the 2 items the domain hides. Add them."),
        ],
        [
            "an empty list",
            under(CLOSED, { studioWebPortalSettings: { hiddenAppTypes: [] } }),
            says(hidden, "leaves out 2 of the 2 items the domain hides. Add them."),
        ],
        ["a list the domain does not have", under({}, { studioWebPortalSettings: { hiddenAppTypes: [] } }), []],
        [
            "a list with an item that is not known yet",
            under(CLOSED, { studioWebPortalSettings: { hiddenAppTypes: ["KernelGateway", UNKNOWN] } }),
            [`undecided: UserProfile ann: userSettings.${hidden} ${NOT_KNOWN}`],
        ],
        [
            "a list with an item of the domain's that is not known yet",
            under(
                { studioWebPortalSettings: { hiddenAppTypes: [UNKNOWN] } },
                { studioWebPortalSettings: { hiddenAppTypes: [UNKNOWN] } },
            ),
            [`undecided: UserProfile ann: userSettings.${hidden} ${NOT_KNOWN}`],
        ],
        [
            "idle apps run on",
            under(CLOSED, idle({ lifecycleManagement: "DISABLED", idleTimeoutInMinutes: 9999 })),
            says(`${block}.lifecycleManagement`, `is "DISABLED", and the domain shuts idle apps down. ${remove}`),
        ],
        ["as long as people of the domain may choose", under(CLOSED, idle({ idleTimeoutInMinutes: 480 })), []],
        ["longer", under(CLOSED, idle({ idleTimeoutInMinutes: 481 })), tooLong("idleTimeoutInMinutes", 481)],
        [
            "longer by choice",
            under(CLOSED, idle({ maxIdleTimeoutInMinutes: 525600 })),
            tooLong("maxIdleTimeoutInMinutes", 525600),
        ],
        [
            "longer than the domain's only time",
            under(
                idle({ lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 120 }),
                idle({ idleTimeoutInMinutes: 180 }),
            ),
            says(`${block}.idleTimeoutInMinutes`, "is 180, and the domain allows 120. Set at most 120."),
        ],
        [
            "longer where the domain shuts nothing down",
            under({}, idle({ lifecycleManagement: "DISABLED", idleTimeoutInMinutes: 9999 })),
            [],
        ],
        ["a domain made elsewhere, and nothing open", [ann(CLOSED.sharingSettings, "d-elsewhere")], []],
        [
            "a domain made elsewhere",
            [ann(OPEN_SHARING, "d-elsewhere")],
            [
                `undecided: UserProfile ann: its domain is not defined in this stack, so it cannot be told whether the domain forbids ${SHARING}.`,
            ],
        ],
        [
            "no domain",
            [ann(OPEN_SHARING, null)],
            [
                `undecided: UserProfile ann: its domainId names no domain, so it cannot be told whether the domain forbids ${SHARING}.`,
            ],
        ],
        [
            "a domain that is not known yet",
            [ann(OPEN_SHARING, UNKNOWN)],
            [
                `undecided: UserProfile ann: domainId is not known yet, so it cannot be told whether the domain forbids ${SHARING}.`,
            ],
        ],
    ]);
    isUndecidedWithout(
        "P13",
        [
            ["ann", "userSettings"],
            ["ann", SHARING],
        ],
        under(CLOSED, OPEN_SHARING),
    );
    isUndecidedWithout(
        "P13",
        [
            ["studio", "defaultUserSettings"],
            ["studio", "defaultUserSettings.sharingSettings.notebookOutputOption"],
        ],
        under(CLOSED, OPEN_SHARING),
    );
    isUndecidedWithout(
        "P13",
        [
            ["ann", `userSettings.${block}.lifecycleManagement`],
            ["ann", `userSettings.${block}.idleTimeoutInMinutes`],
            ["ann", "userSettings.studioWebPortalSettings.hiddenAppTypes"],
            ["ann", "userSettings.canvasAppSettings"],
            ["studio", `defaultUserSettings.${block}.maxIdleTimeoutInMinutes`],
            ["studio", "defaultUserSettings.studioWebPortalSettings"],
        ],
        under(CLOSED, CLOSED),
    );

    isUndecidedWithout(
        "P13",
        [["studio", `defaultUserSettings.${block}.lifecycleManagement`]],
        under(CLOSED, idle({ idleTimeoutInMinutes: 481 })),
    );

    it("compares with the profile's own domain, also before its id is known", () => {
        const other: Sketch = {
            type: "aws:sagemaker/domain:Domain",
            name: "other",
            props: { defaultUserSettings: OPEN_SHARING },
        };
        const stack = (domain: string): Sketch[] => [other, ...withDefaults(CLOSED), ann(OPEN_SHARING, ref(domain))];
        for (const ids of ["known", "unknown"] as const) {
            assert.deepEqual(verdict("P13", stack("other"), {}, ids), []);
            assert.equal(verdict("P13", stack("studio"), {}, ids).length, 1);
        }
    });

    describe("of a space", () => {
        const both = change(
            withDefaults(CLOSED),
            "studio",
            "defaultSpaceSettings",
            idle({ lifecycleManagement: "ENABLED", idleTimeoutInMinutes: 60 }),
        );
        const path = `spaceSettings.${block}.idleTimeoutInMinutes`;
        const limit = (minutes: number, most: number): string[] => [
            `violation: Space analysis: ${path} is ${minutes}, and the domain allows ${most}. Set at most ${most}.`,
        ];
        table("P13", [
            ["a private one keeps to what holds for people", [...both, space(481, "Private")], limit(481, 480)],
            ["a private one within it", [...both, space(480, "Private")], []],
            ["a shared one keeps to what holds for spaces", [...both, space(120, "Shared")], limit(120, 60)],
            ["one without settings is shared", [...both, space(120)], limit(120, 60)],
            ["none of its own", [...both, { ...space(0, "Private"), props: { domainId: ref("studio") } }], []],
        ]);
        isUndecidedWithout(
            "P13",
            [
                ["analysis", "spaceSettings"],
                ["analysis", path],
                ["analysis", "domainId"],
                ["analysis", "spaceSharingSettings"],
            ],
            [...both, space(61, "Private")],
        );
    });
});
