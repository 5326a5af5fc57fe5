import { z } from "zod";

import { roleArn } from "../arns";
import { setting } from "../setting";

/** Id of an AWS account. */
export const accountId = setting(z.string().regex(/^\d{12}$/), {
    description: "The AWS account everything is made in; credentials of another account are refused",
    example: "111122223333",
    rule: "twelve digits, as text",
    fix: (found) =>
        typeof found === "number"
            ? `write it in quotes, with its leading zeros: "${String(found).padStart(12, "0")}"`
            : 'write the twelve digits in quotes, for example "111122223333"',
    noDefault: "policy documents name the account and must be readable at preview",
});

/** Role the deployment assumes in an account. */
export const assumeRole = setting(
    z.strictObject({
        arn: setting(roleArn("Role to assume for the deployment", "arn:aws:iam::111122223333:role/deployer"), {
            description: "Role to assume for the deployment",
            example: "arn:aws:iam::111122223333:role/deployer",
            rule: "the ARN of a role of the account",
            noDefault: "the role must be named",
        }),
        externalId: setting(z.string().regex(/^[\w+=,.@:/-]{2,1224}$/), {
            description: "External id the role's trust policy asks for",
            example: "studio-deployment",
            rule: "2 to 1224 letters, digits and + = , . @ : / - _, as text",
        }).optional(),
    }),
    {
        description: "Role the deployment assumes. Without it the caller's credentials are used as they are",
        example: { arn: "arn:aws:iam::111122223333:role/deployer" },
        rule: "a map with arn and, where the role asks for one, externalId",
    },
);

export const accountSchema = setting(z.strictObject({ id: accountId, assumeRole: assumeRole.optional() }), {
    description: "Where everything is made",
    example: { id: "111122223333" },
    rule: "a map with at least id",
    noDefault: "policy documents name the account and must be readable at preview",
});
