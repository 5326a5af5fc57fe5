import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { repairs, table, withDefaults } from "./table";

const OWNER = "ownershipSettings.ownerUserProfileName";
const SHARING = "spaceSharingSettings.sharingType";

function space(sharingType: unknown, ownerUserProfileName: unknown): Sketch[] {
    const props = { spaceSharingSettings: { sharingType }, ownershipSettings: { ownerUserProfileName } };
    return [{ type: "aws:sagemaker/space:Space", name: "analysis", props }];
}

describe("P14 sagemaker-space-private-by-default", () => {
    const bare: Sketch[] = [{ type: "aws:sagemaker/space:Space", name: "analysis", props: {} }];
    const says = (found: string, why = "sharedSpaces does not name the space. Set it to"): string[] => [
        `violation: Space analysis: ${SHARING} is ${found}, and ${why} "Private" with an owner.`,
    ];
    const ownerless = [`violation: Space analysis: ${OWNER} is not set. Set it to the profile whose space it is.`];
    const noReason = "its entry in sharedSpaces has no reason. Give the reason, or set it to";
    table("P14", [
        ["private and owned", space("Private", "ann"), []],
        ["shared", space("Shared", "ann"), says('"Shared"')],
        ["absent: a space without settings is shared", bare, says("not set, which means Shared")],
        ["another word", space("hunter2", "ann"), says("set to something else")],
        ["nobody's", space("Private", undefined), ownerless],
        ["an empty owner", space("Private", ""), ownerless],
    ]);
    isUndecidedWithout(
        "P14",
        ["spaceSharingSettings", SHARING, "ownershipSettings", OWNER].map((path) => ["analysis", path] as const),
        space("Private", "ann"),
    );

    it("takes an owner that is not known yet for one where it comes from a profile of the stack", () => {
        const profile: Sketch = { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props: {} };
        assert.deepEqual(verdict("P14", [profile, ...space("Private", ref("ann"))], {}, "unknown"), []);
    });

    const shared = [
        ["named with a reason", [{ name: "ana.*", reason: "the team's common space" }], []],
        ["named without one", [{ name: "analysis" }], says('"Shared"', noReason)],
        ["named with a blank one", [{ name: "analysis", reason: " " }], says('"Shared"', noReason)],
        ["part of its name named", [{ name: "ana", reason: "common" }], says('"Shared"')],
        ["a name that is no pattern", [{ name: "(", reason: "common" }], says('"Shared"')],
        ["no name", [{ reason: "common" }], says('"Shared"')],
        ["named twice, once with a reason", [{ name: "analysis" }, { name: "analysis", reason: "common" }], []],
    ] as const;
    for (const [what, sharedSpaces, expected] of shared) {
        it(`shared, ${what}`, () => {
            assert.deepEqual(verdict("P14", space("Shared", "ann"), { sharedSpaces }), expected);
        });
    }

    it("does not ask about a space that may be shared", () => {
        const sharedSpaces = [{ name: "analysis", reason: "common" }];
        assert.deepEqual(verdict("P14", space(UNKNOWN, "ann"), { sharedSpaces }), []);
    });

    const owned = { ownershipSettings: { ownerUserProfileName: "ann" } };
    const open = { ...owned, spaceSharingSettings: { sharingType: "Shared" } };
    const closed = { ...owned, spaceSharingSettings: { sharingType: "Private" } };
    repairs("P14", [
        ["closes it", open, closed],
        ["makes the block", owned, closed],
        ["not without an owner", { spaceSharingSettings: {} }, { spaceSharingSettings: {} }],
    ]);
    describe("where spaces may be shared", () => {
        const sharedSpaces = [{ name: "other", reason: "common" }];
        repairs("P14", [["none, because it is not told which one it is", open, open]], { sharedSpaces });
    });
});

describe("P15 sagemaker-classic-apps-forbidden", () => {
    const app = (appType: unknown): Sketch[] => [
        { type: "aws:sagemaker/app:App", name: "notebook", props: { appType } },
    ];
    const appSays = (type: string): string[] => [
        `violation: App notebook: appType is "${type}". Remove the app: people start JupyterLab or Code Editor in spaces.`,
    ];
    const classicSpace: Sketch[] = [
        { type: "aws:sagemaker/space:Space", name: "old", props: { spaceSettings: { appType: "KernelGateway" } } },
    ];
    const profile = (userSettings: unknown): Sketch[] => [
        { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props: { userSettings } },
    ];
    const landing = 'defaultLandingUri is "app:JupyterServer:". Set it to "studio::".';
    table("P15", [
        ["JupyterLab", app("JupyterLab"), []],
        ["Code Editor", app("CodeEditor"), []],
        ["JupyterServer", app("JupyterServer"), appSays("JupyterServer")],
        ["KernelGateway", app("KernelGateway"), appSays("KernelGateway")],
        [
            "a space of Classic",
            classicSpace,
            ['violation: Space old: spaceSettings.appType is "KernelGateway". Set it to "JupyterLab" or "CodeEditor".'],
        ],
        ["a space without an app", [{ type: "aws:sagemaker/space:Space", name: "new", props: {} }], []],
        ["new Studio", withDefaults({ studioWebPortal: "ENABLED", defaultLandingUri: "studio::" }), []],
        ["absent: AWS's default is new Studio", withDefaults({}), []],
        [
            "portal off",
            withDefaults({ studioWebPortal: "DISABLED" }),
            ['violation: Domain studio: defaultUserSettings.studioWebPortal is "DISABLED". Set it to "ENABLED".'],
        ],
        [
            "landing in Classic",
            withDefaults({ defaultLandingUri: "app:JupyterServer:" }),
            [`violation: Domain studio: defaultUserSettings.${landing}`],
        ],
        [
            "landing elsewhere",
            withDefaults({ defaultLandingUri: "app:hunter2" }),
            [
                'violation: Domain studio: defaultUserSettings.defaultLandingUri is set to something else. Set it to "studio::".',
            ],
        ],
        [
            "a profile that lands in Classic",
            profile({ defaultLandingUri: "app:JupyterServer:" }),
            [`violation: UserProfile ann: userSettings.${landing}`],
        ],
    ]);
    isUndecidedWithout("P15", [["notebook", "appType"]], app("JupyterLab"));
    isUndecidedWithout(
        "P15",
        [
            ["old", "spaceSettings"],
            ["old", "spaceSettings.appType"],
        ],
        classicSpace,
    );
    isUndecidedWithout(
        "P15",
        [
            ["studio", "defaultUserSettings"],
            ["studio", "defaultUserSettings.studioWebPortal"],
            ["studio", "defaultUserSettings.defaultLandingUri"],
        ],
        withDefaults({}),
    );
    isUndecidedWithout("P15", [["ann", "userSettings.studioWebPortal"]], profile({}));
});
