import { describeMistakes, type Mistakes } from "./mistakes";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "an existing VPC of which nobody said who decides its names",
        sample: "existing-vpc",
        edits: [["      ownDns: false\n", ""]],
        problems: [
            {
                line: "vpc:",
                path: "network.vpc.ownDns",
                found: undefined,
                rule: "required: the rules for names hold for everything in the VPC, also for what is not Studio's",
                fix: "add it, for example ownDns: true",
            },
        ],
    },
    {
        name: "an id of something else",
        sample: "existing-vpc",
        edits: [["id: vpc-0a1b2c3d4e5f60718", "id: subnet-0a1b2c3d4e5f60718"]],
        problems: [
            {
                line: "id: subnet-0a1b2c3d4e5f60718",
                path: "network.vpc.id",
                found: "subnet-0a1b2c3d4e5f60718",
                rule: "the id of the VPC: vpc- and 8 or 17 digits or letters a to f",
                fix: "copy the id from the VPC console or `npm run facts`",
            },
        ],
    },
    {
        name: "a zone without its subnet",
        sample: "existing-vpc",
        edits: [
            [
                "        euw1-az2:\n          subnet: subnet-0a1b2c3d4e5f60002\n          cidr: 10.50.16.0/20\n          routeTable: rtb-0a1b2c3d4e5f60002\n",
                "",
            ],
        ],
        problems: [
            {
                line: "studio:",
                path: "network.vpc.studio.euw1-az2",
                found: undefined,
                rule: "an existing VPC has a studio subnet in every zone of network.zones",
                fix: "add euw1-az2 with its subnet, cidr and routeTable, or remove it from network.zones",
            },
        ],
    },
    {
        name: "a subnet of a zone the network has not",
        sample: "existing-vpc",
        edits: [
            ["zones: [euw1-az1, euw1-az2]", "zones: [euw1-az1]"],
            ["\n        euw1-az2: 10.50.33.0/24", ""],
            ["\n        euw1-az2: 10.50.34.16/28", ""],
        ],
        problems: [
            {
                line: "euw1-az2:",
                path: "network.vpc.studio.euw1-az2",
                found: {
                    subnet: "subnet-0a1b2c3d4e5f60002",
                    cidr: "10.50.16.0/20",
                    routeTable: "rtb-0a1b2c3d4e5f60002",
                },
                rule: "vpc.studio has entries only for the zones of network.zones",
                fix: "remove euw1-az2, or add it to network.zones",
            },
        ],
    },
    {
        name: "one subnet for two zones",
        sample: "existing-vpc",
        edits: [["subnet-0a1b2c3d4e5f60002", "subnet-0a1b2c3d4e5f60001"]],
        problems: [
            {
                line: "subnet: subnet-0a1b2c3d4e5f60001",
                path: "network.vpc.studio.euw1-az2.subnet",
                found: "subnet-0a1b2c3d4e5f60001",
                rule: "each zone has a studio subnet of its own: a subnet lies in one zone",
                fix: "name the subnet that lies in this zone",
            },
        ],
    },
    {
        name: "one route table for two ways out",
        sample: "existing-vpc",
        edits: [["rtb-0a1b2c3d4e5f60002", "rtb-0a1b2c3d4e5f60001"]],
        problems: [
            {
                line: "routeTable: rtb-0a1b2c3d4e5f60001",
                path: "network.vpc.studio.euw1-az2.routeTable",
                found: "rtb-0a1b2c3d4e5f60001",
                rule: "with egress: nat each zone has a route table of its own, whose default route leads out in that zone",
                fix: "give this zone's subnet a table of its own in the VPC and name it here",
            },
        ],
    },
    {
        name: "a studio range outside the network",
        sample: "existing-vpc",
        edits: [["cidr: 10.50.16.0/20", "cidr: 10.51.16.0/20"]],
        problems: [
            {
                line: "cidr: 10.51.16.0/20",
                path: "network.vpc.studio.euw1-az2.cidr",
                found: "10.51.16.0/20",
                rule: "a subnet lies in network.cidr, 10.50.0.0/16",
                fix: "choose a range in 10.50.0.0/16",
            },
        ],
    },
    {
        name: "studio ranges that overlap",
        sample: "existing-vpc",
        edits: [["cidr: 10.50.16.0/20", "cidr: 10.50.8.0/21"]],
        problems: [
            {
                line: "cidr: 10.50.8.0/21",
                path: "network.vpc.studio.euw1-az2.cidr",
                found: "10.50.8.0/21",
                rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                fix: "move it away from 10.50.0.0/20, studio in euw1-az1",
            },
        ],
    },
    {
        name: "a range to be made inside a studio subnet",
        sample: "existing-vpc",
        edits: [["euw1-az1: 10.50.32.0/24", "euw1-az1: 10.50.15.0/24"]],
        problems: [
            {
                line: "euw1-az1: 10.50.15.0/24",
                path: "network.subnets.endpoint.euw1-az1",
                found: "10.50.15.0/24",
                rule: "the ranges of all tiers and zones are apart, also of those that are only reserved",
                fix: "move it away from 10.50.0.0/20, studio in euw1-az1",
            },
        ],
    },
    {
        name: "studio ranges said twice",
        sample: "existing-vpc",
        edits: [
            ["    subnets:\n", "    subnets:\n      studio: { euw1-az1: 10.50.0.0/20, euw1-az2: 10.50.16.0/20 }\n"],
        ],
        problems: [
            {
                line: "studio: { euw1-az1: 10.50.0.0/20, euw1-az2: 10.50.16.0/20 }",
                path: "network.subnets.studio",
                found: { "euw1-az1": "10.50.0.0/20", "euw1-az2": "10.50.16.0/20" },
                rule: "with network.vpc the studio ranges are those of vpc.studio",
                fix: "remove studio from subnets",
            },
        ],
    },
    {
        name: "no ranges for the endpoints to be made",
        sample: "existing-vpc",
        edits: [["      endpoint:\n        euw1-az1: 10.50.32.0/24\n        euw1-az2: 10.50.33.0/24\n", ""]],
        problems: [
            {
                line: "subnets:",
                path: "network.subnets.endpoint",
                found: undefined,
                rule: "the VPC gets endpoints of sagemaker.api, sagemaker.runtime, studio, logs, ecr.api, ecr.dkr, monitoring, kms; nothing is computed in an existing VPC, so the tier endpoint needs ranges",
                fix: "add endpoint to network.subnets with a free range for each of euw1-az1, euw1-az2",
            },
        ],
    },
    {
        name: "no ranges for the firewall to be made",
        sample: "existing-vpc",
        edits: [["egress: nat", "egress: firewall\n    firewall: { allow: [kaggle] }"]],
        problems: [
            {
                line: "subnets:",
                path: "network.subnets.firewall",
                found: undefined,
                rule: "egress: firewall makes firewall endpoints; nothing is computed in an existing VPC, so the tier firewall needs ranges",
                fix: "add firewall to network.subnets with a free range for each of euw1-az1, euw1-az2",
            },
        ],
    },
    {
        name: "no ranges for the attachment to be made",
        sample: "existing-vpc",
        edits: [["egress: nat", "egress: nat\n    clients: { ranges: [192.168.0.0/16], via: tgw-0123456789abcdef0 }"]],
        problems: [
            {
                line: "subnets:",
                path: "network.subnets.transit",
                found: undefined,
                rule: "clients.via attaches the VPC to a transit gateway; nothing is computed in an existing VPC, so the tier transit needs ranges",
                fix: "add transit to network.subnets with a free range for each of euw1-az1, euw1-az2",
            },
        ],
    },
    {
        name: "an existing endpoint of a service nobody knows",
        sample: "existing-vpc",
        edits: [["        sts: vpce", "        stss: vpce"]],
        problems: [
            {
                line: "stss: vpce-0a1b2c3d4e5f60002",
                path: "network.vpc.endpoints.stss",
                found: "vpce-0a1b2c3d4e5f60002",
                rule: "unknown name in a map of services of the endpoint catalogue to ids, each id once",
                fix: "did you mean sts?",
            },
        ],
    },
    {
        name: "one endpoint for two services",
        sample: "existing-vpc",
        edits: [["vpce-0a1b2c3d4e5f60002", "vpce-0a1b2c3d4e5f60001"]],
        problems: [
            {
                line: "sts: vpce-0a1b2c3d4e5f60001",
                path: "network.vpc.endpoints.sts",
                found: "vpce-0a1b2c3d4e5f60001",
                rule: "an endpoint serves one service",
                fix: "name the endpoint of this service, or remove the service to have one made",
            },
        ],
    },
    {
        name: "an interface endpoint without its group",
        sample: "existing-vpc",
        edits: [["endpointGroups: [sg-0a1b2c3d4e5f60001]", "endpointGroups: []"]],
        problems: [
            {
                line: "endpointGroups: []",
                path: "network.vpc.endpointGroups",
                found: [],
                rule: "Studio reaches the existing endpoint of sts only when its security group admits it",
                fix: "list the security groups of the existing interface endpoints",
            },
        ],
    },
    {
        name: "groups of no interface endpoint",
        sample: "existing-vpc",
        edits: [["        sts: vpce-0a1b2c3d4e5f60002\n", ""]],
        problems: [
            {
                line: "endpointGroups: [sg-0a1b2c3d4e5f60001]",
                path: "network.vpc.endpointGroups",
                found: ["sg-0a1b2c3d4e5f60001"],
                rule: "endpointGroups count only with an existing interface endpoint in vpc.endpoints",
                fix: "remove endpointGroups, or name the endpoints they stand on",
            },
        ],
    },
    {
        name: "a way out without the internet gateway",
        sample: "existing-vpc",
        edits: [["      internetGateway: igw-0a1b2c3d4e5f60001\n", ""]],
        problems: [
            {
                line: "vpc:",
                path: "network.vpc.internetGateway",
                found: undefined,
                rule: "egress: nat ends at an internet gateway, and a VPC has only one",
                fix: "name the VPC's internet gateway (igw-…), or set ownEgress true if the VPC has its own way out",
            },
        ],
    },
    {
        name: "an internet gateway nobody uses",
        sample: "existing-vpc",
        edits: [["    egress: nat\n", ""]],
        problems: [
            {
                line: "internetGateway: igw-0a1b2c3d4e5f60001",
                path: "network.vpc.internetGateway",
                found: "igw-0a1b2c3d4e5f60001",
                rule: "internetGateway counts only where this stack makes the way out",
                fix: "remove internetGateway",
            },
        ],
    },
    {
        name: "a way out of its own while isolated",
        sample: "existing-vpc",
        edits: [
            ["      internetGateway: igw-0a1b2c3d4e5f60001\n", "      ownEgress: true\n"],
            ["    egress: nat\n", ""],
        ],
        problems: [
            {
                line: "ownEgress: true",
                path: "network.vpc.ownEgress",
                found: true,
                rule: "a VPC with a way out of its own is not isolated",
                fix: "say which it is with egress: nat or firewall, or remove ownEgress",
            },
        ],
    },
    {
        name: "an allow-list for somebody else's firewall",
        sample: "existing-vpc",
        edits: [
            ["      internetGateway: igw-0a1b2c3d4e5f60001\n", "      ownEgress: true\n"],
            ["egress: nat", "egress: firewall\n    firewall: { allow: [kaggle] }"],
        ],
        problems: [
            {
                line: "firewall: { allow: [kaggle] }",
                path: "network.firewall",
                found: { allow: ["kaggle"], timeServers: [], threatGroups: [], logRetentionDays: 365 },
                rule: "with vpc.ownEgress the firewall is the VPC's own; no rule of ours reaches it",
                fix: "remove firewall, or set vpc.ownEgress false",
            },
        ],
    },
    {
        name: "roles for somebody else's endpoint",
        sample: "existing-vpc",
        edits: [
            [
                "egress: nat",
                "egress: nat\n    endpoints: { onlyRoles: { sts: [arn:aws:iam::111122223333:role/mlops] } }",
            ],
        ],
        problems: [
            {
                line: "endpoints: { onlyRoles: { sts: [arn:aws:iam::111122223333:role/mlops] } }",
                path: "network.endpoints.onlyRoles.sts",
                found: ["arn:aws:iam::111122223333:role/mlops"],
                rule: "the endpoint of sts is one of vpc.endpoints; its policy is its owner's",
                fix: "remove sts; restrict it where the endpoint is managed",
            },
        ],
    },
    {
        name: "a facts file of one machine",
        sample: "existing-vpc",
        edits: [["facts: facts/", "facts: /home/jon/facts/"]],
        problems: [
            {
                line: "facts: /home/jon/facts/vpc-0a1b2c3d4e5f60718.json",
                path: "network.vpc.facts",
                found: "/home/jon/facts/vpc-0a1b2c3d4e5f60718.json",
                rule: "a JSON file by its path from the stack file, so that it is found on every machine",
                fix: "write for example facts/vpc-0a1b2c3d4e5f60718.json",
            },
        ],
    },
];

describeMistakes("settings: mistakes about an existing VPC", MISTAKES);
