import { isUnknown, type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import { type Caller, derivedContext, type NamedDocument, UNKNOWN_TEXT } from "../../../policy-pack/iam";
import type { RoleView } from "./world";

/** What everybody knows about the account. */
export interface AccountFacts {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Organization the accounts are stated to be in. Default: not stated, so nobody knows. */
    readonly organization?: string;
}

/**
 * Keys AWS puts into every request, and those it may put there: present with a value nobody knows here.
 * Source: IAM user guide, "AWS global condition context keys".
 */
export function common(facts: AccountFacts, caller: Caller): Record<string, Maybe<string | readonly string[]>> {
    return {
        ...derivedContext({ caller, resourceAccount: facts.account }),
        // The organization is not part of the stack: as stated, or unknown.
        "aws:PrincipalOrgID": facts.organization ?? UNKNOWN,
        ...(facts.organization === undefined ? {} : { "aws:ResourceOrgID": facts.organization }),
        "aws:PrincipalIsAWSService": "false",
        "aws:RequestedRegion": facts.region,
        "aws:SecureTransport": "true",
        "aws:ViaAWSService": "false",
        "aws:CurrentTime": UNKNOWN,
        "aws:EpochTime": UNKNOWN,
        "aws:MultiFactorAuthPresent": UNKNOWN,
        "aws:MultiFactorAuthAge": UNKNOWN,
        "aws:UserAgent": UNKNOWN,
        "aws:Referer": UNKNOWN,
        "aws:userid": UNKNOWN,
    };
}

/** ARN of the role, with unknown text where its name is not known. */
export function arnOf(facts: AccountFacts, role: RoleView): string {
    return isUnknown(role.arn) ? `arn:${facts.partition}:iam::${facts.account}:role/${UNKNOWN_TEXT}` : role.arn;
}

/** A session of the role as AWS sees it. */
export function roleSession(facts: AccountFacts, role: RoleView, session: string): Caller {
    const roleArn = arnOf(facts, role);
    const roleName = roleArn.slice(roleArn.lastIndexOf("/") + 1);
    return {
        arn: `arn:${facts.partition}:sts::${facts.account}:assumed-role/${roleName}/${session}`,
        roleArn,
        account: facts.account,
        type: "role-session",
    };
}

/** Something may be attached that cannot be told yet: a document nobody can read. */
export function unreadAttachments(role: RoleView): NamedDocument[] {
    return role.policies.undecided.map((why) => ({ name: why, document: UNKNOWN }));
}
