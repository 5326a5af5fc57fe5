import { z } from "zod";

import { roleArn } from "../arns";
import { setting } from "../setting";
import { booleanKey, distinct } from "../values";

/** S3 User Guide, "Lifecycle configuration elements": whole days, at least one. Ten years are enough for anybody. */
const MOST_DAYS = 3650;

/** Roles that reach the data past the endpoint when nothing else does. */
export const breakGlassSetting = setting(
    distinct(z.array(roleArn("ARN of a role", "arn:aws:iam::111122223333:role/break-glass"))),
    {
        description:
            "Roles for emergencies: they read and write the stack's own buckets from anywhere, past the S3 endpoint, as far as their own IAM policies allow",
        example: ["arn:aws:iam::111122223333:role/break-glass"],
        rule: "ARNs of roles of account.id, each once",
    },
).default([]);

export const bucketsSetting = setting(
    z.strictObject({
        create: booleanKey(
            "Whether the stack makes buckets of its own: for data, for models, for Canvas with its feature, and for their access logs",
            { example: false, rule: "true or false" },
        ).default(true),
        deployers: setting(distinct(z.array(roleArn("ARN of a role", "arn:aws:iam::111122223333:role/deployer"))), {
            description:
                "Roles that deploy this stack, beside account.assumeRole: from outside the VPC they list, refresh and empty its buckets. With none known, what other roles of the account than Studio's do there is left to IAM; reading what lies there is not, because the key refuses it",
            example: ["arn:aws:iam::111122223333:role/deployer"],
            rule: "ARNs of roles of account.id, each once",
        }).default([]),
        emptyOnDestroy: booleanKey(
            "Whether a destroy deletes the stack's buckets with everything in them; otherwise it stops until they are empty. The bucket for flow logs goes by protect alone",
            { example: true, rule: "true or false; true only with protect: false" },
        ).default(false),
        noncurrentDays: setting(z.int().min(1).max(MOST_DAYS), {
            description: "Days in which an object that was deleted or overwritten can be brought back",
            example: 90,
            rule: `whole days, 1 to ${MOST_DAYS}`,
        }).default(30),
        accessLogDays: setting(z.int().min(1).max(MOST_DAYS), {
            description: "Days to keep the buckets' access logs",
            example: 731,
            rule: `whole days, 1 to ${MOST_DAYS}`,
        }).default(365),
    }),
    {
        description: "The stack's own buckets: private, under its key, reached through the VPC's S3 endpoint only",
        example: { noncurrentDays: 90 },
        rule: "a map of create, deployers, emptyOnDestroy, noncurrentDays and accessLogDays",
    },
).prefault({});
