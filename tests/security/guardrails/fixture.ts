import type { GuardrailArgs, ServiceControlArgs } from "../../../components/security";
import {
    type AccessRequest,
    derivedContext,
    evaluate,
    type NamedDocument,
    type PolicyDocument,
    type RequestContext,
} from "../../../policy-pack/iam";
import { EVERYTHING, sessionOf } from "../role";

const KEYS = "arn:aws:kms:eu-west-1:111122223333:key";
/** Key of volumes. */
export const VOLUMES = `${KEYS}/11111111-1111-4111-8111-111111111111`;
/** Key of outputs. */
export const OUTPUTS = `${KEYS}/22222222-2222-4222-8222-222222222222`;
/** A key of somebody else's. */
export const OTHER_KEY = `${KEYS}/33333333-3333-4333-8333-333333333333`;

export const IMAGE = "arn:aws:sagemaker:eu-west-1:111122223333:image/lab";
export const SCRIPT = "arn:aws:sagemaker:eu-west-1:111122223333:studio-lifecycle-config/lab";

export const ARGS: GuardrailArgs = {
    account: "111122223333",
    partition: "aws",
    region: "eu-west-1",
    features: ["studio", "jobs"],
    tagKey: "studiouserid",
    subnetIds: ["subnet-a", "subnet-b"],
    groupIds: ["sg-jobs", "sg-training"],
    volumeKeyArns: [VOLUMES],
    outputKeyArns: [OUTPUTS],
    instances: { apps: ["ml.t3.medium", "ml.m5.*"], jobs: ["ml.m5.*", "ml.g5.2xlarge"] },
    maxRuntimeHours: 24,
    isolation: true,
    interContainerEncryption: true,
    imageArns: [IMAGE],
    scriptArns: [`${SCRIPT}-*`],
};

export const DEPLOYER = "arn:aws:iam::111122223333:role/deployer";

export const SERVICE_CONTROL_ARGS: ServiceControlArgs = {
    ...ARGS,
    deployers: [DEPLOYER],
    origin: { from: "vpc", addresses: [], vpcIds: ["vpc-studio"] },
};

/** Documents by name, as the evaluator takes them. */
export function named(documents: Readonly<Record<string, unknown>>): NamedDocument[] {
    return Object.entries(documents).map(([name, document]) => ({
        name,
        document: JSON.parse(JSON.stringify(document)) as PolicyDocument,
    }));
}

/** A request of a session of `role`; the resource is of no account but its own. */
function request(role: string, action: string, resource: string, context: RequestContext): AccessRequest {
    const caller = sessionOf(role);
    const resourceAccount = caller.account;
    return {
        caller,
        action,
        resource,
        resourceAccount,
        context: { ...derivedContext({ caller, resourceAccount }), ...context },
    };
}

/** `allowed`, or the statements that denied. */
type Answer = string;

function answer({ verdict, kind, deciding }: ReturnType<typeof evaluate>): Answer {
    return kind === "explicit deny" ? deciding.map(({ statement }) => statement).join(", ") : verdict;
}

/** What becomes of a request of a role that may everything but what the guardrails deny. */
export function underGuardrails(
    guardrails: readonly NamedDocument[],
    action: string,
    context: RequestContext,
    resource = "*",
): Answer {
    const role = "arn:aws:iam::111122223333:role/execution";
    const identity = [EVERYTHING, ...guardrails];
    return answer(evaluate(request(role, action, resource, context), { identity, resourcePolicyKind: "either" }));
}

/** What becomes of a request of a role that may everything, under service control policies beside FullAWSAccess. */
export function underServiceControl(
    policies: readonly NamedDocument[],
    action: string,
    context: RequestContext,
    { role = "arn:aws:iam::111122223333:role/administrator", resource = "*" } = {},
): Answer {
    return answer(
        evaluate(request(role, action, resource, context), {
            identity: [EVERYTHING],
            serviceControl: [[EVERYTHING, ...policies]],
            resourcePolicyKind: "either",
        }),
    );
}
