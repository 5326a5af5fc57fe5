import { strict as assert } from "node:assert";

import type { HostedSignIn } from "../../components/access";
import { inputsOf, namesOf, one, type RecordedComponent } from "../harness";
import { HOSTED, recordAccess } from "./fixture";

const POOL = "aws:cognito/userPool:UserPool";
const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

function cognitoOf(recording: RecordedComponent): string[] {
    return namesOf(recording).filter((name) => name.startsWith("aws:cognito/"));
}

function picked(props: Readonly<Record<string, unknown>>, ...keys: readonly string[]): unknown {
    return Object.fromEntries(keys.map((key) => [key, props[key]]));
}

describe("sign-in of the access service", () => {
    it("private: a pool without a domain, a client that never sends a password, an account for each person", async () => {
        const recording = await recordAccess();
        assert.deepEqual(cognitoOf(recording), [
            "aws:cognito/user:User::access-user-ada",
            "aws:cognito/user:User::access-user-jon.doe@example.com",
            "aws:cognito/userPool:UserPool::access-people",
            "aws:cognito/userPoolClient:UserPoolClient::access-page",
        ]);
        assert.deepEqual(
            picked(
                inputsOf(recording, CLIENT),
                "generateSecret",
                "explicitAuthFlows",
                "allowedOauthFlowsUserPoolClient",
                "allowedOauthFlows",
                "callbackUrls",
                "supportedIdentityProviders",
                "accessTokenValidity",
                "idTokenValidity",
                "refreshTokenValidity",
                "tokenValidityUnits",
                "enableTokenRevocation",
                "preventUserExistenceErrors",
                "readAttributes",
                "writeAttributes",
            ),
            {
                generateSecret: false,
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
                allowedOauthFlowsUserPoolClient: false,
                allowedOauthFlows: undefined,
                callbackUrls: undefined,
                supportedIdentityProviders: ["COGNITO"],
                accessTokenValidity: 15,
                idTokenValidity: 15,
                refreshTokenValidity: 60,
                tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" },
                enableTokenRevocation: true,
                preventUserExistenceErrors: "ENABLED",
                readAttributes: ["name"],
                writeAttributes: ["name"],
            },
        );
    });

    it("has a pool that only administrators fill, with strong passwords, a code app and no help by mail", async () => {
        const recording = await recordAccess();
        assert.deepEqual(
            picked(
                inputsOf(recording, POOL),
                "adminCreateUserConfig",
                "accountRecoverySetting",
                "mfaConfiguration",
                "softwareTokenMfaConfiguration",
                "smsConfiguration",
                "emailMfaConfiguration",
                "passwordPolicy",
                "signInPolicy",
                "usernameConfiguration",
                "userPoolTier",
                "userPoolAddOns",
                "deletionProtection",
            ),
            {
                adminCreateUserConfig: { allowAdminCreateUserOnly: true },
                accountRecoverySetting: { recoveryMechanisms: [{ name: "admin_only", priority: 1 }] },
                mfaConfiguration: "ON",
                softwareTokenMfaConfiguration: { enabled: true },
                smsConfiguration: undefined,
                emailMfaConfiguration: undefined,
                passwordPolicy: {
                    minimumLength: 14,
                    passwordHistorySize: 12,
                    requireLowercase: true,
                    requireNumbers: true,
                    requireSymbols: true,
                    requireUppercase: true,
                    temporaryPasswordValidityDays: 1,
                },
                signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] },
                usernameConfiguration: { caseSensitive: false },
                userPoolTier: "ESSENTIALS",
                userPoolAddOns: undefined,
                deletionProtection: "ACTIVE",
            },
        );
        for (const { type, props } of recording.resources) {
            if (type === "aws:cognito/user:User") {
                assert.deepEqual(picked(props, "messageAction", "password", "temporaryPassword"), {
                    messageAction: "SUPPRESS",
                    password: undefined,
                    temporaryPassword: undefined,
                });
            }
        }
    });

    it("has threat protection with the plan that has it, and no deletion protection where the stack has none", async () => {
        const recording = await recordAccess({ signIn: { mode: "private", plan: "plus" }, protect: false });
        assert.deepEqual(picked(inputsOf(recording, POOL), "userPoolTier", "userPoolAddOns", "deletionProtection"), {
            userPoolTier: "PLUS",
            userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
            deletionProtection: "INACTIVE",
        });
    });

    it("hosted: Cognito's pages with a style, the code flow alone, back to the page alone, a scope of the API", async () => {
        const recording = await recordAccess({ signIn: HOSTED });
        const url = `https://${String(one(recording, "aws:apigateway/restApi:RestApi").id)}.execute-api.eu-west-1.amazonaws.com/studio/`;
        assert.deepEqual(cognitoOf(recording), [
            "aws:cognito/managedLoginBranding:ManagedLoginBranding::access-pages",
            "aws:cognito/resourceServer:ResourceServer::access-api",
            "aws:cognito/user:User::access-user-ada",
            "aws:cognito/user:User::access-user-jon.doe@example.com",
            "aws:cognito/userPool:UserPool::access-people",
            "aws:cognito/userPoolClient:UserPoolClient::access-page",
            "aws:cognito/userPoolDomain:UserPoolDomain::access-pages",
        ]);
        assert.deepEqual(
            picked(
                inputsOf(recording, CLIENT),
                "generateSecret",
                "explicitAuthFlows",
                "allowedOauthFlows",
                "allowedOauthScopes",
                "callbackUrls",
                "logoutUrls",
                "supportedIdentityProviders",
            ),
            {
                generateSecret: false,
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
                allowedOauthFlows: ["code"],
                allowedOauthScopes: ["openid", "private-studio/open"],
                callbackUrls: [url],
                logoutUrls: [url],
                supportedIdentityProviders: ["COGNITO"],
            },
        );
        assert.deepEqual(
            picked(inputsOf(recording, "aws:cognito/userPoolDomain:UserPoolDomain"), "domain", "managedLoginVersion"),
            {
                domain: "acme-studio",
                managedLoginVersion: 2,
            },
        );
    });

    it("external: people come from the company's providers alone, by signed requests, and have no account in the pool", async () => {
        const signIn: HostedSignIn = {
            ...HOSTED,
            saml: { name: "acme", metadataUrl: "https://idp.example.com/metadata" },
            oidc: { name: "partner", issuer: "https://login.example.org", clientId: "studio", clientSecret: "hush" },
        };
        const recording = await recordAccess({ signIn });
        assert.deepEqual(
            cognitoOf(recording).filter((name) => /user:User|identityProvider/.test(name)),
            [
                "aws:cognito/identityProvider:IdentityProvider::access-oidc",
                "aws:cognito/identityProvider:IdentityProvider::access-saml",
            ],
        );
        assert.deepEqual(inputsOf(recording, CLIENT)["supportedIdentityProviders"], ["acme", "partner"]);
        const provider = (name: string): unknown =>
            picked(
                inputsOf(recording, "aws:cognito/identityProvider:IdentityProvider", name),
                "providerName",
                "providerType",
                "providerDetails",
            );
        assert.deepEqual(provider("access-saml"), {
            providerName: "acme",
            providerType: "SAML",
            providerDetails: {
                IDPInit: "false",
                MetadataURL: "https://idp.example.com/metadata",
                RequestSigningAlgorithm: "rsa-sha256",
            },
        });
        assert.deepEqual(provider("access-oidc"), {
            providerName: "partner",
            providerType: "OIDC",
            providerDetails: {
                attributes_request_method: "GET",
                authorize_scopes: "openid",
                client_id: "studio",
                client_secret: "hush",
                oidc_issuer: "https://login.example.org",
            },
        });
    });
});
