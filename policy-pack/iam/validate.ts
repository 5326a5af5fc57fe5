import { asList, isRecord } from "./plain";
import { parseOperator } from "./operators";
import { UNKNOWN_TEXT } from "./types";
import { hasVariable, variableProblem, VERSION_WITH_VARIABLES } from "./variables";

const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"];
const STATEMENT_ELEMENTS = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];
const PRINCIPAL_TYPES = ["AWS", "Service", "Federated", "CanonicalUser"];
const VERSIONS = ["2008-10-17", VERSION_WITH_VARIABLES];

/**
 * Everything that makes a value no policy document, by the grammar of the policy language; empty when it is one.
 *
 * AWS refuses most of these when a policy is saved. They are looked for so that the evaluator never passes over a part
 * it does not understand.
 *
 * @see IAM guide, reference_policies_grammar
 */
export function documentProblems(value: unknown): readonly string[] {
    if (!isRecord(value)) {
        return ["a policy document is an object with a Statement"];
    }
    const problems = unknownElements(value, DOCUMENT_ELEMENTS, "the document");
    if (value.Version !== undefined && !VERSIONS.includes(value.Version as string)) {
        problems.push(`Version must be one of ${VERSIONS.map((v) => `"${v}"`).join(", ")}`);
    }
    if (value.Statement === undefined) {
        problems.push("Statement is missing");
    }
    const version = value.Version as string | undefined;
    asList(value.Statement).forEach((statement, index) => {
        const found = isRecord(statement) ? statementProblems(statement, version) : ["must be an object"];
        problems.push(...found.map((problem) => `statement ${index + 1}: ${problem}`));
    });
    return problems;
}

function statementProblems(statement: Record<string, unknown>, version: string | undefined): string[] {
    const problems = unknownElements(statement, STATEMENT_ELEMENTS, "it");
    if (statement.Sid !== undefined && typeof statement.Sid !== "string") {
        problems.push("Sid must be a string");
    }
    if (statement.Effect !== "Allow" && statement.Effect !== "Deny") {
        problems.push('Effect must be "Allow" or "Deny", in this spelling');
    }
    for (const element of ["Action", "Resource", "Principal"]) {
        if (statement[element] !== undefined && statement[`Not${element}`] !== undefined) {
            problems.push(`${element} and Not${element} exclude each other`);
        }
    }
    if (statement.Action === undefined && statement.NotAction === undefined) {
        problems.push("Action or NotAction is missing");
    }
    if (statement.NotPrincipal !== undefined && statement.Effect === "Allow") {
        problems.push("NotPrincipal works with Deny only");
    }
    for (const element of ["Action", "NotAction"]) {
        problems.push(...stringProblems(statement, element, actionProblem));
    }
    for (const element of ["Resource", "NotResource"]) {
        problems.push(...stringProblems(statement, element, (text) => resourceProblem(text, version)));
    }
    for (const element of ["Principal", "NotPrincipal"]) {
        problems.push(...principalProblems(statement[element]).map((problem) => `${element}: ${problem}`));
    }
    return [...problems, ...conditionProblems(statement.Condition, version)];
}

function stringProblems(
    statement: Record<string, unknown>,
    element: string,
    check: (text: string) => string | undefined,
): string[] {
    return asList(statement[element]).flatMap((item) => {
        const problem = typeof item === "string" ? check(item) : "must be a string or a list of strings";
        return problem === undefined ? [] : [`${element}: ${problem}`];
    });
}

function actionProblem(text: string): string | undefined {
    const known = text === "*" || text.includes(":") || text.includes(UNKNOWN_TEXT);
    return known ? undefined : '"service:Action" or "*" is expected';
}

function resourceProblem(text: string, version: string | undefined): string | undefined {
    if (version !== VERSION_WITH_VARIABLES) {
        return undefined;
    }
    const start = /^([^:]*:){5}/.exec(text)?.[0] ?? "";
    const head = start === "" ? text : start;
    if (head.includes("${") && hasVariable(text) && !start.includes(UNKNOWN_TEXT)) {
        return "a policy variable may stand only after the fifth colon of an ARN";
    }
    return variableProblem(text);
}

function principalProblems(principal: unknown): string[] {
    if (principal === undefined || principal === "*") {
        return [];
    }
    if (!isRecord(principal)) {
        return ['"*" or ids by type are expected'];
    }
    return [
        ...unknownElements(principal, PRINCIPAL_TYPES, "it"),
        ...Object.entries(principal).flatMap(([type, ids]) =>
            asList(ids).flatMap((id) => {
                if (typeof id !== "string") {
                    return [`${type} must be a string or a list of strings`];
                }
                const wildcard = /[*?]/.test(id) && !(type === "AWS" && id === "*");
                return wildcard ? [`${type}: a wildcard cannot match part of a principal`] : [];
            }),
        ),
    ];
}

function conditionProblems(condition: unknown, version: string | undefined): string[] {
    if (condition === undefined) {
        return [];
    }
    if (!isRecord(condition)) {
        return ["Condition must be an object"];
    }
    return Object.entries(condition).flatMap(([name, keys]) => {
        if (parseOperator(name) === undefined) {
            return [`Condition: "${name}" is no condition operator`];
        }
        if (!isRecord(keys)) {
            return [`Condition ${name} must be an object of condition keys`];
        }
        const names = Object.keys(keys).map((key) => key.toLowerCase());
        const twice = names.find((key, index) => names.indexOf(key) !== index);
        return [
            ...(twice === undefined ? [] : [`Condition ${name}: key "${twice}" is there twice (case does not count)`]),
            ...Object.entries(keys).flatMap(([key, values]) =>
                conditionValueProblems(values, version).map((problem) => `Condition ${name} "${key}": ${problem}`),
            ),
        ];
    });
}

function conditionValueProblems(values: unknown, version: string | undefined): string[] {
    return asList(values).flatMap((value) => {
        if (!["string", "number", "boolean"].includes(typeof value)) {
            return ["values must be strings, numbers or booleans"];
        }
        const problem = version === VERSION_WITH_VARIABLES ? variableProblem(String(value)) : undefined;
        return problem === undefined ? [] : [problem];
    });
}

function unknownElements(value: Record<string, unknown>, known: readonly string[], where: string): string[] {
    return Object.keys(value)
        .filter((key) => !known.includes(key))
        .map((key) => `${where} has an unknown element "${key}"`);
}
