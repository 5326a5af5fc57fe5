import { strict as assert } from "node:assert";

import type { RequestContext } from "../../../policy-pack/iam";
import { inputsOf, type RecordedComponent } from "../../harness";
import { arn } from "../roles/cases/shape";
import { ask, EVERYTHING, roleOf } from "../role";
import { PEOPLE, recordUserRole } from "../userStack";

const OPEN = "sagemaker:CreatePresignedDomainUrl";
const PROFILE = arn("sagemaker", "user-profile/d-1/alice");

/** A session with the tag `session` opens a profile with the tag `profile`; undefined: no tag. */
function tags(session: string | undefined, profile: string | undefined): RequestContext {
    return {
        ...(session === undefined ? {} : { "aws:PrincipalTag/employeeNumber": session }),
        ...(profile === undefined
            ? {}
            : { "sagemaker:ResourceTag/employeeNumber": profile, "aws:ResourceTag/employeeNumber": profile }),
    };
}

const IN_VPC: RequestContext = { "aws:SourceVpc": "vpc-studio" };
const SAME = tags("a1", "a1");

type Row = readonly [what: string, action: string, resource: string, context: RequestContext, answer: string];

const ROWS: readonly Row[] = [
    ["the profile with the same tag", OPEN, PROFILE, { ...SAME, ...IN_VPC }, "allowed by OpenProfileWithSameTag"],
    ["a profile with another tag", OPEN, PROFILE, { ...tags("a1", "a2"), ...IN_VPC }, "denied by DenyOtherProfiles"],
    ["the tag in another case", OPEN, PROFILE, { ...tags("a1", "A1"), ...IN_VPC }, "denied by DenyOtherProfiles"],
    [
        "a tag that only begins the same",
        OPEN,
        PROFILE,
        { ...tags("a1", "a11"), ...IN_VPC },
        "denied by DenyOtherProfiles",
    ],
    [
        "a session without the tag",
        OPEN,
        PROFILE,
        { ...tags(undefined, "a1"), ...IN_VPC },
        "denied by DenyOtherProfiles, DenyMissingPrincipalTag",
    ],
    [
        "a profile without the tag",
        OPEN,
        PROFILE,
        { ...tags("a1", undefined), ...IN_VPC },
        "denied by DenyOtherProfiles, DenyMissingProfileTag",
    ],
    [
        "neither with a tag",
        OPEN,
        PROFILE,
        { ...tags(undefined, undefined), ...IN_VPC },
        "denied by DenyOtherProfiles, DenyMissingPrincipalTag, DenyMissingProfileTag",
    ],
    [
        "the own profile from another VPC",
        OPEN,
        PROFILE,
        { ...SAME, "aws:SourceVpc": "vpc-other" },
        "no Allow in identity",
    ],
    [
        "the own profile over the internet",
        OPEN,
        PROFILE,
        { ...SAME, "aws:SourceIp": "203.0.113.7" },
        "no Allow in identity",
    ],
    [
        "a profile with the tag in another domain",
        OPEN,
        arn("sagemaker", "user-profile/d-2/alice"),
        { ...SAME, ...IN_VPC },
        "no Allow in identity",
    ],
    [
        "a notebook instance with the tag",
        "sagemaker:CreatePresignedNotebookInstanceUrl",
        arn("sagemaker", "notebook-instance/x"),
        { ...SAME, ...IN_VPC },
        "no Allow in identity",
    ],
    [
        "the person's tag",
        "sagemaker:AddTags",
        PROFILE,
        { ...SAME, "aws:TagKeys": ["employeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "taking the person's tag away",
        "sagemaker:DeleteTags",
        PROFILE,
        { ...SAME, "aws:TagKeys": ["team", "employeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    ["any other tag", "sagemaker:AddTags", PROFILE, { ...SAME, "aws:TagKeys": ["team"] }, "no Allow in identity"],
    [
        "describing the own profile",
        "sagemaker:DescribeUserProfile",
        PROFILE,
        { ...SAME, ...IN_VPC },
        "no Allow in identity",
    ],
    ["the list of profiles", "sagemaker:ListUserProfiles", "*", { ...SAME, ...IN_VPC }, "no Allow in identity"],
    [
        "changing the own profile",
        "sagemaker:UpdateUserProfile",
        PROFILE,
        { ...SAME, ...IN_VPC },
        "denied by ProfilesAreTheDeployers",
    ],
    [
        "a job",
        "sagemaker:CreateTrainingJob",
        arn("sagemaker", "training-job/t"),
        { ...SAME, ...IN_VPC },
        "no Allow in identity",
    ],
    ["data", "s3:GetObject", "arn:aws:s3:::example-data/a", { ...SAME, ...IN_VPC }, "no Allow in identity"],
    [
        "any role",
        "iam:PassRole",
        PEOPLE,
        { ...SAME, "iam:PassedToService": "sagemaker.amazonaws.com" },
        "no Allow in identity",
    ],
];

describe("StudioUserRole", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordUserRole();
    });

    for (const [what, action, resource, context, answer] of ROWS) {
        it(`${what}, ${action}: ${answer}`, () => {
            assert.equal(ask(roleOf(recording, "user"), action, resource, context), answer);
        });
    }

    it("opens nobody else's profile even with everything attached", () => {
        const role = roleOf(recording, "user");
        const layers = { identity: [...role.identity, EVERYTHING] };
        const open = (context: RequestContext): string => ask(role, OPEN, PROFILE, context, layers);
        assert.equal(open({ ...tags("a1", "a2"), ...IN_VPC }), "denied by DenyOtherProfiles");
        assert.equal(
            open({ ...tags(undefined, undefined), ...IN_VPC }),
            "denied by DenyOtherProfiles, DenyMissingPrincipalTag, DenyMissingProfileTag",
        );
        const notebook = "sagemaker:CreatePresignedNotebookInstanceUrl";
        const found = ask(role, notebook, arn("sagemaker", "notebook-instance/x"), tags("a1", "a2"), layers);
        assert.equal(found, "denied by DenyOtherProfiles");
        const retag = ask(role, "sagemaker:AddTags", PROFILE, { "aws:TagKeys": ["employeeNumber"] }, layers);
        assert.equal(retag, "denied by PersonTagIsTheDeployers");
    });

    it("lives for the shortest session AWS offers", () => {
        assert.equal(inputsOf(recording, "aws:iam/role:Role", "user").maxSessionDuration, 3600);
    });

    describe("access.from", () => {
        const from = (context: RequestContext): ((recorded: RecordedComponent) => string) => {
            return (recorded) => ask(roleOf(recorded, "user"), OPEN, PROFILE, { ...SAME, ...context });
        };
        const inside = from({ "aws:SourceIp": "203.0.113.7" });
        const outside = from({ "aws:SourceIp": "198.51.100.7" });

        it("addresses: opens from a listed range only, and not through the VPC", async () => {
            const origin = { from: "addresses", addresses: ["203.0.113.0/24"], vpcIds: ["vpc-studio"] } as const;
            const changed = await recordUserRole({ origin });
            assert.equal(inside(changed), "allowed by OpenProfileWithSameTag");
            assert.equal(outside(changed), "no Allow in identity");
            assert.equal(from(IN_VPC)(changed), "no Allow in identity");
        });

        it("anywhere: opens from everywhere, and still only with the same tag", async () => {
            const changed = await recordUserRole({
                origin: { from: "anywhere", addresses: [], vpcIds: ["vpc-studio"] },
            });
            assert.equal(outside(changed), "allowed by OpenProfileWithSameTag");
            const other = ask(roleOf(changed, "user"), OPEN, PROFILE, tags("a1", "a2"));
            assert.equal(other, "denied by DenyOtherProfiles");
        });
    });
});
