import { z } from "zod";

import { keyArn } from "../../arns";
import { setting } from "../../setting";
import { booleanKey, distinct } from "../../values";

/** Folders of letters, digits and `_ . -`: nothing that a policy's resource would take for a wildcard. */
const PREFIX = /^[\w.-]+(\/[\w.-]+)*$/;

/** SageMaker API DockerSettings: VpcOnlyTrustedAccounts. */
const MOST_ACCOUNTS = 20;

export const sharingSchema = setting(
    z.strictObject({
        bucket: setting(z.string(), {
            description:
                "Existing bucket the outputs go to. Without it they go to the stack's own data bucket, below shared/",
            example: "acme-research-data",
            rule: "one of security.dataBuckets",
        }).optional(),
        prefix: setting(z.string().max(512).regex(PREFIX), {
            description: "Folder in the bucket",
            example: "notebooks/shared",
            rule: "folders of letters, digits and _ . -, joined by single slashes, at most 512 characters",
            fix: "write for example notebooks/shared, without a slash at either end",
        }).default("studio-sharing"),
        keyArn: setting(keyArn(), {
            description:
                "KMS key the outputs in an existing bucket are encrypted with; its own policy must let the execution role use it. The stack's own bucket has its own key",
            example: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
            rule: "the ARN of a KMS key of the region, given exactly with bucket",
        }).optional(),
    }),
    {
        description: "Where outputs of cells go that people share with a notebook. Without it, outputs are not shared",
        example: {
            bucket: "acme-research-data",
            keyArn: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        },
        rule: "a map of bucket, prefix and keyArn, the first and the last both or neither; {} for the stack's own bucket",
    },
);

const account = setting(z.string().regex(/^\d{12}$/), {
    description: "An AWS account",
    example: "111122223333",
    rule: "twelve digits, as text",
    fix: (found) =>
        typeof found === "number"
            ? `write it in quotes, with its leading zeros: "${String(found).padStart(12, "0")}"`
            : 'write the twelve digits in quotes, for example "111122223333"',
});

export const dockerSchema = setting(
    z.strictObject({
        enabled: booleanKey("Whether apps have Docker, for the SageMaker SDK's local mode", {
            example: true,
            rule: "true or false; true only with accounts",
        }).default(false),
        accounts: setting(distinct(z.array(account).max(MOST_ACCOUNTS)), {
            description:
                "Accounts whose ECR images may be pulled and pushed beside the domain's own and SageMaker's. What is pushed there has left: name only accounts you trust with your data. Name the domain's own account where no other is needed",
            example: ["111122223333"],
            rule: `up to ${MOST_ACCOUNTS} account ids, each once; given exactly when enabled is true`,
        }).default([]),
    }),
    {
        description:
            "Docker in apps. Its pulls and pushes go through a VPC of the service, past this network's endpoints and firewall",
        example: { enabled: true, accounts: ["111122223333"] },
        rule: "a map of enabled and accounts",
    },
).prefault({});
