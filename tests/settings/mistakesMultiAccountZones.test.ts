import { describeMistakes } from "./mistakes";

/** The project's own stack file, from the samples. */
const PROD = "../../Pulumi.prod";

describeMistakes("settings: many accounts, zones", [
    {
        name: "zone names",
        sample: "multi/egress",
        edits: [["    zones: [euw1-az1, euw1-az2]\n    lobRanges", "    zones: [eu-west-1a, euw1-az2]\n    lobRanges"]],
        problems: [
            {
                line: "zones: [eu-west-1a, euw1-az2]",
                path: "hub.zones[0]",
                found: "eu-west-1a",
                rule: "a zone id such as euw1-az1: with many accounts no zone names, because a name is another place in each",
                fix: "write the ids that `aws ec2 describe-availability-zones` shows as ZoneId",
            },
        ],
    },
    {
        name: "zone names that lines share",
        sample: "multi/egress",
        edits: [["    zones: [euw1-az1, euw1-az2]\n    features", "    zones: [eu-west-1a, eu-west-1b]\n    features"]],
        problems: [
            {
                line: "zones: [eu-west-1a, eu-west-1b]",
                path: "network.zones[0]",
                found: "eu-west-1a",
                rule: "with many accounts zones are ids: a zone's name is another place in each account",
                fix: "write the id that `aws ec2 describe-availability-zones` shows as ZoneId",
            },
            {
                line: "zones: [eu-west-1a, eu-west-1b]",
                path: "network.zones[1]",
                found: "eu-west-1b",
                rule: "with many accounts zones are ids: a zone's name is another place in each account",
                fix: "write the id that `aws ec2 describe-availability-zones` shows as ZoneId",
            },
        ],
    },
    {
        name: "zone names of one line",
        sample: "multi/egress",
        edits: [["network: { cidr: 10.120.0.0/16 }", "network: { cidr: 10.120.0.0/16, zones: [eu-west-1a] }"]],
        problems: [
            {
                line: "network: { cidr: 10.120.0.0/16, zones: [eu-west-1a] }",
                path: "lobs[1].network.zones[0]",
                found: "eu-west-1a",
                rule: "with many accounts zones are ids: a zone's name is another place in each account",
                fix: "write the id that `aws ec2 describe-availability-zones` shows as ZoneId",
            },
        ],
    },
    {
        name: "zones of another Region",
        sample: "multi/egress",
        edits: [
            ["    zones: [euw1-az1, euw1-az2]\n    lobRanges", "    zones: [euw2-az1, euw1-az2]\n    lobRanges"],
            ["    zones: [euw1-az1]\n    connect", "    zones: [use1-az1]\n    connect"],
        ],
        problems: [
            {
                line: "zones: [euw2-az1, euw1-az2]",
                path: "hub.zones[0]",
                found: "euw2-az1",
                rule: "a zone belongs to the region eu-west-1 (aws:region)",
                fix: "use zones such as euw1-az1, euw1-az2",
            },
            {
                line: "zones: [use1-az1]",
                path: "onprem.zones[0]",
                found: "use1-az1",
                rule: "a zone belongs to the region eu-west-1 (aws:region)",
                fix: "use zones such as euw1-az1, euw1-az2",
            },
        ],
    },
    {
        name: "a line in a zone the hub is not in",
        sample: "multi/egress",
        edits: [["network: { cidr: 10.120.0.0/16 }", "network: { cidr: 10.120.0.0/16, zones: [euw1-az2, euw1-az3] }"]],
        problems: [
            {
                line: "network: { cidr: 10.120.0.0/16, zones: [euw1-az2, euw1-az3] }",
                path: "lobs[1].network.zones[1]",
                found: "euw1-az3",
                rule: "with hub.endpoints: shared a line's zones are among the hub's, euw1-az1, euw1-az2: its traffic would hang on a zone it is not in",
                fix: "add the zone to hub.zones, or use one of the hub's",
            },
        ],
    },
    {
        name: "a line with the hub's way out in a zone the hub is not in",
        sample: "multi/egress",
        edits: [
            ["    egress: firewall\n", "    egress: firewall\n    endpoints: local\n"],
            ["network: { cidr: 10.100.0.0/16,", "network: { cidr: 10.100.0.0/16, zones: [euw1-az3],"],
        ],
        problems: [
            {
                line: "network: { cidr: 10.100.0.0/16, zones: [euw1-az3], features: [studio, jobs, dataAccess] }",
                path: "lobs[0].network.zones[0]",
                found: "euw1-az3",
                rule: "with centralEgress a line's zones are among the hub's, euw1-az1, euw1-az2: its traffic would hang on a zone it is not in",
                fix: "add the zone to hub.zones, or use one of the hub's",
            },
        ],
    },
    {
        name: "no zones in a line",
        sample: "multi/egress",
        edits: [["  private-studio:network:\n    zones: [euw1-az1, euw1-az2]\n", "  private-studio:network:\n"]],
        problems: [
            {
                line: "network: { cidr: 10.100.0.0/16, features: [studio, jobs, dataAccess] }",
                path: "lobs[0].network.zones",
                found: undefined,
                rule: "required: zones are never chosen for you, because a different choice later would replace the domain",
                fix: 'add it, for example zones: ["euw1-az1","euw1-az2"]',
            },
            {
                line: "network: { cidr: 10.120.0.0/16 }",
                path: "lobs[1].network.zones",
                found: undefined,
                rule: "required: zones are never chosen for you, because a different choice later would replace the domain",
                fix: 'add it, for example zones: ["euw1-az1","euw1-az2"]',
            },
        ],
    },
    {
        name: "one zone in production",
        sample: PROD,
        edits: [
            [
                "zones: [euw1-az1, euw1-az2]\n    subnets:\n      endpoint: { euw1-az1: 10.0.8.0/21, euw1-az2: 10.0.16.0/21 }\n      transit: { euw1-az1: 10.0.24.0/24, euw1-az2: 10.0.25.0/24 }\n      # Kept for a firewall: `egress: firewall` then moves nothing.\n      firewall: { euw1-az1: 10.0.26.0/24, euw1-az2: 10.0.27.0/24 }\n      nat: { euw1-az1: 10.0.28.0/24, euw1-az2: 10.0.29.0/24 }",
                "zones: [euw1-az1]",
            ],
            ["    endpoints: shared", "    endpoints: local"],
        ],
        problems: [
            {
                line: "zones: [euw1-az1]",
                path: "hub.zones",
                found: ["euw1-az1"],
                rule: "production has at least 2 zones, because one zone can fail",
                fix: "add a zone of the region",
            },
        ],
    },
    {
        name: "a resolver in one zone",
        sample: "multi/local",
        edits: [["zones: [euw1-az1, euw1-az2]\n    lobRanges", "zones: [euw1-az1]\n    lobRanges"]],
        problems: [
            {
                line: "resolver: true",
                path: "hub.clients.resolver",
                found: true,
                rule: "an inbound resolver stands in 2 zones, because AWS wants 2 addresses and one zone can fail",
                fix: "add a zone to hub.zones, or remove resolver",
            },
        ],
    },
]);
