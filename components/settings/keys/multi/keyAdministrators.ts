import { z } from "zod";

import { roleArn } from "../../arns";
import { setting } from "../../setting";
import { distinct } from "../../values";

const EXAMPLE = "arn:aws:iam::111122223333:role/key-administrators";

/** Roles that administer the keys of one part of the deployment. */
export function keyAdministrators(part: string): z.ZodDefault<z.ZodArray<z.ZodString>> {
    return setting(distinct(z.array(roleArn("ARN of a role", EXAMPLE))), {
        description: `Roles that administer the keys of ${part} without being able to use them. Without any: whoever the account's IAM policies allow`,
        example: [EXAMPLE],
        rule: `ARNs of roles of the account of ${part}, each once; the role that deploys must be among them`,
    }).default([]);
}
