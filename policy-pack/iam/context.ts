import { isUnknown, type Maybe, UNKNOWN } from "../graph/unknown";
import type { AccessRequest, RequestContext } from "./types";

/** Values of one condition key in a request: `undefined` when absent. A key with no values counts as absent. */
export type ContextValues = Maybe<readonly string[]> | undefined;

/** Condition keys of one request, looked up without case (tag keys included). */
export class Context {
    private readonly values = new Map<string, Maybe<readonly string[]>>();

    constructor(context: RequestContext) {
        for (const [key, value] of Object.entries(context)) {
            const name = key.toLowerCase();
            const list = isUnknown(value) ? value : typeof value === "string" ? [value] : value;
            // Two spellings of one key contradict each other: which one AWS would see is unknown.
            this.values.set(name, this.values.has(name) ? UNKNOWN : list);
        }
    }

    get(key: string): ContextValues {
        const values = this.values.get(key.toLowerCase());
        return values === undefined || isUnknown(values) || values.length > 0 ? values : undefined;
    }
}

/**
 * The condition keys AWS derives from caller and resource alone: `aws:PrincipalArn` (of the role, for a role session),
 * `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:PrincipalIsAWSService`, `aws:username`, `aws:ResourceAccount`.
 *
 * `evaluate` does not add them: spread them into a request's `context`, because a forgotten key is an absent key and
 * turns negated conditions true.
 *
 * @see IAM guide, reference_policies_condition-keys; reference_policies_variables, "Principal key values"
 */
export function derivedContext(request: Pick<AccessRequest, "caller" | "resourceAccount">): RequestContext {
    const { caller, resourceAccount } = request;
    const resource = { "aws:ResourceAccount": resourceAccount };
    switch (caller.type) {
        case "service":
            return { ...resource, "aws:PrincipalIsAWSService": "true", "aws:PrincipalServiceName": caller.arn };
        case "anonymous":
            return { ...resource, "aws:PrincipalType": "Anonymous" };
        case "user":
        case "role-session":
        case "federated":
        case "root":
            return {
                ...resource,
                "aws:PrincipalArn": caller.type === "role-session" ? (caller.roleArn ?? UNKNOWN) : caller.arn,
                "aws:PrincipalAccount": caller.account,
                "aws:PrincipalIsAWSService": "false",
                "aws:PrincipalType": PRINCIPAL_TYPES[caller.type],
                ...(caller.type === "user" ? { "aws:username": caller.arn.split("/").at(-1) ?? UNKNOWN } : {}),
            };
    }
}

const PRINCIPAL_TYPES = {
    user: "User",
    "role-session": "AssumedRole",
    federated: "FederatedUser",
    root: "Account",
} as const;
