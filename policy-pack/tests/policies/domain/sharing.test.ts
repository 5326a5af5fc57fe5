import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { repairs, table, withDefaults } from "./table";

const BLOCK = "defaultUserSettings.sharingSettings";
const KEY = { s3KmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" };
const PLACE = { s3OutputPath: "s3://shared/outputs" };
const ALLOWED = { notebookOutputOption: "Allowed" };

describe("P04 sagemaker-domain-sharing-encrypted", () => {
    const sharing = (sharingSettings: unknown): Sketch[] => withDefaults({ sharingSettings });
    const says = (text: string, of = "Domain studio", block = BLOCK): string =>
        `violation: ${of}: ${block}.${text}: notebook outputs are shared.`;
    const noKey = "s3KmsKeyId is not set. Set it to a customer managed key now";
    const noPlace = "s3OutputPath is not set. Set it to a bucket of your own";
    const profile: Sketch = {
        type: "aws:sagemaker/userProfile:UserProfile",
        name: "ann",
        props: { userSettings: { sharingSettings: { ...ALLOWED, ...PLACE } } },
    };
    table("P04", [
        ["off", sharing({ notebookOutputOption: "Disabled" }), []],
        ["absent: AWS's default is off", withDefaults({}), []],
        ["key and place without the option", sharing({ ...KEY, ...PLACE }), []],
        ["null", sharing({ notebookOutputOption: null }), []],
        ["on with key and place", sharing({ ...ALLOWED, ...KEY, ...PLACE }), []],
        ["on without a key", sharing({ ...ALLOWED, ...PLACE }), [says(noKey)]],
        ["on without a place", sharing({ ...ALLOWED, ...KEY }), [says(noPlace)]],
        ["on with nothing", sharing({ ...ALLOWED, s3KmsKeyId: "" }), [says(noKey), says(noPlace)]],
        [
            "on with AWS's key",
            sharing({ ...ALLOWED, ...PLACE, s3KmsKeyId: "alias/aws/s3" }),
            [says("s3KmsKeyId is a key of AWS (alias/aws/…). Set it to a customer managed key now")],
        ],
        ["a profile of its own", [profile], [says(noKey, "UserProfile ann", "userSettings.sharingSettings")]],
    ]);
    isUndecidedWithout(
        "P04",
        [
            ["studio", "defaultUserSettings"],
            ["studio", BLOCK],
            ["studio", `${BLOCK}.s3KmsKeyId`],
            ["studio", `${BLOCK}.s3OutputPath`],
        ],
        sharing({ ...ALLOWED, ...KEY, ...PLACE }),
    );
    isUndecidedWithout("P04", [["studio", `${BLOCK}.notebookOutputOption`]], sharing({ ...ALLOWED, ...PLACE }));

    it("does not ask whether outputs are shared where they would be encrypted", () => {
        assert.deepEqual(verdict("P04", sharing({ notebookOutputOption: UNKNOWN, ...KEY, ...PLACE })), []);
    });

    it("takes what is not known yet for key and place where it comes from a key and a bucket of the stack", () => {
        const made: Sketch[] = [
            { type: "aws:kms/key:Key", name: "key", props: {} },
            { type: "aws:s3/bucket:Bucket", name: "bucket", props: {} },
        ];
        const from = { s3KmsKeyId: ref("key", "arn"), s3OutputPath: ref("bucket") };
        assert.deepEqual(verdict("P04", [...made, ...sharing({ ...ALLOWED, ...from })], {}, "unknown"), []);
        const keyOnly = sharing({ ...ALLOWED, s3KmsKeyId: ref("key", "arn"), s3OutputPath: UNKNOWN });
        assert.deepEqual(verdict("P04", [...made, ...keyOnly], {}, "unknown"), [
            `undecided: Domain studio: ${BLOCK}.s3OutputPath is not known yet; shared notebook outputs need a place.`,
        ]);
    });

    const settings = (block: string, sharingSettings: unknown): Record<string, unknown> => ({
        [block]: { sharingSettings },
    });
    const complete = settings("defaultUserSettings", { ...ALLOWED, ...KEY, ...PLACE });
    repairs("P04", [
        [
            "keeps outputs back in the domain",
            settings("defaultUserSettings", { ...ALLOWED, ...PLACE }),
            settings("defaultUserSettings", { ...PLACE, notebookOutputOption: "Disabled" }),
        ],
        [
            "and in a profile",
            settings("userSettings", { ...ALLOWED, ...KEY }),
            settings("userSettings", { ...KEY, notebookOutputOption: "Disabled" }),
        ],
        ["not where key and place are given", complete, complete],
        ["not where outputs stay", { defaultUserSettings: {} }, { defaultUserSettings: {} }],
    ]);
});
