import { asList, type Statement } from "../../iam";
import {
    all,
    type Answer,
    any,
    type ConditionEntry,
    conditions,
    isForEverybody,
    isOnlyWildcards,
    isUnreadable,
    resources,
} from "../identity/statements";

/** Keys that tie a request to one's own principals or resources. Source: IAM guide, data perimeter keys. */
const OWN_PRINCIPALS = ["aws:principalaccount", "aws:principalorgid", "aws:principalorgpaths", "aws:principalarn"];
const OWN_RESOURCES = ["aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "s3:resourceaccount"];

const POSITIVE = ["stringequals", "stringlike", "stringequalsignorecase", "arnequals", "arnlike"];
const NEGATIVE = ["stringnotequals", "stringnotlike", "stringnotequalsignorecase", "arnnotequals", "arnnotlike"];

/** S3 actions that name no bucket: their resource can only be `*`. Source: service authorization reference, S3. */
const WITHOUT_BUCKET = ["s3:listallmybuckets"];

/** Literal characters a bucket pattern needs before its first wildcard to count as one's own naming scheme. */
const SHORTEST_PREFIX = 3;

/** Whether a statement allows everybody every action on everything, and no Deny beside it takes that back. */
export function letsEverythingPass(statement: Statement, others: readonly Statement[]): Answer {
    if (statement.Effect !== "Allow" || !isForEverybody(statement)) {
        return "no";
    }
    const keys = [...OWN_PRINCIPALS, ...OWN_RESOURCES];
    return limited(statement, others, keys) ? "no" : all([everyAction(statement), everyResource(statement)]);
}

/** Whether a statement of an S3 endpoint's policy admits buckets that are not one's own. */
export function letsEveryBucketPass(statement: Statement, others: readonly Statement[]): Answer {
    if (statement.Effect !== "Allow" || limited(statement, others, OWN_RESOURCES)) {
        return "no";
    }
    const actions = asList(statement.Action).map((action) => action.toLowerCase());
    if (actions.length > 0 && actions.every((action) => WITHOUT_BUCKET.includes(action))) {
        return "no";
    }
    return any(resources(statement).map(anyBucket));
}

/** A condition of the statement, or a Deny for everybody else, limits it to one's own. */
function limited(statement: Statement, others: readonly Statement[], keys: readonly string[]): boolean {
    return (
        conditions(statement).some((entry) => ties(entry, keys, POSITIVE)) ||
        others.some((other) => deniesRest(other, keys))
    );
}

function deniesRest(statement: Statement, keys: readonly string[]): boolean {
    const entries = conditions(statement);
    return (
        statement.Effect === "Deny" &&
        isForEverybody(statement) &&
        everyAction(statement) === "yes" &&
        everyResource(statement) === "yes" &&
        entries.length > 0 &&
        entries.every((entry) => ties(entry, keys, NEGATIVE))
    );
}

/**
 * Whether a condition entry binds one of the keys to a value. `IfExists` on a positive operator holds when the key is
 * absent, and `ForAllValues` on an empty set: neither binds.
 */
function ties(entry: ConditionEntry, keys: readonly string[], operators: readonly string[]): boolean {
    const isPositive = operators === POSITIVE;
    return (
        keys.includes(entry.key) &&
        operators.includes(entry.operator) &&
        !(isPositive && (entry.ifExists || entry.set === "forallvalues")) &&
        entry.values.length > 0 &&
        !entry.values.some((value) => isOnlyWildcards(value) || value.startsWith("${"))
    );
}

function everyAction(statement: Statement): Answer {
    if (statement.NotAction !== undefined) {
        return "yes";
    }
    return any(asList(statement.Action).map((action) => only(action.replace(/^[a-z0-9-]+:/i, ""))));
}

function everyResource(statement: Statement): Answer {
    return any(resources(statement).map((resource) => only(resource.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, ""))));
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

/** Whether a text is wildcards alone; `maybe` when an unknown part may be one. */
function only(text: string): Answer {
    return isOnlyWildcards(text) ? "yes" : isUnreadable(text) ? "maybe" : "no";
}
