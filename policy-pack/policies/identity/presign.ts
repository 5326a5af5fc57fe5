import { cidrContains, isCidrMistake, parseCidr } from "../../net/cidr";
import { asList, type Statement } from "../../iam";
import {
    all,
    type Answer,
    any,
    concerns,
    type ConditionEntry,
    conditions,
    isUnreadable,
    resources,
} from "./statements";

/** Actions that make a link into Studio or a notebook. */
export const PRESIGN_ACTIONS = [
    "sagemaker:CreatePresignedDomainUrl",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
] as const;

const NETWORKS = ["aws:sourcevpce", "aws:sourcevpc"];
const ADDRESSES = "aws:sourceip";

/** The link-making actions a statement is about. */
export function presignActions(statement: Statement): { sure: readonly string[]; possible: readonly string[] } {
    const answers = PRESIGN_ACTIONS.map((action) => [action, concerns(statement, action)] as const);
    return {
        sure: answers.filter(([, answer]) => answer === "yes").map(([action]) => action),
        possible: answers.filter(([, answer]) => answer === "maybe").map(([action]) => action),
    };
}

/** Whether an Allow holds only from named VPCs, VPC endpoints or permitted public addresses. */
export function holdsOnlyFromNetwork(statement: Statement, addresses: readonly string[]): Answer {
    return any(
        conditions(statement).map((entry) => {
            if (entry.ifExists || entry.set === "forallvalues") {
                return "no";
            }
            return namesNetwork(
                entry,
                ["stringequals", "stringlike", "stringequalsignorecase"],
                "ipaddress",
                addresses,
            );
        }),
    );
}

/**
 * Whether a Deny takes an action away outside a named network. Each of its conditions must be a negated network key:
 * any other condition would let requests past it.
 */
export function deniesOutsideNetwork(statement: Statement, action: string, addresses: readonly string[]): Answer {
    const entries = conditions(statement);
    if (statement.Effect !== "Deny" || entries.length === 0) {
        return "no";
    }
    const operators = ["stringnotequals", "stringnotlike", "stringnotequalsignorecase"];
    return all([
        concerns(statement, action),
        isEveryResource(statement),
        ...entries.map((entry) =>
            entry.set === "foranyvalue" ? "no" : namesNetwork(entry, operators, "notipaddress", addresses),
        ),
    ]);
}

/** Whether a Deny without any condition takes the action away on everything. */
export function deniesAlways(statement: Statement, action: string): Answer {
    return statement.Effect === "Deny" && conditions(statement).length === 0
        ? all([concerns(statement, action), isEveryResource(statement)])
        : "no";
}

/** Whether the resources are those the actions are about: profiles for a domain's links, notebooks for a notebook's. */
export function isNarrowed(statement: Statement, actions: readonly string[]): Answer {
    const kinds: readonly string[] = actions.map((action) =>
        action === PRESIGN_ACTIONS[0] ? "user-profile" : "notebook-instance",
    );
    return all(
        resources(statement).map((resource) => {
            const kind = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:([^/*?]+)\//.exec(resource)?.[1];
            return kind !== undefined && kinds.includes(kind)
                ? "yes"
                : isUnreadable(resource) && kind === undefined
                  ? "maybe"
                  : "no";
        }),
    );
}

/** Whether a Deny is about every resource: `Resource: "*"`. */
export function isEveryResource(statement: Statement): Answer {
    const list = asList(statement.Resource);
    return list.includes("*") ? "yes" : list.some(isUnreadable) ? "maybe" : "no";
}

function namesNetwork(
    { key, operator, values }: ConditionEntry,
    textOperators: readonly string[],
    addressOperator: string,
    addresses: readonly string[],
): Answer {
    if (NETWORKS.includes(key) && textOperators.includes(operator)) {
        return values.length === 0 ? "no" : all(values.map(isOneNetwork));
    }
    if (key === ADDRESSES && operator === addressOperator) {
        return values.length === 0 ? "no" : all(values.map((value) => isPermitted(value, addresses)));
    }
    return "no";
}

/** A value that is a wildcard, or a variable the caller may fill, names no network. */
function isOneNetwork(value: string): Answer {
    if (isUnreadable(value)) {
        return "maybe";
    }
    return value.includes("${") || !/[0-9a-z]/i.test(value.replace(/^vpce?-/, "")) ? "no" : "yes";
}

function isPermitted(value: string, addresses: readonly string[]): Answer {
    if (isUnreadable(value)) {
        return "maybe";
    }
    const range = parseCidr(value.includes("/") ? value : `${value}/32`);
    if (isCidrMistake(range)) {
        return "no";
    }
    return addresses.some((outer) => {
        const parsed = parseCidr(outer);
        return !isCidrMistake(parsed) && cidrContains(parsed, range);
    })
        ? "yes"
        : "no";
}
