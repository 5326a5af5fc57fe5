import { strict as assert } from "node:assert";

import { presignRoleArn } from "../../components/access";
import { accessRoleArn, externalIdOf } from "../../components/names";
import type { RequestContext } from "../../policy-pack/iam";
import { inputsOf, namesOf, type RecordedComponent } from "../harness";
import { ask, askTrust, EVERYTHING, roleOf, sessionOf } from "../security/role";
import { API_ENDPOINT, LOB_A, LOB_B, parsed, PLACE, recordLobAccess, STUDIO_ENDPOINT } from "./fixture";

const PRESIGN = presignRoleArn(PLACE, "aws");
const TAG = "aws:RequestTag/studiouserid";

describe("LobAccess", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordLobAccess();
    });

    it("is one role with two documents, named as everybody expects it, for an hour", () => {
        assert.deepEqual(
            namesOf(recording).filter((name) => name.startsWith("aws:iam/role")),
            [
                "aws:iam/role:Role::lob-a-access",
                "aws:iam/rolePolicy:RolePolicy::lob-a-access-guard",
                "aws:iam/rolePolicy:RolePolicy::lob-a-access-presign",
            ],
        );
        const role = inputsOf(recording, "aws:iam/role:Role");
        assert.equal(role["arn"], accessRoleArn(LOB_A, "aws"));
        assert.equal(role["maxSessionDuration"], 3600);
    });

    it("trusts exactly this", () => {
        const onlyTheTag = {
            "ForAllValues:StringEquals": { "aws:TagKeys": ["studiouserid"] },
            Null: { [TAG]: "false", "sts:TransitiveTagKeys": "true" },
        };
        const Principal = { AWS: PRESIGN };
        assert.deepEqual(parsed(inputsOf(recording, "aws:iam/role:Role")["assumeRolePolicy"]), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "PresignInAPersonsName",
                    Effect: "Allow",
                    Principal,
                    Action: "sts:AssumeRole",
                    Condition: {
                        ...onlyTheTag,
                        StringEquals: {
                            "sts:ExternalId": "fixture:test:lob-a",
                            "sts:RoleSessionName": "${aws:RequestTag/studiouserid}",
                            "sts:SourceIdentity": "${aws:RequestTag/studiouserid}",
                        },
                    },
                },
                { Sid: "ThePersonsTag", Effect: "Allow", Principal, Action: "sts:TagSession", Condition: onlyTheTag },
                {
                    Sid: "ThePersonsName",
                    Effect: "Allow",
                    Principal,
                    Action: "sts:SetSourceIdentity",
                    Condition: { Null: { "sts:SourceIdentity": "false" } },
                },
            ],
        });
    });

    /** What the presign function sends, and what is changed of it. */
    const call = (changes: RequestContext = {}): RequestContext =>
        Object.fromEntries(
            Object.entries({
                "sts:ExternalId": externalIdOf(LOB_A),
                "sts:RoleSessionName": "ada",
                "sts:SourceIdentity": "ada",
                [TAG]: "ada",
                "aws:TagKeys": ["studiouserid"],
                ...changes,
            }).filter(([, value]) => value !== "absent"),
        );
    const no = "no Allow in resource";
    const calls: readonly (readonly [what: string, who: string, context: RequestContext, answer: string])[] = [
        ["the presign function for ada", PRESIGN, call(), "allowed by PresignInAPersonsName"],
        ["another role of the same account", PRESIGN.replace("presign", "page"), call(), no],
        ["the account's administrator", `arn:aws:iam::${PLACE.account}:role/administrator`, call(), no],
        ["a role of the same name elsewhere", PRESIGN.replace(PLACE.account, LOB_B.account), call(), no],
        ["no external id", PRESIGN, call({ "sts:ExternalId": "absent" }), no],
        ["the external id of another line", PRESIGN, call({ "sts:ExternalId": externalIdOf(LOB_B) }), no],
        ["no source identity", PRESIGN, call({ "sts:SourceIdentity": "absent" }), no],
        ["another source identity", PRESIGN, call({ "sts:SourceIdentity": "jon" }), no],
        ["another session name", PRESIGN, call({ "sts:RoleSessionName": "jon" }), no],
        ["a name in another case", PRESIGN, call({ "sts:RoleSessionName": "Ada" }), no],
        ["another's tag", PRESIGN, call({ [TAG]: "jon" }), no],
        ["a tag that reads as a pattern", PRESIGN, call({ [TAG]: "*" }), no],
        ["no tag", PRESIGN, call({ [TAG]: "absent", "aws:TagKeys": "absent" }), no],
        ["a tag more", PRESIGN, call({ "aws:RequestTag/team": "x", "aws:TagKeys": ["studiouserid", "team"] }), no],
        ["a tag that goes on to further roles", PRESIGN, call({ "sts:TransitiveTagKeys": ["studiouserid"] }), no],
    ];
    for (const [what, who, context, answer] of calls) {
        it(`is assumed by ${what}: ${answer}`, () => {
            assert.equal(
                askTrust(roleOf(recording, "lob-a-access"), sessionOf(who), "sts:AssumeRole", context),
                answer,
            );
        });
    }

    it("takes tag and source identity from the presign function alone, and no other call", () => {
        const role = roleOf(recording, "lob-a-access");
        const answers = [
            "sts:TagSession",
            "sts:SetSourceIdentity",
            "sts:AssumeRoleWithWebIdentity",
            "sts:SetContext",
        ].map((action) =>
            [PRESIGN, `arn:aws:iam::${PLACE.account}:role/other`].map((who) =>
                askTrust(role, sessionOf(who), action, call()),
            ),
        );
        assert.deepEqual(answers, [
            ["allowed by ThePersonsTag", no],
            // The evaluator asks both sides for what is not AssumeRole itself.
            ["allowed by Everything, ThePersonsName", no],
            [no, no],
            [no, no],
        ]);
    });

    /** A session for ada, on ada's profile, through the API's endpoint; and what is changed of it. */
    const opening = (changes: RequestContext = {}): RequestContext =>
        Object.fromEntries(
            Object.entries({
                "aws:PrincipalTag/studiouserid": "ada",
                "sagemaker:ResourceTag/studiouserid": "ada",
                "aws:ResourceTag/studiouserid": "ada",
                "aws:SourceVpce": API_ENDPOINT,
                ...changes,
            }).filter(([, value]) => value !== "absent"),
        );
    const profile = (domain: string): string =>
        `arn:aws:sagemaker:eu-west-1:${LOB_A.account}:user-profile/${domain}/user-lob-a`;
    const own = profile("d-abcdefghijkl");
    const openings: readonly (readonly [what: string, resource: string, context: RequestContext, answer: string])[] = [
        ["the own profile through the API's endpoint", own, opening(), "allowed by OpenProfileWithSameTag"],
        [
            "the own profile through Studio's endpoint",
            own,
            opening({ "aws:SourceVpce": STUDIO_ENDPOINT }),
            "allowed by OpenProfileWithSameTag",
        ],
        ["through another endpoint", own, opening({ "aws:SourceVpce": "vpce-other" }), "denied by NoOtherEndpoint"],
        ["through no endpoint", own, opening({ "aws:SourceVpce": "absent" }), "denied by NoOtherEndpoint"],
        [
            "another's profile",
            own,
            opening({ "sagemaker:ResourceTag/studiouserid": "jon", "aws:ResourceTag/studiouserid": "jon" }),
            "denied by DenyOtherProfiles",
        ],
        [
            "a profile without a tag",
            own,
            opening({ "sagemaker:ResourceTag/studiouserid": "absent", "aws:ResourceTag/studiouserid": "absent" }),
            "denied by DenyOtherProfiles, DenyMissingProfileTag",
        ],
        [
            "with a session without a tag",
            own,
            opening({ "aws:PrincipalTag/studiouserid": "absent" }),
            "denied by DenyOtherProfiles, DenyMissingPrincipalTag",
        ],
        ["a profile of another domain", profile("d-other"), opening(), "no Allow in identity"],
    ];
    for (const [what, resource, context, answer] of openings) {
        it(`opens ${what}: ${answer}`, () => {
            const role = roleOf(recording, "lob-a-access");
            const options = { resourceAccount: LOB_A.account };
            assert.equal(ask(role, "sagemaker:CreatePresignedDomainUrl", resource, context, options), answer);
        });
    }

    it("opens nothing more when somebody attaches everything to it", () => {
        const role = roleOf(recording, "lob-a-access");
        const with_ = (action: string, resource: string, context: RequestContext): string =>
            ask(role, action, resource, context, {
                resourceAccount: LOB_A.account,
                identity: [...role.identity, EVERYTHING],
            });
        const open = "sagemaker:CreatePresignedDomainUrl";
        assert.deepEqual(
            [
                with_(open, own, opening({ "aws:SourceVpce": "absent" })),
                with_(open, own, opening({ "sagemaker:ResourceTag/studiouserid": "jon" })),
                with_("s3:GetObject", "arn:aws:s3:::acme-data/x", opening()),
                with_("sagemaker:CreateApp", "arn:aws:sagemaker:eu-west-1:222233334444:app/x", opening()),
                with_("sts:AssumeRole", accessRoleArn(LOB_B, "aws"), opening()),
            ],
            [
                "denied by NoOtherEndpoint",
                "denied by DenyOtherProfiles",
                "no Allow in boundary",
                "no Allow in boundary",
                "denied by NoOtherIdentity",
            ],
        );
    });
});
