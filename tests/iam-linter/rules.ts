import { actionPatternsIntersect, asList, type Statement } from "../../policy-pack/iam";
import type { RegisteredDocument } from "./documents";
import { type ActionFacts, actionsOf, carries, isConditionKey, isGlobal } from "./facts";

/** A statement with the facts about its actions. */
export interface Read {
    readonly where: string;
    readonly kind: RegisteredDocument["kind"];
    readonly statement: Statement;
    readonly actions: readonly ActionFacts[];
}

/** Looks at one statement and says what is wrong with it. */
export type Rule = (read: Read) => string[] | Promise<string[]>;

/** Wildcards must stand for at least one action, and every statement must name its actions. */
export const existingActions: Rule = async ({ where, statement }) => {
    const patterns = asList(statement.Action);
    const found = await Promise.all(patterns.map(async (pattern) => ({ pattern, facts: await actionsOf(pattern) })));
    return [
        ...(patterns.length === 0 ? [`${where}: no Action, so what it covers grows with every service`] : []),
        ...found.filter(({ facts }) => facts.length === 0).map(({ pattern }) => `${where}: no action ${pattern}`),
    ];
};

/** In conditions and as policy variables. */
export const existingKeys: Rule = async ({ where, statement }) => {
    const keys = [...keysOf(statement), ...variablesOf(statement)];
    const known = await Promise.all(keys.map(isConditionKey));
    return keys.filter((_, index) => !known[index]).map((key) => `${where}: no condition key ${key}`);
};

/**
 * A key an action never carries makes an Allow of it dead, a positive Deny of it without effect, and a negated one
 * (`Null`, `StringNotEquals`) a Deny for ever. None of these is meant, so every action must carry every key.
 */
export const carriedKeys: Rule = ({ where, statement, actions }) =>
    keysOf(statement)
        .filter((key) => !isGlobal(key) && !isDeniedWhenPresent(statement, key))
        .flatMap((key) =>
            actions
                .filter((facts) => !carries(facts, key))
                .map(({ action }) => `${where}: ${action} never carries ${key}`),
        );

/** A Deny that asks for the key to be there leaves actions alone that never carry it, however many it names. */
function isDeniedWhenPresent({ Effect, Condition }: Statement, key: string): boolean {
    return Effect === "Deny" && Condition?.["Null"]?.[key] === "false";
}

/** An Allow on `*` is right only for actions without resource types; those, in turn, match nothing else. */
export const reasonForEverything: Rule = ({ where, kind, statement, actions }) => {
    if (kind === "trust" || kind === "key" || statement.Effect === "Deny") {
        return [];
    }
    if (!asList(statement.Resource).includes("*")) {
        return actions
            .filter(({ arns }) => arns.length === 0)
            .map(({ action }) => `${where}: ${action} stands on * only`);
    }
    if (asList(statement.Action).some((pattern) => pattern.endsWith(":*"))) {
        return [`${where}: Allow on * of whole services`];
    }
    return actions.filter(({ arns }) => arns.length > 0).map(({ action }) => `${where}: Allow on * of ${action}`);
};

/**
 * Each action of an Allow needs a resource of each type it requires; each resource, in whatever statement, needs an
 * action it can be meant for, or the statement is not what it seems.
 */
export const fittingResources: Rule = ({ where, statement, actions }) => {
    const named = (list: Statement["Resource"]): string[] => asList(list).filter((resource) => resource !== "*");
    const resources = named(statement.Resource);
    const fits = (format: string, resource: string): boolean =>
        actionPatternsIntersect(asPattern(format), resource.replace(/\$\{[^}]+\}/g, "*"));
    const unserved =
        statement.Effect === "Deny" || resources.length === 0
            ? []
            : actions.filter(({ arns }) => {
                  const served = arns.filter(({ format }) => resources.some((resource) => fits(format, resource)));
                  return served.length === 0 || arns.some((type) => type.required && !served.includes(type));
              });
    const unused = [...resources, ...named(statement.NotResource)].filter(
        (resource) => !actions.some(({ arns }) => arns.some(({ format }) => fits(format, resource))),
    );
    return [
        ...unserved.map(({ action }) => `${where}: no resource fits ${action}`),
        ...unused.map((resource) => `${where}: no action fits ${resource}`),
    ];
};

/** The statement with the facts about every action its patterns stand for. */
export async function readStatement(
    where: string,
    kind: RegisteredDocument["kind"],
    statement: Statement,
): Promise<Read> {
    const actions = (await Promise.all(asList(statement.Action).map(actionsOf))).flat();
    return { where, kind, statement, actions };
}

function keysOf({ Condition }: Statement): string[] {
    return Object.values(Condition ?? {}).flatMap((keys) => Object.keys(keys));
}

function variablesOf(statement: Statement): string[] {
    return [...JSON.stringify(statement).matchAll(/\$\{([^}]+)\}/g)].map(([, key = ""]) => key);
}

/** Twelve digits, whichever: a stack of many accounts names several. */
const ACCOUNT = "?".repeat(12);

/** An ARN format with the place of the stack put in and everything else left open. */
function asPattern(format: string): string {
    return format
        .replace("${Partition}", "aws")
        .replace("${Region}", "eu-west-1")
        .replace("${Account}", ACCOUNT)
        .replace(/\$\{[^}]+\}/g, "*");
}
