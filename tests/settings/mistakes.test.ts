import assert from "node:assert/strict";

import { edited, problemsIn, sample, type Seen } from "./helper";

/** An edit of tests/stacks/full.yaml and the one problem it makes. */
interface Mistake {
    readonly name: string;
    readonly edit: readonly [from: string, to: string];
    readonly problem: Seen;
}

const ARN_FIX = "write arn:PARTITION:iam::ACCOUNT:role/NAME with the role's own path and name";
const BUCKET_FIX = "write the bucket's name as S3 lists it, without s3:// and without a path";
const FEATURES =
    "studio, jobs, canvas, jumpstart, featureStore, projects, mlflow, bedrock, emr, glue, dataAccess, codeArtifact, remoteIde, observability, accessApi";
const PRINCIPAL = "- arn:aws:iam::111122223333:role/data-scientists";
const PROFILE_RULE =
    "a profile name is 1 to 63 letters, digits and hyphens, begins and ends with a letter or digit, and is unique without regard to case";

const MISTAKES: Mistake[] = [
    {
        name: "no region",
        edit: ["aws:region: eu-west-1", "aws:profile: me"],
        problem: {
            line: "config:",
            path: "aws:region",
            found: undefined,
            rule: "required: the region decides partition, zones and endpoint names",
            fix: 'add it, for example aws:region: "eu-west-1"',
        },
    },
    {
        name: "a boolean in words",
        edit: ["production: true", "production: yes please"],
        problem: {
            line: "private-studio:production: yes please",
            path: "production",
            found: "yes please",
            rule: "true or false",
            fix: "write true or false, without quotes",
        },
    },
    {
        name: "an account id without quotes",
        edit: ['id: "111122223333"', "id: 111122223333"],
        problem: {
            line: "id: 111122223333",
            path: "account.id",
            found: 111122223333,
            rule: "twelve digits, as text",
            fix: 'write it in quotes, with its leading zeros: "111122223333"',
        },
    },
    {
        name: "a network of an address inside it",
        edit: ["cidr: 10.20.0.0/16", "cidr: 10.20.0.1/16"],
        problem: {
            line: "cidr: 10.20.0.1/16",
            path: "network.cidr",
            found: "10.20.0.1/16",
            rule: "an IPv4 range is a.b.c.d/prefix with no bits set after the prefix; this one has bits set after its first 16",
            fix: "write 10.20.0.0/16",
        },
    },
    {
        name: "a network AWS does not make",
        edit: ["cidr: 10.20.0.0/16", "cidr: 10.0.0.0/8"],
        problem: {
            line: "cidr: 10.0.0.0/8",
            path: "network.cidr",
            found: "10.0.0.0/8",
            rule: "a VPC is a /16 to /28",
            fix: "choose a range of that size",
        },
    },
    {
        name: "a key that is nearly right",
        edit: ["flowLogDestination: bucket", "flowLogDestinaton: bucket"],
        problem: {
            line: "flowLogDestinaton: bucket",
            path: "network.flowLogDestinaton",
            found: "bucket",
            rule: "unknown key; the keys of network are cidr, zones, subnets, vpc, egress, firewall, dns, features, endpoints, capacity, distributedTraining, clients, flowLogRetentionDays, flowLogDestination",
            fix: "did you mean flowLogDestination?",
        },
    },
    {
        name: "a key like no other",
        edit: ["      externalId: studio-deployment", "      mfa: required"],
        problem: {
            line: "mfa: required",
            path: "account.assumeRole.mfa",
            found: "required",
            rule: "unknown key; the keys of assumeRole are arn, externalId",
            fix: "remove it",
        },
    },
    {
        name: "an unknown key of a list item",
        edit: ["      profile: jon-doe-2", "      profile: jon-doe-2\n      role: admin"],
        problem: {
            line: "role: admin",
            path: "users[1].role",
            found: "admin",
            rule: "unknown key; the keys of an item are name, tag, group, userName, profile, persona, team, tags",
            fix: "remove it",
        },
    },
    {
        name: "a top key that is nearly right",
        edit: ["private-studio:users:", "private-studio:user:"],
        problem: {
            line: "private-studio:user:",
            path: "user",
            found: [
                { name: "jon.doe", tag: "a00002", persona: "forecaster", team: "research" },
                {
                    name: "jon-doe",
                    tag: "a00002",
                    profile: "jon-doe-2",
                    persona: "mlops-engineer",
                    tags: { team: "research", owner: "jon" },
                },
            ],
            rule: "unknown key; the keys of private-studio: are deployment, account, production, protect, network, access, domain, security, users, tags",
            fix: "did you mean users?",
        },
    },
    {
        name: "a zone twice",
        edit: ["- euw1-az2\n", "- euw1-az1\n"],
        problem: {
            line: "- euw1-az1",
            path: "network.zones[1]",
            found: "euw1-az1",
            rule: "each is named once",
            fix: "remove the second mention",
        },
    },
    {
        name: "an id and a name of zones",
        edit: ["- euw1-az2\n", "- eu-west-1b\n"],
        problem: {
            line: "zones:",
            path: "network.zones",
            found: ["eu-west-1b", "euw1-az1"],
            rule: "zones are all ids or all names, because an id and a name can mean the same place",
            fix: "prefer ids: they mean the same place in every account",
        },
    },
    {
        name: "a Local Zone",
        edit: ["- euw1-az2\n", "- us-west-2-lax-1a\n"],
        problem: {
            line: "- us-west-2-lax-1a",
            path: "network.zones[0]",
            found: "us-west-2-lax-1a",
            rule: "a zone id such as euw1-az1 or a zone name such as eu-west-1a; no Local or Wavelength Zones",
            fix: "use an id or a name of a zone of the region",
        },
    },
    {
        name: "a way out there is not",
        edit: ["egress: firewall", "egress: internet"],
        problem: {
            line: "egress: internet",
            path: "network.egress",
            found: "internet",
            rule: "one of: isolated, nat, firewall",
            fix: 'write for example "firewall"',
        },
    },
    {
        name: "an unknown feature",
        edit: ["features: [studio, jobs, dataAccess]", "features: [studio, carvas]"],
        problem: {
            line: "features: [studio, carvas]",
            path: "network.features[1]",
            found: "carvas",
            rule: `one of: ${FEATURES}`,
            fix: "did you mean canvas?",
        },
    },
    {
        name: "no feature",
        edit: ["features: [studio, jobs, dataAccess]", "features: []"],
        problem: {
            line: "features: []",
            path: "network.features",
            found: [],
            rule: `a list of ${FEATURES}, each once, with studio`,
            fix: "list studio and what else is needed",
        },
    },
    {
        name: "features without studio",
        edit: ["features: [studio, jobs, dataAccess]", "features: [jobs]"],
        problem: {
            line: "features: [jobs]",
            path: "network.features",
            found: ["jobs"],
            rule: "features include studio, without which there is nothing to open",
            fix: "add studio",
        },
    },
    {
        name: "an internet gateway for the company network",
        edit: ["via: vgw-0123456789abcdef0", "via: igw-0123456789abcdef0"],
        problem: {
            line: "via: igw-0123456789abcdef0",
            path: "network.clients.via",
            found: "igw-0123456789abcdef0",
            rule: "the id of a transit gateway (tgw-…) or a VPN gateway (vgw-…)",
            fix: 'write for example "tgw-0123456789abcdef0"',
        },
    },
    {
        name: "a retention CloudWatch Logs does not know",
        edit: ["flowLogRetentionDays: 731", "flowLogRetentionDays: 500"],
        problem: {
            line: "flowLogRetentionDays: 500",
            path: "network.flowLogRetentionDays",
            found: 500,
            rule: "days, one of the periods CloudWatch Logs accepts: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
            fix: "use 545",
        },
    },
    {
        name: "private ranges as public addresses",
        edit: ["- 203.0.113.0/24", "- 192.168.7.0/24"],
        problem: {
            line: "- 192.168.7.0/24",
            path: "access.addresses[0]",
            found: "192.168.7.0/24",
            rule: "addresses are public: AWS never sees a request come from a private range",
            fix: "list the public ranges of your proxies or NAT, or use from: vpc with network.clients",
        },
    },
    {
        name: "half the internet as addresses",
        edit: ["- 203.0.113.0/24", "- 128.0.0.0/1"],
        problem: {
            line: "- 128.0.0.0/1",
            path: "access.addresses[0]",
            found: "128.0.0.0/1",
            rule: "a public range is a /8 or smaller; a wider one admits almost anyone",
            fix: "list the ranges your organisation owns",
        },
    },
    {
        name: "a tag key with a space",
        edit: ["tag: personId", "tag: person id"],
        problem: {
            line: "tag: person id",
            path: "access.tag",
            found: "person id",
            rule: "a letter, then letters, digits and _ . -, at most 128 in all",
            fix: 'write for example "employeeNumber"',
        },
    },
    {
        name: "a whole account",
        edit: [PRINCIPAL, "- arn:aws:iam::111122223333:root"],
        problem: {
            line: "- arn:aws:iam::111122223333:root",
            path: "access.principals[0]",
            found: "arn:aws:iam::111122223333:root",
            rule: "a user or role is one identity, not a whole account",
            fix: "name the roles people use",
        },
    },
    {
        name: "a wildcard principal",
        edit: [PRINCIPAL, "- arn:aws:iam::111122223333:role/*"],
        problem: {
            line: "- arn:aws:iam::111122223333:role/*",
            path: "access.principals[0]",
            found: "arn:aws:iam::111122223333:role/*",
            rule: "a user or role is named in full, without wildcards",
            fix: "name each one in a line of its own",
        },
    },
    {
        name: "a session as a principal",
        edit: [PRINCIPAL, "- arn:aws:sts::111122223333:assumed-role/data-scientists/jon"],
        problem: {
            line: "- arn:aws:sts::111122223333:assumed-role/data-scientists/jon",
            path: "access.principals[0]",
            found: "arn:aws:sts::111122223333:assumed-role/data-scientists/jon",
            rule: "a user or role is an IAM identity, not a session of one",
            fix: ARN_FIX,
        },
    },
    {
        name: "a user to assume",
        edit: ["role/deployer", "user/deployer"].map((end) => `iam::111122223333:${end}`) as [string, string],
        problem: {
            line: "arn: arn:aws:iam::111122223333:user/deployer",
            path: "account.assumeRole.arn",
            found: "arn:aws:iam::111122223333:user/deployer",
            rule: "the ARN of an IAM role",
            fix: ARN_FIX,
        },
    },
    {
        name: "an idle time below SageMaker's least",
        edit: ["minMinutes: 60", "minMinutes: 59"],
        problem: {
            line: "minMinutes: 59",
            path: "domain.idleShutdown.minMinutes",
            found: 59,
            rule: "whole minutes, 60 to 525600 (one year)",
            fix: "write for example 60",
        },
    },
    {
        name: "a size in words",
        edit: ["maximumGb: 200", "maximumGb: 200 GB"],
        problem: {
            line: "maximumGb: 200 GB",
            path: "domain.volumes.maximumGb",
            found: "200 GB",
            rule: "whole gigabytes, 5 to 16384",
            fix: "write for example 100",
        },
    },
    {
        name: "a key deleted at once",
        edit: ["keyDeletionDays: 14", "keyDeletionDays: 0"],
        problem: {
            line: "keyDeletionDays: 0",
            path: "security.keyDeletionDays",
            found: 0,
            rule: "whole days, 7 to 30",
            fix: "write for example 30",
        },
    },
    {
        name: "an S3 address as a bucket name",
        edit: ["- acme-research-data", "- s3://acme-research-data/raw"],
        problem: {
            line: "- s3://acme-research-data/raw",
            path: "security.dataBuckets[0]",
            found: "s3://acme-research-data/raw",
            rule: "3 to 63 lower-case letters, digits, dots and hyphens, beginning and ending with a letter or digit",
            fix: BUCKET_FIX,
        },
    },
    {
        name: "an IP address as a bucket name",
        edit: ["- acme-research-data", "- 192.168.5.4"],
        problem: {
            line: "- 192.168.5.4",
            path: "security.dataBuckets[0]",
            found: "192.168.5.4",
            rule: "a bucket name has no two adjacent dots and is no IP address",
            fix: BUCKET_FIX,
        },
    },
    {
        name: "an access point alias as a bucket name",
        edit: ["- acme-research-data", "- acme-s3alias"],
        problem: {
            line: "- acme-s3alias",
            path: "security.dataBuckets[0]",
            found: "acme-s3alias",
            rule: '"-s3alias" is reserved: such a name is not one of a general purpose bucket',
            fix: BUCKET_FIX,
        },
    },
    {
        name: "a user without a tag",
        edit: [
            "    - name: jon.doe\n      tag: a00002\n      persona: forecaster\n      team: research\n",
            "    - name: jon.doe\n",
        ],
        problem: {
            line: "- name: jon.doe",
            path: "users[0].tag",
            found: undefined,
            rule: "required: without it the profile would open for nobody",
            fix: 'add it, for example tag: "a00001"',
        },
    },
    {
        name: "a number as a person's tag",
        edit: ["name: jon.doe\n      tag: a00002", "name: jon.doe\n      tag: 200002"],
        problem: {
            line: "tag: 200002",
            path: "users[0].tag",
            found: 200002,
            rule: "1 to 256 letters, digits, spaces and _ . : / = + - @, without spaces at the ends, as text",
            fix: 'write it in quotes: "200002"',
        },
    },
    {
        name: "a wildcard as a person's tag",
        edit: ["name: jon.doe\n      tag: a00002", 'name: jon.doe\n      tag: "*"'],
        problem: {
            line: 'tag: "*"',
            path: "users[0].tag",
            found: "*",
            rule: "1 to 256 letters, digits, spaces and _ . : / = + - @, without spaces at the ends, as text",
            fix: "write the value as it stands on the person's identity, for example a00001",
        },
    },
    {
        name: "a user in one word",
        edit: [
            "    - name: jon.doe\n      tag: a00002\n      persona: forecaster\n      team: research\n",
            "    - jon.doe\n",
        ],
        problem: {
            line: "- jon.doe",
            path: "users[0]",
            found: "jon.doe",
            rule: "a list of maps with name and tag, or in mode identity-center name and group; no name and no profile name twice",
            fix: 'write for example [{"name":"jon.doe","tag":"a00002"}]',
        },
    },
    {
        name: "a profile name SageMaker refuses",
        edit: ["profile: jon-doe-2", "profile: jon_doe"],
        problem: {
            line: "profile: jon_doe",
            path: "users[1].profile",
            found: "jon_doe",
            rule: PROFILE_RULE,
            fix: "choose a name such as jon-doe",
        },
    },
    {
        name: "a tag key of AWS",
        edit: ["    project: private-studio", "    aws:project: private-studio"],
        problem: {
            line: "aws:project: private-studio",
            path: "tags.aws:project",
            found: "private-studio",
            rule: "tag keys that begin with aws: belong to AWS",
            fix: "rename the key",
        },
    },
    {
        name: "a number as a tag's value",
        edit: ["    project: private-studio", "    project: 42"],
        problem: {
            line: "project: 42",
            path: "tags.project",
            found: 42,
            rule: "at most 256 letters, digits, spaces and _ . : / = + - @, as text",
            fix: 'write it in quotes: "42"',
        },
    },
    {
        name: "a secret that decides what is built",
        edit: ["via: vgw-0123456789abcdef0", "via: { secure: AAABAAbCdEf }"],
        problem: {
            line: "via: { secure: AAABAAbCdEf }",
            path: "network.clients.via",
            found: "(secret)",
            rule: "network is plain, because it decides what is built; only values of tags may be secret",
            fix: "write the value itself, without secure: (pulumi config set without --secret)",
        },
    },
    {
        name: "the whole map of tags as one secret",
        edit: [
            "private-studio:tags:\n    project: private-studio\n    owner:\n      secure:",
            "private-studio:tags:\n    secure:",
        ],
        problem: {
            line: "private-studio:tags:",
            path: "tags",
            found: "(secret)",
            rule: "a map of at most 40 keys of 1 to 128 characters, not beginning with aws:, none of them access.tag; values of at most 256 characters",
            fix: "write the map itself plain, one tag a line; values may be secret",
        },
    },
];

describe("settings: mistakes within a key", () => {
    it("come from a sample that has none", () => {
        assert.deepEqual(problemsIn(sample("full")), []);
    });

    for (const { name, edit, problem } of MISTAKES) {
        it(`refuses ${name}`, () => {
            assert.deepEqual(problemsIn(edited(sample("full"), [edit])), [problem]);
        });
    }

    it("refuses more tags than are left to us", () => {
        const many = Array.from({ length: 39 }, (_, index) => `    more${index}: x\n`).join("");
        const text = edited(sample("full"), [["    project: private-studio\n", `    project: x\n${many}`]]);
        assert.deepEqual(
            problemsIn(text).map(({ line, path, rule, fix }) => ({ line, path, rule, fix })),
            [
                {
                    line: "private-studio:tags:",
                    path: "tags",
                    rule: "at most 40 tags, of the 50 AWS allows",
                    fix: "remove some",
                },
            ],
        );
    });

    it("reports every mistake at once, in the order of the keys and then between them", () => {
        const text = edited(sample("full"), [
            ["egress: firewall", "egress: internet"],
            ["minutes: 90", "minutes: 5"],
            ["keyDeletionDays: 14", "keyDeletionDays: 1"],
            ["private-studio:protect: true", "private-studio:protect: false"],
            ["      profile: jon-doe-2\n", ""],
            ["    project: private-studio", "    personid: private-studio"],
        ]);
        assert.deepEqual(
            problemsIn(text).map(({ line, path }) => `${line} ${path}`),
            [
                "egress: internet network.egress",
                "minutes: 5 domain.idleShutdown.minutes",
                "keyDeletionDays: 1 security.keyDeletionDays",
                "private-studio:protect: false protect",
                "personid: private-studio tags.personid",
                "- name: jon-doe users[1].name",
            ],
        );
    });
});
