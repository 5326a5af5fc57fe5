import { describeMistakes, type Mistakes } from "./mistakes";

const KEY_PLACE =
    "the key is one of the account (account.id) in the region eu-west-1 (aws:region): its ARN begins with arn:aws:kms:eu-west-1:111122223333:";
const KEY_FIX = "name a key of that account and region, or remove it and have one made";

/** Edits that put a `security` key into the smallest stack file. */
const security = (...lines: readonly string[]): Mistakes["edits"] => [
    [
        "  private-studio:access:\n",
        `  private-studio:security:\n${lines.map((line) => `    ${line}\n`).join("")}  private-studio:access:\n`,
    ],
];

const MISTAKES: readonly Mistakes[] = [
    {
        name: "buckets that a destroy empties in a protected stack",
        sample: "minimal",
        edits: security("buckets:", "  emptyOnDestroy: true"),
        problems: [
            {
                line: "emptyOnDestroy: true",
                path: "security.buckets.emptyOnDestroy",
                found: true,
                rule: "buckets are emptied only in a stack that is not protected",
                fix: "remove emptyOnDestroy, or set private-studio:protect: false as well",
            },
        ],
    },
    {
        name: "production that does not know who deploys",
        sample: "firewall",
        edits: [["      deployers: [arn:aws:iam::111122223333:role/deployer]", "      deployers: []"]],
        problems: [
            {
                line: "deployers: []",
                path: "security.buckets.deployers",
                found: [],
                rule: "production closes its buckets to all who do not come through the S3 endpoint, so it knows who deploys",
                fix: "name the roles that deploy here, or one that the deployment assumes in account.assumeRole",
            },
        ],
    },
    {
        name: "Canvas without a bucket",
        sample: "canvas-and-data",
        edits: [["  private-studio:security:\n", "  private-studio:security:\n    buckets: { create: false }\n"]],
        problems: [
            {
                line: "buckets: { create: false }",
                path: "security.buckets.create",
                found: false,
                rule: "the feature canvas keeps its workspace in a bucket of the stack",
                fix: "remove create, or take canvas off network.features",
            },
        ],
    },
    {
        name: "a role for emergencies that administers keys",
        sample: "full",
        edits: [
            [
                "      - arn:aws:iam::111122223333:role/break-glass",
                "      - arn:aws:iam::111122223333:role/key-administrators",
            ],
        ],
        problems: [
            {
                line: "- arn:aws:iam::111122223333:role/key-administrators",
                path: "security.breakGlass[0]",
                found: "arn:aws:iam::111122223333:role/key-administrators",
                rule: "a role for emergencies uses the key for data, and administrators of keys (security.keyAdministrators) do not",
                fix: "name another role here or there",
            },
        ],
    },
    {
        name: "roles of other accounts",
        sample: "full",
        edits: [
            ["role/break-glass", "role/break-glass\n      - arn:aws:iam::444455556666:role/break-glass"],
            ["role/delivery", "role/delivery\n        - arn:aws:iam::444455556666:role/delivery"],
        ],
        problems: [
            {
                line: "- arn:aws:iam::444455556666:role/delivery",
                path: "security.buckets.deployers[1]",
                found: "arn:aws:iam::444455556666:role/delivery",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
            {
                line: "- arn:aws:iam::444455556666:role/break-glass",
                path: "security.breakGlass[1]",
                found: "arn:aws:iam::444455556666:role/break-glass",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
        ],
    },
    {
        name: "an emergency role named by a wildcard",
        sample: "full",
        edits: [
            ["      - arn:aws:iam::111122223333:role/break-glass", "      - arn:aws:iam::111122223333:role/break-*"],
        ],
        problems: [
            {
                line: "- arn:aws:iam::111122223333:role/break-*",
                path: "security.breakGlass[0]",
                found: "arn:aws:iam::111122223333:role/break-*",
                rule: "a role is named in full, without wildcards",
                fix: "name each one in a line of its own",
            },
        ],
    },
    {
        name: "keys of another account and another region",
        sample: "existing-keys",
        edits: [
            ["domain: arn:aws:kms:eu-west-1:111122223333:", "domain: arn:aws:kms:eu-west-1:444455556666:"],
            ["logs: arn:aws:kms:eu-west-1:111122223333:", "logs: arn:aws:kms:us-east-1:111122223333:"],
        ],
        problems: [
            {
                line: "domain: arn:aws:kms:eu-west-1:444455556666:key/0a1b2c3d-4e5f-6071-8293-000000000001",
                path: "security.keys.domain",
                found: "arn:aws:kms:eu-west-1:444455556666:key/0a1b2c3d-4e5f-6071-8293-000000000001",
                rule: KEY_PLACE,
                fix: KEY_FIX,
            },
            {
                line: "logs: arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-000000000003",
                path: "security.keys.logs",
                found: "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-000000000003",
                rule: KEY_PLACE,
                fix: KEY_FIX,
            },
        ],
    },
    {
        name: "a key by its alias",
        sample: "existing-keys",
        edits: [["key/0a1b2c3d-4e5f-6071-8293-000000000002", "alias/research"]],
        problems: [
            {
                line: "data: arn:aws:kms:eu-west-1:111122223333:alias/research",
                path: "security.keys.data",
                found: "arn:aws:kms:eu-west-1:111122223333:alias/research",
                rule: "a key is named by its own ARN: an alias can be moved to another key",
                fix: "write the key's ARN, arn:PARTITION:kms:REGION:ACCOUNT:key/ID, as `aws kms describe-key` shows it",
            },
        ],
    },
    {
        name: "a key that is used through an endpoint which is not there",
        sample: "minimal",
        edits: [
            ...security("keys: { onlyThroughEndpoint: true }"),
            ["    zones: [euw1-az1]", "    zones: [euw1-az1]\n    features: [studio]"],
        ],
        problems: [
            {
                line: "keys: { onlyThroughEndpoint: true }",
                path: "security.keys.onlyThroughEndpoint",
                found: true,
                rule: "the VPC has an endpoint of kms; no feature chooses one",
                fix: "add kms to network.endpoints.add, or remove onlyThroughEndpoint",
            },
        ],
    },
    {
        name: "a limit for a key whose policy is not ours",
        sample: "existing-keys",
        edits: [
            ["    zones: [euw1-az1]", "    zones: [euw1-az1]\n    endpoints: { add: [kms] }"],
            ["    keys:\n", "    keys:\n      onlyThroughEndpoint: true\n"],
        ],
        problems: [
            {
                line: "onlyThroughEndpoint: true",
                path: "security.keys.onlyThroughEndpoint",
                found: true,
                rule: "the policy of the key in keys.data is its owner's, so nothing is denied here",
                fix: "remove onlyThroughEndpoint and let the key's own policy say it, or remove keys.data",
            },
        ],
    },
    {
        name: "times that nobody can keep",
        sample: "full",
        edits: [
            ["rotationDays: 180", "rotationDays: 30"],
            ["noncurrentDays: 90", "noncurrentDays: 0"],
            ["accessLogDays: 731", "accessLogDays: forever"],
        ],
        problems: [
            {
                line: "rotationDays: 30",
                path: "security.keys.rotationDays",
                found: 30,
                rule: "whole days, 90 to 2560",
                fix: "write for example 180",
            },
            {
                line: "noncurrentDays: 0",
                path: "security.buckets.noncurrentDays",
                found: 0,
                rule: "whole days, 1 to 3650",
                fix: "write for example 90",
            },
            {
                line: "accessLogDays: forever",
                path: "security.buckets.accessLogDays",
                found: "forever",
                rule: "whole days, 1 to 3650",
                fix: "write for example 731",
            },
        ],
    },
    {
        name: "sharing in an existing bucket without its key",
        sample: "full",
        edits: [["      keyArn: arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\n", ""]],
        problems: [
            {
                line: "sharing:",
                path: "domain.sharing.keyArn",
                found: undefined,
                rule: "what is shared in an existing bucket is encrypted with a key of your own",
                fix: "add keyArn, or remove bucket and share in the stack's own one",
            },
        ],
    },
    {
        name: "sharing in the stack's bucket under another key",
        sample: "full",
        edits: [["      bucket: acme-research-data\n", ""]],
        problems: [
            {
                line: "keyArn: arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                path: "domain.sharing.keyArn",
                found: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                rule: "the stack's own bucket takes the stack's own key only",
                fix: "remove keyArn, or name the existing bucket it belongs to",
            },
        ],
    },
    {
        name: "sharing where there is no bucket",
        sample: "minimal",
        edits: [
            ...security("buckets: { create: false }"),
            ["  private-studio:access:\n", "  private-studio:domain:\n    sharing: {}\n  private-studio:access:\n"],
        ],
        problems: [
            {
                line: "sharing: {}",
                path: "domain.sharing",
                found: { prefix: "studio-sharing" },
                rule: "shared outputs go to a bucket, and the stack makes none (security.buckets.create is false)",
                fix: "name one of security.dataBuckets in bucket, and its key in keyArn",
            },
        ],
    },
    {
        name: "a key of buckets that is nearly right",
        sample: "existing-keys",
        edits: [["emptyOnDestroy: true", "emptyOnDestory: true"]],
        problems: [
            {
                line: "emptyOnDestory: true",
                path: "security.buckets.emptyOnDestory",
                found: true,
                rule: "unknown key; the keys of buckets are create, deployers, emptyOnDestroy, noncurrentDays, accessLogDays",
                fix: "did you mean emptyOnDestroy?",
            },
        ],
    },
];

describeMistakes("settings: mistakes in keys and buckets", MISTAKES);
