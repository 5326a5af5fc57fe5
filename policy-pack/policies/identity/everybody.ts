import { asList, type Statement, UNKNOWN_TEXT } from "../../iam";
import { type Answer, isForEverybody } from "./statements";

/** Whether a statement is for everybody; a principal of which nothing is known may be `*`. */
export function forEverybody(statement: Statement): Answer {
    if (isForEverybody(statement)) {
        return "yes";
    }
    const { Principal } = statement;
    return Principal !== undefined && Principal !== "*" && asList(Principal.AWS).includes(UNKNOWN_TEXT)
        ? "maybe"
        : "no";
}

/** The statement as wide as its unknown parts may make it. */
export function atItsWidest(statement: Statement): Statement {
    return JSON.parse(JSON.stringify(statement).replaceAll(UNKNOWN_TEXT, "*")) as Statement;
}
