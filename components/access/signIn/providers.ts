import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { HostedSignIn, OidcProvider, SamlProvider, SignInArgs } from "../args";

/** Names of the identity providers people come from; empty where the pool itself has the people. */
export function providerNames({ saml, oidc }: HostedSignIn): string[] {
    return [saml, oidc].flatMap((provider) => (provider === undefined ? [] : [provider.name]));
}

/** Whether people come from an identity provider. */
export function hasProviders(signIn: SignInArgs): boolean {
    return signIn.mode === "hosted" && providerNames(signIn).length > 0;
}

/** Makes the identity providers of the pool. */
export function createProviders(
    parent: pulumi.Resource,
    name: string,
    pool: aws.cognito.UserPool,
    { saml, oidc }: HostedSignIn,
): aws.cognito.IdentityProvider[] {
    const make = (
        suffix: string,
        args: Pick<aws.cognito.IdentityProviderArgs, "providerName" | "providerType" | "providerDetails">,
    ): aws.cognito.IdentityProvider =>
        new aws.cognito.IdentityProvider(`${name}-${suffix}`, { userPoolId: pool.id, ...args }, { parent });
    return [
        ...(saml === undefined
            ? []
            : [make("saml", { providerName: saml.name, providerType: "SAML", providerDetails: samlDetails(saml) })]),
        ...(oidc === undefined
            ? []
            : [make("oidc", { providerName: oidc.name, providerType: "OIDC", providerDetails: oidcDetails(oidc) })]),
    ];
}

/**
 * Requests are signed, and an assertion nobody asked for is refused: it could be another's. Source: Cognito API
 * CreateIdentityProvider: ProviderDetails.
 */
function samlDetails({ metadata, metadataUrl }: SamlProvider): Record<string, pulumi.Input<string>> {
    return {
        ...(metadataUrl === undefined ? {} : { MetadataURL: metadataUrl }),
        ...(metadata === undefined ? {} : { MetadataFile: metadata }),
        IDPInit: "false",
        RequestSigningAlgorithm: "rsa-sha256",
    };
}

function oidcDetails({ issuer, clientId, clientSecret }: OidcProvider): Record<string, pulumi.Input<string>> {
    return {
        attributes_request_method: "GET",
        authorize_scopes: "openid",
        client_id: clientId,
        client_secret: clientSecret,
        oidc_issuer: issuer,
    };
}
