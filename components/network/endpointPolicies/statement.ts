import type * as aws from "@pulumi/aws";

import type { EndpointPolicyArgs } from "./args";
import type { Grant } from "./grant";

/**
 * The statements of a grant: one, or, in an endpoint several accounts use, one for what belongs to the accounts and one
 * for what is AWS's own, which no condition on the owner would let through.
 *
 * `Principal` in an endpoint policy takes no pattern, so it is `*` and the condition says who that is: principals of
 * the account or organization and, where roles are named, those roles alone. Source: AWS PrivateLink guide, "Control
 * access to VPC endpoints".
 *
 * @param roles ARNs of the only roles that may pass; undefined: whoever the account or organization has
 */
export function statementsOf(
    grant: Grant,
    args: EndpointPolicyArgs,
    roles: readonly string[] | undefined,
): aws.iam.PolicyStatement[] {
    if (args.accounts === undefined) {
        return [statement(grant, args, roles)];
    }
    const owned = grant.resources.filter(isOwned);
    const others = grant.resources.filter((resource) => !isOwned(resource));
    return [
        ...(owned.length > 0 ? [statement({ ...grant, resources: owned, ownResource: true }, args, roles)] : []),
        ...(others.length > 0
            ? [
                  statement(
                      { ...grant, sid: owned.length > 0 ? `${grant.sid}OfAws` : grant.sid, resources: others },
                      args,
                      roles,
                  ),
              ]
            : []),
    ];
}

function statement(
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
    { account, accounts, organization }: EndpointPolicyArgs,
    roles: readonly string[] | undefined,
): Record<string, Record<string, string | string[]>> {
    const members = accounts === undefined ? account : [...accounts];
    // A network of one account keeps to its own resources whoever of the organization asks.
    const owner: Record<string, string | string[]> =
        accounts !== undefined && organization !== undefined
            ? { "aws:ResourceOrgID": organization }
            : { "aws:ResourceAccount": members };
    return {
        StringEquals: {
            ...(organization === undefined
                ? { "aws:PrincipalAccount": members }
                : { "aws:PrincipalOrgID": organization }),
            ...(ownResource === true ? owner : {}),
        },
        // The key holds the role's ARN for every session of the role.
        ...(roles === undefined ? {} : { ArnEquals: { "aws:PrincipalArn": [...roles] } }),
    };
}

/** Whether the resource is one of whoever uses the endpoint, in the short form or by its account. */
function isOwned(resource: string): boolean {
    return resource !== "*" && (!resource.startsWith("arn:") || resource.includes("{account}"));
}

function arnOf(resource: string, { partition, region, account, accounts }: EndpointPolicyArgs): string {
    if (resource === "*") {
        return resource;
    }
    const [, service = "", name = ""] = /^([^:]+):(.+)$/.exec(resource) ?? [];
    const arn = service === "arn" ? resource : `arn:{partition}:${service}:{region}:{account}:${name}`;
    return arn
        .replaceAll("{partition}", partition)
        .replaceAll("{region}", region)
        .replaceAll("{account}", accounts === undefined ? account : "*");
}
