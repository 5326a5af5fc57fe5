import { strict as assert } from "node:assert";

import { readEnvironment } from "../../../assets/functions/authorizer/environment";

const ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3";
const PRIVATE = {
    USER_POOL_ISSUER: ISSUER,
    JWKS_URI: `${ISSUER}/.well-known/jwks.json`,
    CLIENT_ID: "3n4b5urk1ft4fl3mg5e62d9ado",
    API_ID: "a1b2c3d4e5",
    STAGE: "studio",
    SIGN_IN: "private",
};
const HOSTED = { ...PRIVATE, SIGN_IN: "hosted", SCOPE: "private-studio/open", PROVIDER_NAMES: "Corp,Partner" };

describe("authorizer: environment", () => {
    it("is read for sign-in on our own page", () => {
        assert.deepEqual(readEnvironment(PRIVATE), {
            issuer: ISSUER,
            jwksUri: `${ISSUER}/.well-known/jwks.json`,
            clientId: "3n4b5urk1ft4fl3mg5e62d9ado",
            apiId: "a1b2c3d4e5",
            stage: "studio",
            hosted: undefined,
        });
    });

    it("is read for managed login, with and without external providers", () => {
        assert.deepEqual(readEnvironment(HOSTED).hosted, {
            scope: "private-studio/open",
            providers: ["Corp", "Partner"],
        });
        assert.deepEqual(readEnvironment({ ...HOSTED, PROVIDER_NAMES: "" }).hosted?.providers, []);
    });

    it("names everything that is missing at once", () => {
        assert.throws(() => readEnvironment({}), {
            message:
                "The function's environment lacks a valid USER_POOL_ISSUER, JWKS_URI, CLIENT_ID, API_ID, STAGE, SIGN_IN; " +
                "deploy the stack again",
        });
    });

    const wrong: readonly (readonly [what: string, environment: Record<string, string>, names: string])[] = [
        ["a key set without TLS", { ...PRIVATE, JWKS_URI: PRIVATE.JWKS_URI.replace("https", "http") }, "JWKS_URI"],
        ["another issuer's key set", { ...PRIVATE, JWKS_URI: "https://attacker.example/jwks.json" }, "JWKS_URI"],
        [
            "a key set of a pool whose id merely begins alike",
            { ...PRIVATE, JWKS_URI: `${ISSUER}9/jwks.json` },
            "JWKS_URI",
        ],
        [
            "an issuer that is no address",
            { ...PRIVATE, USER_POOL_ISSUER: "eu-west-1_Ab1" },
            "USER_POOL_ISSUER, JWKS_URI",
        ],
        ["a stage that is a pattern", { ...PRIVATE, STAGE: "*" }, "STAGE"],
        ["an API that is a pattern", { ...PRIVATE, API_ID: "*" }, "API_ID"],
        ["a way to sign in nobody knows", { ...PRIVATE, SIGN_IN: "none" }, "SIGN_IN"],
        ["managed login without a scope", { ...HOSTED, SCOPE: "" }, "SCOPE"],
        ["managed login with two scopes", { ...HOSTED, SCOPE: "openid private-studio/open" }, "SCOPE"],
        ["a scope nobody would check", { ...PRIVATE, SCOPE: "private-studio/open" }, "SCOPE"],
        ["providers nobody could come from", { ...PRIVATE, PROVIDER_NAMES: "Corp" }, "PROVIDER_NAMES"],
        ["providers that differ in case alone", { ...HOSTED, PROVIDER_NAMES: "Corp,corp" }, "PROVIDER_NAMES"],
        ["a provider whose name a prefix cannot end", { ...HOSTED, PROVIDER_NAMES: "Corp_EU" }, "PROVIDER_NAMES"],
    ];
    for (const [what, environment, names] of wrong) {
        it(`is refused with ${what}`, () => {
            assert.throws(() => readEnvironment(environment), {
                message: `The function's environment lacks a valid ${names}; deploy the stack again`,
            });
        });
    }
});
