import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";

/** Identity providers of the settings; each is made here, or exists and is named. */
export interface Federation {
    readonly saml?: SamlArgs | undefined;
    readonly oidc?: OidcArgs | undefined;
}

/** A SAML 2.0 provider: exactly one of the two. */
export interface SamlArgs {
    /** Text of the metadata document, to make a provider of. */
    readonly metadata?: string | undefined;
    readonly providerArn?: string | undefined;
}

/** An OpenID Connect provider. */
export interface OidcArgs {
    /** As the tokens have it in `iss`, with https://. */
    readonly issuer: string;
    readonly clientIds: readonly string[];
    /** Patterns of `sub`; empty: every subject. */
    readonly subjects: readonly string[];
    /** Empty: IAM finds them. */
    readonly thumbprints: readonly string[];
    /** Default: the provider is made here; an account has one for an issuer. */
    readonly providerArn?: string | undefined;
}

/** Host and path of the issuer: what IAM calls the provider, and what its condition keys begin with. */
export function issuerName({ issuer }: Pick<OidcArgs, "issuer">): string {
    return issuer.replace(/^https:\/\//, "");
}

/** ARN of the SAML provider; known before it exists, so that the trust policy is readable at a first preview. */
export function samlProviderArn(place: Place, partition: string, saml: SamlArgs): string {
    return (
        saml.providerArn ??
        `arn:${partition}:iam::${place.account}:saml-provider/${physicalName(place, "samlProvider", "people")}`
    );
}

/** ARN of the OpenID Connect provider; IAM names it after its issuer. */
export function oidcProviderArn(place: Place, partition: string, oidc: OidcArgs): string {
    return oidc.providerArn ?? `arn:${partition}:iam::${place.account}:oidc-provider/${issuerName(oidc)}`;
}

/** Makes the providers that do not exist yet. */
export function createProviders(
    parent: pulumi.Resource,
    name: string,
    { place, federation, tags }: { place: Place; federation: Federation; tags: Tags },
): pulumi.Resource[] {
    const { saml, oidc } = federation;
    return [
        ...(saml?.metadata === undefined
            ? []
            : [
                  new aws.iam.SamlProvider(
                      `${name}-saml`,
                      {
                          name: physicalName(place, "samlProvider", "people"),
                          samlMetadataDocument: saml.metadata,
                          tags,
                      },
                      { parent },
                  ),
              ]),
        ...(oidc === undefined || oidc.providerArn !== undefined
            ? []
            : [
                  new aws.iam.OpenIdConnectProvider(
                      `${name}-oidc`,
                      {
                          url: oidc.issuer,
                          clientIdLists: [...oidc.clientIds],
                          ...(oidc.thumbprints.length > 0 ? { thumbprintLists: [...oidc.thumbprints] } : {}),
                          tags,
                      },
                      { parent },
                  ),
              ]),
    ];
}
