import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { SignInArgs } from "../args";
import { SCOPE } from "./hosted";
import { hasProviders, providerNames } from "./providers";

export interface ClientArgs {
    readonly name: string;
    readonly signIn: SignInArgs;
    readonly pageUrl: pulumi.Input<string>;
    readonly after: readonly pulumi.Resource[];
}

/**
 * Minutes. The access token lives as long as it takes to open Studio, the refresh token for the least Cognito allows.
 * Source: Cognito API CreateUserPoolClient.
 */
const MINUTES = { accessToken: 15, idToken: 15, refreshToken: 60, signIn: 10 };

/** The one attribute a client may see and change; a list that is left out would mean all of them. */
const ATTRIBUTES = ["name"];

/**
 * Makes the client of the page. It runs in a browser and can keep no secret; a password never leaves the browser (SRP), or
 * never reaches it (`hosted`: the code flow with PKCE). Neither implicit flow nor password in the clear is allowed.
 */
export function createClient(
    parent: pulumi.Resource,
    name: string,
    pool: aws.cognito.UserPool,
    { name: physical, signIn, pageUrl, after }: ClientArgs,
): aws.cognito.UserPoolClient {
    return new aws.cognito.UserPoolClient(
        `${name}-page`,
        {
            name: physical,
            userPoolId: pool.id,
            generateSecret: false,
            explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
            accessTokenValidity: MINUTES.accessToken,
            idTokenValidity: MINUTES.idToken,
            refreshTokenValidity: MINUTES.refreshToken,
            tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" },
            authSessionValidity: MINUTES.signIn,
            enableTokenRevocation: true,
            preventUserExistenceErrors: "ENABLED",
            readAttributes: ATTRIBUTES,
            writeAttributes: ATTRIBUTES,
            ...(signIn.mode === "hosted"
                ? {
                      allowedOauthFlowsUserPoolClient: true,
                      allowedOauthFlows: ["code"],
                      allowedOauthScopes: ["openid", SCOPE],
                      callbackUrls: [pageUrl],
                      defaultRedirectUri: pageUrl,
                      logoutUrls: [pageUrl],
                      // Where the company has the people, the pool's own accounts are no second door.
                      supportedIdentityProviders: hasProviders(signIn) ? providerNames(signIn) : ["COGNITO"],
                  }
                : { allowedOauthFlowsUserPoolClient: false, supportedIdentityProviders: ["COGNITO"] }),
        },
        { parent, dependsOn: [...after] },
    );
}
