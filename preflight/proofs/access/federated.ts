import { isUnknown, type Maybe } from "../../../policy-pack/graph";
import { type AccessRequest, type Caller, type PolicyLayers, UNKNOWN_TEXT } from "../../../policy-pack/iam";
import { openProfile, type Origin, outcome } from "./attempt";
import { type AccountFacts, arnOf, common, roleSession } from "./session";
import type { StepOutcome } from "./types";
import type { ProfileView, RoleView } from "./world";

/** An identity provider as the stack file has it. */
export type Provider =
    | { readonly kind: "saml"; readonly arn: Maybe<string>; readonly audience: string }
    | {
          readonly kind: "oidc";
          readonly arn: Maybe<string>;
          readonly audience: string;
          /** Host and path of the issuer: what its condition keys begin with. */
          readonly issuer: string;
          /** A subject that may enter. */
          readonly subject: string;
      };

/** Somebody with an assertion or token of the provider. */
export interface FederatedPrincipal {
    readonly provider: Provider;
    /** Value the provider vouches for; absent: none. */
    readonly tag?: string;
}

/** Evaluates the calls of somebody who comes from an identity provider: assume the user role, make and use the link. */
export function attemptAsFederated(
    facts: AccountFacts,
    role: RoleView,
    principal: FederatedPrincipal,
    profile: ProfileView,
    origin: Origin,
): StepOutcome[] {
    const outcomes = assumptions(facts, role, principal, origin);
    if (outcomes.some(({ decision }) => decision.verdict !== "allowed")) {
        return outcomes;
    }
    const tags = { ...role.tags, ...(principal.tag === undefined ? {} : { [facts.tagKey]: principal.tag }) };
    const session = roleSession(facts, role, "person");
    return [...outcomes, ...openProfile(facts, session, tags, {}, role, profile, origin)];
}

function assumptions(
    facts: AccountFacts,
    role: RoleView,
    { provider, tag }: FederatedPrincipal,
    origin: Origin,
): StepOutcome[] {
    const caller: Caller = {
        arn: isUnknown(provider.arn) ? UNKNOWN_TEXT : provider.arn,
        account: facts.account,
        type: "federated",
    };
    const context = {
        ...common(facts, caller),
        ...(origin.through === "internet" ? { "aws:SourceIp": origin.address } : {}),
        ...claims(provider),
        ...(tag === undefined ? {} : { [`aws:RequestTag/${facts.tagKey}`]: tag, "aws:TagKeys": [facts.tagKey] }),
    };
    // Nobody has credentials yet: the trust policy alone admits.
    const layers: PolicyLayers = { identity: [], resource: role.policies.trust };
    const request = (action: string): AccessRequest => ({
        caller,
        action,
        resource: arnOf(facts, role),
        resourceAccount: facts.account,
        context,
    });
    const assume = provider.kind === "saml" ? "sts:AssumeRoleWithSAML" : "sts:AssumeRoleWithWebIdentity";
    return [
        outcome("assume the user role", request(assume), layers),
        ...(tag === undefined ? [] : [outcome("pass the tag", request("sts:TagSession"), layers)]),
    ];
}

/** Condition keys the provider's assertion or token brings. Source: service authorization reference, AWS STS. */
function claims(provider: Provider): Record<string, string> {
    return provider.kind === "saml"
        ? { "SAML:aud": provider.audience }
        : { [`${provider.issuer}:aud`]: provider.audience, [`${provider.issuer}:sub`]: provider.subject };
}
