import type {
    AccessRequest,
    ConditionBlock,
    Decision,
    LayerName,
    NamedDocument,
    PolicyDocument,
    PolicyLayers,
    RequestContext,
    Statement,
} from "../../../iam";

/** A fact written in AWS's documentation about one condition, and whether the condition holds by it. */
export interface ConditionCase {
    readonly name: string;
    /** Page of the IAM guide, unless the name says otherwise. */
    readonly page: string;
    readonly fact: string;
    readonly condition: ConditionBlock;
    readonly context?: RequestContext;
    readonly version?: string;
    readonly holds: "yes" | "no";
}

/** A fact written in AWS's documentation about whole policies, and the decision that follows from it. */
export interface DecisionCase {
    readonly name: string;
    readonly page: string;
    readonly fact: string;
    /** What differs from `REQUEST`. */
    readonly request?: Partial<AccessRequest>;
    readonly layers: PolicyLayers;
    readonly kind: Decision["kind"];
    /** `layer/document/statement` of every deciding statement. */
    readonly deciding?: readonly string[];
    readonly missing?: LayerName;
}

export const ACCOUNT = "111122223333";
export const OTHER_ACCOUNT = "444455556666";

export const ANA = { arn: `arn:aws:iam::${ACCOUNT}:user/Ana`, account: ACCOUNT, type: "user" } as const;
export const SESSION = {
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/ana`,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/team/reader`,
    account: ACCOUNT,
    type: "role-session",
} as const;
export const ROOT = { arn: `arn:aws:iam::${ACCOUNT}:root`, account: ACCOUNT, type: "root" } as const;
export const STUDIO_SERVICE = { arn: "sagemaker.amazonaws.com", account: ACCOUNT, type: "service" } as const;
export const NOBODY = { arn: "anonymous", account: "anonymous", type: "anonymous" } as const;

/** Ana reads an object of her own account. */
export const REQUEST: AccessRequest = {
    caller: ANA,
    action: "s3:GetObject",
    resource: "arn:aws:s3:::studio-data/reports/a.csv",
    resourceAccount: ACCOUNT,
    context: {},
};

export function policy(...statements: readonly Statement[]): PolicyDocument {
    return { Version: "2012-10-17", Statement: statements };
}

export function named(name: string, ...statements: readonly Statement[]): NamedDocument {
    return { name, document: policy(...statements) };
}

/** An Allow of everything, with what is given in its place. */
export function allow(rest: Partial<Statement> = {}): Statement {
    return { Sid: "Allow", Effect: "Allow", ...defaults(rest), ...rest };
}

/** A Deny of everything, with what is given in its place. */
export function deny(rest: Partial<Statement> = {}): Statement {
    return { Sid: "Deny", Effect: "Deny", ...defaults(rest), ...rest };
}

function defaults(rest: Partial<Statement>): Partial<Statement> {
    return {
        ...(rest.NotAction === undefined ? { Action: "*" } : {}),
        ...(rest.NotResource === undefined ? { Resource: "*" } : {}),
    };
}

/** A trust policy's statement: no `Resource`. */
export function trust(principal: Statement["Principal"], rest: Partial<Statement> = {}): Statement {
    return { Sid: "Trust", Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...rest };
}

/** An identity policy `own` that allows everything. */
export const ALL_ALLOWED = [named("own", allow())];
