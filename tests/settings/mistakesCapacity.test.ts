import { describeMistakes, type Mistakes } from "./mistakes";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "more users than addresses",
        sample: "full",
        edits: [["euw1-az1: 10.20.0.0/20", "euw1-az1: 10.20.0.0/26"]],
        problems: [
            {
                line: "capacity:",
                path: "network.capacity",
                found: { users: 40, jobs: 10, instancesPerJob: 2, efa: true },
                rule: "studio in euw1-az1 (10.20.0.0/26) has 59 addresses; 40 users take 160 (4 each, with one of 2 zones lost), 10 jobs of 2 instances take 100 (5 for each instance with EFA), the mount target of the home directories takes 1, 261 in all",
                fix: "use a larger network.cidr, or ranges of /23 or larger in network.subnets.studio, before there is a domain; or plan for fewer users or smaller jobs",
            },
        ],
    },
    {
        name: "more users than the computed subnets have",
        sample: "minimal",
        edits: [
            ["10.20.0.0/16", "10.20.0.0/24"],
            ["[euw1-az1]", "[euw1-az1]\n    capacity: { users: 40, jobs: 1 }"],
        ],
        problems: [
            {
                line: "capacity: { users: 40, jobs: 1 }",
                path: "network.capacity",
                found: { users: 40, jobs: 1, instancesPerJob: 1, efa: false },
                rule: "studio in euw1-az1 (10.20.0.0/25) has 123 addresses; 40 users take 160 (4 each), 1 job of 1 instance takes 2 (2 for each instance), the mount target of the home directories takes 1, 163 in all",
                fix: "use a larger network.cidr, or ranges of /24 or larger in network.subnets.studio, before there is a domain; or plan for fewer users or smaller jobs",
            },
        ],
    },
    {
        name: "more users than the subnets of an existing VPC have",
        sample: "existing-vpc",
        edits: [["egress: nat", "egress: nat\n    capacity: { users: 2000 }"]],
        problems: [
            {
                line: "capacity: { users: 2000 }",
                path: "network.capacity",
                found: { users: 2000, jobs: 0, instancesPerJob: 1, efa: false },
                rule: "studio in euw1-az1 (10.50.0.0/20) has 4091 addresses; 2000 users take 8000 (4 each, with one of 2 zones lost), the mount target of the home directories takes 1, 8001 in all; too few in euw1-az2 too",
                fix: "name subnets of /19 or larger in network.vpc.studio; or plan for fewer users or smaller jobs",
            },
        ],
    },
    {
        name: "more users than any subnet has",
        sample: "full",
        edits: [["users: 40", "users: 20000"]],
        problems: [
            {
                line: "capacity:",
                path: "network.capacity",
                found: { users: 20000, jobs: 10, instancesPerJob: 2, efa: true },
                rule: "studio in euw1-az1 (10.20.0.0/20) has 4091 addresses; 20000 users take 80000 (4 each, with one of 2 zones lost), 10 jobs of 2 instances take 100 (5 for each instance with EFA), the mount target of the home directories takes 1, 80101 in all; too few in euw1-az2 too",
                fix: "no subnet is that large: use more zones; or plan for fewer users or smaller jobs",
            },
        ],
    },
    {
        name: "endpoint subnets too small for the endpoints",
        sample: "full",
        edits: [["euw1-az2: 10.20.33.0/24", "euw1-az2: 10.20.33.0/28"]],
        problems: [
            {
                line: "euw1-az2: 10.20.33.0/28",
                path: "network.subnets.endpoint.euw1-az2",
                found: "10.20.33.0/28",
                rule: "endpoint in euw1-az2 (10.20.33.0/28) has 11 addresses; 16 interface endpoints take 16, the resolver takes 1, 17 in all",
                fix: "use ranges of /27 or larger, fewer features, or network.endpoints.remove",
            },
        ],
    },
    {
        name: "half a user",
        sample: "full",
        edits: [["users: 40", "users: 0.5"]],
        problems: [
            {
                line: "users: 0.5",
                path: "network.capacity.users",
                found: 0.5,
                rule: "a whole number, 0 to 100000",
                fix: "write for example 40",
            },
        ],
    },
    {
        name: "a capacity without people",
        sample: "full",
        edits: [["      users: 40\n", ""]],
        problems: [
            {
                line: "capacity:",
                path: "network.capacity.users",
                found: undefined,
                rule: "required: a capacity without people says nothing",
                fix: "add it, for example users: 40",
            },
        ],
    },
    {
        name: "jobs without the feature",
        sample: "full",
        edits: [
            ["[studio, jobs, dataAccess]", "[studio, dataAccess]"],
            ["efa: true", "efa: false"],
            ["fips: true", "fips: false"],
            ["onlyThroughEndpoint: true", "onlyThroughEndpoint: false"],
        ],
        problems: [
            {
                line: "distributedTraining: true",
                path: "network.distributedTraining",
                found: true,
                rule: "distributedTraining needs the feature jobs, without which no job runs in the VPC",
                fix: "add jobs to network.features, or remove distributedTraining",
            },
            {
                line: "jobs: 10",
                path: "network.capacity.jobs",
                found: 10,
                rule: "a number of jobs needs the feature jobs, without which no job runs in the VPC",
                fix: "add jobs to network.features, or remove capacity.jobs",
            },
        ],
    },
    {
        name: "the Elastic Fabric Adapter without its group",
        sample: "full",
        edits: [["distributedTraining: true", "distributedTraining: false"]],
        problems: [
            {
                line: "efa: true",
                path: "network.capacity.efa",
                found: true,
                rule: "the Elastic Fabric Adapter works only in a group that admits all traffic of its own",
                fix: "set network.distributedTraining true, or remove capacity.efa",
            },
        ],
    },
    {
        name: "a resolver without ranges to admit",
        sample: "minimal",
        edits: [["[euw1-az1]", "[euw1-az1]\n    clients: { resolver: true }"]],
        problems: [
            {
                line: "clients: { resolver: true }",
                path: "network.clients.ranges",
                found: undefined,
                rule: "required: whoever is admitted must be named",
                fix: 'add it, for example ranges: ["192.168.0.0/16"]',
            },
        ],
    },
    {
        name: "a resolver in a single zone",
        sample: "minimal",
        edits: [["[euw1-az1]", "[euw1-az1]\n    clients: { ranges: [192.168.0.0/16], resolver: true }"]],
        problems: [
            {
                line: "clients: { ranges: [192.168.0.0/16], resolver: true }",
                path: "network.clients.resolver",
                found: true,
                rule: "an inbound resolver stands in 2 zones, because AWS wants 2 addresses and one zone can fail",
                fix: "add a zone before there is a domain, or remove resolver",
            },
        ],
    },
    {
        name: "seven zones",
        sample: "minimal",
        edits: [["[euw1-az1]", "[euw1-az1, euw1-az2, euw1-az3, euw1-az4, euw1-az5, euw1-az6, euw1-az7]"]],
        problems: [
            {
                line: "zones: [euw1-az1, euw1-az2, euw1-az3, euw1-az4, euw1-az5, euw1-az6, euw1-az7]",
                path: "network.zones",
                found: ["euw1-az1", "euw1-az2", "euw1-az3", "euw1-az4", "euw1-az5", "euw1-az6", "euw1-az7"],
                rule: "1 to 6 zones of the region, each once, all ids or all names; at least 2 in production",
                fix: "list 1 to 6 zones",
            },
        ],
    },
];

describeMistakes("settings: mistakes of capacity and zones", MISTAKES);
