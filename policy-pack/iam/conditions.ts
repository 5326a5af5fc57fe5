import { isUnknown } from "../graph/unknown";
import { asList } from "./plain";
import type { Context, ContextValues } from "./context";
import { allOf, anyOf, definite, type Match, negate } from "./match";
import { type Operator, parseOperator } from "./operators";
import { literal, matchText } from "./text";
import { type ConditionBlock, UNKNOWN_TEXT } from "./types";

/** One operator and key of a `Condition`, with what it says about a request. */
export interface ConditionResult {
    readonly operator: string;
    readonly key: string;
    readonly match: Match;
}

/**
 * What each operator and key of a `Condition` says about a request. All of them must match.
 *
 * @param version of the policy document; decides whether `${…}` is a variable.
 * @see IAM guide, reference_policies_condition-logic-multiple-context-keys-or-values
 */
export function conditionResults(
    block: ConditionBlock | undefined,
    context: Context,
    version: string | undefined,
): readonly ConditionResult[] {
    return Object.entries(block ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, value]) => {
            const values = asList(value).map(String);
            return { operator, key, match: conditionMatch(operator, values, context.get(key), context, version) };
        }),
    );
}

function conditionMatch(
    name: string,
    policyValues: readonly string[],
    request: ContextValues,
    context: Context,
    version: string | undefined,
): Match {
    const operator = parseOperator(name);
    if (operator === undefined) {
        return "maybe";
    }
    const { base, set, ifExists } = operator;
    if (base === "Null") {
        return anyOf(policyValues.map((value) => nullMatch(value, request === undefined)));
    }
    if (isUnknown(request)) {
        return set === undefined ? oneValue(base, policyValues, UNKNOWN_TEXT, context, version) : "maybe";
    }
    if (request === undefined) {
        return absentMatch(base, set, ifExists);
    }
    const each = request.map((value) => oneValue(base, policyValues, value, context, version));
    switch (set) {
        case "ForAllValues":
            return anyOf([emptySet(request), allOf(each)]);
        case "ForAnyValue":
            return allOf([negate(emptySet(request)), anyOf(each)]);
        case undefined:
            // Several values ask for a set operator; without one AWS documents nothing beyond "all agree".
            return each.every((match) => match === each[0]) ? (each[0] ?? "maybe") : "maybe";
    }
}

/** Several values of the policy: OR; for negated operators NOR. */
function oneValue(
    operator: Operator,
    policyValues: readonly string[],
    requestValue: string,
    context: Context,
    version: string | undefined,
): Match {
    const any = anyOf(policyValues.map((value) => operator.compare(value, requestValue, context, version)));
    return operator.negated ? negate(any) : any;
}

/** @see IAM guide, reference_policies_elements_condition_operators ("Important"; "...IfExists"); for sets, reference_policies_condition-single-vs-multi-valued-context-keys */
function absentMatch(operator: Operator, set: "ForAllValues" | "ForAnyValue" | undefined, ifExists: boolean): Match {
    switch (set) {
        case "ForAllValues":
            return "yes";
        case "ForAnyValue":
            // One page says true (`IfExists`), another false (`ForAnyValue`); neither speaks of both together.
            return ifExists ? "maybe" : "no";
        case undefined:
            return definite(ifExists || operator.negated);
    }
}

function nullMatch(value: string, absent: boolean): Match {
    return value === "true" || value === "false" ? definite(absent === (value === "true")) : "maybe";
}

/** Whether the request's values are an empty set for set operators; an empty string counts as one. */
function emptySet(values: readonly string[]): Match {
    return allOf(values.map((value) => matchText(literal(value), literal(""))));
}
