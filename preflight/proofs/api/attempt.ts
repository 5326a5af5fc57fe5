import { isUnknown, type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import {
    type AccessRequest,
    type Caller,
    type Decision,
    evaluate,
    type NamedDocument,
    type PolicyLayers,
    type RequestContext,
    UNKNOWN_TEXT,
} from "../../../policy-pack/iam";
import {
    type AccountFacts,
    arnOf,
    common,
    type EndpointView,
    roleSession,
    type RoleView,
    unreadAttachments,
} from "../access";
import { nearMisses } from "../access/nearMisses";
import { factsOf } from "../accounts";
import type { ApiOutcome, ApiStep } from "./types";
import type { ApiWorld, OpenProfile } from "./world";

const OPEN = "sagemaker:CreatePresignedDomainUrl";

/** What the access service says when it takes on a role. */
export interface TakingOn {
    readonly caller: Caller;
    /** Policies of the caller; of another role that wants to be let in, the worst case. */
    readonly layers: PolicyLayers;
    readonly sessionName: string;
    readonly sourceIdentity: string;
    /** Absent: no tag is passed. */
    readonly tag?: string;
    /** Absent: none is passed. */
    readonly externalId?: string;
}

/** What the presign function says for a person. */
export function asPresign(world: ApiWorld, person: string, role: RoleView): TakingOn {
    const caller = roleSession(accessFacts(world), role, "presign");
    return {
        caller,
        layers: {
            identity: [...role.policies.identity, ...unreadAttachments(role)],
            ...(role.policies.boundary === undefined ? {} : { boundary: role.policies.boundary }),
        },
        sessionName: person,
        sourceIdentity: person,
        tag: person,
    };
}

/** Somebody whose own policies allow everything: only the role itself can refuse. */
export function asAnybody(caller: Caller, person: string): TakingOn {
    const document = {
        Version: "2012-10-17",
        Statement: { Sid: "Assumed", Effect: "Allow" as const, Action: "*", Resource: "*" },
    };
    return {
        caller,
        layers: { identity: [{ name: `policies of ${caller.arn} (assumed to allow everything)`, document }] },
        sessionName: person,
        sourceIdentity: person,
        tag: person,
    };
}

/** The three calls STS makes of one: the role, the tag and the name. */
export function takeOn(world: ApiWorld, target: OpenProfile, by: TakingOn): ApiOutcome[] {
    const { intent } = world;
    const facts = factsOf(intent, target.entry.account);
    const sts = world.endpoint("sts");
    const tag: RequestContext =
        by.tag === undefined ? {} : { [`aws:RequestTag/${intent.tagKey}`]: by.tag, "aws:TagKeys": [intent.tagKey] };
    const context: RequestContext = {
        ...common(accessFacts(world), by.caller),
        "aws:ResourceAccount": target.entry.account,
        ...through(sts),
        ...tag,
    };
    // Source: service authorization reference, AWS Security Token Service: keys of each action.
    const named = {
        "sts:RoleSessionName": by.sessionName,
        "sts:SourceIdentity": by.sourceIdentity,
        ...(by.externalId === undefined ? {} : { "sts:ExternalId": by.externalId }),
    };
    const layers: PolicyLayers = {
        ...by.layers,
        resource: target.role.policies.trust,
        ...(sts?.policy === undefined ? {} : { endpoint: sts.policy, endpointType: "Interface" as const }),
    };
    const call = (step: ApiStep, action: string, keys: RequestContext): ApiOutcome =>
        outcome(
            step,
            {
                caller: by.caller,
                action,
                resource: arnOf(facts, target.role),
                resourceAccount: facts.account,
                context: { ...context, ...keys },
            },
            layers,
        );
    return [
        call("take on the access role", "sts:AssumeRole", named),
        ...(by.tag === undefined ? [] : [call("pass the tag", "sts:TagSession", {})]),
        call("pass the name", "sts:SetSourceIdentity", { "sts:SourceIdentity": by.sourceIdentity }),
    ];
}

/** What the session of the access role may do with a profile, through an endpoint or, without one, over the internet. */
export function open(
    world: ApiWorld,
    { entry, profile, role }: OpenProfile,
    { sessionName, tag }: Pick<TakingOn, "sessionName" | "tag">,
    step: ApiStep,
    endpoint: EndpointView | "internet" | undefined,
): ApiOutcome {
    const facts = factsOf(world.intent, entry.account);
    if (endpoint === undefined) {
        return { step, verdict: "denied", deciding: [], reason: "the hub has no endpoint for this call" };
    }
    const caller = roleSession(facts, role, sessionName);
    const domainId = isUnknown(profile.domainId) ? UNKNOWN_TEXT : profile.domainId;
    const resource = `arn:${facts.partition}:sagemaker:${facts.region}:${facts.account}:user-profile/${domainId}/${profile.name}`;
    const context: Record<string, Maybe<string | readonly string[]>> = {
        ...common(facts, caller),
        ...(endpoint === "internet" ? { "aws:SourceIp": UNKNOWN } : through(endpoint)),
        "aws:SourceIdentity": sessionName,
    };
    // A session tag stands before the role's own of the same key.
    for (const [key, value] of Object.entries({
        ...role.tags,
        ...(tag === undefined ? {} : { [facts.tagKey]: tag }),
    })) {
        context[`aws:PrincipalTag/${key}`] = value;
    }
    for (const [key, value] of Object.entries(profile.tags)) {
        context[`aws:ResourceTag/${key}`] = value;
        context[`sagemaker:ResourceTag/${key}`] = value;
    }
    return outcome(
        step,
        { caller, action: OPEN, resource, resourceAccount: facts.account, context },
        {
            identity: [...role.policies.identity, ...unreadAttachments(role)],
            ...(role.policies.boundary === undefined ? {} : { boundary: role.policies.boundary }),
            session: [sessionPolicy(resource)],
            ...(endpoint !== "internet" && endpoint.policy !== undefined
                ? { endpoint: endpoint.policy, endpointType: "Interface" as const }
                : {}),
        },
    );
}

/** What the presign function passes with the role: one call on one profile. Part of its code, not of the graph. */
function sessionPolicy(resource: string): NamedDocument {
    return {
        name: "session policy",
        document: {
            Version: "2012-10-17",
            Statement: { Sid: "OneProfile", Effect: "Allow", Action: OPEN, Resource: resource },
        },
    };
}

/** Whether the API's own policy lets somebody without an identity of AWS call the method, through an endpoint or not. */
export function invoke(world: ApiWorld, endpoint: EndpointView | "internet" | undefined): ApiOutcome {
    const step = "pass the API's policy";
    const { api, intent } = world;
    if (api === undefined || endpoint === undefined) {
        return { step, verdict: "denied", deciding: [], reason: "there is no API, or no endpoint for it" };
    }
    const account = intent.accountOf["access"] ?? "";
    const id = isUnknown(api.id) ? UNKNOWN_TEXT : api.id;
    const caller: Caller = { arn: "*", account, type: "anonymous" };
    return outcome(
        step,
        {
            caller,
            action: "execute-api:Invoke",
            resource: `arn:${intent.partition}:execute-api:${intent.region}:${account}:${id}/studio/GET/session`,
            resourceAccount: account,
            context: {
                ...common(factsOf(intent, account), caller),
                ...(endpoint === "internet" ? { "aws:SourceIp": UNKNOWN } : through(endpoint)),
            },
        },
        {
            identity: [],
            resource: api.policy,
            ...(endpoint !== "internet" && endpoint.policy !== undefined
                ? { endpoint: endpoint.policy, endpointType: "Interface" as const }
                : {}),
        },
    );
}

function through(endpoint: EndpointView | undefined): RequestContext {
    return endpoint === undefined
        ? {}
        : { "aws:SourceVpc": endpoint.vpcId, "aws:SourceVpce": endpoint.id, "aws:VpcSourceIp": UNKNOWN };
}

function accessFacts({ intent }: ApiWorld): AccountFacts {
    return factsOf(intent, intent.accountOf["access"] ?? "");
}

function outcome(step: ApiStep, request: AccessRequest, layers: PolicyLayers): ApiOutcome {
    const decision = evaluate(request, layers);
    const references = decision.kind === "implicit deny" ? nearMisses(request, layers, decision) : decision.deciding;
    return {
        step,
        verdict: decision.verdict,
        deciding: references.map(({ document, statement }) => `${document} › ${statement}`).sort(),
        reason: reasonOf(decision, references.length > 0),
    };
}

function reasonOf({ kind, reason }: Decision, hasStatement: boolean): string {
    switch (kind) {
        case "allow":
            return "allowed";
        case "explicit deny":
            return "denied";
        case "implicit deny":
            return hasStatement ? "its conditions do not hold" : reason;
        case "undecided":
            return "not known yet";
    }
}
