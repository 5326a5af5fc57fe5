import type { Context } from "./context";
import { definite, type Match } from "./match";
import { literal, lowerCase, matchText, type Text } from "./text";
import { rangeContains, readBinary, readDate, readNumber } from "./values";
import { expand, type Wildcards } from "./variables";
import { arnConditionPattern } from "./wildcards";

/** Compares one value of a policy with one value of the request; `maybe` where AWS's answer is not documented. */
export type Compare = (
    policyValue: string,
    requestValue: string,
    context: Context,
    version: string | undefined,
) => Match;

/** One base operator: a positive comparison, and whether the operator negates it. */
export interface Operator {
    readonly compare: Compare;
    readonly negated: boolean;
}

/** A condition operator as written, taken apart. */
export interface ParsedOperator {
    readonly base: "Null" | Operator;
    readonly set: "ForAllValues" | "ForAnyValue" | undefined;
    readonly ifExists: boolean;
}

/**
 * Takes an operator's name apart; `undefined` when AWS knows no such operator.
 *
 * @see IAM guide, reference_policies_elements_condition_operators
 */
export function parseOperator(name: string): ParsedOperator | undefined {
    const [, set, rest = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
    if (rest === "Null") {
        // `IfExists` and set qualifiers have no meaning for a test of existence.
        return set === undefined && ifExists === undefined
            ? { base: "Null", set: undefined, ifExists: false }
            : undefined;
    }
    const base = OPERATORS.get(rest);
    return base && { base, set: set as ParsedOperator["set"], ifExists: ifExists !== undefined };
}

const equals = text("plain");
const equalsIgnoringCase = text("plain", lowerCase);
const like = text("wildcards");
const arnLike = arn();
const ipAddress = typed((range, address) => rangeContains(range, address));
const bool = typed((expected, actual) => (isBoolean(expected) && isBoolean(actual) ? expected === actual : undefined));
const binary = typed((expected, actual) => compareRead(readBinary, expected, actual, (a, b) => a === b));

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
    ...pair("StringEquals", "StringNotEquals", equals),
    ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", equalsIgnoringCase),
    ...pair("StringLike", "StringNotLike", like),
    ...pair("ArnEquals", "ArnNotEquals", arnLike),
    ...pair("ArnLike", "ArnNotLike", arnLike),
    ...pair("IpAddress", "NotIpAddress", ipAddress),
    ...ordered("Numeric", readNumber),
    ...ordered("Date", readDate),
    ["Bool", { compare: bool, negated: false }],
    ["BinaryEquals", { compare: binary, negated: false }],
]);

function pair(positive: string, negative: string, compare: Compare): [string, Operator][] {
    return [
        [positive, { compare, negated: false }],
        [negative, { compare, negated: true }],
    ];
}

function ordered(family: string, read: (text: string) => number | undefined): [string, Operator][] {
    const by = (test: (policy: number, request: number) => boolean): Compare =>
        typed((expected, actual) => compareRead(read, expected, actual, test));
    return [
        ...pair(
            `${family}Equals`,
            `${family}NotEquals`,
            by((policy, request) => request === policy),
        ),
        [`${family}LessThan`, { compare: by((policy, request) => request < policy), negated: false }],
        [`${family}LessThanEquals`, { compare: by((policy, request) => request <= policy), negated: false }],
        [`${family}GreaterThan`, { compare: by((policy, request) => request > policy), negated: false }],
        [`${family}GreaterThanEquals`, { compare: by((policy, request) => request >= policy), negated: false }],
    ];
}

/** Strings, where policy variables are allowed. An unresolved variable equals nothing. */
function text(wildcards: Wildcards, fold: (text: Text) => Text = (same) => same): Compare {
    return (policyValue, requestValue, context, version) => {
        const pattern = expand(policyValue, context, wildcards, version);
        return pattern === undefined ? "no" : matchText(fold(pattern), fold(literal(requestValue)));
    };
}

function arn(): Compare {
    return (policyValue, requestValue, context, version) => {
        const pattern = expand(policyValue, context, "wildcards", version);
        if (pattern === undefined) {
            return "no";
        }
        const components = pattern.filter((token) => token.kind === "char" && token.value === ":").length + 1;
        if (components < 6 && pattern.some((token) => token.kind !== "char")) {
            // AWS compares six components; what a pattern with fewer of them matches is not documented.
            return "maybe";
        }
        return matchText(arnConditionPattern(pattern), literal(requestValue));
    };
}

/**
 * Other types than strings: no partial matches, no variables. What AWS does with text that is not of the type is not
 * documented (nor whether `Bool` takes variables: one page says so, another the contrary), and an unknown part makes it
 * such text, so the answer is then not known.
 */
function typed(compare: (policyValue: string, requestValue: string) => boolean | undefined): Compare {
    return (policyValue, requestValue) => {
        const result = compare(policyValue, requestValue);
        return result === undefined ? "maybe" : definite(result);
    };
}

function compareRead<T>(
    read: (text: string) => T | undefined,
    policyText: string,
    requestText: string,
    test: (policy: T, request: T) => boolean,
): boolean | undefined {
    const policy = read(policyText);
    const request = read(requestText);
    return policy === undefined || request === undefined ? undefined : test(policy, request);
}

function isBoolean(value: string): boolean {
    return value === "true" || value === "false";
}
