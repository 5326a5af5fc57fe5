import { z } from "zod";

import { type Cidr, touchesSpecialPurpose } from "../../../../policy-pack/net";
import { principalArn } from "../../arns";
import { setting } from "../../setting";
import { cidrValue, distinct } from "../../values";
import { federationSchema } from "./federation";
import { groupsSchema, identityCenterSchema } from "./identityCenter";

const WIDEST_PUBLIC_PREFIX = 8;

const publicRange = cidrValue("203.0.113.0/24", (address: Cidr, report) => {
    if (address.prefix < WIDEST_PUBLIC_PREFIX) {
        report({
            rule: `a public range is a /${WIDEST_PUBLIC_PREFIX} or smaller; a wider one admits almost anyone`,
            fix: "list the ranges your organisation owns",
        });
    } else if (touchesSpecialPurpose(address)) {
        // `aws:SourceIp` never holds such an address: a condition on it admits nobody and only looks like a rule.
        report({
            rule: "addresses are public: AWS never sees a request come from a private range",
            fix: "list the public ranges of your proxies or NAT, or use from: vpc with network.clients",
        });
    }
});

export const accessSchema = setting(
    z.strictObject({
        mode: setting(z.enum(["iam", "identity-center"]), {
            description:
                "How people sign in. `iam`: they assume the user role, which opens their own profile with a presigned URL. `identity-center`: through the portal of IAM Identity Center, which has no presigned URLs and no network conditions. A change replaces the domain",
            example: "identity-center",
            rule: "one of: iam, identity-center",
        }).default("iam"),
        from: setting(z.enum(["vpc", "addresses", "anywhere"]), {
            description:
                "Network from which a profile may be opened. `vpc`: through the VPC's endpoints. `addresses`: from the public ranges in `addresses`. `anywhere`: an escape hatch that the policy pack refuses without a dated exception",
            example: "vpc",
            rule: "one of: vpc, addresses, anywhere; anywhere is refused in production",
        }).default("vpc"),
        addresses: setting(distinct(z.array(publicRange)), {
            description: "Public IPv4 ranges for `from: addresses`",
            example: ["203.0.113.0/24"],
            rule: `public IPv4 ranges of /${WIDEST_PUBLIC_PREFIX} or smaller, each once; given exactly when from is addresses`,
        }).default([]),
        tag: setting(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,127}$/), {
            description:
                "Key of the tag that joins a person to their profile (attribute-based access control): it stands on the profile and on the person's role, user or session. Where it is not the default, name it in the policy pack's configuration too (`abacTagKeys`)",
            example: "employeeNumber",
            rule: "a letter, then letters, digits and _ . -, at most 128 in all",
        }).default("employeeNumber"),
        principals: setting(distinct(z.array(principalArn())), {
            description:
                "IAM users and roles that may assume the user role, which opens a person's own profile. In mode `iam` principals or federation name who may enter",
            example: ["arn:aws:iam::111122223333:role/data-scientists"],
            rule: "one or more ARNs of IAM users or roles of the partition, each once, without wildcards",
            fix: "list the ARN of the role people sign in with",
        }).default([]),
        operators: setting(distinct(z.array(principalArn())), {
            description:
                "IAM users and roles that may open a profile on behalf of another person, by claiming their tag",
            example: ["arn:aws:iam::111122223333:role/studio-operators"],
            rule: "ARNs of IAM users or roles of the partition, each once, none of them in principals",
        }).default([]),
        federation: federationSchema.optional(),
        groups: groupsSchema,
        identityCenter: identityCenterSchema,
    }),
    {
        description: "Who may open profiles, and from where",
        example: { principals: ["arn:aws:iam::111122223333:role/data-scientists"] },
        rule: "a map with at least principals, federation or mode: identity-center",
        noDefault: "nobody may enter unless named",
    },
);
