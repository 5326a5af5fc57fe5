import {
    type AccessRequest,
    type Caller,
    derivedContext,
    evaluate,
    type PolicyLayers,
    type RequestContext,
} from "../../../policy-pack/iam";
import type { AccessWorld } from "../../../preflight/proofs/access";

const ACCOUNT = "111122223333";
const SM = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}`;
const DOMAIN = "d-probe";
const OWN = `${SM}:user-profile/${DOMAIN}/ana`;

/** A request to one of the two roles that the matrix, which is about links, does not make. */
interface Probe {
    readonly as: "person" | "operator" | "SageMaker" | "user session" | "app";
    readonly action: string;
    readonly resource: string;
    readonly context: RequestContext;
}

const space = { "sagemaker:OwnerUserProfileArn": OWN, "sagemaker:SpaceSharingType": "Private" };
const job = { "sagemaker:VpcSubnets": ["subnet-1"], "sagemaker:VpcSecurityGroupIds": ["sg-1"] };
const tag = "employeeNumber";
const without = (context: Record<string, unknown>, key: string): RequestContext =>
    Object.fromEntries(Object.entries(context).filter(([name]) => name !== key)) as RequestContext;
const session = { [`aws:PrincipalTag/${tag}`]: "a1", [`aws:RequestTag/${tag}`]: "a1", "aws:TagKeys": [tag] };

/** Requests by name. */
const PROBES: Readonly<Record<string, Probe>> = {
    "SageMaker of this account assumes": probe("SageMaker", "sts:AssumeRole", "role", { "aws:SourceAccount": ACCOUNT }),
    "SageMaker of another account assumes": probe("SageMaker", "sts:AssumeRole", "role", {
        "aws:SourceAccount": "999900001111",
    }),
    "person passes the own tag": probe("person", "sts:TagSession", "role", session),
    "person passes a second tag": probe("person", "sts:TagSession", "role", {
        ...session,
        "aws:TagKeys": [tag, "team"],
    }),
    "operator passes a tag": probe("operator", "sts:TagSession", "role", without(session, `aws:PrincipalTag/${tag}`)),
    "operator passes a second tag": probe("operator", "sts:TagSession", "role", {
        [`aws:RequestTag/${tag}`]: "a1",
        "aws:TagKeys": [tag, "team"],
    }),
    "session without a tag makes a link": probe("user session", "sagemaker:CreatePresignedDomainUrl", OWN, {
        [`sagemaker:ResourceTag/${tag}`]: "a1",
    }),
    "session opens a profile without a tag": probe("user session", "sagemaker:CreatePresignedDomainUrl", OWN, {
        [`aws:PrincipalTag/${tag}`]: "a1",
    }),
    "session retags a profile": probe("user session", "sagemaker:AddTags", OWN, { "aws:TagKeys": [tag] }),
    "app makes its private space": probe("app", "sagemaker:CreateSpace", `${SM}:space/${DOMAIN}/s`, space),
    "app makes a shared space": probe("app", "sagemaker:CreateSpace", `${SM}:space/${DOMAIN}/s`, {
        ...space,
        "sagemaker:SpaceSharingType": "Shared",
    }),
    "app makes a space for a colleague": probe("app", "sagemaker:CreateSpace", `${SM}:space/${DOMAIN}/s`, {
        ...space,
        "sagemaker:OwnerUserProfileArn": `${SM}:user-profile/${DOMAIN}/ben`,
    }),
    "app makes a space with remote access": probe("app", "sagemaker:CreateSpace", `${SM}:space/${DOMAIN}/s`, {
        ...space,
        "sagemaker:RemoteAccess": "ENABLED",
    }),
    "app tags what it creates": probe("app", "sagemaker:AddTags", `${SM}:space/${DOMAIN}/s`, {
        "aws:TagKeys": ["team"],
        "sagemaker:TaggingAction": "CreateSpace",
    }),
    "app tags what exists": probe("app", "sagemaker:AddTags", `${SM}:space/${DOMAIN}/s`, { "aws:TagKeys": ["team"] }),
    "app sets the person's tag": probe("app", "sagemaker:AddTags", `${SM}:space/${DOMAIN}/s`, {
        "aws:TagKeys": [tag],
        "sagemaker:TaggingAction": "CreateSpace",
    }),
    "app trains in the VPC": probe("app", "sagemaker:CreateTrainingJob", `${SM}:training-job/t`, job),
    "app trains without subnets": probe(
        "app",
        "sagemaker:CreateTrainingJob",
        `${SM}:training-job/t`,
        without(job, "sagemaker:VpcSubnets"),
    ),
    "app trains without groups": probe(
        "app",
        "sagemaker:CreateTrainingJob",
        `${SM}:training-job/t`,
        without(job, "sagemaker:VpcSecurityGroupIds"),
    ),
    "app trains with remote debug": probe("app", "sagemaker:CreateTrainingJob", `${SM}:training-job/t`, {
        ...job,
        "sagemaker:EnableRemoteDebug": "true",
    }),
    "app passes its role to SageMaker": probe("app", "iam:PassRole", "role", {
        "iam:PassedToService": "sagemaker.amazonaws.com",
    }),
    "app passes its role to Lambda": probe("app", "iam:PassRole", "role", {
        "iam:PassedToService": "lambda.amazonaws.com",
    }),
    "service attaches the key for the app": probe("app", "kms:CreateGrant", "key", {
        "kms:GrantIsForAWSResource": "true",
    }),
    "app grants the key itself": probe("app", "kms:CreateGrant", "key", { "kms:GrantIsForAWSResource": "false" }),
};

function probe(as: Probe["as"], action: string, resource: string, context: RequestContext): Probe {
    return { as, action, resource, context };
}

/** Answers every probe with verdict and deciding statements, in one comparable text each. */
export function answerProbes(world: AccessWorld): Record<string, string> {
    return Object.fromEntries(Object.entries(PROBES).map(([name, each]) => [name, answer(world, each)]));
}

function answer(world: AccessWorld, { as, action, resource, context }: Probe): string {
    const user = world.userRoles[0];
    const execution = world.profiles[0]?.executionRole;
    if (user === undefined || execution === undefined) {
        throw new Error("the stack has no user role or no execution role");
    }
    const forApp = as === "app" || as === "SageMaker";
    const role = forApp ? execution : user;
    const { policies } = role;
    const assuming = as === "person" || as === "operator" || as === "SageMaker";
    const caller = callerOf(as, String(role.arn));
    const request: AccessRequest = {
        caller,
        action,
        // The key grants reach is the one the role's own document names.
        resource: resource === "role" ? String(role.arn) : resource === "key" ? domainKey(policies.identity) : resource,
        resourceAccount: ACCOUNT,
        context: {
            ...derivedContext({ caller, resourceAccount: ACCOUNT }),
            ...(as === "app" ? { "sagemaker:DomainId": DOMAIN, "sagemaker:UserProfileName": "ana" } : {}),
            ...context,
        },
    };
    const layers: PolicyLayers = assuming
        ? { identity: [], resource: policies.trust }
        : {
              identity: policies.identity,
              resourcePolicyKind: "either",
              ...(policies.boundary ? { boundary: policies.boundary } : {}),
          };
    const { verdict, deciding } = evaluate(request, layers);
    return [verdict, ...deciding.map(({ document, statement }) => `${document} › ${statement}`).sort()].join(" | ");
}

function domainKey(identity: AccessWorld["userRoles"][number]["policies"]["identity"]): string {
    const text = JSON.stringify(identity.map(({ document }) => document));
    return /arn:aws:kms:[^"]+/.exec(text)?.[0] ?? "no key";
}

function callerOf(as: Probe["as"], roleArn: string): Caller {
    const session = (name: string, arn: string): Caller => ({
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/session`,
        roleArn: arn,
        account: ACCOUNT,
        type: "role-session",
    });
    switch (as) {
        case "SageMaker":
            return { arn: "sagemaker.amazonaws.com", account: "", type: "service" };
        case "person":
            return session("data-scientists", `arn:aws:iam::${ACCOUNT}:role/data-scientists`);
        case "operator":
            return session("studio-operators", `arn:aws:iam::${ACCOUNT}:role/studio-operators`);
        case "user session":
        case "app":
            return session(roleArn.slice(roleArn.lastIndexOf("/") + 1), roleArn);
    }
}
