import { describeMistakes } from "./mistakes";

describeMistakes("settings: many accounts, signing in", [
    {
        name: "a hosted mode's keys in private mode",
        sample: "multi/local",
        edits: [["mode: hosted", "mode: private"]],
        problems: [
            {
                line: "domainPrefix: acme-studio",
                path: "access.signIn.domainPrefix",
                found: "acme-studio",
                rule: "domainPrefix counts in mode hosted only: it needs a public domain of the user pool, and a pool with a domain cannot be used through an endpoint",
                fix: "remove domainPrefix, or set mode: hosted",
            },
            {
                line: "oidc:",
                path: "access.signIn.oidc",
                found: { name: "corporate" },
                rule: "oidc counts in mode hosted only: it needs a public domain of the user pool, and a pool with a domain cannot be used through an endpoint",
                fix: "remove oidc, or set mode: hosted",
            },
        ],
    },
    {
        name: "hosted pages without a host",
        sample: "multi/local",
        edits: [["      domainPrefix: acme-studio\n", ""]],
        problems: [
            {
                line: "signIn:",
                path: "access.signIn.domainPrefix",
                found: undefined,
                rule: "required in mode hosted: it names the sign-in pages' host",
                fix: 'add it, for example domainPrefix: "acme-studio"',
            },
        ],
    },
    {
        name: "a host's name AWS keeps for itself",
        sample: "multi/local",
        edits: [["acme-studio", "my-aws-studio"]],
        problems: [
            {
                line: "domainPrefix: my-aws-studio",
                path: "access.signIn.domainPrefix",
                found: "my-aws-studio",
                rule: "a domain prefix does not contain aws",
                fix: "choose a name such as acme-studio",
            },
        ],
    },
    {
        name: "two identity providers",
        sample: "multi/local",
        edits: [
            [
                "      domainPrefix",
                '      saml: { name: other, metadataUrl: "https://login.example.com/metadata.xml" }\n      domainPrefix',
            ],
        ],
        problems: [
            {
                line: "oidc:",
                path: "access.signIn.oidc",
                found: { name: "corporate" },
                rule: "one identity provider: with two, a name would be whoever either says it is",
                fix: "remove saml or oidc",
            },
        ],
    },
    {
        name: "a provider's metadata twice or not at all",
        sample: "multi/local",
        edits: [
            [
                "      oidc:\n        name: corporate\n        issuer: https://login.example.com\n        clientId: private-studio\n        clientSecret:\n          secure: AAABAAbCdEfGhIjKlMnOpQrStUvWxYz0123456789\n",
                "      saml: { name: corporate }\n",
            ],
        ],
        problems: [
            {
                line: "saml: { name: corporate }",
                path: "access.signIn.saml.metadata",
                found: undefined,
                rule: "the provider's metadata is a file or read from an address: exactly one of metadata and metadataUrl",
                fix: "add metadata: idp-metadata.xml",
            },
        ],
    },
    {
        name: "a provider called as one of Cognito's own",
        sample: "multi/local",
        edits: [["name: corporate", "name: Google"]],
        problems: [
            {
                line: "name: Google",
                path: "access.signIn.oidc.name",
                found: "Google",
                rule: "Google is a provider of Cognito's own",
                fix: "choose a name such as corporate",
            },
        ],
    },
    {
        name: "an issuer with a slash at its end",
        sample: "multi/local",
        edits: [["https://login.example.com", "https://login.example.com/"]],
        problems: [
            {
                line: "issuer: https://login.example.com/",
                path: "access.signIn.oidc.issuer",
                found: "https://login.example.com/",
                rule: "an issuer is an https URL in lower case without port, query or slash at the end, exactly as its tokens have it in iss, at most 255 characters",
                fix: "copy issuer from the provider's /.well-known/openid-configuration",
            },
        ],
    },
    {
        name: "pool users beside the identity provider",
        sample: "multi/local",
        edits: [["    cidr: 10.17.0.0/16\n", "    cidr: 10.17.0.0/16\n    createUsers: true\n"]],
        problems: [
            {
                line: "createUsers: true",
                path: "access.createUsers",
                found: true,
                rule: "people sign in at corporate; a user of the pool would be a second way in under the same name",
                fix: "remove createUsers, or the identity provider",
            },
        ],
    },
    {
        name: "a client secret in clear",
        sample: "multi/local",
        edits: [
            [
                "        clientSecret:\n          secure: AAABAAbCdEfGhIjKlMnOpQrStUvWxYz0123456789\n",
                "        clientSecret: s3cr3t-in-clear\n",
            ],
        ],
        problems: [
            {
                line: "clientSecret: s3cr3t-in-clear",
                path: "access.signIn.oidc.clientSecret",
                found: "(secret)",
                rule: "the client secret is a secret; here it stands in clear",
                fix: "have the provider make another, and set it with pulumi config set --secret --path 'private-studio:access.signIn.oidc.clientSecret'",
            },
        ],
    },
    {
        name: "a client secret in clear in a map that is wrong",
        sample: "multi/local",
        edits: [
            [
                "        clientSecret:\n          secure: AAABAAbCdEfGhIjKlMnOpQrStUvWxYz0123456789\n",
                "        clientSecret: s3cr3t-in-clear\n        secret: { clientSecret: s3cr3t-in-clear }\n",
            ],
        ],
        problems: [
            {
                line: "secret: { clientSecret: s3cr3t-in-clear }",
                path: "access.signIn.oidc.secret",
                found: { clientSecret: "(secret)" },
                rule: "unknown key; the keys of oidc are name, issuer, clientId, clientSecret",
                fix: "remove it",
            },
        ],
    },
    {
        name: "a secret that decides what is built",
        sample: "multi/local",
        edits: [
            ["clientId: private-studio", "clientId: { secure: AAABAAbCdEf }"],
            [
                "account: lines\n      network: { cidr: 10.120.0.0/16",
                "account: lines\n      network: { cidr: { secure: AAABAAbCdEf }",
            ],
        ],
        problems: [
            {
                line: "clientId: { secure: AAABAAbCdEf }",
                path: "access.signIn.oidc.clientId",
                found: "(secret)",
                rule: "access is plain, because it decides what is built; only values of tags and access.signIn.oidc.clientSecret may be secret",
                fix: "write the value itself, without secure: (pulumi config set without --secret)",
            },
            {
                line: "network: { cidr: { secure: AAABAAbCdEf }, features: [studio] }",
                path: "lobs[1].network.cidr",
                found: "(secret)",
                rule: "lobs is plain, because it decides what is built; only values of tags and access.signIn.oidc.clientSecret may be secret",
                fix: "write the value itself, without secure: (pulumi config set without --secret)",
            },
        ],
    },
    {
        name: "links and sessions too long or too short",
        sample: "multi/egress",
        edits: [
            ["    cidr: 10.17.0.0/16\n", "    cidr: 10.17.0.0/16\n    link: { seconds: 300, sessionMinutes: 20 }\n"],
        ],
        problems: [
            {
                line: "link: { seconds: 300, sessionMinutes: 20 }",
                path: "access.link.seconds",
                found: 300,
                rule: "whole seconds, 5 to 30",
                fix: "write for example 10",
            },
            {
                line: "link: { seconds: 300, sessionMinutes: 20 }",
                path: "access.link.sessionMinutes",
                found: 20,
                rule: "whole minutes, 30 to 720",
                fix: "write for example 240",
            },
        ],
    },
    {
        name: "a burst that is less than a second's requests",
        sample: "multi/egress",
        edits: [["    cidr: 10.17.0.0/16\n", "    cidr: 10.17.0.0/16\n    throttle: { requestsPerSecond: 50 }\n"]],
        problems: [
            {
                line: "throttle: { requestsPerSecond: 50 }",
                path: "access.throttle.burst",
                found: 40,
                rule: "burst is at least requestsPerSecond, 50, or that many are never reached",
                fix: "raise burst or lower requestsPerSecond",
            },
        ],
    },
]);
