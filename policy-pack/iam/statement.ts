import { conditionResults } from "./conditions";
import type { Context } from "./context";
import { allOf, anyOf, type Match, negate } from "./match";
import { asList } from "./plain";
import { notPrincipalMatch, type PrincipalMatch, principalMatch } from "./principals";
import { literal, matchText } from "./text";
import type { AccessRequest, Statement } from "./types";
import { expand } from "./variables";
import { actionMatch, resourcePattern } from "./wildcards";

/** What the matching of one statement depends on besides the statement. */
export interface Surroundings {
    readonly request: AccessRequest;
    readonly context: Context;
    /** `Version` of the document. */
    readonly version: string | undefined;
    /** Whether the caller has a permissions boundary. */
    readonly hasBoundary: boolean;
}

/** Whether a statement applies to a request. */
export interface StatementMatch {
    readonly match: Match;
    /** The same, by the way `Principal` names the caller; all of it under `direct` without a `Principal`. */
    readonly by: PrincipalMatch;
    /** Elements that may or may not match. */
    readonly unsure: readonly string[];
}

const EVERYBODY: PrincipalMatch = { direct: "yes", role: "no", account: "no" };

const NO_MATCH: StatementMatch = { match: "no", by: { direct: "no", role: "no", account: "no" }, unsure: [] };

/** Whether `statement` applies to the request: every one of its elements must match. */
export function statementMatch(statement: Statement, surroundings: Surroundings): StatementMatch {
    const action = actionsMatch(statement, surroundings);
    if (action === "no") {
        // Most statements are about other actions; the elements that take long to match change nothing then.
        return NO_MATCH;
    }
    const principal = principalOf(statement, surroundings);
    const elements = [
        { name: "Action", match: action },
        { name: "Resource", match: resourcesMatch(statement, surroundings) },
        ...conditionResults(statement.Condition, surroundings.context, surroundings.version).map((result) => ({
            name: `Condition ${result.operator} ${result.key}`,
            match: result.match,
        })),
    ];
    const rest = allOf(elements.map((element) => element.match));
    const named = { name: "Principal", match: anyOf([principal.direct, principal.role, principal.account]) };
    return {
        match: allOf([rest, named.match]),
        by: {
            direct: allOf([rest, principal.direct]),
            role: allOf([rest, principal.role]),
            account: allOf([rest, principal.account]),
        },
        unsure: [named, ...elements].filter((element) => element.match === "maybe").map((element) => element.name),
    };
}

function principalOf(statement: Statement, { request, hasBoundary }: Surroundings): PrincipalMatch {
    if (statement.NotPrincipal !== undefined) {
        return { ...EVERYBODY, direct: notPrincipalMatch(statement.NotPrincipal, request.caller, hasBoundary) };
    }
    return statement.Principal === undefined ? EVERYBODY : principalMatch(statement.Principal, request.caller);
}

function actionsMatch(statement: Statement, { request }: Surroundings): Match {
    const listed = asList(statement.Action ?? statement.NotAction).map((pattern) =>
        actionMatch(pattern, request.action),
    );
    return statement.Action === undefined ? negate(anyOf(listed)) : anyOf(listed);
}

/** A trust policy's statements have no `Resource`: they are about their role. */
function resourcesMatch(statement: Statement, surroundings: Surroundings): Match {
    if (statement.Resource === undefined && statement.NotResource === undefined) {
        return "yes";
    }
    const listed = asList(statement.Resource ?? statement.NotResource).map((pattern) =>
        resourceMatch(pattern, surroundings),
    );
    return statement.Resource === undefined ? negate(anyOf(listed)) : anyOf(listed);
}

function resourceMatch(pattern: string, { request, context, version }: Surroundings): Match {
    const text = expand(pattern, context, "wildcards", version);
    return text === undefined ? "no" : matchText(resourcePattern(text), literal(request.resource));
}
