import { describeMistakes, type Mistakes } from "./mistakes";

const JOBS_RULE = "an instance type of jobs, such as ml.m5.large, or a family of them, such as ml.m5.*";
const APPS_RULE = "an instance type of apps, such as ml.m5.large, or a family of them, such as ml.m5.*";
const ALLOWED = "apps may run on security.guardrails.instances.apps only: ml.t3.large, ml.g5.*";
const ALLOW_IT = "add the type there, or choose one of them here";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "a type of EC2 for jobs",
        sample: "full",
        edits: [["ml.g5.2xlarge]", "g5.2xlarge]"]],
        problems: [
            {
                line: 'jobs: ["ml.m5.*", g5.2xlarge]',
                path: "security.guardrails.instances.jobs[1]",
                found: "g5.2xlarge",
                rule: JOBS_RULE,
                fix: "did you mean ml.g5.2xlarge?",
            },
        ],
    },
    {
        name: "a family that is nearly right",
        sample: "full",
        edits: [['"ml.g5.*"]', '"m5d.*", "ml.g5.*"]']],
        problems: [
            {
                line: 'apps: [ml.t3.large, ml.m5.large, "m5d.*", "ml.g5.*"]',
                path: "security.guardrails.instances.apps[2]",
                found: "m5d.*",
                rule: APPS_RULE,
                fix: "did you mean ml.m5d.*?",
            },
        ],
    },
    {
        name: "every type, as a pattern",
        sample: "full",
        edits: [['["ml.m5.*", ml.g5.2xlarge]', '["ml.*"]']],
        problems: [
            {
                line: 'jobs: ["ml.*"]',
                path: "security.guardrails.instances.jobs[0]",
                found: "ml.*",
                rule: JOBS_RULE,
                fix: "write for example ml.m5.large",
            },
        ],
    },
    {
        name: "a type named twice",
        sample: "full",
        edits: [["ml.g5.2xlarge]", 'ml.g5.2xlarge, "ml.m5.*"]']],
        problems: [
            {
                line: 'jobs: ["ml.m5.*", ml.g5.2xlarge, "ml.m5.*"]',
                path: "security.guardrails.instances.jobs[2]",
                found: "ml.m5.*",
                rule: "each is named once",
                fix: "remove the second mention",
            },
        ],
    },
    {
        name: "types that Studio offers and the guardrails deny",
        sample: "full",
        edits: [["apps: [ml.t3.large, ml.m5.large,", "apps: [ml.t3.large,"]],
        problems: [
            {
                line: "jupyterLab: ml.m5.large",
                path: "domain.instances.jupyterLab",
                found: "ml.m5.large",
                rule: ALLOWED,
                fix: ALLOW_IT,
            },
            {
                line: "offered: [ml.t3.large, ml.m5.large, ml.g5.xlarge]",
                path: "domain.instances.offered[1]",
                found: "ml.m5.large",
                rule: ALLOWED,
                fix: ALLOW_IT,
            },
        ],
    },
    {
        name: "a run of a month",
        sample: "full",
        edits: [["maxRuntimeHours: 12", "maxRuntimeHours: 720"]],
        problems: [
            {
                line: "maxRuntimeHours: 720",
                path: "security.guardrails.maxRuntimeHours",
                found: 720,
                rule: "whole hours, 1 to 672 (28 days)",
                fix: "write for example 24",
            },
        ],
    },
    {
        name: "a switch in quotes",
        sample: "full",
        edits: [["isolation: false", 'isolation: "false"']],
        problems: [
            {
                line: 'isolation: "false"',
                path: "security.guardrails.isolation",
                found: "false",
                rule: "true or false",
                fix: "write true or false, without quotes",
            },
        ],
    },
    {
        name: "the root of the organization, and a name",
        sample: "full",
        edits: [['targets: [ou-a1b2-c3d4e5f6, "111122223333"]', "targets: [r-a1b2, studio]"]],
        problems: [
            {
                line: "targets: [r-a1b2, studio]",
                path: "security.organization.targets[0]",
                found: "r-a1b2",
                rule: "policies of one deployment are not for a whole organization",
                fix: "name the organizational unit of Studio's accounts, or the account",
            },
            {
                line: "targets: [r-a1b2, studio]",
                path: "security.organization.targets[1]",
                found: "studio",
                rule: "an organizational unit or an account",
                fix: "write for example ou-a1b2-c3d4e5f6, or twelve digits in quotes",
            },
        ],
    },
    {
        name: "an account without quotes as target",
        sample: "full",
        edits: [['ou-a1b2-c3d4e5f6, "111122223333"', "111122223333"]],
        problems: [
            {
                line: "targets: [111122223333]",
                path: "security.organization.targets[0]",
                found: 111122223333,
                rule: "the id of an organizational unit, ou-…, or of an account, as text",
                fix: 'write it in quotes: "111122223333"',
            },
        ],
    },
    {
        name: "the management account in the role of Studio's",
        sample: "full",
        edits: [
            ["arn:aws:iam::444455556666:role/policy-administrator", "arn:aws:iam::111122223333:role/deployer"],
            ['ou-a1b2-c3d4e5f6, "111122223333"', "ou-a1b2-c3d4e5f6"],
        ],
        problems: [
            {
                line: "managementRole: arn:aws:iam::111122223333:role/deployer",
                path: "security.organization.managementRole",
                found: "arn:aws:iam::111122223333:role/deployer",
                rule: "service control policies do not bind the account that manages them, and 111122223333 is account.id",
                fix: "name a role of the management account, and deploy Studio to a member account",
            },
        ],
    },
    {
        name: "the management account as target",
        sample: "full",
        edits: [['ou-a1b2-c3d4e5f6, "111122223333"', 'ou-a1b2-c3d4e5f6, "444455556666"']],
        problems: [
            {
                line: 'targets: [ou-a1b2-c3d4e5f6, "444455556666"]',
                path: "security.organization.targets[1]",
                found: "444455556666",
                rule: "service control policies do not bind the account that manages them",
                fix: "name the account of Studio, or its organizational unit",
            },
        ],
    },
    {
        name: "a management role of another partition",
        sample: "full",
        edits: [["arn:aws:iam::444455556666", "arn:aws-cn:iam::444455556666"]],
        problems: [
            {
                line: "managementRole: arn:aws-cn:iam::444455556666:role/policy-administrator",
                path: "security.organization.managementRole",
                found: "arn:aws-cn:iam::444455556666:role/policy-administrator",
                rule: "ARNs begin with arn:aws: in the region eu-west-1 (aws:region)",
                fix: "name an identity of that partition",
            },
        ],
    },
    {
        name: "policies that could leave the domain to nobody",
        sample: "full",
        edits: [
            [
                "    assumeRole:\n      arn: arn:aws:iam::111122223333:role/deployer\n      externalId: studio-deployment\n",
                "",
            ],
            ["      deployers:\n        - arn:aws:iam::111122223333:role/delivery\n", ""],
        ],
        problems: [
            {
                line: "buckets:",
                path: "security.buckets.deployers",
                found: [],
                rule: "production closes its buckets to all who do not come through the S3 endpoint, so it knows who deploys",
                fix: "name the roles that deploy here, or one that the deployment assumes in account.assumeRole",
            },
            {
                line: "organization:",
                path: "security.organization",
                found: {
                    managementRole: "arn:aws:iam::444455556666:role/policy-administrator",
                    targets: ["ou-a1b2-c3d4e5f6", "111122223333"],
                },
                rule: "who deploys is known, or the policies could leave the domain to nobody",
                fix: "name the role that deploys in account.assumeRole or security.buckets.deployers",
            },
        ],
    },
];

describeMistakes("settings: mistakes about guardrails", MISTAKES);
