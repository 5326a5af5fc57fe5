import { isUnknown, UNKNOWN } from "../../../policy-pack/graph";
import { type Decision, evaluate, type RequestContext, UNKNOWN_TEXT } from "../../../policy-pack/iam";
import { common, roleSession, unreadAttachments } from "../access";
import type { Answer, Ask, Finding, Probe, Subject } from "./types";
import type { RoleWorld } from "./world";

/** What the documents answer to a probe: "yes" when every call of it is allowed. */
export function answer(world: RoleWorld, subject: Subject, { label, expected, asks }: Probe): Finding {
    const decided = asks.map((ask): Decided => ({ ask, decision: decide(world, subject, ask) }));
    const { ask, decision } = weakest(decided);
    return {
        label,
        expected,
        answer: ANSWERS[decision.verdict],
        call: `${ask.action} on ${shortArn(ask.resource)}`,
        deciding: decision.deciding.map(({ document, statement }) => `${document} › ${statement}`).sort(),
        reason: decision.reason,
    };
}

interface Decided {
    readonly ask: Ask;
    readonly decision: Decision;
}

/** One call that is denied stops the others; else one that is not decided leaves the whole undecided. */
function weakest(decided: readonly Decided[]): Decided {
    const first = (verdict: Decision["verdict"]): Decided | undefined =>
        decided.find(({ decision }) => decision.verdict === verdict);
    return first("denied") ?? first("undecided") ?? (decided[0] as Decided);
}

const ANSWERS: Record<Decision["verdict"], Answer> = { allowed: "yes", denied: "no", undecided: "not decided" };

/** The part of an ARN people know the thing by; the account's are all of one account and Region. */
function shortArn(arn: string): string {
    return arn.split(":").slice(5).join(":").replaceAll(UNKNOWN_TEXT, "…");
}

function decide(world: RoleWorld, subject: Subject, ask: Ask): Decision {
    const { facts } = world.intent;
    const { role } = subject;
    const caller = roleSession(facts, role, "SageMaker");
    const endpoint = ask.through === undefined ? undefined : world.endpoint(ask.through);
    const network: RequestContext =
        endpoint === undefined
            ? {}
            : { "aws:SourceVpc": endpoint.vpcId, "aws:SourceVpce": endpoint.id, "aws:VpcSourceIp": UNKNOWN };
    const tags = Object.entries(role.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value] as const);
    const resourceAccount = ask.resourceAccount ?? facts.account;
    return evaluate(
        {
            caller,
            action: ask.action,
            resource: ask.resource,
            resourceAccount,
            context: {
                ...common(facts, caller),
                "aws:ResourceAccount": resourceAccount,
                ...Object.fromEntries(tags),
                ...sessionKeys(world, subject),
                ...network,
                ...ask.context,
            },
        },
        {
            identity: [...role.policies.identity, ...unreadAttachments(role)],
            ...(role.policies.boundary ? { boundary: role.policies.boundary } : {}),
            ...(endpoint?.policy ? { endpoint: endpoint.policy } : {}),
            ...(ask.through === "s3" ? { endpointType: "Gateway" as const } : {}),
            ...(ask.resourcePolicy ? { resource: ask.resourcePolicy } : {}),
        },
    );
}

/**
 * What Studio says of the app in the sessions of its role; in a shared space there is no profile. Source: service
 * authorization reference, Amazon SageMaker, keys that are policy variables.
 */
function sessionKeys(world: RoleWorld, { own, session }: Subject): RequestContext {
    switch (session) {
        case "app":
            return { ...inDomain(world), "sagemaker:UserProfileName": own };
        case "shared space":
            return inDomain(world);
        case "job":
            return {};
    }
}

function inDomain({ domainId }: RoleWorld): RequestContext {
    return { "sagemaker:DomainId": isUnknown(domainId) ? UNKNOWN_TEXT : domainId };
}
