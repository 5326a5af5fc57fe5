import { createBootstrap, type BootstrapOutputs } from "../../bootstrap/program";
import { type BootstrapSettings, parseBootstrapSettings, PROJECT } from "../../bootstrap/settings";
import type { Place } from "../../components/names";
import { rolePolicies } from "../../policy-pack/graph/identity";
import { type AccessRequest, derivedContext, evaluate, type NamedDocument, parsePolicy } from "../../policy-pack/iam";
import { inputsOf, one, recordComponent, type RecordedComponent } from "../harness";

export const ACCOUNT = "111122223333";
export const REGION = "eu-west-1";
const ADMINISTRATOR = `arn:aws:iam::${ACCOUNT}:role/platform-administrators`;

/** The stack a deploy role is for, and one whose name begins with the same letters. */
export const DEV: Place = { project: "private-studio", stack: "dev", account: ACCOUNT, region: REGION };
export const DEV_TWO: Place = { ...DEV, stack: "dev-two" };

export const CONFIG = {
    "aws:region": REGION,
    [`${PROJECT}:account`]: ACCOUNT,
    [`${PROJECT}:repository`]: "acme/private-studio",
    [`${PROJECT}:environments`]: [
        // Every row of the table counts for the first; the second may have no way out.
        { environment: "development", stack: "dev", egress: "firewall" },
        { environment: "production", stack: "prod" },
    ],
    [`${PROJECT}:administrators`]: [ADMINISTRATOR],
};

/** Settings of the fixture; throws with the problems when they are none. */
export function settings(changes: Readonly<Record<string, unknown>> = {}): BootstrapSettings {
    const parsed = parseBootstrapSettings("main", { ...CONFIG, ...changes });
    if ("problems" in parsed) {
        throw new Error(JSON.stringify(parsed.problems));
    }
    return parsed.settings;
}

/** Records the bootstrap program. */
export function recordBootstrap(
    given: BootstrapSettings = settings(),
    options: { readonly unknown?: boolean } = {},
): Promise<RecordedComponent> {
    return recordComponent((): BootstrapOutputs => createBootstrap(given), {
        project: PROJECT,
        stack: given.stack,
        ...options,
    });
}

/** A workflow role of a recording, as evaluations need it. */
export interface WorkflowRoleView {
    readonly arn: string;
    readonly trust: NamedDocument;
    readonly identity: readonly NamedDocument[];
    readonly boundary: NamedDocument;
}

/** @throws Error when a document of the role cannot be read */
export function workflowRole(recording: RecordedComponent, name: string): WorkflowRoleView {
    const role = one(recording, "aws:iam/role:Role", name);
    const { trust, identity, boundary, undecided } = rolePolicies(recording.graph, role);
    if (boundary === undefined || undecided.length > 0) {
        throw new Error(`${name} has no boundary, or is undecided: ${undecided.join("; ")}`);
    }
    return { arn: String(role.props.arn), trust, identity, boundary };
}

/** The policy of a key or of the bucket. */
export function resourcePolicy(recording: RecordedComponent, type: string, name: string): NamedDocument {
    const { document } = parsePolicy(inputsOf(recording, type, name)["policy"]);
    if (document === undefined) {
        throw new Error(`the policy of ${name} cannot be read`);
    }
    return { name, document };
}

/** A key policy that leaves the choice to the account's IAM policies. */
export const DELEGATING_KEY: NamedDocument = {
    name: "key policy",
    document: {
        Version: "2012-10-17",
        Statement: {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
            Action: "kms:*",
            Resource: "*",
        },
    },
};

/** A trust policy that admits the session itself, which no identity policy has to allow. */
export function inviting(session: string): NamedDocument {
    return {
        name: "trust policy",
        document: {
            Version: "2012-10-17",
            Statement: { Effect: "Allow", Principal: { AWS: session }, Action: "sts:AssumeRole" },
        },
    };
}

export interface Question {
    readonly action: string;
    readonly resource: string;
    /** Condition keys beyond those of the caller and the Region. */
    readonly context?: AccessRequest["context"];
    /** Policy of the resource. */
    readonly policy?: NamedDocument;
}

/** ARN of a session of the role. */
export function sessionOf(role: WorkflowRoleView): string {
    return `arn:aws:sts::${ACCOUNT}:assumed-role/${role.arn.split("/").pop()}/job`;
}

/** What AWS would say to a job that runs as the role. */
export function ask(role: WorkflowRoleView, { action, resource, context, policy }: Question): string {
    const caller = { arn: sessionOf(role), roleArn: role.arn, account: ACCOUNT, type: "role-session" } as const;
    const request = { caller, resourceAccount: ACCOUNT };
    return evaluate(
        {
            ...request,
            action,
            resource,
            context: { ...derivedContext(request), "aws:RequestedRegion": REGION, ...context },
        },
        {
            identity: role.identity,
            boundary: role.boundary,
            ...(policy ? { resource: policy } : {}),
        },
    ).verdict;
}
