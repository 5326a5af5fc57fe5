import { describeMistakes } from "./mistakes";

describeMistakes("settings: many accounts, lines of business", [
    {
        name: "a line called as another part of the stack",
        sample: "multi/egress",
        edits: [["name: closed", "name: onprem"]],
        problems: [
            {
                line: "- name: onprem",
                path: "lobs[1].name",
                found: "onprem",
                rule: "onprem is a name within the stack already, which the line's things would have too",
                fix: "choose another name",
            },
        ],
    },
    {
        name: "two lines of one name",
        sample: "multi/egress",
        edits: [["name: closed", "name: open"]],
        problems: [
            {
                line: "- name: open",
                path: "lobs[1].name",
                found: "open",
                rule: "each line of business is named once",
                fix: "choose another name, or join the two",
            },
        ],
    },
    {
        name: "a line's name that names cannot hold",
        sample: "multi/egress",
        edits: [["name: closed", "name: Closed_Line"]],
        problems: [
            {
                line: "- name: Closed_Line",
                path: "lobs[1].name",
                found: "Closed_Line",
                rule: "1 to 20 lower-case letters, digits and hyphens, not beginning with a hyphen; not hub, access, onprem, clients, aws",
                fix: "write a short name such as retail",
            },
        ],
    },
    {
        name: "a line's own way in, and other keys of the whole stack",
        sample: "multi/egress",
        edits: [
            [
                "      account: closed\n",
                "      account: closed\n      access: { mode: identity-center }\n      production: true\n      tags: {}\n",
            ],
        ],
        problems: [
            {
                line: "access: { mode: identity-center }",
                path: "lobs[1].access",
                found: { mode: "identity-center" },
                rule: "people of every line enter through the access service, top-level access; mode identity-center makes no presigned URL and is for a single account",
                fix: "remove access from the line",
            },
            {
                line: "production: true",
                path: "lobs[1].production",
                found: true,
                rule: "production is the whole stack's",
                fix: "set private-studio:production",
            },
            {
                line: "tags: {}",
                path: "lobs[1].tags",
                found: {},
                rule: "tags are the whole stack's; a line's own cost is told by its account and names",
                fix: "set private-studio:tags",
            },
        ],
    },
    {
        name: "a single account's ways in",
        sample: "multi/egress",
        edits: [
            [
                "    cidr: 10.17.0.0/16\n",
                "    cidr: 10.17.0.0/16\n    mode: identity-center\n    principals: []\n    federation: {}\n    from: vpc\n",
            ],
        ],
        problems: [
            {
                line: "mode: identity-center",
                path: "access.mode",
                found: "identity-center",
                rule: "many accounts open Studio by presigned URL, which mode identity-center has not; how people sign in is signIn.mode",
                fix: "remove mode; write signIn: { mode: private } or signIn: { mode: hosted, … }",
            },
            {
                line: "principals: []",
                path: "access.principals",
                found: [],
                rule: "the access service lets in each person of lobs[].users to their own profiles, and nobody else",
                fix: "remove principals",
            },
            {
                line: "federation: {}",
                path: "access.federation",
                found: {},
                rule: "an identity provider of yours is one of the user pool's",
                fix: "write signIn: { mode: hosted, … } with saml or oidc",
            },
            {
                line: "from: vpc",
                path: "access.from",
                found: "vpc",
                rule: "Studio opens through the hub's endpoints only",
                fix: "remove from; who reaches them is hub.clients",
            },
        ],
    },
    {
        name: "a line in an existing VPC, with clients of its own",
        sample: "multi/egress",
        edits: [
            [
                "network: { cidr: 10.120.0.0/16 }",
                "network: { cidr: 10.120.0.0/16, vpc: { id: vpc-0a1b2c3d }, clients: { ranges: [172.16.0.0/16] } }",
            ],
        ],
        problems: [
            {
                line: "network: { cidr: 10.120.0.0/16, vpc: { id: vpc-0a1b2c3d }, clients: { ranges: [172.16.0.0/16] } }",
                path: "lobs[1].network.vpc",
                found: { id: "vpc-0a1b2c3d" },
                rule: "a line's VPC is made here, because the hub attaches to it; an existing VPC needs deployment: single-account",
                fix: "remove vpc; or deploy the line with a stack of its own, whose network.clients.via is the hub's gateway",
            },
            {
                line: "network: { cidr: 10.120.0.0/16, vpc: { id: vpc-0a1b2c3d }, clients: { ranges: [172.16.0.0/16] } }",
                path: "lobs[1].network.clients",
                found: { ranges: ["172.16.0.0/16"] },
                rule: "people reach every line through the hub: who may is hub.clients",
                fix: "remove clients, and name the ranges in hub.clients",
            },
        ],
    },
    {
        name: "the hub's way out where it has none",
        sample: "multi/local",
        edits: [
            [
                "      network: { cidr: 10.100.0.0/16 }\n",
                "      centralEgress: true\n      network: { cidr: 10.100.0.0/16 }\n",
            ],
        ],
        problems: [
            {
                line: "centralEgress: true",
                path: "lobs[0].centralEgress",
                found: true,
                rule: "the hub has no way out: hub.egress is isolated",
                fix: "set hub.egress: firewall with hub.firewall, or remove centralEgress",
            },
        ],
    },
    {
        name: "two ways out",
        sample: "multi/egress",
        edits: [["features: [studio, jobs, dataAccess] }", "egress: nat }"]],
        problems: [
            {
                line: "centralEgress: true",
                path: "lobs[0].centralEgress",
                found: true,
                rule: "a line has one way out: the hub's with centralEgress, or its own, which here is egress: nat",
                fix: "remove centralEgress, or set the line's network.egress: isolated",
            },
        ],
    },
    {
        name: "a mistake in a shared key, once",
        sample: "multi/egress",
        edits: [["features: [studio, jobs]\n", "features: [studio, jbos]\n"]],
        problems: [
            {
                line: "features: [studio, jbos]",
                path: "network.features[1]",
                found: "jbos",
                rule: "one of: studio, jobs, canvas, jumpstart, featureStore, projects, mlflow, bedrock, emr, glue, dataAccess, codeArtifact, remoteIde, observability, accessApi",
                fix: "choose one of them, or remove it",
            },
        ],
    },
    {
        name: "a mistake in a line's own key, and one it shares",
        sample: "multi/egress",
        edits: [
            ["    homes: delete\n", "    homes: delete\n    idleShutdown: { minutes: 30 }\n"],
            ["      account: closed\n", "      account: closed\n      domain: { homes: keep }\n"],
        ],
        problems: [
            {
                line: "idleShutdown: { minutes: 30 }",
                path: "domain.idleShutdown.minutes",
                found: 30,
                rule: "whole minutes, 60 to 525600 (one year)",
                fix: "write for example 120",
            },
            {
                line: "domain: { homes: keep }",
                path: "lobs[1].domain.homes",
                found: "keep",
                rule: "one of: retain, delete; delete is refused in production",
                fix: 'write for example "delete"',
            },
        ],
    },
    {
        name: "an unknown shared key",
        sample: "multi/egress",
        edits: [["    homes: delete\n", "    homes: delete\n    home: delete\n"]],
        problems: [
            {
                line: "home: delete",
                path: "domain.home",
                found: "delete",
                rule: "unknown key; the keys of domain are homes, drain, volumes, idleShutdown, instances, lifecycleScripts, images, fileSystems, posixUser, canvas, projectsPortfolio, sharing, docker, tagPropagation",
                fix: "did you mean homes?",
            },
        ],
    },
    {
        name: "an account's baseline twice",
        sample: "multi/local",
        edits: [
            [
                "  private-studio:domain:\n",
                "  private-studio:security: { baseline: { trail: data } }\n  private-studio:domain:\n",
            ],
        ],
        problems: [
            {
                line: "private-studio:security: { baseline: { trail: data } }",
                path: "security.baseline",
                found: {
                    logGroups: true,
                    trail: "data",
                    trailDays: 731,
                    config: "none",
                    accessAnalyzer: true,
                    guardDuty: false,
                    macie: false,
                    securityHub: false,
                },
                rule: "an account has its baseline once; retail makes that of lines, and retail-eu is in it too",
                fix: "give security.baseline in one line of each account",
            },
        ],
    },
    {
        name: "a judge of the whole account beside another line",
        sample: "multi/local",
        edits: [
            [
                "  private-studio:domain:\n",
                "  private-studio:security: { response: { scope: account, trailLogGroup: trail } }\n  private-studio:domain:\n",
            ],
        ],
        problems: [
            {
                line: "private-studio:security: { response: { scope: account, trailLogGroup: trail } }",
                path: "security.response.scope",
                found: "account",
                rule: "scope: account judges everything of SageMaker in lines, where retail and retail-eu work",
                fix: "remove scope, so that each line judges its own",
            },
        ],
    },
    {
        name: "roles of another account than the line's",
        sample: "multi/egress",
        edits: [
            [
                "      account: closed\n",
                "      account: closed\n      security: { breakGlass: [arn:aws:iam::444455556666:role/break-glass] }\n",
            ],
        ],
        problems: [
            {
                line: "security: { breakGlass: [arn:aws:iam::444455556666:role/break-glass] }",
                path: "lobs[1].security.breakGlass[0]",
                found: "arn:aws:iam::444455556666:role/break-glass",
                rule: "this role is one of the account 777788889999 (accounts.closed.id)",
                fix: "name a role of the account 777788889999",
            },
        ],
    },
    {
        name: "a line that is not a map of what it has",
        sample: "multi/egress",
        edits: [["network: { cidr: 10.120.0.0/16 }", "network: 10.120.0.0/16"]],
        problems: [
            {
                line: "network: 10.120.0.0/16",
                path: "lobs[1].network",
                found: "10.120.0.0/16",
                rule: "a map of keys of `network`, as of a single account",
                fix: 'write for example {"cidr":"10.100.0.0/16"}',
            },
        ],
    },
    {
        name: "no lines",
        sample: "multi/egress",
        edits: [["  private-studio:lobs:\n", "  private-studio:lobs: []\n  other:lobs:\n"]],
        problems: [
            {
                line: "private-studio:lobs: []",
                path: "lobs",
                found: [],
                rule: "1 to 200 maps with name, account and network, each name once",
                fix: 'write for example [{"name":"retail","account":"retail","network":{"cidr":"10.100.0.0/16"}}]',
            },
        ],
    },
]);
