import { z } from "zod";

import { roleArn } from "../arns";
import { setting } from "../setting";
import { checked, distinct, retentionDays } from "../values";
import { baselineSetting, responseSetting } from "./baseline";
import { breakGlassSetting, bucketsSetting } from "./buckets";
import { customerKeysSetting } from "./customerKeys";
import { guardrailsSetting, organizationSetting } from "./guardrails";
import { personasSetting, teamTagSetting } from "./personas";

/** S3 User Guide, "General purpose bucket naming rules". */
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const RESERVED_PREFIXES = ["xn--", "sthree-", "amzn-s3-demo-"];
const RESERVED_SUFFIXES = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];
const IPV4_ADDRESS = /^(\d{1,3}\.){3}\d{1,3}$/;

const bucketName = setting(
    checked(z.string().regex(BUCKET_NAME), (name, report) => {
        const fix = "write the bucket's name as S3 lists it, without s3:// and without a path";
        if (name.includes("..") || IPV4_ADDRESS.test(name)) {
            report({ rule: "a bucket name has no two adjacent dots and is no IP address", fix });
        }
        const reserved =
            RESERVED_PREFIXES.find((prefix) => name.startsWith(prefix)) ??
            RESERVED_SUFFIXES.find((suffix) => name.endsWith(suffix));
        if (reserved !== undefined) {
            report({ rule: `"${reserved}" is reserved: such a name is not one of a general purpose bucket`, fix });
        }
    }),
    {
        description: "Name of an S3 bucket",
        example: "acme-research-data",
        rule: "3 to 63 lower-case letters, digits, dots and hyphens, beginning and ending with a letter or digit",
        fix: "write the bucket's name as S3 lists it, without s3:// and without a path",
    },
);

export const securitySchema = setting(
    z.strictObject({
        logRetentionDays: retentionDays("Days to keep the logs of Studio"),
        keyDeletionDays: setting(z.int().min(7).max(30), {
            description: "Waiting period before a deleted key is gone, and with it all it encrypted",
            example: 30,
            rule: "whole days, 7 to 30",
        }).default(30),
        keyAdministrators: setting(
            distinct(z.array(roleArn("ARN of a role", "arn:aws:iam::111122223333:role/key-administrators"))),
            {
                description: "Roles that administer the keys without being able to use them",
                example: ["arn:aws:iam::111122223333:role/key-administrators"],
                rule: "ARNs of roles of account.id, each once",
            },
        ).default([]),
        dataBuckets: setting(distinct(z.array(bucketName)), {
            description: "Existing S3 buckets Studio may read and write; the VPC lets no others through",
            example: ["acme-research-data"],
            rule: "names of existing buckets, each once",
        }).default([]),
        keys: customerKeysSetting,
        buckets: bucketsSetting,
        breakGlass: breakGlassSetting,
        teamTag: teamTagSetting,
        personas: personasSetting,
        guardrails: guardrailsSetting,
        organization: organizationSetting,
        baseline: baselineSetting,
        response: responseSetting,
    }),
    { description: "Keys, logs and data", example: { keyDeletionDays: 30 }, rule: "a map of the keys listed here" },
).prefault({});
