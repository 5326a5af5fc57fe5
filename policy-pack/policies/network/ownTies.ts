import { asList, type Statement } from "../../iam";
import {
    all,
    type Answer,
    type ConditionEntry,
    conditions,
    isForEverybody,
    isOnlyWildcards,
    isUnreadable,
    resources,
} from "../identity/statements";

/** What a value must look like to name one account or organization. Source: IAM guide, global condition keys. */
const ACCOUNT = /^\d{12}$/;
const ORGANIZATION = /^o-[a-z0-9]+$/;
const ORGANIZATION_PATH = /^o-[a-z0-9]+\//;
const ARN_OF_ACCOUNT = /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/;

type Keys = Readonly<Record<string, RegExp>>;

/** Keys that tie a request to one's own principals. */
const OWN_PRINCIPALS: Keys = {
    "aws:principalaccount": ACCOUNT,
    "aws:principalorgid": ORGANIZATION,
    "aws:principalorgpaths": ORGANIZATION_PATH,
    "aws:principalarn": ARN_OF_ACCOUNT,
};

/** Keys that tie a request to one's own resources. */
export const OWN_RESOURCES: Keys = {
    "aws:resourceaccount": ACCOUNT,
    "aws:resourceorgid": ORGANIZATION,
    "aws:resourceorgpaths": ORGANIZATION_PATH,
    "s3:resourceaccount": ACCOUNT,
};

export const OWN: Keys = { ...OWN_PRINCIPALS, ...OWN_RESOURCES };

const POSITIVE = ["stringequals", "stringlike", "stringequalsignorecase", "arnequals", "arnlike"];
const NEGATIVE = ["stringnotequals", "stringnotlike", "stringnotequalsignorecase", "arnnotequals", "arnnotlike"];

/** Whether a condition of the statement, or a Deny for everybody else beside it, limits it to one's own. */
export function isLimited(statement: Statement, others: readonly Statement[], keys: Keys): boolean {
    return (
        conditions(statement).some((entry) => ties(entry, keys, POSITIVE)) ||
        others.some((other) => deniesRest(other, keys))
    );
}

function deniesRest(statement: Statement, keys: Keys): boolean {
    const entries = conditions(statement);
    return (
        statement.Effect === "Deny" &&
        isForEverybody(statement) &&
        all([everyAction(statement), everyResource(statement)]) === "yes" &&
        entries.length > 0 &&
        entries.every((entry) => ties(entry, keys, NEGATIVE))
    );
}

/**
 * Whether a condition entry binds one of the keys to accounts or organizations. An Allow must not hold when the key is
 * absent, as `IfExists` and `ForAllValues` do; a Deny must, which `ForAnyValue` does not.
 */
function ties(entry: ConditionEntry, keys: Keys, operators: readonly string[]): boolean {
    const holdsTooMuch =
        operators === POSITIVE ? entry.ifExists || entry.set === "forallvalues" : entry.set === "foranyvalue";
    const names = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
    return (
        names !== undefined &&
        operators.includes(entry.operator) &&
        !holdsTooMuch &&
        entry.values.length > 0 &&
        entry.values.every((value) => names.test(value) || isUnreadable(value))
    );
}

function everyAction(statement: Statement): Answer {
    return asList(statement.Action).some((action) => isOnlyWildcards(action.replace(/^[a-z0-9-]+:/i, "")))
        ? "yes"
        : "no";
}

function everyResource(statement: Statement): Answer {
    return resources(statement).some(isOnlyWildcards) ? "yes" : "no";
}

/** Whether the statement is for named principals of accounts only. */
export function namesPrincipals({ Principal }: Statement): Answer {
    if (Principal === undefined || Principal === "*") {
        return "no";
    }
    // Principals of other types (services, providers) are named one by one: the parser refuses a wildcard there.
    return all(asList(Principal.AWS).map(isOfOneAccount));
}

function isOfOneAccount(principal: string): Answer {
    const isOne = ACCOUNT.test(principal) || ARN_OF_ACCOUNT.test(principal);
    return isOne ? "yes" : isUnreadable(principal) ? "maybe" : "no";
}

/** Whether an ARN names exactly one thing of an account. */
export function isExactOfAccount(resource: string): Answer {
    return /[*?]|\$\{/.test(resource) ? "no" : isOfAccount(resource);
}

/** Whether an ARN names things of one account only. */
export function isOfAccount(resource: string): Answer {
    return ARN_OF_ACCOUNT.test(resource) ? "yes" : isUnreadable(resource) ? "maybe" : "no";
}
