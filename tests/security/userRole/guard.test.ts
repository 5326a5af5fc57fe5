import { strict as assert } from "node:assert";

import type { RequestContext } from "../../../policy-pack/iam";
import type { RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { arn } from "../roles/cases/shape";
import { ask, EVERYTHING, roleOf } from "../role";
import { recordUserRole } from "../userStack";

/** A session with the person's tag, in the VPC. */
const SESSION: RequestContext = { "aws:PrincipalTag/employeeNumber": "a1", "aws:SourceVpc": "vpc-studio" };
const ROLE = `arn:aws:iam::${PLACE.account}:role/user`;
const TAGS: RequestContext = { "aws:TagKeys": ["employeeNumber"], "aws:RequestTag/employeeNumber": "a2" };
const SAME: RequestContext = {
    "sagemaker:ResourceTag/employeeNumber": "a1",
    "aws:ResourceTag/employeeNumber": "a1",
};

/** With everything allowed beside it, what the guard still takes away. */
const ROWS: readonly (readonly [action: string, resource: string, context: RequestContext, answer: string])[] = [
    [
        "sagemaker:CreatePresignedNotebookInstanceUrl",
        arn("sagemaker", "notebook-instance/x"),
        {},
        "denied by DenyOtherProfiles, DenyMissingProfileTag",
    ],
    [
        "sagemaker:CreatePresignedMlflowTrackingServerUrl",
        arn("sagemaker", "mlflow-tracking-server/x"),
        SAME,
        "denied by NoOtherLinks",
    ],
    ["sagemaker:CreatePresignedMlflowAppUrl", arn("sagemaker", "mlflow-app/x"), SAME, "denied by NoOtherLinks"],
    ["sagemaker:CreatePartnerAppPresignedUrl", arn("sagemaker", "partner-app/x"), SAME, "denied by NoOtherLinks"],
    ["sagemaker:CreateHubContentPresignedUrls", arn("sagemaker", "hub/x"), SAME, "denied by NoOtherLinks"],
    ["sagemaker:CallWithBearerToken", "*", SAME, "denied by NoOtherLinks"],
    ["sagemaker:StartSession", arn("sagemaker", "space/d-1/x"), SAME, "denied by NoOtherLinks"],
    ["sagemaker:AddTags", arn("sagemaker", "user-profile/d-1/alice"), TAGS, "denied by PersonTagIsTheDeployers"],
    [
        "sagemaker:DeleteTags",
        arn("sagemaker", "user-profile/d-1/alice"),
        { "aws:TagKeys": ["EmployeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "sagemaker:CreateUserProfile",
        arn("sagemaker", "user-profile/d-1/mine"),
        TAGS,
        "denied by ProfilesAreTheDeployers",
    ],
    [
        "sagemaker:UpdateUserProfile",
        arn("sagemaker", "user-profile/d-1/alice"),
        {},
        "denied by ProfilesAreTheDeployers",
    ],
    ["sagemaker:UpdateDomain", arn("sagemaker", "domain/d-1"), {}, "denied by ProfilesAreTheDeployers"],
    ["iam:TagRole", ROLE, TAGS, "denied by NoOtherIdentity"],
    ["iam:UntagRole", ROLE, TAGS, "denied by NoOtherIdentity"],
    ["iam:TagUser", `arn:aws:iam::${PLACE.account}:user/jon`, TAGS, "denied by NoOtherIdentity"],
    ["iam:UntagUser", `arn:aws:iam::${PLACE.account}:user/jon`, TAGS, "denied by NoOtherIdentity"],
];

describe("Guard of StudioUserRole", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordUserRole();
    });

    for (const [action, resource, context, answer] of ROWS) {
        it(`${action}: ${answer}`, () => {
            const role = roleOf(recording, "user");
            const layers = { identity: [...role.identity, EVERYTHING] };
            assert.equal(ask(role, action, resource, { ...SESSION, ...context }, layers), answer);
        });
    }

    for (const action of ["sts:AssumeRole", "sts:TagSession"]) {
        it(`${action}: becomes nobody else, with or without a tag, even where a trust policy names it`, () => {
            const role = roleOf(recording, "user");
            const trust = {
                name: "trust of another role",
                document: {
                    Version: "2012-10-17",
                    Statement: { Effect: "Allow" as const, Principal: { AWS: role.arn }, Action: "sts:*" },
                },
            };
            const other = `arn:aws:iam::${PLACE.account}:role/administrator`;
            assert.equal(
                ask(role, action, other, { ...SESSION, ...TAGS }, { resource: trust }),
                "denied by NoOtherIdentity",
            );
        });
    }
});
