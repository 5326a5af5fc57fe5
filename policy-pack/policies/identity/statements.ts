import { asList, matchesAction, type Statement, statementName, UNKNOWN_TEXT } from "../../iam";

/** Three-valued answers about documents whose text may be partly unknown. */
export type Answer = "yes" | "no" | "maybe";

/** One operator-and-key pair of a condition block, taken apart. */
export interface ConditionEntry {
    /** Operator without set prefix and `IfExists`, lower case: `stringequals`. */
    readonly operator: string;
    readonly ifExists: boolean;
    readonly set?: "forallvalues" | "foranyvalue";
    /** Condition key, lower case: keys compare without case. */
    readonly key: string;
    readonly values: readonly string[];
}

/** The condition block of a statement as a list; all entries must hold together. */
export function conditions(statement: Statement): ConditionEntry[] {
    return Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, value]) => ({
            ...operatorParts(operator),
            key: key.toLowerCase(),
            values: asList(value).map(String),
        })),
    );
}

function operatorParts(text: string): Pick<ConditionEntry, "operator" | "ifExists" | "set"> {
    const lower = text.toLowerCase();
    const set = (["forallvalues", "foranyvalue"] as const).find((prefix) => lower.startsWith(`${prefix}:`));
    const bare = set === undefined ? lower : lower.slice(set.length + 1);
    const ifExists = bare.endsWith("ifexists");
    return {
        operator: ifExists ? bare.slice(0, -"ifexists".length) : bare,
        ifExists,
        ...(set === undefined ? {} : { set }),
    };
}

/** Whether a statement is about an action, read from `Action` or `NotAction`. */
export function concerns(statement: Statement, action: string): Answer {
    const patterns = asList(statement.Action ?? statement.NotAction);
    const matched = patterns.some((pattern) => matchesAction(pattern, action));
    const unread = patterns.some(isUnreadable);
    if (statement.NotAction !== undefined) {
        return matched ? "no" : unread ? "maybe" : "yes";
    }
    return matched ? "yes" : unread ? "maybe" : "no";
}

/** Whether text holds a part that is not known yet. */
export function isUnreadable(text: string): boolean {
    return text.includes(UNKNOWN_TEXT);
}

/** Whether nothing but wildcards is in the text. */
export function isOnlyWildcards(text: string): boolean {
    return /^[*?]+$/.test(text);
}

/** Whether the statement is for everybody: `"*"`, or `*` among the AWS principals; `NotPrincipal` names all others. */
export function isForEverybody(statement: Statement): boolean {
    const { Principal, NotPrincipal } = statement;
    if (NotPrincipal !== undefined || Principal === undefined) {
        return NotPrincipal !== undefined;
    }
    return Principal === "*" || asList(Principal.AWS).includes("*");
}

/** Resources of a statement; `NotResource` means everything else, which here counts as everything. */
export function resources(statement: Statement): readonly string[] {
    return statement.Resource === undefined ? ["*"] : asList(statement.Resource);
}

/** `Sid` or number of a statement, for messages. */
export function cite(statement: Statement, index: number): string {
    return statement.Sid === undefined ? statementName(statement, index) : `statement ${statement.Sid}`;
}

/** `yes` if any is, else `maybe` if any is. */
export function any(answers: Iterable<Answer>): Answer {
    const list = [...answers];
    return list.includes("yes") ? "yes" : list.includes("maybe") ? "maybe" : "no";
}

/** `no` if any is, else `maybe` if any is; `yes` for none at all. */
export function all(answers: Iterable<Answer>): Answer {
    const list = [...answers];
    return list.includes("no") ? "no" : list.includes("maybe") ? "maybe" : "yes";
}
