import { asList } from "./plain";
import { allOf, anyOf, type Match } from "./match";
import { literal, matchText } from "./text";
import { type Caller, type PrincipalElement, UNKNOWN_TEXT } from "./types";

/** In which way a `Principal` names the caller. The way decides which other policies can still limit an Allow. */
export interface PrincipalMatch {
    /** The user, session, root user, service or provider itself, or everybody (`*`). */
    readonly direct: Match;
    /** The role (or user) behind a session. */
    readonly role: Match;
    /** The caller's account, which leaves the choice of users and roles to that account's identity policies. */
    readonly account: Match;
}

const NOBODY: PrincipalMatch = { direct: "no", role: "no", account: "no" };

/** How AWS classes the caller: entities of an account, identity providers (`AssumeRoleWith…`), services, nobody known. */
export function callerKind(caller: Caller): "entity" | "provider" | "service" | "anonymous" {
    switch (caller.type) {
        case "user":
        case "role-session":
        case "root":
            return "entity";
        case "federated":
            return isFederatedUser(caller) ? "entity" : "provider";
        case "service":
        case "anonymous":
            return caller.type;
    }
}

/** Whether the caller is a session made with `sts:GetFederationToken`. */
export function isFederatedUser(caller: Caller): boolean {
    return caller.type === "federated" && caller.arn.includes(":federated-user/");
}

/** Whether and how `Principal` names the caller. @see IAM guide, reference_policies_elements_principal */
export function principalMatch(principal: PrincipalElement, caller: Caller): PrincipalMatch {
    if (principal === "*") {
        return { ...NOBODY, direct: "yes" };
    }
    const matches = Object.entries(principal).flatMap(([type, ids]) =>
        asList(ids).map((id) => idMatch(type, id, caller)),
    );
    return {
        direct: anyOf(matches.map((match) => match.direct)),
        role: anyOf(matches.map((match) => match.role)),
        account: anyOf(matches.map((match) => match.account)),
    };
}

/**
 * Whether a Deny with `NotPrincipal` applies to the caller.
 *
 * AWS may check account, role and session one after the other, so the caller is spared for certain only when all of them
 * are listed, and hit for certain when none is. A caller with a permissions boundary is always hit.
 *
 * @see IAM guide, reference_policies_elements_notprincipal
 */
export function notPrincipalMatch(listed: PrincipalElement, caller: Caller, hasBoundary: boolean): Match {
    if (hasBoundary) {
        return "yes";
    }
    const { direct, role, account } = principalMatch(listed, caller);
    if (listed === "*" || (!Array.isArray(listed.AWS) && listed.AWS === "*")) {
        return "no";
    }
    const levels = callerKind(caller) !== "entity" || caller.type === "root" ? [direct] : [direct, account];
    const needed = caller.type === "role-session" || isFederatedUser(caller) ? [...levels, role] : levels;
    return anyOf(needed) === "no" ? "yes" : allOf(needed) === "yes" ? "no" : "maybe";
}

function idMatch(type: string, id: string, caller: Caller): PrincipalMatch {
    const kind = callerKind(caller);
    switch (type) {
        case "AWS":
            return awsMatch(id, caller, kind);
        case "Service":
            return { ...NOBODY, direct: kind === "service" ? same(id, caller.arn) : "no" };
        case "Federated":
            return { ...NOBODY, direct: kind === "provider" ? same(id, caller.arn) : "no" };
        default:
            // Nothing here tells which account or user a canonical user id stands for.
            return { ...NOBODY, direct: kind === "entity" ? "maybe" : "no" };
    }
}

function awsMatch(id: string, caller: Caller, kind: ReturnType<typeof callerKind>): PrincipalMatch {
    if (id === "*") {
        // For anonymous callers documented as the same as "*"; for services and providers AWS does not say.
        return { ...NOBODY, direct: kind === "entity" || kind === "anonymous" ? "yes" : "maybe" };
    }
    if (kind !== "entity") {
        return NOBODY;
    }
    const account = anyOf([same(id, caller.account), same(id, `arn:${partition(caller)}:iam::${caller.account}:root`)]);
    if (caller.type === "root") {
        return { ...NOBODY, direct: account };
    }
    const direct = same(id, caller.arn);
    if (!id.includes(":") && !/^\d{12}$/.test(id) && !id.includes(UNKNOWN_TEXT)) {
        // A unique id: AWS shows it for a deleted user or role, which is nobody, but an id of a living one also works.
        return { ...NOBODY, direct: "maybe" };
    }
    return { direct, role: roleMatch(id, caller), account };
}

function roleMatch(id: string, caller: Caller): Match {
    if (caller.roleArn !== undefined) {
        return same(id, caller.roleArn);
    }
    if (caller.type !== "role-session") {
        return "no";
    }
    // The session's ARN has the role's name but not its path.
    const name = caller.arn.split("/")[1] ?? UNKNOWN_TEXT;
    const rest = UNKNOWN_TEXT + name;
    return same(id, `arn:${partition(caller)}:iam::${caller.account}:role/${rest}`);
}

function partition(caller: Caller): string {
    return caller.arn.split(":")[1] ?? "aws";
}

function same(a: string, b: string): Match {
    return matchText(literal(a), literal(b));
}
