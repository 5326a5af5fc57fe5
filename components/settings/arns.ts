import { z } from "zod";

import { setting } from "./setting";
import { checked } from "./values";

const PARTITIONS = "(aws|aws-cn|aws-us-gov)";
const ROLE = new RegExp(`^arn:${PARTITIONS}:iam::\\d{12}:role/[\\w+=,.@/-]+$`);
const USER_OR_ROLE = new RegExp(`^arn:${PARTITIONS}:iam::\\d{12}:(user|role)/[\\w+=,.@/-]+$`);

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

/** Partition and account of an ARN that was checked before. */
export function arnPlace(text: string): { partition: string; account: string } {
    const [, partition = "", , , account = ""] = text.split(":");
    return { partition, account };
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
