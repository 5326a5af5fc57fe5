import { describeMistakes, type Mistakes } from "./mistakes";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "a response without a trail to see through",
        sample: "full",
        edits: [["      trailLogGroup: aws-cloudtrail-logs\n", ""]],
        problems: [
            {
                line: "response:",
                path: "security.response.trailLogGroup",
                found: undefined,
                rule: "API calls are seen through a trail, and this stack makes none",
                fix: "name the log group of the account's trail, or give security.baseline with trail: management",
            },
        ],
    },
    {
        name: "two groups to read a trail in",
        sample: "full",
        edits: [["trail: none", "trail: management"]],
        problems: [
            {
                line: "trailLogGroup: aws-cloudtrail-logs",
                path: "security.response.trailLogGroup",
                found: "aws-cloudtrail-logs",
                rule: "security.baseline.trail makes a trail with a log group of its own",
                fix: "remove trailLogGroup, or set security.baseline.trail: none",
            },
        ],
    },
    {
        name: "Security Hub without AWS Config",
        sample: "full",
        edits: [["config: recorder", "config: none"]],
        problems: [
            {
                line: "securityHub: true",
                path: "security.baseline.securityHub",
                found: true,
                rule: "Security Hub's checks read what AWS Config records, and config is none",
                fix: "set config: recorder, or config: rules where the account has a recorder",
            },
        ],
    },
    {
        name: "a baseline of nothing",
        sample: "full",
        edits: [
            ["config: recorder", "config: none"],
            ["guardDuty: true", "guardDuty: false"],
            ["macie: true", "macie: false"],
            ["securityHub: true", "securityHub: false"],
        ],
        problems: [
            {
                line: "baseline:",
                path: "security.baseline",
                found: {
                    logGroups: false,
                    trail: "none",
                    trailDays: 1096,
                    config: "none",
                    accessAnalyzer: false,
                    guardDuty: false,
                    macie: false,
                    securityHub: false,
                },
                rule: "a baseline makes at least one thing",
                fix: "remove baseline, or turn on what this stack is to make for the account",
            },
        ],
    },
    {
        name: "a word for what a switch with three ways does",
        sample: "full",
        edits: [
            ["config: recorder", "config: true"],
            ["mode: stop", "mode: delete"],
        ],
        problems: [
            {
                line: "config: true",
                path: "security.baseline.config",
                found: true,
                rule: "one of: none, rules, recorder",
                fix: 'write for example "rules"',
            },
            {
                line: "mode: delete",
                path: "security.response.mode",
                found: "delete",
                rule: "one of: notify, stop",
                fix: 'write for example "stop"',
            },
        ],
    },
    {
        name: "records that are gone before anybody looks",
        sample: "full",
        edits: [["trailDays: 1096", "trailDays: 30"]],
        problems: [
            {
                line: "trailDays: 30",
                path: "security.baseline.trailDays",
                found: 30,
                rule: "whole days, 90 to 3653",
                fix: "write for example 1096",
            },
        ],
    },
    {
        name: "addresses that are none, or twice",
        sample: "full",
        edits: [
            [
                "emails: [security@example.com]",
                'emails: [security@example.com, "security at example.com", security@example.com]',
            ],
        ],
        problems: [
            {
                line: 'emails: [security@example.com, "security at example.com", security@example.com]',
                path: "security.response.emails[1]",
                found: "security at example.com",
                rule: "an e-mail address",
                fix: 'write for example "security@example.com"',
            },
            {
                line: 'emails: [security@example.com, "security at example.com", security@example.com]',
                path: "security.response.emails[2]",
                found: "security@example.com",
                rule: "each is named once",
                fix: "remove the second mention",
            },
        ],
    },
    {
        name: "an exempt role of another account",
        sample: "full",
        edits: [
            ["exempt: [arn:aws:iam::111122223333:role/deployer]", "exempt: [arn:aws:iam::444455556666:role/deployer]"],
        ],
        problems: [
            {
                line: "exempt: [arn:aws:iam::444455556666:role/deployer]",
                path: "security.response.exempt[0]",
                found: "arn:aws:iam::444455556666:role/deployer",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
        ],
    },
    {
        name: "a log group named by its ARN",
        sample: "full",
        edits: [
            [
                "trailLogGroup: aws-cloudtrail-logs",
                "trailLogGroup: arn:aws:logs:eu-west-1:111122223333:log-group:aws-cloudtrail-logs:*",
            ],
        ],
        problems: [
            {
                line: "trailLogGroup: arn:aws:logs:eu-west-1:111122223333:log-group:aws-cloudtrail-logs:*",
                path: "security.response.trailLogGroup",
                found: "arn:aws:logs:eu-west-1:111122223333:log-group:aws-cloudtrail-logs:*",
                rule: "the group is named by its name, not by its ARN",
                fix: "write aws-cloudtrail-logs",
            },
        ],
    },
];

describeMistakes("settings: mistakes in baseline and response", MISTAKES);
