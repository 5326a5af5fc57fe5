import { z } from "zod";

import { JOB_INSTANCE_TYPES, SPACE_INSTANCE_TYPES } from "../../../policy-pack/facts";
import { roleArn } from "../arns";
import { nearest } from "../nearest";
import { setting } from "../setting";
import { booleanKey, checked, distinct, inQuotes } from "../values";

/** `ml.m5.large` belongs to `ml.m5.*`. */
export function familyOf(type: string): string {
    return `${type.slice(0, type.lastIndexOf("."))}.*`;
}

/** An instance type of the list, or a whole family of it. */
function typeOrFamily(known: readonly string[], what: string): z.ZodString {
    const families = [...new Set(known.map(familyOf))];
    const rule = `an instance type of ${what}, such as ml.m5.large, or a family of them, such as ml.m5.*`;
    return setting(
        checked(z.string(), (name, report) => {
            if (known.includes(name) || families.includes(name)) {
                return;
            }
            // EC2's name of the type is the usual mistake.
            const meant = nearest(name.replace(/^(ml\.)?/, "ml."), name.endsWith("*") ? families : known);
            report({ rule, fix: meant === undefined ? "write for example ml.m5.large" : `did you mean ${meant}?` });
        }),
        { description: `Instance type of ${what}, or a family`, example: "ml.m5.large", rule },
    );
}

const types = (known: readonly string[], what: string): z.ZodDefault<z.ZodArray<z.ZodString>> =>
    setting(distinct(z.array(typeOrFamily(known, what))), {
        description: `Instance types ${what} may run on; whoever asks for another is denied. Empty: all`,
        example: ["ml.t3.medium", "ml.m5.*"],
        rule: `instance types of ${what} or families such as ml.m5.*, each once`,
    }).default([]);

/** Most a quota allows for a training job: SageMaker endpoints and quotas, "Longest run time for a training job". */
const LONGEST_HOURS = 28 * 24;

export const guardrailsSetting = setting(
    z.strictObject({
        instances: setting(
            z.strictObject({
                apps: types(SPACE_INSTANCE_TYPES, "apps"),
                jobs: types(JOB_INSTANCE_TYPES, "jobs"),
            }),
            {
                description:
                    "Instance types that may be used. Unlike domain.instances.offered, which hides the others in Studio, this denies them",
                example: { apps: ["ml.t3.medium"], jobs: ["ml.m5.large"] },
                rule: "a map of apps and jobs",
            },
        ).prefault({}),
        maxRuntimeHours: setting(z.int().min(1).max(LONGEST_HOURS), {
            description:
                "Longest run of a training, processing, tuning or monitoring job; each says how long it may take, or it is denied",
            example: 24,
            rule: `whole hours, 1 to ${LONGEST_HOURS} (28 days)`,
        }).default(24),
        isolation: booleanKey(
            "Whether the containers of jobs and models must be isolated from every network, the VPC's too: SageMaker brings their inputs and fetches their outputs. Monitoring jobs that query Athena, and containers that read S3 themselves, need false",
            { example: false, rule: "true or false" },
        ).default(true),
        interContainerEncryption: booleanKey(
            "Whether traffic between the instances of one job must be encrypted. Training on several instances takes longer with it",
            { example: false, rule: "true or false" },
        ).default(true),
    }),
    {
        description:
            "What jobs, models and apps are held to, whatever a role allows: by policies on every execution and job role, and by service control policies",
        example: { maxRuntimeHours: 12 },
        rule: "a map of instances, maxRuntimeHours, isolation and interContainerEncryption",
    },
).prefault({});

/** Organizations API reference, `PolicyTargetId`. */
const UNIT = /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;
const ACCOUNT = /^\d{12}$/;

const target = setting(
    checked(z.string(), (id, report) => {
        if (UNIT.test(id) || ACCOUNT.test(id)) {
            return;
        }
        if (/^r-[0-9a-z]+$/.test(id)) {
            report({
                rule: "policies of one deployment are not for a whole organization",
                fix: "name the organizational unit of Studio's accounts, or the account",
            });
        } else {
            report({
                rule: "an organizational unit or an account",
                fix: "write for example ou-a1b2-c3d4e5f6, or twelve digits in quotes",
            });
        }
    }),
    {
        description: "Id of an organizational unit or an account",
        example: "ou-a1b2-c3d4e5f6",
        rule: "the id of an organizational unit, ou-…, or of an account, as text",
        fix: (found) => inQuotes(found, "write for example ou-a1b2-c3d4e5f6"),
    },
);

export const organizationSetting = setting(
    z.strictObject({
        managementRole: setting(
            roleArn("Role of the management account", "arn:aws:iam::444455556666:role/policy-administrator"),
            {
                description:
                    "Role of the organization's management account (or of its delegated administrator of policies) that makes and attaches service control policies; the deployment assumes it",
                example: "arn:aws:iam::444455556666:role/policy-administrator",
                rule: "the ARN of a role of another account than account.id",
                noDefault: "policies of an organization are made through its management account",
            },
        ),
        targets: setting(distinct(z.array(target).min(1)), {
            description:
                "Organizational units and accounts the policies are attached to. Statements that name what is of this account hold for this account alone",
            example: ["ou-a1b2-c3d4e5f6"],
            rule: "ids of organizational units or accounts, each once, at least one",
            noDefault: "attached to nothing, they hold nobody",
        }),
    }),
    {
        description:
            "Attaches the service control policies that the stack writes as its output serviceControlPolicies. They bind whoever is in the account, administrators included, but not the management account. The domain and its people stay open to the roles that deploy (account.assumeRole, security.buckets.deployers) and to security.breakGlass",
        example: {
            managementRole: "arn:aws:iam::444455556666:role/policy-administrator",
            targets: ["ou-a1b2-c3d4e5f6"],
        },
        rule: "a map of managementRole and targets",
    },
).optional();
