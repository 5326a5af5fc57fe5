import { z } from "zod";

import { keyArn } from "../arns";
import { setting } from "../setting";
import { booleanKey } from "../values";

const EXAMPLE = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

/** KMS API reference, EnableKeyRotation: RotationPeriodInDays. */
const ROTATION = { from: 90, to: 2560 };

/** An existing key in place of one the stack makes. */
function existingKey(what: string): z.ZodOptional<z.ZodString> {
    return setting(keyArn(), {
        description: `Existing key for ${what}, in place of one the stack makes. Its policy is its owner's and not proven here; docs/security.md says what it must allow`,
        example: EXAMPLE,
        rule: "the ARN of a KMS key of account.id in the region",
    }).optional();
}

export const customerKeysSetting = setting(
    z.strictObject({
        domain: existingKey("home directories, space volumes and the volumes of jobs. A change replaces the domain"),
        data: existingKey("the stack's own buckets"),
        logs: existingKey("logs"),
        rotationDays: setting(z.int().min(ROTATION.from).max(ROTATION.to), {
            description:
                "Days after which KMS makes new material for each key; what older material encrypted stays readable",
            example: 180,
            rule: `whole days, ${ROTATION.from} to ${ROTATION.to}`,
        }).default(365),
        onlyThroughEndpoint: booleanKey(
            "Whether the key for data is denied to every request that passes neither the VPC's KMS endpoint nor an AWS service, also where a grant would allow it. Its policy cannot be read at the first preview then",
            { example: true, rule: "true or false; true needs an endpoint of kms and a key for data made here" },
        ).default(false),
    }),
    {
        description: "The keys everything is encrypted with; each that is not named is made",
        example: { rotationDays: 180 },
        rule: "a map of domain, data, logs, rotationDays and onlyThroughEndpoint",
    },
).prefault({});
