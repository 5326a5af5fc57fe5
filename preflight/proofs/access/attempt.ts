import { isUnknown, type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import {
    type AccessRequest,
    type Caller,
    evaluate,
    type NamedDocument,
    type PolicyLayers,
    type RequestContext,
    UNKNOWN_TEXT,
} from "../../../policy-pack/iam";
import { nearMisses } from "./nearMisses";
import { type AccountFacts, arnOf, common, roleSession, unreadAttachments } from "./session";
import type { Step, StepOutcome } from "./types";
import type { EndpointView, ProfileView, RoleView } from "./world";

const OPEN = "sagemaker:CreatePresignedDomainUrl";

/** How a request travels. */
export type Origin =
    /** Through the endpoints of the domain's VPC, from this private address. */
    | { readonly through: "endpoints"; readonly address: string }
    /** Over the internet, from this public address. */
    | { readonly through: "internet"; readonly address: string };

/** A person or operator at the moment of assuming the user role. */
export interface SignedInPrincipal {
    /** ARN of the user or role they sign in as. */
    readonly arn: string;
    /** Value of the person's tag on the principal; absent: not tagged. */
    readonly tag?: string;
    /** Value they ask for as session tag; absent: no session tag. */
    readonly claims?: string;
}

/** Evaluates the calls of a person in order: assume the user role, make the link, use the link. */
export function attemptAsPerson(
    facts: AccountFacts,
    role: RoleView,
    principal: SignedInPrincipal,
    profile: ProfileView,
    origin: Origin,
): StepOutcome[] {
    const outcomes: StepOutcome[] = assumptions(facts, role, principal, origin);
    if (outcomes.every(({ decision }) => decision.verdict === "allowed")) {
        const session = roleSession(facts, role, "person");
        const tags: Record<string, Maybe<string>> = { ...role.tags };
        if (principal.claims !== undefined) {
            tags[facts.tagKey] = principal.claims;
        }
        outcomes.push(...openProfile(facts, session, tags, {}, role, profile, origin));
    }
    return outcomes;
}

/** Evaluates what an app that runs in `appOf` could do to open `profile` with its execution role. */
export function attemptAsApp(
    facts: AccountFacts,
    role: RoleView,
    appOf: { readonly domainId: Maybe<string>; readonly profile: string },
    profile: ProfileView,
    origin: Origin,
): StepOutcome[] {
    const variables = { "sagemaker:DomainId": appOf.domainId, "sagemaker:UserProfileName": appOf.profile };
    return openProfile(facts, roleSession(facts, role, "SageMaker"), role.tags, variables, role, profile, origin);
}

function assumptions(facts: AccountFacts, role: RoleView, principal: SignedInPrincipal, origin: Origin): StepOutcome[] {
    const caller = signedIn(principal);
    const context: Record<string, Maybe<string | readonly string[]>> = {
        ...common(facts, caller),
        ...(origin.through === "internet" ? { "aws:SourceIp": origin.address } : {}),
    };
    if (principal.tag !== undefined) {
        context[`aws:PrincipalTag/${facts.tagKey}`] = principal.tag;
    }
    if (principal.claims !== undefined) {
        context[`aws:RequestTag/${facts.tagKey}`] = principal.claims;
        context["aws:TagKeys"] = [facts.tagKey];
    }
    const request = (action: string): AccessRequest => ({
        caller,
        action,
        resource: arnOf(facts, role),
        resourceAccount: facts.account,
        context,
    });
    const layers: PolicyLayers = {
        identity: [assumedOwnPolicy(principal)],
        resource: role.policies.trust,
    };
    const steps: [Step, string][] = [["assume the user role", "sts:AssumeRole"]];
    if (principal.claims !== undefined) {
        steps.push(["pass the tag", "sts:TagSession"]);
    }
    return steps.map(([step, action]) => outcome(step, request(action), layers));
}

/** The caller's own policies lie outside the stack; the worst case for a proof of "no" is that they allow everything. */
function assumedOwnPolicy(principal: SignedInPrincipal): NamedDocument {
    return {
        name: `policies of ${principal.arn} (assumed to allow everything)`,
        document: { Version: "2012-10-17", Statement: { Sid: "Assumed", Effect: "Allow", Action: "*", Resource: "*" } },
    };
}

/** Evaluates the calls of a session: make the link, use the link. */
export function openProfile(
    facts: AccountFacts,
    caller: Caller,
    principalTags: Readonly<Record<string, Maybe<string>>>,
    variables: RequestContext,
    role: RoleView,
    profile: ProfileView,
    origin: Origin,
): StepOutcome[] {
    const context: Record<string, Maybe<string | readonly string[]>> = {
        ...common(facts, caller),
        ...variables,
    };
    for (const [key, value] of Object.entries(principalTags)) {
        context[`aws:PrincipalTag/${key}`] = value;
    }
    for (const [key, value] of Object.entries(profile.tags)) {
        context[`aws:ResourceTag/${key}`] = value;
        context[`sagemaker:ResourceTag/${key}`] = value;
    }
    const call = (step: Step, endpoint: EndpointView | undefined): StepOutcome => {
        if (origin.through === "endpoints" && endpoint === undefined) {
            return noEndpoint(step);
        }
        const network: RequestContext =
            origin.through === "internet"
                ? { "aws:SourceIp": origin.address }
                : {
                      "aws:SourceVpc": endpoint?.vpcId ?? UNKNOWN,
                      "aws:SourceVpce": endpoint?.id ?? UNKNOWN,
                      "aws:VpcSourceIp": origin.address,
                  };
        const domainId = isUnknown(profile.domainId) ? UNKNOWN_TEXT : profile.domainId;
        const request: AccessRequest = {
            caller,
            action: OPEN,
            resource: `arn:${facts.partition}:sagemaker:${facts.region}:${facts.account}:user-profile/${domainId}/${profile.name}`,
            resourceAccount: facts.account,
            context: { ...context, ...network },
        };
        const layers: PolicyLayers = {
            identity: [...role.policies.identity, ...unreadAttachments(role)],
            ...(role.policies.boundary ? { boundary: role.policies.boundary } : {}),
            ...(origin.through === "endpoints" && endpoint?.policy ? { endpoint: endpoint.policy } : {}),
        };
        return outcome(step, request, layers);
    };
    return [call("make the link", profile.api), call("use the link", profile.studio)];
}

/** One evaluated step. */
export function outcome(step: Step, request: AccessRequest, layers: PolicyLayers): StepOutcome {
    const decision = evaluate(request, layers);
    return { step, decision, near: decision.kind === "implicit deny" ? nearMisses(request, layers, decision) : [] };
}

/** The VPC has no endpoint for the call, and no other way out of it is assumed. */
function noEndpoint(step: Step): StepOutcome {
    const reason = "the VPC has no endpoint for this call";
    return {
        step,
        decision: { verdict: "denied", kind: "implicit deny", deciding: [], missing: "endpoint", reason },
        near: [],
    };
}

function signedIn({ arn }: SignedInPrincipal): Caller {
    const account = arn.split(":")[4] ?? "";
    const role = /^arn:([^:]+):iam::\d+:role\/(?:.*\/)?([^/]+)$/.exec(arn);
    return role
        ? {
              arn: `arn:${role[1]}:sts::${account}:assumed-role/${role[2]}/person`,
              roleArn: arn,
              account,
              type: "role-session",
          }
        : { arn, account, type: "user" };
}
