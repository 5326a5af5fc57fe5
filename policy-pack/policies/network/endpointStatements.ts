import { UNSIGNED_SIGN_IN_ACTIONS } from "../../facts";
import { asList, type Statement } from "../../iam";
import { type Answer, any, all, isUnreadable, resources } from "../identity/statements";
import { isExactOfAccount, isLimited, isOfAccount, namesPrincipals, OWN, OWN_RESOURCES } from "./ownTies";

/**
 * S3 actions that reach nobody else's bucket: one names none, and what the other makes belongs to the caller's account.
 * Source: service authorization reference, S3.
 */
const NO_FOREIGN_BUCKET = ["s3:createbucket", "s3:listallmybuckets"];

/** Actions whose caller may be no principal, so that no condition can name it: the API asks who it is by itself. */
const WITHOUT_PRINCIPAL = ["execute-api:invoke"];

/** The same of actions that have no resource to name either. */
const WITHOUT_PRINCIPAL_OR_RESOURCE: readonly string[] = UNSIGNED_SIGN_IN_ACTIONS.map((action) => action.toLowerCase());

/** Actions that take nothing out: what a bucket of AWS may be open for. */
const READING = /^s3:(?:get|list)[a-z]*$/i;

/** Literal characters a bucket pattern needs before its first wildcard to count as one's own naming scheme. */
const SHORTEST_PREFIX = 3;

/** Buckets that are safe to name without a condition. */
export interface KnownBuckets {
    /** Whether a bucket is this stack's, or the configuration admits it. */
    readonly isOwn: (bucket: string) => boolean;
    /** Whether a bucket is AWS's own, to read from. */
    readonly isOfAws: (bucket: string) => Answer;
}

/**
 * Whether a statement lets principals of any account reach something that is not certainly one's own: no condition on
 * account or organization, no named principals, and a resource beyond exact ones of the account and known buckets.
 */
export function letsOutsidersPass(statement: Statement, others: readonly Statement[], buckets: KnownBuckets): Answer {
    if (statement.Effect !== "Allow" || isLimited(statement, others, OWN)) {
        return "no";
    }
    if (everyActionIs(statement, (action) => WITHOUT_PRINCIPAL_OR_RESOURCE.includes(action.toLowerCase()))) {
        return "no";
    }
    const own = all(resources(statement).map((resource) => isOwn(statement, resource, buckets)));
    return not(any([namesPrincipals(statement), own]));
}

function isOwn(statement: Statement, resource: string, buckets: KnownBuckets): Answer {
    const bucket = /^arn:[^:]*:s3:::([^/]*)/.exec(resource)?.[1];
    if (bucket === undefined) {
        const hasNoPrincipal = everyActionIs(statement, (action) => WITHOUT_PRINCIPAL.includes(action.toLowerCase()));
        return hasNoPrincipal ? isOfAccount(resource) : isExactOfAccount(resource);
    }
    const isReading = everyActionIs(statement, (action) => READING.test(action));
    return any([
        buckets.isOwn(bucket) ? "yes" : "no",
        isReading ? buckets.isOfAws(bucket) : "no",
        isUnreadable(bucket) ? "maybe" : "no",
    ]);
}

function everyActionIs({ Action }: Statement, holds: (action: string) => boolean): boolean {
    const actions = asList(Action);
    return actions.length > 0 && actions.every(holds);
}

function not(answer: Answer): Answer {
    return answer === "maybe" ? "maybe" : answer === "yes" ? "no" : "yes";
}

/** Whether a statement of an S3 endpoint's policy admits buckets that are not one's own. */
export function letsEveryBucketPass(statement: Statement, others: readonly Statement[]): Answer {
    if (statement.Effect !== "Allow" || isLimited(statement, others, OWN_RESOURCES)) {
        return "no";
    }
    const actions = asList(statement.Action).map((action) => action.toLowerCase());
    if (actions.length > 0 && actions.every((action) => NO_FOREIGN_BUCKET.includes(action))) {
        return "no";
    }
    return any(resources(statement).map(anyBucket));
}

function anyBucket(resource: string): Answer {
    const accessPoint = /^arn:[^:]*:s3:[^:]*:([^:]*):accesspoint\//.exec(resource);
    if (accessPoint !== null) {
        const account = accessPoint[1] ?? "";
        return isUnreadable(account) ? "maybe" : /^\d{12}$/.test(account) ? "no" : "yes";
    }
    const bucket = resource.replace(/^arn:[^:]*:s3:[^:]*:[^:]*:/, "").split("/")[0] ?? "";
    const literal = bucket.split(/[*?]|\$\{/)[0] ?? "";
    if (isUnreadable(bucket)) {
        return isUnreadable(literal) ? "maybe" : "no";
    }
    return literal === bucket || literal.length >= SHORTEST_PREFIX ? "no" : "yes";
}
