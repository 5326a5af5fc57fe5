import { z } from "zod";

import { roleArn } from "../arns";
import { setting } from "../setting";
import { booleanKey, checked, distinct } from "../values";

/** S3 User Guide, "Lifecycle configuration elements": whole days. Ten years, as the longest retention of a log group. */
const MOST_DAYS = 3653;

export const baselineSetting = setting(
    z.strictObject({
        logGroups: booleanKey(
            "Whether the log groups SageMaker writes to (/aws/sagemaker/studio, TrainingJobs and so on) are made beforehand, with key and retention. SageMaker would make them itself, without either",
            { example: false, rule: "true or false; false where the account has them already" },
        ).default(true),
        trail: setting(z.enum(["none", "management", "data"]), {
            description:
                "Trail of the account in this Region. `management`: API calls that manage something. `data`: also who reads and writes the stack's own buckets, and who calls endpoints and feature stores; billed by event. `none`: the account has a trail",
            example: "management",
            rule: "one of: none, management, data",
        }).default("data"),
        trailDays: setting(z.int().min(90).max(MOST_DAYS), {
            description: "Days to keep the trail's and AWS Config's records in their bucket",
            example: 1096,
            rule: `whole days, 90 to ${MOST_DAYS}`,
        }).default(731),
        config: setting(z.enum(["none", "rules", "recorder"]), {
            description:
                "AWS Config. `rules`: its managed rules about SageMaker, as far as the Region has them; the account has a recorder. `recorder`: also the recorder, one in each account and Region",
            example: "rules",
            rule: "one of: none, rules, recorder",
        }).default("none"),
        accessAnalyzer: booleanKey(
            "Whether IAM Access Analyzer reports what of the account can be reached from outside it",
            {
                example: false,
                rule: "true or false",
            },
        ).default(true),
        guardDuty: booleanKey(
            "Whether GuardDuty watches the account in this Region, with its protection of S3. Billed by volume",
            { example: true, rule: "true or false; false where an organization runs it" },
        ).default(false),
        macie: booleanKey("Whether Macie looks for sensitive data in the account's buckets. Billed by volume", {
            example: true,
            rule: "true or false; false where an organization runs it",
        }).default(false),
        securityHub: booleanKey(
            "Whether Security Hub checks the account against AWS's Foundational Security Best Practices. Billed by check; needs a recorder of AWS Config",
            { example: true, rule: "true or false; false where an organization runs it" },
        ).default(false),
    }),
    {
        description:
            "What an account has once in each Region, for all its stacks. Given in exactly one stack file of account and Region: a second stack that gives it fails with AlreadyExists, and what an organization runs centrally is left out here",
        example: { trail: "data", config: "rules" },
        rule: "a map of logGroups, trail, trailDays, config, accessAnalyzer, guardDuty, macie and securityHub",
    },
).optional();

/** SNS checks addresses itself; this finds what is none at all. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** An address that notices go to. */
export const email = setting(z.string().max(256).regex(EMAIL), {
    description: "E-mail address; AWS asks it to confirm",
    example: "security@example.com",
    rule: "an e-mail address",
});

/** CloudWatch Logs API CreateLogGroup, `logGroupName`. */
const LOG_GROUP = /^[.\-_/#A-Za-z0-9]{1,512}$/;

export const responseSetting = setting(
    z.strictObject({
        mode: setting(z.enum(["notify", "stop"]), {
            description:
                "What is done about jobs, models, endpoints, notebook instances, apps and spaces outside the rules. `notify`: people are told. `stop`: what runs is stopped, apps, endpoints, their configurations and models are deleted, and people are told. Volumes, homes and data are never deleted",
            example: "stop",
            rule: "one of: notify, stop",
        }).default("notify"),
        scope: setting(z.enum(["deployment", "account"]), {
            description:
                "What is judged. `deployment`: what this stack's roles, domain or subnets have to do with. `account`: everything of SageMaker in account and Region but other domains; only where no other team and no other stack works with SageMaker there",
            example: "account",
            rule: "one of: deployment, account",
        }).default("deployment"),
        emails: setting(distinct(z.array(email)), {
            description:
                "Who is told of what was found and of alarms. Others can subscribe to the topic, output noticesTopicArn",
            example: ["security@example.com"],
            rule: "e-mail addresses, each once",
            fix: "write for example security@example.com",
        }).default([]),
        exempt: setting(distinct(z.array(roleArn("ARN of a role", "arn:aws:iam::111122223333:role/deployer"))), {
            description:
                "Roles whose own calls are left alone. With one named, only API calls are watched, because SageMaker's own events do not say who called",
            example: ["arn:aws:iam::111122223333:role/deployer"],
            rule: "ARNs of roles of account.id, each once",
        }).default([]),
        trailLogGroup: setting(
            checked(z.string(), (name, report) => {
                if (LOG_GROUP.test(name)) {
                    return;
                }
                report(
                    name.startsWith("arn:")
                        ? {
                              rule: "the group is named by its name, not by its ARN",
                              fix: `write ${name.split(":log-group:")[1]?.replace(/:\*$/, "") ?? "the name"}`,
                          }
                        : {
                              rule: "a log group's name has letters, digits and . - _ / #, at most 512",
                              fix: "write the name as CloudWatch Logs lists it",
                          },
                );
            }),
            {
                description:
                    "Log group an existing trail of this Region writes to, where baseline.trail makes none: the alarms on refused links and on roles for emergencies read it",
                example: "aws-cloudtrail-logs",
                rule: "the name of a log group",
            },
        ).optional(),
    }),
    {
        description:
            "Watches what is started, tells people or stops it, and raises alarms. Needs a trail in the Region: baseline.trail or trailLogGroup",
        example: { mode: "notify", emails: ["security@example.com"] },
        rule: "a map of mode, scope, emails, exempt and trailLogGroup",
    },
).optional();
