interface Principals {
    readonly type: string;
    readonly identifiers: readonly string[];
}

interface Statement {
    readonly sid?: string;
    readonly effect?: string;
    readonly actions?: readonly string[];
    readonly notActions?: readonly string[];
    readonly resources?: readonly string[];
    readonly notResources?: readonly string[];
    readonly principals?: readonly Principals[];
    readonly notPrincipals?: readonly Principals[];
    readonly conditions?: readonly {
        readonly test: string;
        readonly variable: string;
        readonly values: readonly string[];
    }[];
}

interface DocumentArgs {
    readonly version?: string;
    readonly policyId?: string;
    readonly statements?: readonly Statement[];
    readonly sourcePolicyDocuments?: readonly string[];
    readonly overridePolicyDocuments?: readonly string[];
}

type Json = Record<string, unknown>;

/**
 * The document `aws.iam.getPolicyDocument` makes: statements of the source documents first, then the given ones, then
 * the overriding documents; a later statement replaces an earlier one with the same `Sid`.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(args: Readonly<Record<string, unknown>>): Json {
    const {
        version = "2012-10-17",
        policyId,
        statements,
        sourcePolicyDocuments,
        overridePolicyDocuments,
    } = args as DocumentArgs;
    const merged: Json[] = [];
    for (const statement of [
        ...(sourcePolicyDocuments ?? []).flatMap(statementsOf),
        ...(statements ?? []).map((given) => statementJson(given, version)),
        ...(overridePolicyDocuments ?? []).flatMap(statementsOf),
    ]) {
        const sid = statement["Sid"];
        const same = sid === undefined || sid === "" ? -1 : merged.findIndex((earlier) => earlier["Sid"] === sid);
        merged.splice(same < 0 ? merged.length : same, same < 0 ? 0 : 1, statement);
    }
    return { Version: version, ...given("Id", policyId), Statement: merged };
}

function statementsOf(document: string): Json[] {
    const statement = (JSON.parse(document) as { Statement?: Json | Json[] }).Statement ?? [];
    return Array.isArray(statement) ? statement : [statement];
}

function statementJson(statement: Statement, version: string): Json {
    // `&{...}` is how a policy variable is written where `${...}` would be interpolated.
    const text = (value: string): string => (version === "2012-10-17" ? value.replaceAll("&{", "${") : value);
    const list = (values: readonly string[] | undefined): unknown => oneOrMany((values ?? []).map(text));
    return {
        ...given("Sid", statement.sid),
        Effect: statement.effect ?? "Allow",
        ...given("Action", list(statement.actions)),
        ...given("NotAction", list(statement.notActions)),
        ...given("Resource", list(statement.resources)),
        ...given("NotResource", list(statement.notResources)),
        ...given("Principal", principals(statement.principals, text)),
        ...given("NotPrincipal", principals(statement.notPrincipals, text)),
        ...given("Condition", conditions(statement.conditions, text)),
    };
}

function principals(all: readonly Principals[] | undefined, text: (value: string) => string): unknown {
    if (all === undefined || all.length === 0) {
        return undefined;
    }
    if (all.some(({ type, identifiers }) => type === "*" && identifiers.includes("*"))) {
        return "*";
    }
    const byType = new Map<string, string[]>();
    for (const { type, identifiers } of all) {
        byType.set(type, [...(byType.get(type) ?? []), ...identifiers.map(text)]);
    }
    return Object.fromEntries([...byType].map(([type, identifiers]) => [type, oneOrMany(identifiers)]));
}

function conditions(all: Statement["conditions"], text: (value: string) => string): unknown {
    if (all === undefined || all.length === 0) {
        return undefined;
    }
    const byTest: Record<string, Record<string, string[]>> = {};
    for (const { test, variable, values } of all) {
        const variables = (byTest[test] ??= {});
        variables[variable] = [...(variables[variable] ?? []), ...values.map(text)];
    }
    const unwrapped = (variables: Record<string, string[]>): Json =>
        Object.fromEntries(Object.entries(variables).map(([variable, values]) => [variable, oneOrMany(values)]));
    return Object.fromEntries(Object.entries(byTest).map(([test, variables]) => [test, unwrapped(variables)]));
}

function oneOrMany(values: readonly string[]): unknown {
    return values.length === 0 ? undefined : values.length === 1 ? values[0] : values;
}

function given(key: string, value: unknown): Json {
    return value === undefined ? {} : { [key]: value };
}
