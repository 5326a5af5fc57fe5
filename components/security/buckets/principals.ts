import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Whose bucket it is, and who stands in which relation to it. */
export interface BucketPeople {
    readonly partition: string;
    /** Account of the bucket. */
    readonly account: string;
    /** ARN patterns of the roles of Studio, its apps and jobs. */
    readonly studioRoles: readonly string[];
    /** ARNs of the roles that deploy. Empty: not known. */
    readonly deployers: readonly string[];
    /** ARNs of the roles for emergencies. */
    readonly breakGlass: readonly string[];
}

export type Statement = aws.iam.PolicyStatement;
export type Condition = Record<string, Record<string, pulumi.Input<string | string[]>>>;

/** Requests of a principal, not of a service of AWS in its own name. */
export const OF_NO_SERVICE: Condition = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };

/** Requests that no service of AWS makes, neither in its own name nor in its caller's. */
export const WITHOUT_SERVICES: Condition = {
    BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
};

/**
 * Whom a Deny binds that spares the deployers and the roles for emergencies: everybody else.
 *
 * While nobody has said who deploys, it binds the roles of Studio alone: otherwise the deployment would lock itself out of
 * buckets that it could then neither refresh nor delete.
 */
export function allButManagers({ breakGlass, deployers, studioRoles }: BucketPeople): Condition {
    return deployers.length > 0
        ? { ArnNotEquals: { "aws:PrincipalArn": [...deployers, ...breakGlass] } }
        : { ArnLike: { "aws:PrincipalArn": [...studioRoles] } };
}
