import { strict as assert } from "node:assert";

import fc from "fast-check";

import { jobRoleArn } from "../../../components/security";
import type { RequestContext } from "../../../policy-pack/iam";
import type { RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { OTHER_ROLE } from "./cases/services";
import { ALICE, arn, GROUPS, IN_VPC, type Row, SUBNETS } from "./cases/shape";
import { recordRoles, SCIENTIST, SCIENTIST_ARN } from "./rolesStack";
import { ask, EVERYTHING, roleOf } from "../role";

/** What somebody who attached everything to the role still cannot do. */
const DENIED: readonly Row[] = [
    ["a colleague's profile", "sagemaker:CreatePresignedDomainUrl", "user-profile/d-1/bob", IN_VPC, "OnlyOwnProfile"],
    [
        "its profile of elsewhere",
        "sagemaker:CreatePresignedDomainUrl",
        "user-profile/d-2/alice",
        IN_VPC,
        "OnlyOwnProfile",
    ],
    ["any profile, in a job", "sagemaker:CreatePresignedDomainUrl", "user-profile/d-1/alice", {}, "OnlyOwnProfile"],
    [
        "the person's tag",
        "sagemaker:AddTags",
        "user-profile/d-1/alice",
        { "aws:TagKeys": ["employeeNumber"] },
        "PersonTagIsTheDeployers",
    ],
    [
        "the person's tag among others",
        "sagemaker:DeleteTags",
        "user-profile/d-1/alice",
        { "aws:TagKeys": ["team", "employeeNumber"] },
        "PersonTagIsTheDeployers",
    ],
    ["a profile", "sagemaker:CreateUserProfile", "user-profile/d-1/eve", {}, "NoOtherDoors"],
    ["another role", "sagemaker:UpdateUserProfile", "user-profile/d-1/alice", {}, "NoOtherDoors"],
    ["another network", "sagemaker:UpdateDomain", "domain/d-1", {}, "NoOtherDoors"],
    ["a tunnel", "sagemaker:StartSession", "space/d-1/his", {}, "NoOtherDoors"],
    ["a start script", "sagemaker:CreateStudioLifecycleConfig", "studio-lifecycle-config/x", {}, "NoOtherDoors"],
    ["a notebook instance", "sagemaker:CreateNotebookInstance", "notebook-instance/x", {}, "NoOtherDoors"],
    ["a link to one", "sagemaker:CreatePresignedNotebookInstanceUrl", "notebook-instance/x", {}, "NoOtherDoors"],
    ["a link to a partner's app", "sagemaker:CreatePartnerAppPresignedUrl", "partner-app/x", {}, "NoOtherDoors"],
    ["a link to hub content", "sagemaker:CreateHubContentPresignedUrls", "hub/x", {}, "NoOtherDoors"],
    [
        "remote access",
        "sagemaker:UpdateSpace",
        "space/d-1/x",
        { "sagemaker:RemoteAccess": "ENABLED" },
        "NoRemoteAccess",
    ],
    [
        "a shell in a job",
        "sagemaker:UpdateTrainingJob",
        "training-job/t",
        { "sagemaker:EnableRemoteDebug": "true" },
        "NoRemoteDebug",
    ],
    ["a model without groups", "sagemaker:CreateModel", "model/m", SUBNETS, "JobsNeedGroups"],
    ["a model without subnets", "sagemaker:CreateModel", "model/m", GROUPS, "JobsNeedSubnets"],
];

/** Services of AWS an execution role has no business with. */
const OTHER_SERVICES = ["iam", "sts", "lambda", "organizations", "secretsmanager", "ssm", "cloudformation", "account"];

describe("Permissions boundary of the execution role", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles();
    });

    /** The role with everything attached to it besides its own policies. */
    const attached = (action: string, resource: string, context: RequestContext): string => {
        const role = roleOf(recording, SCIENTIST);
        return ask(role, action, resource, context, { identity: [...role.identity, EVERYTHING] });
    };

    for (const [what, action, resource, context, sid] of DENIED) {
        it(`denies ${what} whatever is attached: ${action} by ${sid}`, () => {
            const session = "sagemaker:CreatePresignedDomainUrl" === action ? context : { ...ALICE, ...context };
            assert.equal(attached(action, arn("sagemaker", resource), session), `denied by ${sid}`);
        });
    }

    it("opens, of all profiles in all domains, the one the app runs in, whatever is attached", () => {
        const name = fc.stringMatching(/^[a-zA-Z0-9](-?[a-zA-Z0-9]){0,8}$/);
        fc.assert(
            fc.property(name, name, name, name, (domain, profile, otherDomain, otherProfile) => {
                const session = { "sagemaker:DomainId": domain, "sagemaker:UserProfileName": profile };
                const open = (path: string): string =>
                    attached("sagemaker:CreatePresignedDomainUrl", arn("sagemaker", `user-profile/${path}`), session);
                assert.match(open(`${domain}/${profile}`), /^allowed by Everything$/);
                if (otherDomain !== domain || otherProfile !== profile) {
                    assert.equal(open(`${otherDomain}/${otherProfile}`), "denied by OnlyOwnProfile");
                }
            }),
        );
    });

    it("allows no action of a service Studio does not need, whatever is attached", () => {
        fc.assert(
            fc.property(
                fc.constantFrom(...OTHER_SERVICES),
                fc.stringMatching(/^[A-Z][A-Za-z]{2,20}$/),
                (service, name) => {
                    fc.pre(`${service}:${name}`.toLowerCase() !== "iam:passrole");
                    const layers = { resourcePolicyKind: "either" } as const;
                    const role = roleOf(recording, SCIENTIST);
                    const found = ask(role, `${service}:${name}`, "*", ALICE, { ...layers, identity: [EVERYTHING] });
                    assert.equal(found, "no Allow in boundary");
                },
            ),
        );
    });

    it("leaves passing roles to the identity policies, which name one", () => {
        const passed = { ...ALICE, "iam:PassedToService": "sagemaker.amazonaws.com" };
        assert.equal(attached("iam:PassRole", OTHER_ROLE, passed), "allowed by Everything");
        const own = roleOf(recording, SCIENTIST);
        assert.equal(ask(own, "iam:PassRole", OTHER_ROLE, passed), "no Allow in identity");
        assert.equal(ask(own, "iam:PassRole", SCIENTIST_ARN, passed), "no Allow in identity");
        assert.equal(ask(own, "iam:PassRole", jobRoleArn(PLACE, "aws", "job"), passed), "allowed by PassJobRoles");
    });

    it("grants nothing by itself", () => {
        const role = roleOf(recording, SCIENTIST);
        for (const action of ["sagemaker:ListDomains", "s3:GetObject", "kms:Decrypt", "ec2:DescribeVpcs"]) {
            const layers = { identity: [], resourcePolicyKind: "either" } as const;
            assert.equal(ask(role, action, "*", ALICE, layers), "no Allow in identity");
        }
    });
});
