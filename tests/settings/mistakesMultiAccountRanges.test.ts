import { describeMistakes } from "./mistakes";

/** The project's own stack file, from the samples. */
const PROD = "../../Pulumi.prod";

describeMistakes("settings: many accounts, ranges", [
    {
        name: "a line in the hub's range",
        sample: "multi/egress",
        edits: [["cidr: 10.100.0.0/16", "cidr: 10.0.0.0/17"]],
        problems: [
            {
                line: "network: { cidr: 10.0.0.0/17, features: [studio, jobs, dataAccess] }",
                path: "lobs[0].network.cidr",
                found: "10.0.0.0/17",
                rule: "every network has addresses of its own; this one has some of hub.cidr, 10.0.0.0/16",
                fix: "move one of the two",
            },
        ],
    },
    {
        name: "two lines in one range",
        sample: "multi/egress",
        edits: [["cidr: 10.120.0.0/16", "cidr: 10.100.128.0/17"]],
        problems: [
            {
                line: "network: { cidr: 10.100.128.0/17 }",
                path: "lobs[1].network.cidr",
                found: "10.100.128.0/17",
                rule: "every network has addresses of its own; this one has some of lobs[0].network.cidr, 10.100.0.0/16",
                fix: "move one of the two",
            },
        ],
    },
    {
        name: "the access service in the hub's range",
        sample: "multi/egress",
        edits: [["cidr: 10.17.0.0/16", "cidr: 10.0.128.0/17"]],
        problems: [
            {
                line: "cidr: 10.0.128.0/17",
                path: "access.cidr",
                found: "10.0.128.0/17",
                rule: "every network has addresses of its own; this one has some of hub.cidr, 10.0.0.0/16",
                fix: "move one of the two",
            },
        ],
    },
    {
        name: "client ranges in the access service's",
        sample: "multi/local",
        edits: [["ranges: [192.168.0.0/16]", "ranges: [10.16.0.0/12]"]],
        problems: [
            {
                line: "ranges: [10.16.0.0/12]",
                path: "hub.clients.ranges[0]",
                found: "10.16.0.0/12",
                rule: "every network has addresses of its own; this one has some of access.cidr, 10.17.0.0/16",
                fix: "move one of the two",
            },
        ],
    },
    {
        name: "the simulator in a client range",
        sample: "multi/egress",
        edits: [
            [
                "    egress: firewall\n",
                "    egress: firewall\n    clients: { ranges: [192.168.0.0/16], attachment: tgw-attach-0123456789abcdef0 }\n",
            ],
        ],
        problems: [
            {
                line: "cidr: 192.168.10.0/24",
                path: "onprem.cidr",
                found: "192.168.10.0/24",
                rule: "every network has addresses of its own; this one has some of hub.clients.ranges[0], 192.168.0.0/16",
                fix: "move one of the two",
            },
        ],
    },
    {
        name: "a line outside the lines' ranges",
        sample: "multi/egress",
        edits: [["cidr: 10.120.0.0/16", "cidr: 10.90.0.0/16"]],
        problems: [
            {
                line: "network: { cidr: 10.90.0.0/16 }",
                path: "lobs[1].network.cidr",
                found: "10.90.0.0/16",
                rule: "a line of business lies in one of hub.lobRanges: 10.100.0.0/16, 10.120.0.0/16, 10.128.0.0/10",
                fix: "choose a range in one of them, or add one to hub.lobRanges",
            },
        ],
    },
    {
        name: "lines' ranges that overlap",
        sample: "multi/egress",
        edits: [["10.128.0.0/10]", "10.96.0.0/11]"]],
        problems: [
            {
                line: "lobRanges: [10.100.0.0/16, 10.120.0.0/16, 10.96.0.0/11]",
                path: "hub.lobRanges[2]",
                found: "10.96.0.0/11",
                rule: "the ranges of lobRanges are apart; this one has addresses of 10.100.0.0/16",
                fix: "remove the narrower one, or move it",
            },
            {
                line: "lobRanges: [10.100.0.0/16, 10.120.0.0/16, 10.96.0.0/11]",
                path: "hub.lobRanges[2]",
                found: "10.96.0.0/11",
                rule: "the ranges of lobRanges are apart; this one has addresses of 10.120.0.0/16",
                fix: "remove the narrower one, or move it",
            },
        ],
    },
    {
        name: "lines' ranges that hold the hub and the clients",
        sample: "multi/local",
        edits: [["lobRanges: [10.96.0.0/11]", "lobRanges: [10.0.0.0/8, 192.168.0.0/17]"]],
        problems: [
            {
                line: "lobRanges: [10.0.0.0/8, 192.168.0.0/17]",
                path: "hub.lobRanges[0]",
                found: "10.0.0.0/8",
                rule: "lobRanges hold lines of business only: what goes there from a line is dropped; this one has addresses of hub.cidr, 10.0.0.0/16",
                fix: "use narrower ranges, or move the other network",
            },
            {
                line: "lobRanges: [10.0.0.0/8, 192.168.0.0/17]",
                path: "hub.lobRanges[0]",
                found: "10.0.0.0/8",
                rule: "lobRanges hold lines of business only: what goes there from a line is dropped; this one has addresses of access.cidr, 10.17.0.0/16",
                fix: "use narrower ranges, or move the other network",
            },
            {
                line: "lobRanges: [10.0.0.0/8, 192.168.0.0/17]",
                path: "hub.lobRanges[1]",
                found: "192.168.0.0/17",
                rule: "lobRanges hold lines of business only: what goes there from a line is dropped; this one has addresses of hub.clients.ranges[0], 192.168.0.0/16",
                fix: "use narrower ranges, or move the other network",
            },
        ],
    },
    {
        name: "lines' ranges that hold the simulator",
        sample: "multi/egress",
        edits: [["10.128.0.0/10]", "192.168.0.0/16]"]],
        problems: [
            {
                line: "lobRanges: [10.100.0.0/16, 10.120.0.0/16, 192.168.0.0/16]",
                path: "hub.lobRanges[2]",
                found: "192.168.0.0/16",
                rule: "lobRanges hold lines of business only: what goes there from a line is dropped; this one has addresses of onprem.cidr, 192.168.10.0/24",
                fix: "use narrower ranges, or move the other network",
            },
        ],
    },
    {
        name: "lines' ranges of half the internet",
        sample: "multi/egress",
        edits: [["10.128.0.0/10]", "128.0.0.0/1]"]],
        problems: [
            {
                line: "lobRanges: [10.100.0.0/16, 10.120.0.0/16, 128.0.0.0/1]",
                path: "hub.lobRanges[2]",
                found: "128.0.0.0/1",
                rule: "a supernet is a /8 to /28",
                fix: "choose a range of that size",
            },
        ],
    },
    {
        name: "a shared range",
        sample: "multi/egress",
        edits: [
            ["  private-studio:network:\n", "  private-studio:network:\n    cidr: 10.100.0.0/16\n    subnets: {}\n"],
        ],
        problems: [
            {
                line: "cidr: 10.100.0.0/16",
                path: "network.cidr",
                found: "10.100.0.0/16",
                rule: "lines cannot share a range: each has addresses of its own",
                fix: "move cidr to network of each line",
            },
            {
                line: "subnets: {}",
                path: "network.subnets",
                found: {},
                rule: "lines cannot share subnets: they lie in the line's own range",
                fix: "move subnets to network of each line",
            },
        ],
    },
    {
        name: "a range too small for the hub's zones",
        sample: "multi/egress",
        edits: [["cidr: 10.0.0.0/16", "cidr: 10.0.0.0/25"]],
        problems: [
            {
                line: "cidr: 10.0.0.0/25",
                path: "hub.cidr",
                found: "10.0.0.0/25",
                rule: "a network of 2 zones is a /23 or larger, so that its smallest subnet is a /28",
                fix: "use a larger range such as 10.0.0.0/23, fewer zones, or ranges of /28 or larger in hub.subnets",
            },
        ],
    },
    {
        name: "a range too small for the access service's zones",
        sample: "multi/egress",
        edits: [["cidr: 10.17.0.0/16", "cidr: 10.17.0.0/24"]],
        problems: [
            {
                line: "cidr: 10.17.0.0/24",
                path: "access.cidr",
                found: "10.17.0.0/24",
                rule: "a network of 2 zones is a /23 or larger, so that its smallest subnet is a /28",
                fix: "use a larger range such as 10.17.0.0/23, fewer zones, or ranges of /28 or larger in access.subnets",
            },
        ],
    },
    {
        name: "chosen ranges without the firewall's",
        sample: "multi/egress",
        edits: [
            [
                "    egress: firewall\n",
                "    egress: firewall\n    subnets:\n      endpoint: { euw1-az1: 10.0.8.0/21, euw1-az2: 10.0.16.0/21 }\n      transit: { euw1-az1: 10.0.24.0/24, euw1-az2: 10.0.25.0/24 }\n",
            ],
        ],
        problems: [
            {
                line: "subnets:",
                path: "hub.subnets.firewall",
                found: undefined,
                rule: "egress: firewall makes subnets for the tier firewall, and nothing is computed beside chosen ranges",
                fix: "add firewall with a range for each of euw1-az1, euw1-az2, or remove subnets",
            },
            {
                line: "subnets:",
                path: "hub.subnets.nat",
                found: undefined,
                rule: "egress: firewall makes subnets for the tier nat, and nothing is computed beside chosen ranges",
                fix: "add nat with a range for each of euw1-az1, euw1-az2, or remove subnets",
            },
        ],
    },
    {
        name: "chosen ranges outside the hub, and for another zone",
        sample: PROD,
        edits: [
            [
                "endpoint: { euw1-az1: 10.0.8.0/21, euw1-az2: 10.0.16.0/21 }",
                "endpoint: { euw1-az1: 10.1.8.0/21, euw1-az3: 10.0.16.0/21 }",
            ],
        ],
        problems: [
            {
                line: "endpoint: { euw1-az1: 10.1.8.0/21, euw1-az3: 10.0.16.0/21 }",
                path: "hub.subnets.endpoint.euw1-az2",
                found: undefined,
                rule: "a tier with explicit ranges has one for every zone of hub.zones",
                fix: "add euw1-az2 to endpoint",
            },
            {
                line: "endpoint: { euw1-az1: 10.1.8.0/21, euw1-az3: 10.0.16.0/21 }",
                path: "hub.subnets.endpoint.euw1-az3",
                found: "10.0.16.0/21",
                rule: "a tier has ranges only for the zones of hub.zones",
                fix: "remove euw1-az3, or add it to hub.zones",
            },
            {
                line: "endpoint: { euw1-az1: 10.1.8.0/21, euw1-az3: 10.0.16.0/21 }",
                path: "hub.subnets.endpoint.euw1-az1",
                found: "10.1.8.0/21",
                rule: "a subnet lies in hub.cidr, 10.0.0.0/16",
                fix: "choose a range in 10.0.0.0/16",
            },
        ],
    },
    {
        name: "chosen ranges in each other",
        sample: PROD,
        edits: [["euw1-az2: 10.0.25.0/24", "euw1-az2: 10.0.16.0/24"]],
        problems: [
            {
                line: "transit: { euw1-az1: 10.0.24.0/24, euw1-az2: 10.0.16.0/24 }",
                path: "hub.subnets.transit.euw1-az2",
                found: "10.0.16.0/24",
                rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                fix: "move it away from 10.0.16.0/21, endpoint in euw1-az2",
            },
        ],
    },
    {
        name: "endpoint subnets without room",
        sample: PROD,
        edits: [
            ["euw1-az2: 10.0.16.0/21 }", "euw1-az2: 10.0.16.0/28 }"],
            ["features: [studio, jobs]", "features: [studio, jobs, dataAccess]"],
        ],
        problems: [
            {
                line: "endpoint: { euw1-az1: 10.0.8.0/21, euw1-az2: 10.0.16.0/28 }",
                path: "hub.subnets.endpoint.euw1-az2",
                found: "10.0.16.0/28",
                rule: "endpoint in euw1-az2 (10.0.16.0/28) has 11 addresses; 17 interface endpoints take 17",
                fix: "use ranges of /27 or larger for endpoints, or fewer features",
            },
        ],
    },
    {
        name: "an access service's subnet outside its range",
        sample: "multi/egress",
        edits: [
            [
                "cidr: 10.17.0.0/16",
                "cidr: 10.17.0.0/16\n    subnets:\n      functions: { euw1-az1: 10.17.8.0/24, euw1-az2: 10.18.8.0/24 }\n      transit: { euw1-az1: 10.17.64.0/24 }",
            ],
        ],
        problems: [
            {
                line: "transit: { euw1-az1: 10.17.64.0/24 }",
                path: "access.subnets.transit.euw1-az2",
                found: undefined,
                rule: "a tier with explicit ranges has one for every zone of hub.zones",
                fix: "add euw1-az2 to transit",
            },
            {
                line: "functions: { euw1-az1: 10.17.8.0/24, euw1-az2: 10.18.8.0/24 }",
                path: "access.subnets.functions.euw1-az2",
                found: "10.18.8.0/24",
                rule: "a subnet lies in access.cidr, 10.17.0.0/16",
                fix: "choose a range in 10.17.0.0/16",
            },
        ],
    },
]);
