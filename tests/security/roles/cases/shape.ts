import type { RequestContext } from "../../../../policy-pack/iam";
import { PLACE } from "../../../place";

/** One question to the execution role and its answer, as `ask` words it. */
export type Row = readonly [what: string, action: string, resource: string, context: RequestContext, answer: string];

/** ARN in the Region of the tests. */
export function arn(service: string, resource: string, account = PLACE.account): string {
    return `arn:aws:${service}:${PLACE.region}:${account}:${resource}`;
}

/** A session of an app that runs in Alice's profile. */
export const ALICE: RequestContext = { "sagemaker:DomainId": "d-1", "sagemaker:UserProfileName": "alice" };
export const IN_VPC: RequestContext = { ...ALICE, "aws:SourceVpc": "vpc-studio" };

/** The context of an action on a space of `owner`. */
export function space(owner: string, sharing: string, more: RequestContext = {}): RequestContext {
    return {
        ...ALICE,
        "sagemaker:OwnerUserProfileArn": arn("sagemaker", `user-profile/d-1/${owner}`),
        "sagemaker:SpaceSharingType": sharing,
        ...more,
    };
}

export const OWN = space("alice", "Private");
export const SUBNETS: RequestContext = { ...ALICE, "sagemaker:VpcSubnets": ["subnet-1", "subnet-2"] };
export const GROUPS: RequestContext = { ...ALICE, "sagemaker:VpcSecurityGroupIds": ["sg-jobs"] };
export const PLACED: RequestContext = { ...SUBNETS, ...GROUPS };
export const CREATING = { "sagemaker:TaggingAction": "CreateSpace" };

/** The same context in a session of a shared space, which has no profile. */
export function withoutProfile(context: RequestContext): RequestContext {
    return Object.fromEntries(Object.entries(context).filter(([key]) => key !== "sagemaker:UserProfileName"));
}

/** Rows whose actions and resources are written without the service's name. */
export function ofSageMaker(rows: readonly Row[]): readonly Row[] {
    return rows.map(([what, action, resource, context, answer]) => [
        what,
        `sagemaker:${action}`,
        resource === "*" ? "*" : arn("sagemaker", resource),
        context,
        answer,
    ]);
}
