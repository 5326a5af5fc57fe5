import assert from "node:assert/strict";

import { edited, problemsIn, sample, type Seen } from "./helper";

/** Edits of a sample and the problems they make together. */
interface Mistake {
    readonly name: string;
    readonly sample?: "minimal";
    readonly edits: readonly (readonly [from: string, to: string])[];
    readonly problems: readonly Seen[];
}

const APART = "the ranges of all tiers and zones are apart, also of those that are only reserved";
const PRINCIPAL = "- arn:aws:iam::111122223333:role/data-scientists";

const MISTAKES: Mistake[] = [
    {
        name: "a zone id of another region",
        edits: [["- euw1-az2\n", "- euw2-az2\n"]],
        problems: [
            {
                line: "- euw2-az2",
                path: "network.zones[0]",
                found: "euw2-az2",
                rule: "a zone belongs to the region eu-west-1 (aws:region)",
                fix: "use zones such as euw1-az1, euw1-az2",
            },
        ],
    },
    {
        name: "a zone name of another region",
        sample: "minimal",
        edits: [["[euw1-az1]", "[eu-west-1a, us-east-1b]"]],
        problems: [
            {
                line: "zones: [eu-west-1a, us-east-1b]",
                path: "network.zones[1]",
                found: "us-east-1b",
                rule: "a zone belongs to the region eu-west-1 (aws:region)",
                fix: "use zones such as euw1-az1, euw1-az2",
            },
        ],
    },
    {
        name: "one zone in production",
        sample: "minimal",
        edits: [
            ["config:\n", "config:\n  private-studio:production: true\n"],
            ["    id: ", "    assumeRole: { arn: arn:aws:iam::111122223333:role/deployer }\n    id: "],
        ],
        problems: [
            {
                line: "zones: [euw1-az1]",
                path: "network.zones",
                found: ["euw1-az1"],
                rule: "production has at least 2 zones, because one zone can fail",
                fix: "add a zone; before there is a domain, since that divides the network anew",
            },
        ],
    },
    {
        name: "no protection in production",
        edits: [["protect: true", "protect: false"]],
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
        name: "homes deleted in production",
        edits: [["homes: retain", "homes: delete"]],
        problems: [
            {
                line: "homes: delete",
                path: "domain.homes",
                found: "delete",
                rule: "production retains home directories when the domain is destroyed",
                fix: "set homes: retain",
            },
        ],
    },
    {
        name: "production open from anywhere",
        edits: [["from: addresses\n    addresses:\n      - 203.0.113.0/24", "from: anywhere"]],
        problems: [
            {
                line: "from: anywhere",
                path: "access.from",
                found: "anywhere",
                rule: "production is not opened from anywhere",
                fix: "use from: vpc, or from: addresses with public ranges",
            },
        ],
    },
    {
        name: "addresses missing",
        edits: [["    addresses:\n      - 203.0.113.0/24\n", ""]],
        problems: [
            {
                line: "private-studio:access:",
                path: "access.addresses",
                found: [],
                rule: "from: addresses needs at least one range, or nobody could open anything",
                fix: "list the public ranges people come from, or use from: vpc",
            },
        ],
    },
    {
        name: "addresses that do not count",
        edits: [["from: addresses", "from: vpc"]],
        problems: [
            {
                line: "addresses:",
                path: "access.addresses",
                found: ["203.0.113.0/24"],
                rule: "addresses count only with from: addresses; here from is vpc",
                fix: "remove addresses, or set from: addresses",
            },
        ],
    },
    {
        name: "a network too small for its zones",
        sample: "minimal",
        edits: [
            ["10.20.0.0/16", "10.20.1.0/24"],
            ["[euw1-az1]", "[euw1-az1, euw1-az2, euw1-az3]"],
        ],
        problems: [
            {
                line: "cidr: 10.20.1.0/24",
                path: "network.cidr",
                found: "10.20.1.0/24",
                rule: "a network of 3 zones is a /22 or larger, so that its smallest subnet is a /28",
                fix: "use a larger range such as 10.20.0.0/22, fewer zones, or explicit ranges for all tiers in network.subnets",
            },
        ],
    },
    {
        name: "client ranges that overlap the network",
        edits: [["- 10.30.0.0/16", "- 10.16.0.0/12"]],
        problems: [
            {
                line: "- 10.16.0.0/12",
                path: "network.clients.ranges[1]",
                found: "10.16.0.0/12",
                rule: "client ranges lie outside network.cidr, 10.20.0.0/16: what overlaps is routed within the VPC",
                fix: "name only ranges of the company network, or move network.cidr",
            },
        ],
    },
    {
        name: "an explicit subnet outside the network",
        edits: [["euw1-az2: 10.20.16.0/20", "euw1-az2: 10.21.16.0/20"]],
        problems: [
            {
                line: "euw1-az2: 10.21.16.0/20",
                path: "network.subnets.studio.euw1-az2",
                found: "10.21.16.0/20",
                rule: "a subnet lies in network.cidr, 10.20.0.0/16",
                fix: "choose a range in 10.20.0.0/16",
            },
        ],
    },
    {
        name: "explicit subnets that overlap",
        edits: [["euw1-az1: 10.20.32.0/24", "euw1-az1: 10.20.31.0/24"]],
        problems: [
            {
                line: "euw1-az1: 10.20.31.0/24",
                path: "network.subnets.endpoint.euw1-az1",
                found: "10.20.31.0/24",
                rule: APART,
                fix: "move it away from 10.20.16.0/20, studio in euw1-az2",
            },
        ],
    },
    {
        name: "an explicit subnet in a reserved range",
        edits: [["euw1-az2: 10.20.33.0/24", "euw1-az2: 10.20.112.0/24"]],
        problems: [
            {
                line: "euw1-az2: 10.20.112.0/24",
                path: "network.subnets.endpoint.euw1-az2",
                found: "10.20.112.0/24",
                rule: APART,
                fix: "move it away from 10.20.112.0/21, or choose ranges for the tier transit too",
            },
        ],
    },
    {
        name: "an explicit tier without one of the zones",
        edits: [["        euw1-az2: 10.20.33.0/24\n", ""]],
        problems: [
            {
                line: "endpoint:",
                path: "network.subnets.endpoint.euw1-az2",
                found: undefined,
                rule: "a tier with explicit ranges has one for every zone of network.zones",
                fix: "add euw1-az2 to endpoint",
            },
        ],
    },
    {
        name: "an explicit tier with another zone",
        edits: [["euw1-az2: 10.20.33.0/24\n", "euw1-az2: 10.20.33.0/24\n        euw1-az3: 10.20.34.0/24\n"]],
        problems: [
            {
                line: "euw1-az3: 10.20.34.0/24",
                path: "network.subnets.endpoint.euw1-az3",
                found: "10.20.34.0/24",
                rule: "a tier has ranges only for the zones of network.zones",
                fix: "remove euw1-az3, or add it to network.zones",
            },
        ],
    },
    {
        name: "explicit subnets of one tier only",
        edits: [["      endpoint:\n        euw1-az1: 10.20.32.0/24\n        euw1-az2: 10.20.33.0/24\n", ""]],
        problems: [
            {
                line: "subnets:",
                path: "network.subnets.endpoint",
                found: undefined,
                rule: "explicit subnets name the tiers studio and endpoint, because both are made in every deployment",
                fix: "add endpoint with a range for each of euw1-az1, euw1-az2, or remove subnets to have all ranges computed",
            },
        ],
    },
    {
        name: "an operator who is also a principal",
        edits: [["- arn:aws:iam::111122223333:role/studio-operators", PRINCIPAL]],
        problems: [
            {
                line: "- arn:aws:iam::111122223333:role/data-scientists",
                path: "access.operators[0]",
                found: "arn:aws:iam::111122223333:role/data-scientists",
                rule: "an operator is not in access.principals: the one may claim any tag, the other only their own",
                fix: "give operators a role of their own, or remove it from one of the lists",
            },
        ],
    },
    {
        name: "an ARN of another partition",
        edits: [[PRINCIPAL, "- arn:aws-cn:iam::111122223333:role/data-scientists"]],
        problems: [
            {
                line: "- arn:aws-cn:iam::111122223333:role/data-scientists",
                path: "access.principals[0]",
                found: "arn:aws-cn:iam::111122223333:role/data-scientists",
                rule: "ARNs begin with arn:aws: in the region eu-west-1 (aws:region)",
                fix: "name an identity of that partition",
            },
        ],
    },
    {
        name: "a region of another partition than its ARNs and zones",
        sample: "minimal",
        edits: [["aws:region: eu-west-1", "aws:region: cn-north-1"]],
        problems: [
            {
                line: "zones: [euw1-az1]",
                path: "network.zones[0]",
                found: "euw1-az1",
                rule: "a zone belongs to the region cn-north-1 (aws:region)",
                fix: "use zones such as cnn1-az1, cnn1-az2",
            },
            {
                line: "principals: [arn:aws:iam::111122223333:role/data-scientists]",
                path: "access.principals[0]",
                found: "arn:aws:iam::111122223333:role/data-scientists",
                rule: "ARNs begin with arn:aws-cn: in the region cn-north-1 (aws:region)",
                fix: "name an identity of that partition",
            },
        ],
    },
    {
        name: "a key administrator of another account",
        edits: [["111122223333:role/key-administrators", "444455556666:role/key-administrators"]],
        problems: [
            {
                line: "- arn:aws:iam::444455556666:role/key-administrators",
                path: "security.keyAdministrators[0]",
                found: "arn:aws:iam::444455556666:role/key-administrators",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
        ],
    },
    {
        name: "a deployment role of another account",
        edits: [["111122223333:role/deployer", "444455556666:role/deployer"]],
        problems: [
            {
                line: "arn: arn:aws:iam::444455556666:role/deployer",
                path: "account.assumeRole.arn",
                found: "arn:aws:iam::444455556666:role/deployer",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
        ],
    },
    {
        name: "a default volume larger than the largest",
        edits: [["defaultGb: 10", "defaultGb: 201"]],
        problems: [
            {
                line: "defaultGb: 201",
                path: "domain.volumes.defaultGb",
                found: 201,
                rule: "defaultGb is at most maximumGb, 200",
                fix: "lower defaultGb or raise maximumGb",
            },
        ],
    },
    {
        name: "two users with one profile after transformation",
        edits: [["      profile: jon-doe-2\n", ""]],
        problems: [
            {
                line: "- name: jon-doe",
                path: "users[1].name",
                found: "jon-doe",
                rule: 'users "jon.doe" and "jon-doe" would both have the profile "jon-doe"',
                fix: "add profile: with another name to one of them",
            },
        ],
    },
    {
        name: "two profiles that differ in case only",
        edits: [["profile: jon-doe-2", "profile: Jon-DOE"]],
        problems: [
            {
                line: "profile: Jon-DOE",
                path: "users[1].profile",
                found: "Jon-DOE",
                rule: 'users "jon.doe" and "jon-doe" would both have the profile "jon-doe"',
                fix: "add profile: with another name to one of them",
            },
        ],
    },
    {
        name: "a user twice",
        edits: [["name: jon-doe\n", "name: jon.doe\n"]],
        problems: [
            {
                line: "- name: jon.doe",
                path: "users[1].name",
                found: "jon.doe",
                rule: "each user is named once, because commands take the name",
                fix: "give the second one another name, such as the person and their role",
            },
        ],
    },
    {
        name: "a name of which no profile name can be made",
        edits: [["name: jon.doe\n", "name: 太郎\n"]],
        problems: [
            {
                line: "- name: 太郎",
                path: "users[0].name",
                found: "太郎",
                rule: 'the profile would be called ""; a profile name is 1 to 63 letters, digits and hyphens, begins and ends with a letter or digit, and is unique without regard to case',
                fix: "add profile: with a name of your choice",
            },
        ],
    },
    {
        name: "the ABAC tag on everything, in another case",
        edits: [["    project: private-studio", "    PERSONID: a00001"]],
        problems: [
            {
                line: "PERSONID: a00001",
                path: "tags.PERSONID",
                found: "a00001",
                rule: "tags do not contain personId (access.tag), which would give every profile the same value",
                fix: "remove it, or choose another key in access.tag",
            },
        ],
    },
];

describe("settings: mistakes between keys", () => {
    for (const { name, sample: base = "full", edits, problems } of MISTAKES) {
        it(`refuses ${name}`, () => {
            assert.deepEqual(problemsIn(edited(sample(base), edits)), problems);
        });
    }
});
