import { describeMistakes, type Mistakes } from "./mistakes";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "a firewall without an allow-list",
        sample: "minimal",
        edits: [["zones: [euw1-az1]\n", "zones: [euw1-az1]\n    egress: firewall\n"]],
        problems: [
            {
                line: "private-studio:network:",
                path: "network.firewall",
                found: undefined,
                rule: "egress: firewall lets through only what firewall.allow names",
                fix: 'add it, for example firewall: {"allow":["python-packages"]}, or use egress: isolated',
            },
        ],
    },
    {
        name: "an allow-list without a firewall",
        sample: "full",
        edits: [["egress: firewall", "egress: nat"]],
        problems: [
            {
                line: "firewall:",
                path: "network.firewall",
                found: {
                    allow: ["python-packages", ".example.com"],
                    timeServers: ["203.0.113.123/32"],
                    threatGroups: ["ThreatSignaturesBotnet"],
                    logRetentionDays: 731,
                    protections: true,
                },
                rule: "firewall counts only with egress: firewall; here egress is nat",
                fix: "remove firewall, or set egress: firewall",
            },
        ],
    },
    {
        name: "an allow-list that allows nothing",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: []"]],
        problems: [
            {
                line: "allow: []",
                path: "network.firewall.allow",
                found: [],
                rule: "one or more sets (conda, git-hosting, hugging-face, kaggle, python-packages) and domains, each once; nothing under amazonaws.com or another AWS name",
                fix: "list what people need, for example python-packages",
            },
        ],
    },
    {
        name: "a firewall that names nothing",
        sample: "full",
        edits: [["      allow: [python-packages, .example.com]\n", ""]],
        problems: [
            {
                line: "firewall:",
                path: "network.firewall.allow",
                found: undefined,
                rule: "required: what leaves the network is named",
                fix: 'add it, for example allow: ["python-packages",".example.com"]',
            },
        ],
    },
    {
        name: "a domain twice",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [.example.com, python-packages, .example.com]"]],
        problems: [
            {
                line: "allow: [.example.com, python-packages, .example.com]",
                path: "network.firewall.allow[2]",
                found: ".example.com",
                rule: "each is named once",
                fix: "remove the second mention",
            },
        ],
    },
    {
        name: "a bucket's host",
        sample: "full",
        edits: [
            ["allow: [python-packages, .example.com]", "allow: [python-packages, my-data.s3.eu-west-1.amazonaws.com]"],
        ],
        problems: [
            {
                line: "allow: [python-packages, my-data.s3.eu-west-1.amazonaws.com]",
                path: "network.firewall.allow[1]",
                found: "my-data.s3.eu-west-1.amazonaws.com",
                rule: "amazonaws.com is AWS's: it leads to the buckets, APIs and machines of every account, past all endpoint policies",
                fix: "remove it; AWS is reached through endpoints: network.features, network.endpoints.add",
            },
        ],
    },
    {
        name: "everything of AWS",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [python-packages, .amazonaws.com]"]],
        problems: [
            {
                line: "allow: [python-packages, .amazonaws.com]",
                path: "network.firewall.allow[1]",
                found: ".amazonaws.com",
                rule: "amazonaws.com is AWS's: it leads to the buckets, APIs and machines of every account, past all endpoint policies",
                fix: "remove it; AWS is reached through endpoints: network.features, network.endpoints.add",
            },
        ],
    },
    {
        name: "a whole top-level domain",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [python-packages, .com]"]],
        problems: [
            {
                line: "allow: [python-packages, .com]",
                path: "network.firewall.allow[1]",
                found: ".com",
                rule: "neither a set (conda, git-hosting, hugging-face, kaggle, python-packages) nor a domain of two or more labels of letters, digits and hyphens",
                fix: "name a set, or write a name such as pypi.org, or .example.com for it and everything below it",
            },
        ],
    },
    {
        name: "a whole country's companies",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [python-packages, .co.uk]"]],
        problems: [
            {
                line: "allow: [python-packages, .co.uk]",
                path: "network.firewall.allow[1]",
                found: ".co.uk",
                rule: "everybody can put things under co.uk",
                fix: "write the exact host that is needed, without a dot before it",
            },
        ],
    },
    {
        name: "a star",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", 'allow: [python-packages, "*.example.com"]']],
        problems: [
            {
                line: 'allow: [python-packages, "*.example.com"]',
                path: "network.firewall.allow[1]",
                found: "*.example.com",
                rule: "a leading dot stands for a name and everything below it; there is no *",
                fix: "write .example.com",
            },
        ],
    },
    {
        name: "a link",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", 'allow: [python-packages, "https://pypi.org/simple"]']],
        problems: [
            {
                line: 'allow: [python-packages, "https://pypi.org/simple"]',
                path: "network.firewall.allow[1]",
                found: "https://pypi.org/simple",
                rule: "a domain stands without scheme, user, port and path: the firewall sees none of them in TLS",
                fix: "write pypi.org",
            },
        ],
    },
    {
        name: "a port",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", 'allow: [python-packages, "pypi.org:443"]']],
        problems: [
            {
                line: 'allow: [python-packages, "pypi.org:443"]',
                path: "network.firewall.allow[1]",
                found: "pypi.org:443",
                rule: "a domain stands without scheme, user, port and path: the firewall sees none of them in TLS",
                fix: "write pypi.org",
            },
        ],
    },
    {
        name: "capitals",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [python-packages, .Example.com]"]],
        problems: [
            {
                line: "allow: [python-packages, .Example.com]",
                path: "network.firewall.allow[1]",
                found: ".Example.com",
                rule: "domains are written in lower case, so that each stands once",
                fix: "write .example.com",
            },
        ],
    },
    {
        name: "a set nobody knows",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [python-package]"]],
        problems: [
            {
                line: "allow: [python-package]",
                path: "network.firewall.allow[0]",
                found: "python-package",
                rule: "neither a set (conda, git-hosting, hugging-face, kaggle, python-packages) nor a domain of two or more labels of letters, digits and hyphens",
                fix: "did you mean python-packages?",
            },
        ],
    },
    {
        name: "an address",
        sample: "full",
        edits: [["allow: [python-packages, .example.com]", "allow: [203.0.113.7]"]],
        problems: [
            {
                line: "allow: [203.0.113.7]",
                path: "network.firewall.allow[0]",
                found: "203.0.113.7",
                rule: "the firewall lets through by name (TLS SNI, HTTP host), not by address",
                fix: "write the server's name",
            },
        ],
    },
    {
        name: "AWS's names to resolve",
        sample: "full",
        edits: [["allow: [.corp.example.com]", "allow: [.amazonaws.com]"]],
        problems: [
            {
                line: "allow: [.amazonaws.com]",
                path: "network.dns.allow[0]",
                found: ".amazonaws.com",
                rule: "everything below amazonaws.com would resolve, and it is full of other accounts' names",
                fix: "write the exact hosts, for example the endpoint of a database; those of VPC endpoints resolve anyway",
            },
        ],
    },
    {
        name: "a time server by name",
        sample: "full",
        edits: [["[203.0.113.123/32]", "[time.example.com]"]],
        problems: [
            {
                line: "timeServers: [time.example.com]",
                path: "network.firewall.timeServers[0]",
                found: "time.example.com",
                rule: "an IPv4 range is a.b.c.d/prefix with no bits set after the prefix; this one is not an IPv4 range such as 10.0.0.0/16",
                fix: "write a range such as 203.0.113.123/32",
            },
        ],
    },
    {
        name: "a time server without a prefix",
        sample: "full",
        edits: [["[203.0.113.123/32]", "[203.0.113.123]"]],
        problems: [
            {
                line: "timeServers: [203.0.113.123]",
                path: "network.firewall.timeServers[0]",
                found: "203.0.113.123",
                rule: "an IPv4 range is a.b.c.d/prefix with no bits set after the prefix; this one has no prefix length",
                fix: "write 203.0.113.123/32",
            },
        ],
    },
    {
        name: "time servers everywhere",
        sample: "full",
        edits: [["[203.0.113.123/32]", "[0.0.0.0/0]"]],
        problems: [
            {
                line: "timeServers: [0.0.0.0/0]",
                path: "network.firewall.timeServers[0]",
                found: "0.0.0.0/0",
                rule: "a time server's range is a /24 or smaller: whoever is in it can be sent anything on UDP 123",
                fix: "list each server as a /32",
            },
        ],
    },
    {
        name: "Amazon's own time server",
        sample: "full",
        edits: [["[203.0.113.123/32]", "[169.254.169.123/32]"]],
        problems: [
            {
                line: "timeServers: [169.254.169.123/32]",
                path: "network.firewall.timeServers[0]",
                found: "169.254.169.123/32",
                rule: "time servers behind the firewall have public addresses",
                fix: "leave it out: Amazon's own, 169.254.169.123, is reached without a rule, and so is what lies in the VPC",
            },
        ],
    },
    {
        name: "a threat group with AWS's ending",
        sample: "full",
        edits: [["[ThreatSignaturesBotnet]", "[ThreatSignaturesBotnetStrictOrder]"]],
        problems: [
            {
                line: "threatGroups: [ThreatSignaturesBotnetStrictOrder]",
                path: "network.firewall.threatGroups[0]",
                found: "ThreatSignaturesBotnetStrictOrder",
                rule: "the name of an AWS managed rule group, without StrictOrder at its end",
                fix: "did you mean ThreatSignaturesBotnet?",
            },
        ],
    },
    {
        name: "a threat group AWS does not manage",
        sample: "full",
        edits: [["[ThreatSignaturesBotnet]", "[EverythingBad]"]],
        problems: [
            {
                line: "threatGroups: [EverythingBad]",
                path: "network.firewall.threatGroups[0]",
                found: "EverythingBad",
                rule: "the name of an AWS managed rule group, without StrictOrder at its end",
                fix: "choose one that docs/settings.md lists under network.firewall.threatGroups",
            },
        ],
    },
    {
        name: "an unprotected firewall in production",
        sample: "full",
        edits: [["protections: true", "protections: false"]],
        problems: [
            {
                line: "protections: false",
                path: "network.firewall.protections",
                found: false,
                rule: "production protects the firewall against deletion and change",
                fix: "remove protections or set it true; to take production down, set production false first",
            },
        ],
    },
    {
        name: "a retention of firewall logs CloudWatch Logs does not know",
        sample: "full",
        edits: [["      logRetentionDays: 731\n      protections", "      logRetentionDays: 100\n      protections"]],
        problems: [
            {
                line: "logRetentionDays: 100",
                path: "network.firewall.logRetentionDays",
                found: 100,
                rule: "days, one of the periods CloudWatch Logs accepts: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
                fix: "use 120",
            },
        ],
    },
    {
        name: "a set of domains to resolve",
        sample: "full",
        edits: [["allow: [.corp.example.com]", "allow: [kaggle]"]],
        problems: [
            {
                line: "allow: [kaggle]",
                path: "network.dns.allow[0]",
                found: "kaggle",
                rule: "dns.allow takes domains; a set's names resolve where firewall.allow has it",
                fix: "write a name such as pypi.org, or .example.com for it and everything below it",
            },
        ],
    },
    {
        name: "flow logs to nowhere",
        sample: "full",
        edits: [["flowLogDestination: bucket", "flowLogDestination: s3"]],
        problems: [
            {
                line: "flowLogDestination: s3",
                path: "network.flowLogDestination",
                found: "s3",
                rule: "one of: log-group, bucket",
                fix: 'write for example "bucket"',
            },
        ],
    },
];

describeMistakes("settings: mistakes of egress, firewall and DNS", MISTAKES);
