import { type PolicyDocument, type Statement, statements } from "../../iam";
import { deniesOutsideNetwork } from "../identity/presign";
import { all, type Answer, any, concerns, isForEverybody, isUnreadable, resources } from "../identity/statements";

const INVOKE = "execute-api:Invoke";

/** All methods of all stages, in the short form API Gateway completes. */
const EVERYTHING = "execute-api:/*";

/**
 * Whether an API's policy denies everybody all that it allows, unless they come through named VPCs or VPC endpoints. An
 * Allow with such a condition is not enough: within an account an identity policy allows as much as the API's does.
 *
 * Source: API Gateway developer guide, "How API Gateway resource policies affect authorization workflow", table A.
 */
export function deniesOtherNetworks(document: PolicyDocument): Answer {
    const list = statements(document);
    const allowed = list
        .filter((statement) => statement.Effect === "Allow" && concerns(statement, INVOKE) !== "no")
        .flatMap(resources);
    const denials = list.filter((statement) => statement.NotResource === undefined);
    return all(
        (allowed.length === 0 ? [EVERYTHING] : allowed).map((resource) =>
            any(denials.map((statement) => deniesOutside(statement, resource))),
        ),
    );
}

function deniesOutside(statement: Statement, resource: string): Answer {
    return isForEverybody(statement)
        ? all([
              // Which resources it is about is judged here, by the forms that APIs have.
              deniesOutsideNetwork({ ...statement, Resource: "*" }, INVOKE, []),
              any(resources(statement).map((pattern) => covers(pattern, resource))),
          ])
        : "no";
}

function covers(pattern: string, resource: string): Answer {
    const [outer, inner] = [short(pattern), short(resource)];
    const holds = outer.endsWith("*") ? inner.startsWith(outer.slice(0, -1)) : inner === outer;
    return holds ? "yes" : isUnreadable(pattern) || isUnreadable(resource) ? "maybe" : "no";
}

/** `execute-api:/stage/GET/path` of any spelling of it; wildcards that end a path are one. */
function short(resource: string): string {
    const path = /^arn:[^:]*:execute-api:[^:]*:[^:]*:(.*)$/.exec(resource)?.[1]?.replace(/^[^/]*/, "execute-api:");
    const whole = resource === "*" || path === "execute-api:" ? EVERYTHING : (path ?? resource);
    return whole.replace(/(\/\*)+$/, "/*");
}
