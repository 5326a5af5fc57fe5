import { strict as assert } from "node:assert";

import {
    type AccessRequest,
    type Caller,
    derivedContext,
    evaluate,
    type NamedDocument,
    type PolicyDocument,
    type PolicyLayers,
    type RequestContext,
} from "../../policy-pack/iam";
import { inputsOf, one, type RecordedComponent } from "../harness";
import { PLACE } from "../place";

const ROLE = "aws:iam/role:Role";

/** A recorded role with every document that decides about it, read from the registered texts. */
export interface RoleUnderTest {
    readonly arn: string;
    readonly trust: PolicyDocument;
    readonly identity: readonly NamedDocument[];
    readonly boundary?: NamedDocument;
    /** Its sessions carry them as principal tags. */
    readonly tags: Readonly<Record<string, string>>;
}

/** Managed policies of the recording that are attached to a role. */
function attachedTo(recording: RecordedComponent, role: unknown): NamedDocument[] {
    const arns = recording.resources
        .filter(
            ({ type, props }) => type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment" && props.role === role,
        )
        .map(({ props }) => props.policyArn);
    return recording.resources
        .filter(({ type, props }) => type === "aws:iam/policy:Policy" && arns.includes(props.arn))
        .map(({ name, props }) => ({ name, document: documentIn(props.policy) }));
}

/** The role with this logical name, its policies, inline and attached, and the managed policy that is its boundary. */
export function roleOf(recording: RecordedComponent, name: string): RoleUnderTest {
    const { props } = one(recording, ROLE, name);
    const boundary = recording.resources.find(
        (policy) => policy.type === "aws:iam/policy:Policy" && policy.props.arn === props.permissionsBoundary,
    );
    assert.equal(boundary === undefined, props.permissionsBoundary === undefined, "the boundary is not in the stack");
    return {
        arn: String(props.arn),
        trust: documentIn(props.assumeRolePolicy),
        tags: (props.tags ?? {}) as Readonly<Record<string, string>>,
        identity: [
            ...recording.resources
                .filter(
                    ({ type, props: policy }) => type === "aws:iam/rolePolicy:RolePolicy" && policy.role === props.name,
                )
                .map((policy) => ({ name: policy.name, document: documentIn(policy.props.policy) })),
            ...attachedTo(recording, props.name),
        ],
        ...(boundary ? { boundary: { name: boundary.name, document: documentIn(boundary.props.policy) } } : {}),
    };
}

/** Policy of the key with this logical name. */
export function keyPolicyOf(recording: RecordedComponent, name: string): NamedDocument {
    return { name, document: documentIn(inputsOf(recording, "aws:kms/key:Key", name).policy) };
}

function documentIn(text: unknown): PolicyDocument {
    assert.equal(typeof text, "string", "the document's text is not known");
    return JSON.parse(text as string) as PolicyDocument;
}

/** A session of a role. */
export function sessionOf(roleArn: string, session = "session"): Caller {
    const account = roleArn.split(":")[4] ?? "";
    const role = roleArn.slice(roleArn.lastIndexOf("/") + 1);
    return { arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`, roleArn, account, type: "role-session" };
}

/** A document that allows everything: stands for what somebody else attached or may attach. */
export const EVERYTHING: NamedDocument = {
    name: "everything",
    document: { Version: "2012-10-17", Statement: { Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" } },
};

/** What `ask` may be told beside the request. */
export type Layers = Partial<PolicyLayers> & { readonly resourceAccount?: string };

/**
 * Asks the evaluator for a session of the role and answers in words a table can hold: `allowed by <Sids>` (the
 * boundary's own Allow left out), `denied by <Sids>`, `no Allow in <layer>`, `undecided`.
 */
export function ask(
    role: RoleUnderTest,
    action: string,
    resource: string,
    context: RequestContext,
    { resourceAccount = PLACE.account, ...layers }: Layers = {},
): string {
    const caller = sessionOf(role.arn);
    const tags = Object.fromEntries(
        Object.entries(role.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
    );
    const request: AccessRequest = {
        caller,
        action,
        resource,
        resourceAccount,
        context: { ...derivedContext({ caller, resourceAccount }), ...tags, ...context },
    };
    const boundary = role.boundary ? { boundary: role.boundary } : {};
    return inWords(evaluate(request, { identity: role.identity, ...boundary, ...layers }));
}

/** Asks the evaluator whether a caller, whose own policies allow everything, may call `action` on the role itself. */
export function askTrust(role: RoleUnderTest, caller: Caller, action: string, context: RequestContext): string {
    return inWords(
        evaluate(
            {
                caller,
                action,
                resource: role.arn,
                resourceAccount: PLACE.account,
                context: { ...derivedContext({ caller, resourceAccount: PLACE.account }), ...context },
            },
            { identity: [EVERYTHING], resource: { name: "trust policy", document: role.trust } },
        ),
    );
}

function inWords({ kind, deciding, missing }: ReturnType<typeof evaluate>): string {
    const sids = deciding.filter(({ layer }) => kind !== "allow" || layer !== "boundary");
    const names = sids.map(({ statement }) => statement).join(", ");
    switch (kind) {
        case "allow":
            return `allowed by ${names}`;
        case "explicit deny":
            return `denied by ${names}`;
        case "implicit deny":
            return `no Allow in ${missing}`;
        case "undecided":
            return "undecided";
    }
}
