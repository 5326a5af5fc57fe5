import { strict as assert } from "node:assert";

import { inputsOf, type RecordedComponent } from "../../harness";
import { ALICE, arn, CREATING, ofSageMaker, type Row } from "./cases/shape";
import { recordRoles, SCIENTIST } from "./rolesStack";
import { ask, EVERYTHING, type Layers, roleOf } from "../role";

const KEY = arn("kms", "key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
const PERSON = { "aws:TagKeys": ["EMPLOYEENUMBER", "team"] };

/** With the domain's tags propagated, the person's among them. */
const PROPAGATED: readonly Row[] = ofSageMaker([
    [
        "the person's tag on its new space",
        "AddTags",
        "space/d-1/new",
        { ...ALICE, ...CREATING, ...PERSON },
        "allowed by TagWhatIsCreated",
    ],
    [
        "the tags of a new job",
        "AddTags",
        "training-job/t",
        { ...ALICE, ...CREATING, ...PERSON },
        "allowed by TagJobs, TagExperiments",
    ],
    [
        "tags of a job that is there",
        "AddTags",
        "training-job/t",
        { ...ALICE, ...PERSON },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "the person's tag on a space that is there",
        "AddTags",
        "space/d-1/mine",
        { ...ALICE, ...PERSON },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "the person's tag on its profile",
        "AddTags",
        "user-profile/d-1/alice",
        { ...ALICE, ...PERSON },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "taking away the person's tag",
        "DeleteTags",
        "user-profile/d-1/bob",
        { ...ALICE, ...PERSON },
        "denied by PersonTagStays",
    ],
    ["other tags later", "AddTags", "space/d-1/mine", { ...ALICE, "aws:TagKeys": ["team"] }, "no Allow in identity"],
]);

describe("ExecutionRole with propagated tags", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles({ tagPropagation: true });
    });

    for (const [what, action, resource, context, answer] of PROPAGATED) {
        it(`${what}, ${action}: ${answer}`, () => {
            assert.equal(ask(roleOf(recording, SCIENTIST), action, resource, context), answer);
        });
    }

    it("keeps the person's tag of profiles out of its hands, whatever is attached", () => {
        const role = roleOf(recording, SCIENTIST);
        for (const action of ["AddTags", "DeleteTags"]) {
            const found = ask(
                role,
                `sagemaker:${action}`,
                arn("sagemaker", "user-profile/d-1/bob"),
                { ...ALICE, ...PERSON },
                {
                    identity: [EVERYTHING],
                },
            );
            assert.match(found, /^denied by PersonTag/);
        }
    });
});

describe("ExecutionRole and the key of shared outputs", () => {
    const layers: Layers = {
        resource: {
            name: "the key's own policy",
            document: {
                Version: "2012-10-17",
                Statement: {
                    Sid: "LeftToIam",
                    Effect: "Allow",
                    Principal: { AWS: "arn:aws:iam::111122223333:root" },
                    Action: "kms:*",
                    Resource: "*",
                },
            },
        },
    };
    const viaS3 = { ...ALICE, "kms:ViaService": "s3.eu-west-1.amazonaws.com" };
    const rows: readonly (readonly [string, string, string, Record<string, string>, string])[] = [
        ["writing through S3", "kms:GenerateDataKey", KEY, viaS3, "allowed by LeftToIam, SharingKey"],
        ["reading through S3", "kms:Decrypt", KEY, viaS3, "allowed by LeftToIam, SharingKey"],
        ["the key by itself", "kms:Decrypt", KEY, ALICE as Record<string, string>, "no Allow in identity"],
        ["a grant", "kms:CreateGrant", KEY, viaS3, "no Allow in identity"],
        ["another key", "kms:Decrypt", arn("kms", "key/other"), viaS3, "no Allow in identity"],
    ];

    for (const [what, action, key, context, answer] of rows) {
        it(`${what}, ${action}: ${answer}`, async () => {
            const recording = await recordRoles({ sharingKeyArn: KEY });
            assert.equal(ask(roleOf(recording, SCIENTIST), action, key, context, layers), answer);
        });
    }

    it("has no document for it while nothing is shared", async () => {
        const recording = await recordRoles();
        assert.throws(() => inputsOf(recording, "aws:iam/rolePolicy:RolePolicy", `${SCIENTIST}-sharing`));
    });
});
