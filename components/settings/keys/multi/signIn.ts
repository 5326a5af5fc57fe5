import { z } from "zod";

import { setting } from "../../setting";
import { checked } from "../../values";
import { issuer, metadata } from "../access/federation";

/** Cognito API CreateIdentityProvider: names of its social providers, which mean those. */
const SOCIAL = ["facebook", "google", "loginwithamazon", "signinwithapple", "cognito"];

const providerName = setting(
    checked(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/), (name, report) => {
        if (SOCIAL.includes(name.toLowerCase())) {
            report({ rule: `${name} is a provider of Cognito's own`, fix: "choose a name such as corporate" });
        }
    }),
    {
        description: "Name of the identity provider in the user pool; people see it when they sign in",
        example: "corporate",
        rule: "1 to 32 letters, digits and hyphens, beginning with a letter",
        noDefault: "it names the identity provider",
    },
);

const saml = setting(
    checked(
        z.strictObject({
            name: providerName,
            metadata: metadata.optional(),
            metadataUrl: setting(z.string().regex(/^https:\/\/[^\s?#]+$/), {
                description:
                    "Where Cognito reads the provider's metadata, over the internet and again before it expires",
                example: "https://login.example.com/metadata.xml",
                rule: "an https URL without query, as text",
            }).optional(),
        }),
        (value, report) => {
            if ((value.metadata === undefined) === (value.metadataUrl === undefined)) {
                report({
                    path: ["metadata"],
                    rule: "the provider's metadata is a file or read from an address: exactly one of metadata and metadataUrl",
                    fix: value.metadata === undefined ? "add metadata: idp-metadata.xml" : "remove one of the two",
                });
            }
        },
    ),
    {
        description: "A SAML 2.0 identity provider of yours, in mode `hosted`",
        example: { name: "corporate", metadata: "idp-metadata.xml" },
        rule: "a map with name and one of metadata and metadataUrl",
    },
);

const oidc = setting(
    z.strictObject({
        name: providerName,
        issuer,
        clientId: setting(z.string().regex(/^[\w.:/@-]{1,255}$/), {
            description: "Client id the provider gave the user pool",
            example: "private-studio",
            rule: "1 to 255 letters, digits and _ . : / @ -",
            noDefault: "the provider gives it",
        }),
        clientSecret: setting(z.string().min(1).max(1024), {
            description:
                "Its secret: the one key beside the values of `tags` that is a secret, and always one. Set it with `pulumi config set --secret --path 'private-studio:access.signIn.oidc.clientSecret'`",
            example: "a secret",
            rule: "a secret of 1 to 1024 characters",
            fix: "set it with `pulumi config set --secret --path`",
            noDefault: "the provider gives it",
        }),
    }),
    {
        description: "An OpenID Connect provider of yours, in mode `hosted`",
        example: {
            name: "corporate",
            issuer: "https://login.example.com",
            clientId: "private-studio",
            clientSecret: "a secret",
        },
        rule: "a map with name, issuer, clientId and clientSecret",
    },
);

/** Cognito API CreateUserPoolDomain, `Domain`; user guide, "Using a prefix domain": words it may not contain. */
const RESERVED_WORDS = ["aws", "amazon", "cognito"];

const domainPrefix = setting(
    checked(z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/), (prefix, report) => {
        const word = RESERVED_WORDS.find((each) => prefix.includes(each));
        if (word !== undefined) {
            report({ rule: `a domain prefix does not contain ${word}`, fix: "choose a name such as acme-studio" });
        }
    }),
    {
        description:
            "Beginning of the sign-in pages' public host name, unique in the Region across all accounts. Mode `hosted` only, and required there",
        example: "acme-studio",
        rule: `1 to 63 lower-case letters, digits and hyphens, no hyphen at the ends; without the words ${RESERVED_WORDS.join(", ")}`,
    },
);

export const signInSchema = setting(
    z.strictObject({
        mode: setting(z.enum(["private", "hosted"]), {
            description:
                "How people sign in. `private`: on the service's own page, through an endpoint of the hub; nothing is public. `hosted`: on Cognito's public pages, alone or with an identity provider of yours. A user pool with a domain cannot be used through an endpoint, so it is one or the other",
            example: "hosted",
            rule: "one of: private, hosted",
        }).default("private"),
        plan: setting(z.enum(["essentials", "plus"]), {
            description:
                "Feature plan of the user pool. `plus` adds threat protection: risky sign-ins and leaked passwords are refused. Billed by active user",
            example: "plus",
            rule: "one of: essentials, plus",
        }).default("essentials"),
        domainPrefix: domainPrefix.optional(),
        saml: saml.optional(),
        oidc: oidc.optional(),
    }),
    {
        description: "How people sign in to the access service",
        example: { mode: "private" },
        rule: "a map of mode, plan and, in mode hosted, domainPrefix and at most one of saml and oidc",
    },
).prefault({});
