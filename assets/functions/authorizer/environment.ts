/** What the authorizer is told by its environment. Nothing of it is a secret. */
export interface Environment {
    /** Issuer of the user pool, as tokens name it: `https://cognito-idp.<region>.amazonaws.com/<pool id>`. */
    readonly issuer: string;
    /** Where the pool's key set is; under the issuer. */
    readonly jwksUri: string;
    /** The one app client whose tokens count. */
    readonly clientId: string;
    /** The one method that is ever allowed: `<api id>/<stage>`. */
    readonly apiId: string;
    readonly stage: string;
    /** What a token of managed login must carry; undefined where people sign in on our own page. */
    readonly hosted: HostedSignIn | undefined;
}

export interface HostedSignIn {
    /** Custom scope of the API, as `<resource server>/<scope>`. */
    readonly scope: string;
    /** Names of the external providers whose people may come in, as the pool knows them. Empty: pool users only. */
    readonly providers: readonly string[];
}

/**
 * Provider names, up to 32 characters, without what ends them in a user name (`_`) or in our list (`,`).
 *
 * Source: Cognito API CreateIdentityProvider, ProviderName.
 */
const PROVIDER = /^[^_,\p{Z}\p{C}]{1,32}$/u;

/**
 * Reads `USER_POOL_ISSUER`, `JWKS_URI`, `CLIENT_ID`, `API_ID`, `STAGE`, `SIGN_IN` (`private` or `hosted`) and, for
 * `hosted`, `SCOPE` and `PROVIDER_NAMES` (separated by commas; may be empty).
 *
 * @throws Error naming every variable that is missing or wrong: an authorizer that guesses lets the wrong person in.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
    const {
        USER_POOL_ISSUER: issuer = "",
        JWKS_URI: jwksUri = "",
        CLIENT_ID: clientId = "",
        API_ID: apiId = "",
        STAGE: stage = "",
        SIGN_IN: mode = "",
        SCOPE: scope = "",
        PROVIDER_NAMES = "",
    } = env;
    const hosted = mode === "hosted";
    const providers = PROVIDER_NAMES.split(",").filter((name) => name !== "");
    const wrong = [
        ...(isHttps(issuer) && !issuer.endsWith("/") ? [] : ["USER_POOL_ISSUER"]),
        ...(isHttps(jwksUri) && jwksUri.startsWith(`${issuer}/`) ? [] : ["JWKS_URI"]),
        ...(/^[\w+]{1,128}$/.test(clientId) ? [] : ["CLIENT_ID"]),
        ...(/^[a-z0-9]+$/.test(apiId) ? [] : ["API_ID"]),
        ...(/^[A-Za-z0-9_-]+$/.test(stage) ? [] : ["STAGE"]),
        ...(hosted || mode === "private" ? [] : ["SIGN_IN"]),
        ...(hosted === (scope !== "" && !/\s/.test(scope)) ? [] : ["SCOPE"]),
        ...(areProviders(providers) && (hosted || providers.length === 0) ? [] : ["PROVIDER_NAMES"]),
    ];
    if (wrong.length > 0) {
        throw new Error(`The function's environment lacks a valid ${wrong.join(", ")}; deploy the stack again`);
    }
    return { issuer, jwksUri, clientId, apiId, stage, hosted: hosted ? { scope, providers } : undefined };
}

function isHttps(value: string): boolean {
    return URL.canParse(value) && new URL(value).protocol === "https:";
}

/** Valid, and still different when case is left aside: pools that ignore case write user names in lower case. */
function areProviders(names: readonly string[]): boolean {
    return (
        names.every((name) => PROVIDER.test(name)) &&
        new Set(names.map((name) => name.toLowerCase())).size === names.length
    );
}
