import { asList, type Statement } from "../../iam";
import { forEverybody } from "../identity/everybody";
import { all, type Answer, type ConditionEntry, isUnreadable } from "../identity/statements";

const NETWORKS = ["aws:sourcevpce", "aws:sourcevpc"];
const NOT_TEXT = ["stringnotequals", "stringnotlike", "stringnotequalsignorecase"];
const NOT_ARN = ["arnnotequals", "arnnotlike", ...NOT_TEXT];

/** Keys that are true for requests of AWS's services, in their own name or in their caller's. */
const OF_SERVICES = ["aws:principalisawsservice", "aws:viaawsservice"];

/** Whether an entry of a Deny is about who stands outside a network. `ForAnyValue` would not hold without the key. */
export function isOutside({ key, operator, set }: ConditionEntry): boolean {
    return NETWORKS.includes(key) && NOT_TEXT.includes(operator) && set !== "foranyvalue";
}

/** Whether its values are VPCs and endpoints, each by its id; where `permitted` has any, of those only. */
export function namesNetworks({ values }: ConditionEntry, permitted: readonly string[]): Answer {
    return values.length === 0
        ? "no"
        : all(
              values.map((value): Answer => {
                  if (isUnreadable(value)) {
                      return "maybe";
                  }
                  const isId = /^vpce?-[^*?$]+$/.test(value);
                  return isId && (permitted.length === 0 || permitted.includes(value)) ? "yes" : "no";
              }),
          );
}

/**
 * Whether an entry lets nobody past the Deny but whom AWS's pages name: AWS's services, and roles that are named, such as
 * the one that deploys; otherwise a Deny for the network could lock out who has to repair it.
 */
export function isCarveOut({ key, operator, set, values }: ConditionEntry): Answer {
    if (set !== undefined || values.length === 0) {
        return "no";
    }
    if (OF_SERVICES.includes(key)) {
        return operator === "bool" && values.every((value) => value.toLowerCase() === "false") ? "yes" : "no";
    }
    if (key === "aws:principalarn") {
        return NOT_ARN.includes(operator) ? all(values.map(isNamedPrincipal)) : "no";
    }
    return key.startsWith("aws:principaltag/") && NOT_TEXT.includes(operator) ? "yes" : "no";
}

/** Letters of a role's name that have to stand before a wildcard. */
const SHORTEST_PREFIX = 3;

/** A role or user of one account, or of a service of AWS; by a pattern only where it begins with a name. */
function isNamedPrincipal(arn: string): Answer {
    const [, account = "", name = ""] = /^arn:[^:]*:(?:iam|sts)::([^:]*):[a-z-]+\/(.*)$/.exec(arn) ?? [];
    const literal = name.split(/[*?]|\$\{/)[0] ?? "";
    if (name.startsWith("aws-service-role/") || (/^\d{12}$/.test(account) && literal.length >= SHORTEST_PREFIX)) {
        return "yes";
    }
    return isUnreadable(arn) ? "maybe" : "no";
}

/** Whether a Deny is for everybody, or for everybody but principals it names. */
export function isForTheRest(statement: Statement): Answer {
    const { NotPrincipal } = statement;
    return NotPrincipal === undefined
        ? forEverybody(statement)
        : NotPrincipal !== "*" && !asList(NotPrincipal.AWS).includes("*")
          ? "yes"
          : "no";
}

/** Patterns of the principals that an entry holds the Deny to; `undefined` for entries that do not. */
export function heldPrincipals({
    key,
    operator,
    set,
    ifExists,
    values,
}: ConditionEntry): readonly string[] | undefined {
    const holds = ["arnequals", "arnlike", "stringequals", "stringlike"].includes(operator);
    return key === "aws:principalarn" && holds && set === undefined && !ifExists ? values : undefined;
}
