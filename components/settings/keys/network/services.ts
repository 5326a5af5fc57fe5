import { z } from "zod";

import { ENDPOINT_SERVICES, type Feature, FEATURES, type ServiceKey } from "../../../../policy-pack/facts";
import { roleArn } from "../../arns";
import { nearest } from "../../nearest";
import { setting } from "../../setting";
import { booleanKey, checked, distinct } from "../../values";

const FEATURE_NAMES = Object.keys(FEATURES) as [Feature, ...Feature[]];
const SERVICE_KEYS = Object.keys(ENDPOINT_SERVICES) as [ServiceKey, ...ServiceKey[]];

const feature = setting(z.enum(FEATURE_NAMES), {
    description: "What people do in Studio",
    example: "studio",
    rule: `one of: ${FEATURE_NAMES.join(", ")}`,
    fix: (found) => {
        const meant = nearest(String(found), FEATURE_NAMES);
        return meant === undefined ? "choose one of them, or remove it" : `did you mean ${meant}?`;
    },
});

export const featuresSchema = setting(
    checked(distinct(z.array(feature).min(1)), (list, report) => {
        if (!list.includes("studio")) {
            report({ rule: "features include studio, without which there is nothing to open", fix: "add studio" });
        }
    }),
    {
        description: `What people do in Studio; decides which VPC endpoints exist. ${Object.entries(FEATURES)
            .map(([name, { description }]) => `\`${name}\`: ${lowerFirst(description)}`)
            .join(". ")}`,
        example: ["studio", "jobs"],
        rule: `a list of ${FEATURE_NAMES.join(", ")}, each once, with studio`,
        fix: "list studio and what else is needed",
    },
).default(["studio", "jobs"]);

/** Key of an endpoint service; the catalogue is too long for a message, so the message names the nearest. */
const serviceSchema = setting(z.enum(SERVICE_KEYS), {
    description: "A service of the endpoint catalogue",
    example: "ssm",
    rule: "a service of the endpoint catalogue, by the end of its endpoint's name",
    fix: (found) => {
        const meant = nearest(String(found), SERVICE_KEYS);
        return meant === undefined ? "write a service such as kms, ecr.api or studio" : `did you mean ${meant}?`;
    },
});

/** A value for some of the services. */
export function byService<Value extends z.ZodType>(
    value: Value,
): z.ZodRecord<typeof serviceSchema & z.core.$partial, Value> {
    return z.partialRecord(serviceSchema, value);
}

export const endpointsSchema = setting(
    z.strictObject({
        add: setting(distinct(z.array(serviceSchema)), {
            description: `Services to have an endpoint beside those the features need. The catalogue: ${SERVICE_KEYS.map((key) => `\`${key}\``).join(", ")}`,
            example: ["secretsmanager"],
            rule: "services of the endpoint catalogue, each once, offered in the region",
        }).default([]),
        remove: setting(distinct(z.array(serviceSchema)), {
            description:
                "Services a feature lists and nobody here uses, to have no endpoint. Studio's own cannot be removed, and of each feature at least one of its own stays",
            example: ["redshift-data"],
            rule: "services of the chosen features, each once, none that Studio itself needs",
        }).default([]),
        fips: booleanKey("Also makes the FIPS 140 endpoint of each chosen service that has one in the region", {
            example: true,
            rule: "true or false; true only where a chosen service has a FIPS endpoint",
        }).default(false),
        organization: setting(z.string().regex(/^o-[a-z0-9]{10,32}$/), {
            description:
                "AWS Organization whose principals and resources the endpoints let through. Without it, those of `account.id` only",
            example: "o-a1b2c3d4e5",
            rule: "the id of an organization: o- and 10 to 32 lower-case letters and digits",
            fix: "write the id as `aws organizations describe-organization` shows it",
        }).optional(),
        onlyRoles: setting(
            byService(
                setting(
                    distinct(
                        z
                            .array(roleArn("Role that may use the endpoint", "arn:aws:iam::111122223333:role/mlops"))
                            .min(1),
                    ),
                    {
                        description: "The only roles that may use the endpoint of the service",
                        example: ["arn:aws:iam::111122223333:role/mlops"],
                        rule: "one or more ARNs of roles of account.id, each once",
                        fix: "name the roles that may use it, or remove the service from onlyRoles",
                    },
                ),
            ),
            {
                description: "Endpoints that only the named roles may use, by service",
                example: { ssm: ["arn:aws:iam::111122223333:role/mlops"] },
                rule: "a map of chosen services whose endpoints take a policy to ARNs of roles of account.id",
            },
        ).default({}),
    }),
    {
        description: "VPC endpoints beside and against what the features need",
        example: { add: ["secretsmanager"], remove: ["redshift-data"] },
        rule: "a map of the keys listed here",
    },
).prefault({});

function lowerFirst(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
