import { z } from "zod";

import { providerArn } from "../../arns";
import { setting } from "../../setting";
import { checked, distinct, isRelativePath } from "../../values";

/** SAML metadata: the path of its file or, in its place, its text. */
export const metadata = setting(
    checked(z.string(), (text, report) => {
        // The file's path as people write it, or its text in its place, which `withMetadataFile` has checked.
        if (!text.trimStart().startsWith("<") && (!isRelativePath(text) || !text.endsWith(".xml"))) {
            report({
                rule: "an .xml file by its path from the stack file, so that it is found on every machine",
                fix: "write for example idp-metadata.xml",
            });
        }
    }),
    {
        description:
            "Metadata document of the identity provider, from which the SAML provider is made: an .xml file by its path from the stack file",
        example: "idp-metadata.xml",
        rule: "the relative path of an .xml file with the metadata the identity provider exports",
    },
);

const saml = setting(
    checked(
        z.strictObject({
            metadata: metadata.optional(),
            providerArn: providerArn("saml-provider", "arn:aws:iam::111122223333:saml-provider/corporate").optional(),
        }),
        ({ metadata: document, providerArn: existing }, report) => {
            if ((document === undefined) === (existing === undefined)) {
                report({
                    ...(existing === undefined ? {} : { path: ["providerArn"] }),
                    rule: "a SAML provider is made from metadata or exists with its providerArn: exactly one of the two",
                    fix: document === undefined ? "add metadata: idp-metadata.xml" : "remove one of the two",
                });
            }
        },
    ),
    {
        description: "Sign-in through a SAML 2.0 identity provider",
        example: { metadata: "idp-metadata.xml" },
        rule: "a map with metadata or providerArn",
    },
);

/** IAM API, CreateOpenIDConnectProvider: Url; a query or a port makes another issuer than the token names. */
const ISSUER = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:\/[A-Za-z0-9._~-]+)*$/;

/** Issuer of an OpenID Connect provider. */
export const issuer = setting(
    checked(z.string(), (text, report) => {
        if (!ISSUER.test(text) || text.length > 255) {
            report({
                rule: "an issuer is an https URL in lower case without port, query or slash at the end, exactly as its tokens have it in iss, at most 255 characters",
                fix: "copy issuer from the provider's /.well-known/openid-configuration",
            });
        }
    }).meta({ pattern: ISSUER.source }),
    {
        description: "Issuer of the tokens, as they have it in `iss`",
        example: "https://login.example.com",
        rule: "the https URL of the issuer",
        noDefault: "it names the identity provider",
    },
);

const oidc = setting(
    z.strictObject({
        issuer,
        clientIds: setting(distinct(z.array(z.string().regex(/^[\w.:/@-]{1,255}$/)).min(1)), {
            description: "Client ids tokens are made for, as they have them in `aud`",
            example: ["private-studio"],
            rule: "one or more client ids of 1 to 255 letters, digits and _ . : / @ -, each once",
            noDefault: "a token made for another application must not open Studio",
        }),
        subjects: setting(distinct(z.array(z.string().regex(/^[^\s*?$][^\s*?$]*\*?$/))), {
            description:
                "Subjects (`sub`) that may enter; one may end in `*`. Left out: every subject of the clients, each to the profile of its own tag",
            example: ["people|*"],
            rule: "subjects without spaces, $ and ?, with * at the end only, each once",
        }).default([]),
        thumbprints: setting(distinct(z.array(z.string().regex(/^[0-9a-f]{40}$/)).max(5)), {
            description:
                "SHA-1 thumbprints of the issuer's certificate authority. Left out: IAM finds it itself, which works for authorities it trusts",
            example: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
            rule: "at most 5 thumbprints of 40 lower-case hexadecimal digits, each once",
            fix: "write the thumbprint without colons, in lower case",
        }).default([]),
        providerArn: providerArn(
            "oidc-provider",
            "arn:aws:iam::111122223333:oidc-provider/login.example.com",
        ).optional(),
    }),
    {
        description:
            "Sign-in with tokens of an OpenID Connect provider. The person's tag comes from the token's claim `https://aws.amazon.com/tags`",
        example: { issuer: "https://login.example.com", clientIds: ["private-studio"] },
        rule: "a map with issuer and clientIds",
    },
);

export const federationSchema = setting(
    checked(z.strictObject({ saml: saml.optional(), oidc: oidc.optional() }), (value, report) => {
        if (value.saml === undefined && value.oidc === undefined) {
            report({
                rule: "federation names an identity provider: saml, oidc or both",
                fix: "add one, or remove federation",
            });
        }
    }),
    {
        description:
            "Identity providers whose people assume the user role directly, with the tag `access.tag` as session tag. Beside `principals` or in their place",
        example: { saml: { metadata: "idp-metadata.xml" } },
        rule: "a map with saml, oidc or both",
    },
);
