import { describeMistakes, type Mistakes } from "./mistakes";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
const KEY_FIX = "write the key's ARN, arn:PARTITION:kms:REGION:ACCOUNT:key/ID, as `aws kms describe-key` shows it";
const OFFERED = "what a space starts with is offered; offered are ml.t3.large, ml.m5.large, ml.g5.xlarge";
const OFFER_IT = "add it to domain.instances.offered, or set one of them here";
const FOLDERS = "folders of letters, digits and _ . -, joined by single slashes, at most 512 characters";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "the idle time outside what people may choose",
        sample: "full",
        edits: [
            ["minMinutes: 60", "minMinutes: 91"],
            ["maxMinutes: 480", "maxMinutes: 89"],
        ],
        problems: [
            {
                line: "minMinutes: 91",
                path: "domain.idleShutdown.minMinutes",
                found: 91,
                rule: "minMinutes is at most minutes, 90",
                fix: "lower minMinutes or raise minutes",
            },
            {
                line: "maxMinutes: 89",
                path: "domain.idleShutdown.maxMinutes",
                found: 89,
                rule: "maxMinutes is at least minutes, 90",
                fix: "raise maxMinutes or lower minutes",
            },
        ],
    },
    {
        name: "more than a year without activity",
        sample: "full",
        edits: [["maxMinutes: 480", "maxMinutes: 525601"]],
        problems: [
            {
                line: "maxMinutes: 525601",
                path: "domain.idleShutdown.maxMinutes",
                found: 525601,
                rule: "whole minutes, 60 to 525600 (one year)",
                fix: "write for example 480",
            },
        ],
    },
    {
        name: "an instance type that is nearly right",
        sample: "full",
        edits: [["jupyterLab: ml.m5.large", "jupyterLab: m5.large"]],
        problems: [
            {
                line: "jupyterLab: m5.large",
                path: "domain.instances.jupyterLab",
                found: "m5.large",
                rule: "an instance type of Studio spaces, such as ml.t3.medium",
                fix: "did you mean ml.m5.large?",
            },
        ],
    },
    {
        name: "starting types that are not offered",
        sample: "full",
        edits: [["offered: [ml.t3.large, ml.m5.large, ml.g5.xlarge]", "offered: [ml.g5.xlarge]"]],
        problems: [
            {
                line: "jupyterLab: ml.m5.large",
                path: "domain.instances.jupyterLab",
                found: "ml.m5.large",
                rule: "what a space starts with is offered; offered are ml.g5.xlarge",
                fix: OFFER_IT,
            },
            {
                line: "codeEditor: ml.t3.large",
                path: "domain.instances.codeEditor",
                found: "ml.t3.large",
                rule: "what a space starts with is offered; offered are ml.g5.xlarge",
                fix: OFFER_IT,
            },
        ],
    },
    {
        name: "a starting type left to its default that is not offered",
        sample: "full",
        edits: [
            ["      codeEditor: ml.t3.large\n", ""],
            ["apps: [ml.t3.large, ml.m5.large", "apps: [ml.t3.medium, ml.t3.large, ml.m5.large"],
        ],
        problems: [
            {
                line: "instances:",
                path: "domain.instances.codeEditor",
                found: "ml.t3.medium",
                rule: OFFERED,
                fix: OFFER_IT,
            },
        ],
    },
    {
        name: "an instance type offered twice",
        sample: "full",
        edits: [["[ml.t3.large, ml.m5.large,", "[ml.t3.large, ml.t3.large, ml.m5.large,"]],
        problems: [
            {
                line: "offered: [ml.t3.large, ml.t3.large, ml.m5.large, ml.g5.xlarge]",
                path: "domain.instances.offered[1]",
                found: "ml.t3.large",
                rule: "each is named once",
                fix: "remove the second mention",
            },
        ],
    },
    {
        name: "lifecycle scripts that are not there",
        sample: "full",
        edits: [
            ["jupyterLab: package-index", "jupyterLab: package-index.sh"],
            ["codeEditor: package-index", "codeEditor: idle-shutdown"],
        ],
        problems: [
            {
                line: "jupyterLab: package-index.sh",
                path: "domain.lifecycleScripts.jupyterLab",
                found: "package-index.sh",
                rule: "a lifecycle script is a file of assets/lifecycle, named without .sh",
                fix: "did you mean package-index?",
            },
            {
                line: "codeEditor: idle-shutdown",
                path: "domain.lifecycleScripts.codeEditor",
                found: "idle-shutdown",
                rule: "a lifecycle script is a file of assets/lifecycle, named without .sh",
                fix: "choose one of: package-index",
            },
        ],
    },
    {
        name: "shared outputs in a bucket nobody named",
        sample: "full",
        edits: [["bucket: acme-research-data", "bucket: acme-outputs"]],
        problems: [
            {
                line: "bucket: acme-outputs",
                path: "domain.sharing.bucket",
                found: "acme-outputs",
                rule: "shared outputs go to one of security.dataBuckets: the VPC lets no other bucket through",
                fix: "add the bucket to security.dataBuckets, or name one of them here",
            },
        ],
    },
    {
        name: "a folder that a policy would take for a pattern",
        sample: "full",
        edits: [["prefix: notebooks/shared", 'prefix: "notebooks/*"']],
        problems: [
            {
                line: 'prefix: "notebooks/*"',
                path: "domain.sharing.prefix",
                found: "notebooks/*",
                rule: FOLDERS,
                fix: "write for example notebooks/shared, without a slash at either end",
            },
        ],
    },
    {
        name: "an alias for the key of shared outputs",
        sample: "full",
        edits: [[KEY, "arn:aws:kms:eu-west-1:111122223333:alias/sharing"]],
        problems: [
            {
                line: "keyArn: arn:aws:kms:eu-west-1:111122223333:alias/sharing",
                path: "domain.sharing.keyArn",
                found: "arn:aws:kms:eu-west-1:111122223333:alias/sharing",
                rule: "a key is named by its own ARN: an alias can be moved to another key",
                fix: KEY_FIX,
            },
        ],
    },
    {
        name: "a key by its id",
        sample: "full",
        edits: [[KEY, "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"]],
        problems: [
            {
                line: "keyArn: 0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                path: "domain.sharing.keyArn",
                found: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                rule: "the ARN of a KMS key",
                fix: KEY_FIX,
            },
        ],
    },
    {
        name: "a key of another region",
        sample: "full",
        edits: [["arn:aws:kms:eu-west-1", "arn:aws:kms:eu-west-2"]],
        problems: [
            {
                line: "keyArn: arn:aws:kms:eu-west-2:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                path: "domain.sharing.keyArn",
                found: KEY.replace("eu-west-1", "eu-west-2"),
                rule: "the key is one of the region eu-west-1 (aws:region): its ARN begins with arn:aws:kms:eu-west-1:",
                fix: "name a key of that region, the bucket's",
            },
        ],
    },
    {
        name: "Docker for every registry",
        sample: "full",
        edits: [['      accounts: ["111122223333"]\n', ""]],
        problems: [
            {
                line: "docker:",
                path: "domain.docker.accounts",
                found: [],
                rule: "Docker is on for the registries of named accounts only",
                fix: "name the accounts, such as the domain's own, or set enabled: false",
            },
        ],
    },
    {
        name: "registries without Docker",
        sample: "full",
        edits: [["      enabled: true\n      accounts", "      accounts"]],
        problems: [
            {
                line: 'accounts: ["111122223333"]',
                path: "domain.docker.accounts",
                found: ["111122223333"],
                rule: "accounts count only with enabled: true",
                fix: "remove accounts, or set enabled: true",
            },
        ],
    },
    {
        name: "an account without quotes",
        sample: "full",
        edits: [['accounts: ["111122223333"]', "accounts: [11122223333]"]],
        problems: [
            {
                line: "accounts: [11122223333]",
                path: "domain.docker.accounts[0]",
                found: 11122223333,
                rule: "twelve digits, as text",
                fix: 'write it in quotes, with its leading zeros: "011122223333"',
            },
        ],
    },
    {
        name: "a key of the domain that is nearly right",
        sample: "full",
        edits: [["    homes: retain", "    idleShutdow: { minutes: 90 }"]],
        problems: [
            {
                line: "idleShutdow: { minutes: 90 }",
                path: "domain.idleShutdow",
                found: { minutes: 90 },
                rule: "unknown key; the keys of domain are homes, drain, volumes, idleShutdown, instances, lifecycleScripts, images, fileSystems, posixUser, canvas, projectsPortfolio, sharing, docker, tagPropagation",
                fix: "did you mean idleShutdown?",
            },
        ],
    },
];

describeMistakes("settings: mistakes about the domain", MISTAKES);
