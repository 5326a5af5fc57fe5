import { z } from "zod";

import { setting } from "./setting";
import { checked } from "./values";

const PARTITIONS = "(aws|aws-cn|aws-us-gov)";
const ROLE = new RegExp(`^arn:${PARTITIONS}:iam::\\d{12}:role/[\\w+=,.@/-]+$`);
const USER_OR_ROLE = new RegExp(`^arn:${PARTITIONS}:iam::\\d{12}:(user|role)/[\\w+=,.@/-]+$`);

/** KMS developer guide, "Key identifiers": a UUID, or `mrk-` and 32 digits for a multi-Region key. */
const KEY = new RegExp(
    `^arn:${PARTITIONS}:kms:[a-z0-9-]+:\\d{12}:key/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`,
);

/** ARN of one IAM user or role. */
export function principalArn(): z.ZodString {
    return setting(arn(USER_OR_ROLE, "user or role"), {
        description: "ARN of an IAM user or role",
        example: "arn:aws:iam::111122223333:role/data-scientists",
        rule: "the ARN of an IAM user or role, as text",
    });
}

/** ARN of one IAM role. */
export function roleArn(description: string, example: string): z.ZodString {
    return setting(arn(ROLE, "role"), { description, example, rule: "the ARN of an IAM role, as text" });
}

/** ARN of one identity provider that IAM has. */
export function providerArn(kind: "saml-provider" | "oidc-provider", example: string): z.ZodString {
    const pattern = new RegExp(`^arn:${PARTITIONS}:iam::\\d{12}:${kind}/[A-Za-z0-9._/~-]+$`);
    return setting(z.string().regex(pattern), {
        description: `ARN of an existing ${kind}, in place of one made here`,
        example,
        rule: `the ARN of a ${kind} of account.id, as text`,
        fix: `write the ARN as IAM lists it, for example ${example}`,
    });
}

/** ARN of one KMS key; not of an alias, which can be moved to another key. */
export function keyArn(): z.ZodString {
    const fix = "write the key's ARN, arn:PARTITION:kms:REGION:ACCOUNT:key/ID, as `aws kms describe-key` shows it";
    const text = checked(z.string(), (value, report) => {
        if (KEY.test(value)) {
            return;
        }
        report(
            value.includes("alias/")
                ? { rule: "a key is named by its own ARN: an alias can be moved to another key", fix }
                : { rule: "the ARN of a KMS key", fix },
        );
    }).meta({ pattern: KEY.source });
    return setting(text, {
        description: "ARN of a KMS key",
        example: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        rule: "the ARN of a KMS key, as text",
    });
}

/** Partition, Region and account of an ARN that was checked before. */
export function arnPlace(text: string): { partition: string; region: string; account: string } {
    const [, partition = "", , region = "", account = ""] = text.split(":");
    return { partition, region, account };
}

function arn(pattern: RegExp, what: string): z.ZodString {
    const fix = `write arn:PARTITION:iam::ACCOUNT:role/NAME with the role's own path and name`;
    return checked(z.string(), (value, report) => {
        if (pattern.test(value)) {
            return;
        }
        if (/[*?]/.test(value)) {
            report({
                rule: `a ${what} is named in full, without wildcards`,
                fix: "name each one in a line of its own",
            });
        } else if (/^arn:[\w-]+:sts:/.test(value)) {
            report({ rule: `a ${what} is an IAM identity, not a session of one`, fix });
        } else if (value.endsWith(":root") || /^\d{12}$/.test(value)) {
            report({ rule: `a ${what} is one identity, not a whole account`, fix: "name the roles people use" });
        } else {
            report({ rule: `the ARN of an IAM ${what}`, fix });
        }
    }).meta({ pattern: pattern.source });
}
