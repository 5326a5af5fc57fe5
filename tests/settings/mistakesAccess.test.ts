import { describeMistakes, type Mistakes } from "./mistakes";

const GROUPS = "groups: [{ group: studio-data-scientists }]";
const PRINCIPALS = "    principals:\n      - arn:aws:iam::111122223333:role/data-scientists\n";
const CENTER = "    mode: identity-center\n";
const JON = "- { name: jon.doe, group: studio-data-scientists, userName: jon.doe@example.com }";
const LWDVIN = "- { name: lwdvin, group: studio-mlops }";
const NO_NETWORK =
    "conditions on the network bind presigned URLs, and this mode has none: the portal signs people in from everywhere";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "nobody, named by nothing",
        sample: "full",
        edits: [
            [PRINCIPALS, ""],
            [
                "    federation:\n      saml:\n        providerArn: arn:aws:iam::111122223333:saml-provider/corporate\n",
                "",
            ],
            [
                '      oidc:\n        issuer: https://login.example.com\n        clientIds: [private-studio]\n        subjects: ["people|*"]\n        thumbprints: [9e99a48a9960b14926bb7f3b02e22da2b0ab7280]\n',
                "",
            ],
        ],
        problems: [
            {
                line: "private-studio:access:",
                path: "access.principals",
                found: undefined,
                rule: "required: nobody may enter unless named, by principals or by federation",
                fix: 'add it, for example principals: ["arn:aws:iam::111122223333:role/data-scientists"]',
            },
        ],
    },
    {
        name: "groups, their options and their users where presigned URLs open profiles",
        sample: "full",
        edits: [
            [PRINCIPALS, `${PRINCIPALS}    ${GROUPS}\n    identityCenter: { trustedPropagation: true }\n`],
            ["      tag: a00002\n", "      tag: a00002\n      group: studio-data-scientists\n      userName: jon\n"],
        ],
        problems: [
            {
                line: GROUPS,
                path: "access.groups",
                found: [{ group: "studio-data-scientists", persona: "data-scientist" }],
                rule: "groups counts in mode identity-center only: in mode iam the tag of a person decides, not a group",
                fix: "remove groups, or set mode: identity-center",
            },
            {
                line: "identityCenter: { trustedPropagation: true }",
                path: "access.identityCenter",
                found: { trustedPropagation: true },
                rule: "identityCenter counts in mode identity-center only: in mode iam the tag of a person decides, not a group",
                fix: "remove identityCenter, or set mode: identity-center",
            },
            {
                line: "group: studio-data-scientists",
                path: "users[0].group",
                found: "studio-data-scientists",
                rule: "group is of IAM Identity Center: it counts in mode identity-center only",
                fix: "remove group, or set access.mode: identity-center",
            },
            {
                line: "userName: jon",
                path: "users[0].userName",
                found: "jon",
                rule: "userName is of IAM Identity Center: it counts in mode identity-center only",
                fix: "remove userName, or set access.mode: identity-center",
            },
        ],
    },
    {
        name: "a user without a tag where the tag decides",
        sample: "full",
        edits: [["      tag: a00002\n", ""]],
        problems: [
            {
                line: "- name: jon.doe",
                path: "users[0].tag",
                found: undefined,
                rule: "required: without it the profile would open for nobody",
                fix: 'add it, for example tag: "a00001"',
            },
        ],
    },
    {
        name: "a way in by presigned URL where there are none",
        sample: "identity-center",
        edits: [
            [
                CENTER,
                `${CENTER}    from: vpc\n    addresses: []\n    tag: employeeNumber\n    operators: []\n    principals: []\n`,
            ],
        ],
        problems: (
            [
                ["from", "vpc", NO_NETWORK, "from: vpc"],
                ["addresses", [], NO_NETWORK, "addresses: []"],
                [
                    "tag",
                    "employeeNumber",
                    "no session carries a person's tag: which profile opens, the assignment in IAM Identity Center decides",
                    "tag: employeeNumber",
                ],
                [
                    "principals",
                    [],
                    "nobody assumes a user role: who enters are the members of access.groups",
                    "principals: []",
                ],
                [
                    "operators",
                    [],
                    "SageMaker makes no presigned URL in this mode, for nobody: an operator cannot open another's profile",
                    "operators: []",
                ],
            ] as const
        ).map(([key, found, why, line]) => ({
            line,
            path: `access.${key}`,
            found,
            rule: `mode identity-center has no ${key}: ${why}`,
            fix: `remove ${key}, or use mode: iam`,
        })),
    },
    {
        name: "federation beside IAM Identity Center",
        sample: "identity-center",
        edits: [[CENTER, `${CENTER}    federation: { saml: { metadata: idp-metadata.xml } }\n`]],
        problems: [
            {
                line: "federation: { saml: { metadata: idp-metadata.xml } }",
                path: "access.federation",
                found: ["saml"],
                rule: "mode identity-center has no federation: nobody assumes a user role: connect the identity provider to IAM Identity Center itself",
                fix: "remove federation, or use mode: iam",
            },
        ],
    },
    {
        name: "users who are in no group, in an unknown one, or carry a tag",
        sample: "identity-center",
        edits: [
            [JON, "- { name: jon.doe, tag: a00002 }"],
            [LWDVIN, "- { name: lwdvin, group: studio-mlpos }"],
        ],
        problems: [
            {
                line: "- { name: jon.doe, tag: a00002 }",
                path: "users[0].group",
                found: undefined,
                rule: "required in mode identity-center: a user enters as member of a group of access.groups",
                fix: 'add it, for example group: "studio-data-scientists"',
            },
            {
                line: "- { name: jon.doe, tag: a00002 }",
                path: "users[0].tag",
                found: "a00002",
                rule: "mode identity-center has no tag: the user's assignment decides who opens the profile",
                fix: "remove tag, or use access.mode: iam",
            },
            {
                line: "- { name: lwdvin, group: studio-mlpos }",
                path: "users[1].group",
                found: "studio-mlpos",
                rule: "a user's group is one of access.groups: studio-data-scientists, studio-mlops",
                fix: "name one of them, or add the group to access.groups",
            },
        ],
    },
    {
        name: "a persona and a team beside the group's, and two profiles of one user",
        sample: "identity-center",
        edits: [
            [JON, "- { name: jon.doe, group: studio-mlops, persona: administrator }"],
            [LWDVIN, "- { name: second, userName: Jon.Doe, group: studio-mlops, team: fraud }"],
        ],
        problems: [
            {
                line: "- { name: jon.doe, group: studio-mlops, persona: administrator }",
                path: "users[0].persona",
                found: "administrator",
                rule: "persona and team of a user with a group are the group's",
                fix: "write them in access.groups, and name another group where a member differs",
            },
            {
                line: "- { name: second, userName: Jon.Doe, group: studio-mlops, team: fraud }",
                path: "users[1].team",
                found: "fraud",
                rule: "persona and team of a user with a group are the group's",
                fix: "write them in access.groups, and name another group where a member differs",
            },
            {
                line: "- { name: second, userName: Jon.Doe, group: studio-mlops, team: fraud }",
                path: "users[1].userName",
                found: "Jon.Doe",
                rule: 'a user of IAM Identity Center has one profile in a domain; this one has that of "jon.doe"',
                fix: "remove one of the two; several profiles for one person need access.mode: iam",
            },
        ],
    },
    {
        name: "a group twice, and a persona nobody knows",
        sample: "identity-center",
        edits: [["{ group: studio-mlops, persona: mlops-engineer", "{ group: studio-data-scientists, persona: wizard"]],
        problems: [
            {
                line: "- { group: studio-data-scientists, persona: wizard, team: research }",
                path: "access.groups[1].group",
                found: "studio-data-scientists",
                rule: "each group is named once",
                fix: "remove the second mention",
            },
        ],
    },
    {
        name: "a persona of a group that nobody knows",
        sample: "identity-center",
        edits: [["persona: mlops-engineer", "persona: wizard"]],
        problems: [
            {
                line: "- { group: studio-mlops, persona: wizard, team: research }",
                path: "access.groups[1].persona",
                found: "wizard",
                rule: "a persona is one of data-scientist, mlops-engineer, administrator, default, multi-domain",
                fix: "name one of them, or add it to security.personas",
            },
        ],
    },
    {
        name: "no group at all",
        sample: "identity-center",
        edits: [
            [
                "    groups:\n      - { group: studio-data-scientists, persona: data-scientist, team: research }\n      - { group: studio-mlops, persona: mlops-engineer, team: research }\n",
                "",
            ],
        ],
        problems: [
            {
                line: "private-studio:access:",
                path: "access.groups",
                found: undefined,
                rule: "required in mode identity-center: nobody may enter unless a group is named",
                fix: 'add it, for example groups: [{ group: "studio-data-scientists", persona: "data-scientist" }]',
            },
        ],
    },
    {
        name: "a SAML provider both made and given",
        sample: "federated-saml",
        edits: [
            [
                "        metadata: idp-metadata.xml\n",
                "        metadata: idp-metadata.xml\n        providerArn: arn:aws:iam::111122223333:saml-provider/corporate\n",
            ],
        ],
        problems: [
            {
                line: "providerArn: arn:aws:iam::111122223333:saml-provider/corporate",
                path: "access.federation.saml.providerArn",
                found: "arn:aws:iam::111122223333:saml-provider/corporate",
                rule: "a SAML provider is made from metadata or exists with its providerArn: exactly one of the two",
                fix: "remove one of the two",
            },
        ],
    },
    {
        name: "a provider of another account, and another issuer's, with thumbprints of its own",
        sample: "full",
        edits: [
            ["111122223333:saml-provider", "444455556666:saml-provider"],
            [
                "        issuer: https://login.example.com\n",
                "        issuer: https://login.example.com\n        providerArn: arn:aws:iam::111122223333:oidc-provider/other.example.com\n",
            ],
        ],
        problems: [
            {
                line: "providerArn: arn:aws:iam::444455556666:saml-provider/corporate",
                path: "access.federation.saml.providerArn",
                found: "arn:aws:iam::444455556666:saml-provider/corporate",
                rule: "an identity provider is one of the account 111122223333 (account.id): a role trusts no provider of another",
                fix: "name a provider of the account 111122223333, or let one be made here",
            },
            {
                line: "providerArn: arn:aws:iam::111122223333:oidc-provider/other.example.com",
                path: "access.federation.oidc.providerArn",
                found: "arn:aws:iam::111122223333:oidc-provider/other.example.com",
                rule: "the provider is that of issuer: its ARN ends in oidc-provider/login.example.com",
                fix: "name the provider of the issuer, or correct issuer",
            },
            {
                line: "thumbprints: [9e99a48a9960b14926bb7f3b02e22da2b0ab7280]",
                path: "access.federation.oidc.thumbprints",
                found: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
                rule: "thumbprints belong to a provider made here; one that exists has its own",
                fix: "remove thumbprints, or remove providerArn",
            },
        ],
    },
    {
        name: "an issuer that no token names, and subjects open to anything",
        sample: "full",
        edits: [
            ["issuer: https://login.example.com", "issuer: https://login.example.com:8443/"],
            ['subjects: ["people|*"]', 'subjects: ["*|people"]'],
        ],
        problems: [
            {
                line: "issuer: https://login.example.com:8443/",
                path: "access.federation.oidc.issuer",
                found: "https://login.example.com:8443/",
                rule: "an issuer is an https URL in lower case without port, query or slash at the end, exactly as its tokens have it in iss, at most 255 characters",
                fix: "copy issuer from the provider's /.well-known/openid-configuration",
            },
            {
                line: 'subjects: ["*|people"]',
                path: "access.federation.oidc.subjects[0]",
                found: "*|people",
                rule: "subjects without spaces, $ and ?, with * at the end only, each once",
                fix: 'write for example ["people|*"]',
            },
        ],
    },
    {
        name: "metadata that is not there",
        sample: "federated-saml",
        edits: [["idp-metadata.xml", "metadata/idp.xml"]],
        problems: [
            {
                line: "metadata: metadata/idp.xml",
                path: "access.federation.saml.metadata",
                found: "metadata/idp.xml",
                rule: "the file can be read; metadata/idp.xml: no such file",
                fix: "check name and permissions; the path goes from the folder of the stack file",
            },
        ],
    },
    {
        name: "metadata by a path of one machine",
        sample: "federated-saml",
        edits: [["idp-metadata.xml", "/home/jon/idp.xml"]],
        problems: [
            {
                line: "metadata: /home/jon/idp.xml",
                path: "access.federation.saml.metadata",
                found: "/home/jon/idp.xml",
                rule: "an .xml file by its path from the stack file, so that it is found on every machine",
                fix: "write for example idp-metadata.xml",
            },
        ],
    },
];

describeMistakes("settings: mistakes about who signs in", MISTAKES);
