import { strict as assert } from "node:assert";

import type { Caller, RequestContext } from "../../../policy-pack/iam";
import type { RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { askTrust, roleOf, sessionOf } from "../role";
import { PEOPLE, recordUserRole } from "../userStack";
import { asked, assertion, FEDERATION, from, OIDC, SAML, token } from "./federation";

const OWN = { employeeNumber: "a1" };
const NO = "no Allow in resource";

describe("Trust of StudioUserRole in identity providers", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordUserRole({ principals: [], operators: [], federation: FEDERATION });
    });

    it("is exactly this", () => {
        const tag = { Null: { "aws:RequestTag/employeeNumber": "false" } };
        assert.deepEqual(roleOf(recording, "user").trust, {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "SamlPeople",
                    Effect: "Allow",
                    Principal: { Federated: SAML },
                    Action: ["sts:AssumeRoleWithSAML"],
                    Condition: { ...tag, StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
                },
                {
                    Sid: "OidcPeople",
                    Effect: "Allow",
                    Principal: { Federated: OIDC },
                    Action: ["sts:AssumeRoleWithWebIdentity"],
                    Condition: {
                        ...tag,
                        StringEquals: {
                            "login.example.com/realms/studio:aud": ["private-studio", "private-studio-cli"],
                        },
                        StringLike: { "login.example.com/realms/studio:sub": ["people|*"] },
                    },
                },
                {
                    Sid: "TheirTag",
                    Effect: "Allow",
                    Principal: { Federated: [SAML, OIDC] },
                    Action: ["sts:TagSession"],
                    Condition: { ...tag, "ForAllValues:StringEquals": { "aws:TagKeys": ["employeeNumber"] } },
                },
                {
                    Sid: "TheirName",
                    Effect: "Allow",
                    Principal: { Federated: [SAML, OIDC] },
                    Action: ["sts:SetSourceIdentity"],
                },
            ],
        });
    });

    const saml = from(SAML);
    const oidc = from(OIDC);
    const withSaml = "sts:AssumeRoleWithSAML";
    const withOidc = "sts:AssumeRoleWithWebIdentity";
    const both = { employeeNumber: "a1", admin: "true" };
    const rows: readonly (readonly [string, Caller, string, RequestContext, string])[] = [
        ["an assertion with the tag", saml, withSaml, assertion(OWN), "allowed by SamlPeople"],
        ["an assertion with the tag", saml, "sts:TagSession", assertion(OWN), "allowed by TheirTag"],
        ["an assertion without a tag", saml, withSaml, assertion({}), NO],
        ["an assertion with another tag only", saml, withSaml, assertion({ team: "research" }), NO],
        ["an assertion with a tag more", saml, "sts:TagSession", assertion(both), NO],
        ["an assertion with the key in another case", saml, "sts:TagSession", assertion({ EMPLOYEENUMBER: "a1" }), NO],
        ["an assertion for another audience", saml, withSaml, assertion(OWN, "https://saml.example.com"), NO],
        ["an assertion for another partition", saml, withSaml, assertion(OWN, "https://signin.amazonaws.cn/saml"), NO],
        ["an assertion without an audience", saml, withSaml, asked(OWN), NO],
        ["an assertion of another provider", from(`${SAML}-2`), withSaml, assertion(OWN), NO],
        ["an assertion of the OIDC provider", oidc, withSaml, assertion(OWN), NO],
        ["a SAML person's token", saml, withOidc, token(OWN), NO],
        ["a SAML person with a source identity", saml, "sts:SetSourceIdentity", {}, "allowed by TheirName"],
        ["a SAML person with a context", saml, "sts:SetContext", assertion(OWN), NO],
        ["a token with the tag", oidc, withOidc, token(OWN), "allowed by OidcPeople"],
        [
            "a token of the second client",
            oidc,
            withOidc,
            token(OWN, { audience: "private-studio-cli" }),
            "allowed by OidcPeople",
        ],
        ["a token with the tag", oidc, "sts:TagSession", asked(OWN), "allowed by TheirTag"],
        ["a token without a tag", oidc, withOidc, token({}), NO],
        ["a token with a tag more", oidc, "sts:TagSession", asked(both), NO],
        ["a token for another application", oidc, withOidc, token(OWN, { audience: "sts.amazonaws.com" }), NO],
        ["a token of another subject", oidc, withOidc, token(OWN, { subject: "machines|ci" }), NO],
        ["a token of a subject in another case", oidc, withOidc, token(OWN, { subject: "People|jon" }), NO],
        ["a token without a subject", oidc, withOidc, asked(OWN), NO],
        ["a token of another issuer", from(OIDC.replace("studio", "other")), withOidc, token(OWN), NO],
        [
            "a token of the issuer in another account",
            from(OIDC.replace(PLACE.account, "444455556666")),
            withOidc,
            token(OWN),
            NO,
        ],
        ["a role", sessionOf(PEOPLE), "sts:AssumeRole", { ...asked(OWN), "aws:PrincipalTag/employeeNumber": "a1" }, NO],
    ];
    for (const [who, caller, action, context, answer] of rows) {
        it(`${who}, ${action}: ${answer}`, () => {
            assert.equal(askTrust(roleOf(recording, "user"), caller, action, context), answer);
        });
    }

    it("has room for people, operators and both providers within AWS's limit", async () => {
        const { trust } = roleOf(await recordUserRole({ federation: FEDERATION }), "user");
        assert.ok(JSON.stringify(trust).length <= 2048, `${JSON.stringify(trust).length}`);
    });

    it("admits every subject of the clients where none are named, and still no other audience", async () => {
        const federation = { oidc: { ...FEDERATION.oidc, subjects: [] } };
        const role = roleOf(await recordUserRole({ principals: [], operators: [], federation }), "user");
        const withSubject = (subject: string, audience?: string): string =>
            askTrust(role, oidc, withOidc, token(OWN, { subject, ...(audience === undefined ? {} : { audience }) }));
        assert.equal(withSubject("anybody"), "allowed by OidcPeople");
        assert.equal(withSubject("anybody", "other"), NO);
    });

    for (const [partition, audience] of [
        ["aws-cn", "https://signin.amazonaws.cn/saml"],
        ["aws-us-gov", "https://signin.amazonaws-us-gov.com/saml"],
    ]) {
        it(`takes assertions for the sign-in of ${partition}`, async () => {
            const federation = { saml: { providerArn: SAML.replace("arn:aws:", `arn:${partition}:`) } };
            const trust = roleOf(
                await recordUserRole({ partition: partition!, principals: [], operators: [], federation }),
                "user",
            ).trust;
            assert.match(JSON.stringify(trust), new RegExp(`"SAML:aud":"${audience}"`));
        });
    }
});
