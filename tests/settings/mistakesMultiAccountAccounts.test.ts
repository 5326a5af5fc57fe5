import { describeMistakes } from "./mistakes";

/** The project's own stack file, from the samples. */
const PROD = "../../Pulumi.prod";

describeMistakes("settings: many accounts, accounts", [
    {
        name: "an account nobody named",
        sample: "multi/egress",
        edits: [["account: closed", "account: closd"]],
        problems: [
            {
                line: "account: closd",
                path: "lobs[1].account",
                found: "closd",
                rule: "an account is one of accounts: network, access, open, closed, company",
                fix: "did you mean closed?",
            },
        ],
    },
    {
        name: "an account called as what every object has",
        sample: "multi/egress",
        edits: [
            ["account: closed", "account: toString"],
            ['    closed: { id: "777788889999" }\n', ""],
        ],
        problems: [
            {
                line: "account: toString",
                path: "lobs[1].account",
                found: "toString",
                rule: "an account is one of accounts: network, access, open, company",
                fix: "name one of them, or add toString to accounts",
            },
        ],
    },
    {
        name: "two names for one account",
        sample: "multi/egress",
        edits: [['access: { id: "222233334444" }', 'access: { id: "111122223333" }']],
        problems: [
            {
                line: 'access: { id: "111122223333" }',
                path: "accounts.access.id",
                found: "111122223333",
                rule: "an account has one name; 111122223333 is network already",
                fix: "write network where access is named, or correct the id",
            },
        ],
    },
    {
        name: "an account for nothing",
        sample: "multi/egress",
        edits: [["    open: { id:", '    spare: { id: "333344445555" }\n    open: { id:']],
        problems: [
            {
                line: 'spare: { id: "333344445555" }',
                path: "accounts.spare",
                found: { id: "333344445555" },
                rule: "an account is there for something: the endpoints of the hub admit every account that is named",
                fix: "remove it, or name it in hub, access, lobs or onprem",
            },
        ],
    },
    {
        name: "a role of another account",
        sample: "multi/egress",
        edits: [
            [
                'open: { id: "444455556666" }',
                'open: { id: "444455556666", assumeRole: { arn: arn:aws:iam::777788889999:role/deployer } }',
            ],
        ],
        problems: [
            {
                line: 'open: { id: "444455556666", assumeRole: { arn: arn:aws:iam::777788889999:role/deployer } }',
                path: "accounts.open.assumeRole.arn",
                found: "arn:aws:iam::777788889999:role/deployer",
                rule: "the role the deployment assumes is one of the account it is for, 444455556666 (accounts.open.id)",
                fix: "name a role of the account 444455556666",
            },
        ],
    },
    {
        name: "a role of another partition",
        sample: "multi/egress",
        edits: [
            [
                'open: { id: "444455556666" }',
                'open: { id: "444455556666", assumeRole: { arn: arn:aws-cn:iam::444455556666:role/deployer } }',
            ],
        ],
        problems: [
            {
                line: 'open: { id: "444455556666", assumeRole: { arn: arn:aws-cn:iam::444455556666:role/deployer } }',
                path: "accounts.open.assumeRole.arn",
                found: "arn:aws-cn:iam::444455556666:role/deployer",
                rule: "ARNs begin with arn:aws: in the region eu-west-1 (aws:region)",
                fix: "name an identity of that partition",
            },
        ],
    },
    {
        name: "an account id without quotes",
        sample: "multi/egress",
        edits: [['open: { id: "444455556666" }', "open: { id: 444455556666 }"]],
        problems: [
            {
                line: "open: { id: 444455556666 }",
                path: "accounts.open.id",
                found: 444455556666,
                rule: "twelve digits, as text",
                fix: 'write it in quotes, with its leading zeros: "444455556666"',
            },
        ],
    },
    {
        name: "an account's name that no name can hold",
        sample: "multi/egress",
        edits: [
            ["    open: { id", "    Open: { id"],
            ["account: open", "account: Open"],
        ],
        problems: [
            {
                line: 'Open: { id: "444455556666" }',
                path: "accounts.Open",
                found: { id: "444455556666" },
                rule: "an account's name has 1 to 32 lower-case letters, digits and hyphens and begins with a letter",
                fix: "rename it, for example shared",
            },
        ],
    },
    {
        name: "a single account's keys",
        sample: "multi/egress",
        edits: [
            [
                "  private-studio:onprem:",
                '  private-studio:account: { id: "111122223333" }\n  private-studio:users: []\n  private-studio:onprem:',
            ],
        ],
        problems: [
            {
                line: 'private-studio:account: { id: "111122223333" }',
                path: "account",
                found: { id: "111122223333" },
                rule: "account is a single account's; with many, each stands in accounts under a name",
                fix: "remove account and write it in accounts",
            },
            {
                line: "private-studio:users: []",
                path: "users",
                found: [],
                rule: "people belong to a line of business: lobs[].users",
                fix: "move the users to their lines of business",
            },
        ],
    },
    {
        name: "many accounts' keys in a single account",
        sample: "minimal",
        edits: [
            [
                "config:\n",
                "config:\n  private-studio:accounts: {}\n  private-studio:hub: {}\n  private-studio:lobs: []\n  private-studio:onprem: {}\n",
            ],
        ],
        problems: [
            {
                line: "private-studio:accounts: {}",
                path: "accounts",
                found: {},
                rule: "accounts counts with deployment: multi-account only: a single account is named by account",
                fix: "write account: { id: … }, or set private-studio:deployment: multi-account",
            },
            {
                line: "private-studio:hub: {}",
                path: "hub",
                found: {},
                rule: "hub counts with deployment: multi-account only: a single account's own VPC is reached through network.clients",
                fix: "remove hub, or set private-studio:deployment: multi-account",
            },
            {
                line: "private-studio:lobs: []",
                path: "lobs",
                found: [],
                rule: "lobs counts with deployment: multi-account only: a single account is one line of business, whose people stand in users",
                fix: "remove lobs, or set private-studio:deployment: multi-account",
            },
            {
                line: "private-studio:onprem: {}",
                path: "onprem",
                found: {},
                rule: "onprem counts with deployment: multi-account only: the simulator is connected to a hub",
                fix: "remove onprem, or set private-studio:deployment: multi-account",
            },
        ],
    },
    {
        name: "a deployment nearly right",
        sample: "multi/egress",
        edits: [["deployment: multi-account", "deployment: multi-acount"]],
        problems: [
            {
                line: "private-studio:deployment: multi-acount",
                path: "deployment",
                found: "multi-acount",
                rule: "one of: single-account, multi-account",
                fix: 'write for example "multi-account"',
            },
        ],
    },
    {
        name: "an unknown top key",
        sample: "multi/egress",
        edits: [["private-studio:onprem:", "private-studio:onpremise:"]],
        problems: [
            {
                line: "private-studio:onpremise:",
                path: "onpremise",
                found: {
                    account: "company",
                    cidr: "192.168.10.0/24",
                    zones: ["euw1-az1"],
                    connect: "attachment",
                    hostType: "t3.small",
                },
                rule: "unknown key; the keys of private-studio: are deployment, accounts, production, protect, hub, access, lobs, onprem, network, domain, security, tags",
                fix: "did you mean onprem?",
            },
            {
                line: 'company: { id: "999900001111" }',
                path: "accounts.company",
                found: { id: "999900001111" },
                rule: "an account is there for something: the endpoints of the hub admit every account that is named",
                fix: "remove it, or name it in hub, access, lobs or onprem",
            },
        ],
    },
    {
        name: "key administrators of one account for lines of two",
        sample: "multi/egress",
        edits: [
            [
                "  private-studio:domain:\n",
                "  private-studio:security: { keyAdministrators: [arn:aws:iam::444455556666:role/keys] }\n  private-studio:domain:\n",
            ],
        ],
        problems: [
            {
                line: "private-studio:security: { keyAdministrators: [arn:aws:iam::444455556666:role/keys] }",
                path: "security.keyAdministrators[0]",
                found: "arn:aws:iam::444455556666:role/keys",
                rule: "this role is one of the account 777788889999 (accounts.closed.id)",
                fix: "name a role of the account 777788889999",
            },
        ],
    },
]);

describeMistakes("settings: many accounts, production", [
    {
        name: "no protection",
        sample: PROD,
        edits: [["private-studio:protect: true", "private-studio:protect: false"]],
        problems: [
            {
                line: "private-studio:protect: false",
                path: "protect",
                found: false,
                rule: "production protects what holds state",
                fix: "remove protect or set it true; to take production down, set production false first",
            },
        ],
    },
    {
        name: "homes that are deleted, in one line",
        sample: PROD,
        edits: [
            [
                "      users:\n        - { name: user-lob-b",
                "      domain: { homes: delete }\n      users:\n        - { name: user-lob-b",
            ],
        ],
        problems: [
            {
                line: "domain: { homes: delete }",
                path: "lobs[1].domain.homes",
                found: "delete",
                rule: "production retains home directories when the domain is destroyed",
                fix: "set homes: retain",
            },
        ],
    },
    {
        name: "nobody who deploys",
        sample: PROD,
        edits: [
            ["      assumeRole: { arn: arn:aws:iam::777788889999:role/private-studio-deploy }\n", ""],
            [
                "      security:\n        buckets: { deployers: [arn:aws:iam::777788889999:role/private-studio-deploy] }\n",
                "",
            ],
        ],
        problems: [
            {
                line: "- name: lob-b",
                path: "lobs[1].security.buckets.deployers",
                found: [],
                rule: "production closes its buckets to all who do not come through the S3 endpoint, so it knows who deploys",
                fix: "name the roles that deploy here, or one that the deployment assumes in accounts.lob-b.assumeRole",
            },
        ],
    },
]);
