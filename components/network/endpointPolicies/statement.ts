import type * as aws from "@pulumi/aws";

import type { EndpointPolicyArgs } from "./args";
import type { Grant } from "./grant";

/**
 * The statement of a grant.
 *
 * `Principal` in an endpoint policy takes no pattern, so it is `*` and the condition says who that is: principals of
 * the account or organization and, where roles are named, those roles alone. Source: AWS PrivateLink guide, "Control
 * access to VPC endpoints".
 *
 * @param roles ARNs of the only roles that may pass; undefined: whoever the account or organization has
 */
export function statementOf(
    grant: Grant,
    args: EndpointPolicyArgs,
    roles: readonly string[] | undefined,
): aws.iam.PolicyStatement {
    const condition = grant.anybody === true ? {} : { Condition: conditionOf(grant, args, roles) };
    return {
        Sid: grant.sid,
        Effect: "Allow",
        Principal: "*",
        Action: [...grant.actions],
        Resource: grant.resources.map((resource) => arnOf(resource, args)),
        ...condition,
    };
}

function conditionOf(
    { ownResource }: Grant,
    { account, organization }: EndpointPolicyArgs,
    roles: readonly string[] | undefined,
): Record<string, Record<string, string | string[]>> {
    return {
        StringEquals: {
            ...(organization === undefined
                ? { "aws:PrincipalAccount": account }
                : { "aws:PrincipalOrgID": organization }),
            ...(ownResource === true ? { "aws:ResourceAccount": account } : {}),
        },
        // The key holds the role's ARN for every session of the role.
        ...(roles === undefined ? {} : { ArnEquals: { "aws:PrincipalArn": [...roles] } }),
    };
}

function arnOf(resource: string, { partition, region, account }: EndpointPolicyArgs): string {
    if (resource === "*") {
        return resource;
    }
    const [, service = "", name = ""] = /^([^:]+):(.+)$/.exec(resource) ?? [];
    const arn = service === "arn" ? resource : `arn:{partition}:${service}:{region}:{account}:${name}`;
    return arn.replaceAll("{partition}", partition).replaceAll("{region}", region).replaceAll("{account}", account);
}
