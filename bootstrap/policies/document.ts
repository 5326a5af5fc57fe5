import type { Condition } from "../permissions";

/** A statement of plain values: every name in it is known before anything is made. */
export interface Statement {
    readonly Sid: string;
    readonly Effect: "Allow" | "Deny";
    readonly Action?: readonly string[];
    readonly NotAction?: readonly string[];
    readonly Resource?: readonly string[];
    readonly NotResource?: readonly string[];
    readonly Condition?: Condition;
}

export interface Document {
    readonly Version: "2012-10-17";
    readonly Statement: readonly Statement[];
}

export function document(statements: readonly Statement[]): Document {
    return { Version: "2012-10-17", Statement: statements };
}

/** Characters of a managed policy, white space not counted. Source: IAM and AWS STS quotas. */
export const MANAGED_POLICY_LIMIT = 6144;

/** Managed policies one role takes by default. Source: IAM and AWS STS quotas. */
export const POLICIES_PER_ROLE = 10;

/**
 * Spreads statements over few documents within AWS's limit, each into the first with room. A statement that does not fit alone is
 * halved by its actions.
 *
 * @throws Error when one action with its resources is larger than a document (a mistake in the table).
 */
export function split(statements: readonly Statement[], limit: number = MANAGED_POLICY_LIMIT): Document[] {
    const documents: Statement[][] = [];
    for (const statement of statements.flatMap((each) => halves(each, limit))) {
        const roomy = documents.find((each) => size([...each, statement]) <= limit);
        if (roomy !== undefined) {
            roomy.push(statement);
        } else {
            documents.push([statement]);
        }
    }
    return documents.map(document);
}

function halves(statement: Statement, limit: number): Statement[] {
    if (size([statement]) <= limit) {
        return [statement];
    }
    const actions = statement.Action ?? [];
    if (actions.length < 2) {
        throw new Error(`split: ${statement.Sid} does not fit a policy of ${limit} characters`);
    }
    const middle = Math.ceil(actions.length / 2);
    return [
        { ...statement, Sid: `${statement.Sid}1`, Action: actions.slice(0, middle) },
        { ...statement, Sid: `${statement.Sid}2`, Action: actions.slice(middle) },
    ].flatMap((half) => halves(half, limit));
}

/** White space inside a value counts here too: rather too much than too little. */
function size(statements: readonly Statement[]): number {
    return JSON.stringify(document(statements)).length;
}
