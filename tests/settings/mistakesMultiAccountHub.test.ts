import { describeMistakes } from "./mistakes";

/** The project's own stack file, from the samples. */
const PROD = "../../Pulumi.prod";

describeMistakes("settings: many accounts, the hub", [
    {
        name: "a way out without what it lets through",
        sample: "multi/egress",
        edits: [
            [
                "    firewall:\n      allow: [python-packages, .example.com]\n      timeServers: [203.0.113.123/32]\n",
                "",
            ],
        ],
        problems: [
            {
                line: "private-studio:hub:",
                path: "hub.firewall",
                found: undefined,
                rule: "egress: firewall lets through only what firewall.allow names",
                fix: 'add it, for example firewall: {"allow":["python-packages"]}, or use egress: isolated',
            },
        ],
    },
    {
        name: "what a firewall lets through without one",
        sample: "multi/egress",
        edits: [
            ["    egress: firewall\n", ""],
            ["      centralEgress: true\n", ""],
        ],
        problems: [
            {
                line: "firewall:",
                path: "hub.firewall",
                found: {
                    allow: ["python-packages", ".example.com"],
                    timeServers: ["203.0.113.123/32"],
                    threatGroups: [],
                    logRetentionDays: 365,
                },
                rule: "firewall counts only with egress: firewall; here egress is isolated",
                fix: "remove firewall, or set egress: firewall",
            },
        ],
    },
    {
        name: "an unprotected firewall in production",
        sample: PROD,
        edits: [
            [
                "    endpoints: shared",
                "    endpoints: shared\n    egress: firewall\n    firewall: { allow: [python-packages], protections: false }",
            ],
        ],
        problems: [
            {
                line: "firewall: { allow: [python-packages], protections: false }",
                path: "hub.firewall.protections",
                found: false,
                rule: "production protects the firewall against deletion and change",
                fix: "remove protections or set it true; to take production down, set production false first",
            },
        ],
    },
    {
        name: "a mistake within the hub's firewall",
        sample: "multi/egress",
        edits: [["allow: [python-packages, .example.com]", "allow: [python-package, .example.com]"]],
        problems: [
            {
                line: "allow: [python-package, .example.com]",
                path: "hub.firewall.allow[0]",
                found: "python-package",
                rule: "neither a set (conda, git-hosting, hugging-face, kaggle, python-packages) nor a domain of two or more labels of letters, digits and hyphens",
                fix: "did you mean python-packages?",
            },
        ],
    },
    {
        name: "client ranges nothing leads to",
        sample: "multi/egress",
        edits: [["    egress: firewall\n", "    egress: firewall\n    clients: { ranges: [172.16.0.0/16] }\n"]],
        problems: [
            {
                line: "clients: { ranges: [172.16.0.0/16] }",
                path: "hub.clients.attachment",
                found: undefined,
                rule: "client ranges come through an attachment: without it they are admitted, and nothing leads to them",
                fix: "add the attachment of the company's VPN or Direct Connect gateway, or remove ranges until there is one; the on-premises simulator needs no range here",
            },
        ],
    },
    {
        name: "an attachment that leads nowhere",
        sample: "multi/local",
        edits: [["      ranges: [192.168.0.0/16]\n", ""]],
        problems: [
            {
                line: "clients:",
                path: "hub.clients.ranges",
                found: [],
                rule: "an attachment leads to the ranges that are named, and none is",
                fix: "add ranges, or remove attachment",
            },
        ],
    },
    {
        name: "a resolver for nobody",
        sample: "multi/local",
        edits: [["      ranges: [192.168.0.0/16]\n      attachment: tgw-attach-0123456789abcdef0\n", ""]],
        problems: [
            {
                line: "clients:",
                path: "hub.clients",
                found: { ranges: [], resolver: true },
                rule: "clients are ranges behind an attachment, or a resolver for the on-premises simulator; here is neither",
                fix: "add ranges and attachment, or remove clients",
            },
        ],
    },
    {
        name: "a gateway in place of an attachment",
        sample: "multi/local",
        edits: [["tgw-attach-0123456789abcdef0", "tgw-0123456789abcdef0"]],
        problems: [
            {
                line: "attachment: tgw-0123456789abcdef0",
                path: "hub.clients.attachment",
                found: "tgw-0123456789abcdef0",
                rule: "the id of an attachment of a transit gateway: tgw-attach- and 8 or 17 digits or letters a to f",
                fix: 'write for example "tgw-attach-0123456789abcdef0"',
            },
        ],
    },
    {
        name: "a public ASN",
        sample: "multi/egress",
        edits: [["    egress: firewall\n", "    egress: firewall\n    asn: 15169\n"]],
        problems: [
            {
                line: "asn: 15169",
                path: "hub.asn",
                found: 15169,
                rule: "a private number of 64512 to 65534 or of 4200000000 to 4294967294",
                fix: "use 65000, unless the company's routers have it already",
            },
        ],
    },
    {
        name: "more endpoints than a VPC may have",
        sample: "multi/egress",
        edits: [
            ["features: [studio, jobs, dataAccess]", "features: [studio, jobs, dataAccess, canvas, emr]"],
            [
                "network: { cidr: 10.120.0.0/16 }",
                "network: { cidr: 10.120.0.0/16, features: [studio, mlflow, codeArtifact, projects, observability, bedrock, remoteIde] }",
            ],
        ],
        problems: [
            {
                line: "private-studio:hub:",
                path: "hub.endpoints",
                found: "shared",
                rule: "a VPC has at most 50 interface endpoints; the features of all lines make 53 in the hub",
                fix: "use endpoints: local, or remove a feature. Most go to canvas (23, 10 for it alone), observability (8, 5 for it alone), projects (7, 5 for it alone)",
            },
        ],
    },
    {
        name: "people's endpoints in a line",
        sample: "multi/egress",
        edits: [
            ["network: { cidr: 10.120.0.0/16 }", "network: { cidr: 10.120.0.0/16, features: [studio, accessApi] }"],
            ["features: [studio, jobs, dataAccess] }", "endpoints: { add: [execute-api] } }"],
        ],
        problems: [
            {
                line: "network: { cidr: 10.100.0.0/16, endpoints: { add: [execute-api] } }",
                path: "lobs[0].network.endpoints.add",
                found: ["execute-api"],
                rule: "with hub.endpoints: shared no line has execute-api and cognito-idp: they are people's way to the access service",
                fix: "remove it, or use hub.endpoints: local",
            },
            {
                line: "network: { cidr: 10.120.0.0/16, features: [studio, accessApi] }",
                path: "lobs[1].network.features",
                found: "accessApi",
                rule: "with hub.endpoints: shared no line has execute-api and cognito-idp: they are people's way to the access service",
                fix: "remove it, or use hub.endpoints: local",
            },
        ],
    },
    {
        name: "roles for endpoints that are the hub's",
        sample: "multi/egress",
        edits: [
            [
                "network: { cidr: 10.120.0.0/16 }",
                "network: { cidr: 10.120.0.0/16, endpoints: { onlyRoles: { sts: [arn:aws:iam::777788889999:role/mlops] } } }",
            ],
        ],
        problems: [
            {
                line: "network: { cidr: 10.120.0.0/16, endpoints: { onlyRoles: { sts: [arn:aws:iam::777788889999:role/mlops] } } }",
                path: "lobs[1].network.endpoints.onlyRoles",
                found: { sts: ["arn:aws:iam::777788889999:role/mlops"] },
                rule: "with hub.endpoints: shared the endpoints and their policies are the hub's, for all lines alike",
                fix: "remove onlyRoles, or use hub.endpoints: local",
            },
        ],
    },
    {
        name: "a key behind an endpoint that is the hub's",
        sample: "multi/egress",
        edits: [
            [
                "  private-studio:domain:\n",
                "  private-studio:security: { keys: { onlyThroughEndpoint: true } }\n  private-studio:domain:\n",
            ],
        ],
        problems: [
            {
                line: "private-studio:security: { keys: { onlyThroughEndpoint: true } }",
                path: "security.keys.onlyThroughEndpoint",
                found: true,
                rule: "with hub.endpoints: shared the endpoint of kms is the hub's, and every line comes through it",
                fix: "remove onlyThroughEndpoint, or use hub.endpoints: local",
            },
        ],
    },
    {
        name: "private sign-in where AWS has no endpoint for it",
        sample: "multi/egress",
        edits: [
            ["aws:region: eu-west-1", "aws:region: cn-north-1"],
            ["euw1", "cnn1"],
            ["euw1", "cnn1"],
            ["euw1", "cnn1"],
            ["euw1", "cnn1"],
            ["euw1", "cnn1"],
            ["    egress: firewall\n", ""],
            [
                "    firewall:\n      allow: [python-packages, .example.com]\n      timeServers: [203.0.113.123/32]\n",
                "",
            ],
            ["      centralEgress: true\n", ""],
        ],
        problems: [
            {
                line: "private-studio:access:",
                path: "access.signIn.mode",
                found: "private",
                rule: "sign-in through an endpoint needs cognito-idp, of which AWS has none in cn-north-1 (aws:region)",
                fix: "use mode: hosted, or another region",
            },
        ],
    },
    {
        name: "key administrators of another account than the hub's and the service's",
        sample: "multi/egress",
        edits: [
            [
                "    egress: firewall\n",
                "    egress: firewall\n    keyAdministrators: [arn:aws:iam::222233334444:role/keys]\n",
            ],
            [
                "    cidr: 10.17.0.0/16\n",
                "    cidr: 10.17.0.0/16\n    keyAdministrators: [arn:aws-cn:iam::222233334444:role/keys]\n",
            ],
        ],
        problems: [
            {
                line: "keyAdministrators: [arn:aws:iam::222233334444:role/keys]",
                path: "hub.keyAdministrators[0]",
                found: "arn:aws:iam::222233334444:role/keys",
                rule: "this role is one of the account 111122223333 (hub.account)",
                fix: "name a role of the account 111122223333",
            },
            {
                line: "keyAdministrators: [arn:aws-cn:iam::222233334444:role/keys]",
                path: "access.keyAdministrators[0]",
                found: "arn:aws-cn:iam::222233334444:role/keys",
                rule: "ARNs begin with arn:aws: in the region eu-west-1 (aws:region)",
                fix: "name an identity of that partition",
            },
        ],
    },
    {
        name: "an unknown key",
        sample: "multi/egress",
        edits: [["    lobRanges:", "    lobsRanges:"]],
        problems: [
            {
                line: "private-studio:hub:",
                path: "hub.lobRanges",
                found: undefined,
                rule: "required: they must come from your organisation's address plan",
                fix: 'add it, for example lobRanges: ["10.96.0.0/11"]',
            },
            {
                line: "lobsRanges: [10.100.0.0/16, 10.120.0.0/16, 10.128.0.0/10]",
                path: "hub.lobsRanges",
                found: ["10.100.0.0/16", "10.120.0.0/16", "10.128.0.0/10"],
                rule: "unknown key; the keys of hub are account, cidr, zones, subnets, asn, endpoints, lobRanges, organization, egress, firewall, dns, clients, flowLogRetentionDays, flowLogDestination, logRetentionDays, keyAdministrators, keyDeletionDays",
                fix: "did you mean lobRanges?",
            },
        ],
    },
]);
