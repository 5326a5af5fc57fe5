import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { type Sketch } from "../../fixture/build";
import { isUndecidedWithout } from "../verdict";
import { changed, good, remediate, table } from "./cases";

const set = (path: string, value: unknown): Sketch[] => changed("P70", "people", path, value);
const says = (text: string): string[] => [`violation: UserPool people: ${text}`];
const signUp = "adminCreateUserConfig.allowAdminCreateUserOnly";
const anybody = (found: string): string[] =>
    says(`${signUp} is ${found}: anybody may make an account. Set it to true.`);
const factor = (found: string): string[] =>
    says(`mfaConfiguration is ${found}. Set it to "ON", with softwareTokenMfaConfiguration or another factor.`);
const weak = (what: string): string[] => says(`passwordPolicy is too weak. Set ${what}.`);
const mode = "userPoolAddOns.advancedSecurityMode";
const threats = (found: string, wanted = "ENFORCED"): string[] =>
    says(`${mode} is ${found}. Set it to "${wanted}", with userPoolTier "PLUS".`);
const STRONG = { requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true };

describe("P70 cognito-user-pool-hardened", () => {
    table("P70", [
        ["hardened", good("P70"), []],
        ["open for sign-up", set(signUp, false), anybody("false")],
        ["open for sign-up by default", set("adminCreateUserConfig", undefined), anybody("not set, which means false")],
        ["no second factor", set("mfaConfiguration", "OFF"), factor('"OFF"')],
        ["a second factor for whom likes", set("mfaConfiguration", "OPTIONAL"), factor('"OPTIONAL"')],
        ["second factor absent", set("mfaConfiguration", undefined), factor("not set, which means OFF")],
        ["Cognito's own passwords", set("passwordPolicy", undefined), []],
        ["short passwords", set("passwordPolicy.minimumLength", 6), weak("minimumLength 8 or more")],
        ["Cognito's own length", set("passwordPolicy.minimumLength", undefined), []],
        ["no numbers", set("passwordPolicy.requireNumbers", false), weak("requireNumbers")],
        [
            "a policy without classes",
            set("passwordPolicy", { minimumLength: 20 }),
            weak("requireLowercase, requireUppercase, requireNumbers, requireSymbols"),
        ],
        [
            "long-lived temporary passwords",
            set("passwordPolicy.temporaryPasswordValidityDays", 30),
            weak("temporaryPasswordValidityDays 7 or fewer"),
        ],
        ["threats watched", set(mode, "AUDIT"), threats('"AUDIT"')],
        ["threats ignored", set(mode, "OFF"), threats('"OFF"')],
        ["threat protection absent", set("userPoolAddOns", undefined), threats("not set, which means OFF")],
    ]);
    isUndecidedWithout(
        "P70",
        [
            ["people", "adminCreateUserConfig"],
            ["people", signUp],
            ["people", "mfaConfiguration"],
            ["people", "passwordPolicy"],
            ["people", "passwordPolicy.minimumLength"],
            ["people", "passwordPolicy.requireSymbols"],
            ["people", "passwordPolicy.temporaryPasswordValidityDays"],
            ["people", "userPoolAddOns"],
            ["people", mode],
        ],
        good("P70"),
    );

    describe("minimumPasswordLength", () => {
        table(
            "P70",
            [["is more than Cognito's own", set("passwordPolicy", undefined), weak("minimumLength 12 or more")]],
            { minimumPasswordLength: 12 },
        );
    });
    describe("threatProtection", () => {
        table("P70", [["AUDIT takes AUDIT", set(mode, "AUDIT"), []]], { threatProtection: "AUDIT" });
        table("P70", [["AUDIT takes ENFORCED", good("P70"), []]], { threatProtection: "AUDIT" });
        table("P70", [["AUDIT does not take OFF", set(mode, "OFF"), threats('"OFF"', "AUDIT")]], {
            threatProtection: "AUDIT",
        });
        table("P70", [["OFF takes none", set("userPoolAddOns", undefined), []]], { threatProtection: "OFF" });
    });

    describe("clients", () => {
        const implicit = (type: string): string[] => [
            `violation: ${type} client: allowedOauthFlows has "implicit", which leaves tokens in addresses. Use "code" with PKCE.`,
        ];
        const client = (allowedOauthFlows: unknown, type = "userPoolClient:UserPoolClient"): Sketch[] => [
            { type: `aws:cognito/${type}`, name: "client", props: { userPoolId: "pool", allowedOauthFlows } },
        ];
        table("P70", [
            ["with the code flow", client(["code"]), []],
            ["without flows", client(undefined), []],
            ["with the implicit flow", client(["code", "implicit"]), implicit("UserPoolClient")],
            ["with it among unknown ones", client([UNKNOWN, "implicit"]), implicit("UserPoolClient")],
            [
                "made by another service",
                client(["implicit"], "managedUserPoolClient:ManagedUserPoolClient"),
                implicit("ManagedUserPoolClient"),
            ],
        ]);
        isUndecidedWithout(
            "P70",
            [
                ["client", "allowedOauthFlows"],
                ["client", "allowedOauthFlows.0"],
            ],
            client(["code"]),
        );
    });

    describe("identity pools", () => {
        const pool = (allowUnauthenticatedIdentities: unknown): Sketch[] => [
            {
                type: "aws:cognito/identityPool:IdentityPool",
                name: "guests",
                props: { identityPoolName: "guests", allowUnauthenticatedIdentities },
            },
        ];
        table("P70", [
            ["without guests", pool(false), []],
            ["without guests by default", pool(undefined), []],
            [
                "with guests",
                pool(true),
                [
                    "violation: IdentityPool guests: allowUnauthenticatedIdentities is true: guests get credentials of your account. Set it to false.",
                ],
            ],
        ]);
        isUndecidedWithout("P70", [["guests", "allowUnauthenticatedIdentities"]], pool(false));
    });

    it("repairs sign-up and passwords, once", () => {
        const props: Record<string, unknown> = {
            passwordPolicy: { minimumLength: 6, temporaryPasswordValidityDays: 30 },
        };
        const repaired = {
            adminCreateUserConfig: { allowAdminCreateUserOnly: true },
            passwordPolicy: { minimumLength: 8, temporaryPasswordValidityDays: 7, ...STRONG },
        };
        assert.equal(remediate("P70", props), true);
        assert.deepEqual(props, repaired);
        assert.equal(remediate("P70", props), false);
        assert.deepEqual(props, repaired);
    });

    it("leaves Cognito's own passwords, unless they are too short", () => {
        const props: Record<string, unknown> = { adminCreateUserConfig: { allowAdminCreateUserOnly: true } };
        assert.equal(remediate("P70", props), false);
        assert.deepEqual(Object.keys(props), ["adminCreateUserConfig"]);
        assert.equal(remediate("P70", props, { minimumPasswordLength: 12 }), true);
        assert.deepEqual(props.passwordPolicy, { minimumLength: 12, ...STRONG });
    });

    it("takes guests away, and leaves clients alone", () => {
        const guests: Record<string, unknown> = { identityPoolName: "guests", allowUnauthenticatedIdentities: true };
        assert.equal(remediate("P70", guests), true);
        assert.deepEqual(guests, { identityPoolName: "guests", allowUnauthenticatedIdentities: false });
        assert.equal(remediate("P70", guests), false);
        const client = { userPoolId: "pool", allowedOauthFlows: ["implicit"] };
        assert.equal(remediate("P70", client), false);
        assert.deepEqual(client, { userPoolId: "pool", allowedOauthFlows: ["implicit"] });
    });
});
