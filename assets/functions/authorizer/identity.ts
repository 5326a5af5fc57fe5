import type { JwtPayload } from "aws-jwt-verify/jwt-model";

import type { Environment } from "./environment";
import { isPerson } from "./person";
import { Forbidden } from "./rejection";

/**
 * The person a verified token speaks for.
 *
 * Cognito calls somebody from an external provider `<provider>_<subject>` and puts them into the group
 * `<pool id>_<provider>`. The prefix comes off for a provider we know, and only with its group: a pool user whose name
 * merely begins so is not somebody of that provider. Where there is a provider, pool users are nobody: they would be a
 * second way in under the same names. Case is left aside for the prefix, which pools that ignore case write in lower
 * case, and never for the name itself.
 *
 * Source: Cognito developer guide, "Adding groups to a user pool" and "User pool case sensitivity".
 *
 * @throws Forbidden
 */
export function personOf(claims: JwtPayload, { issuer, hosted }: Pick<Environment, "issuer" | "hosted">): string {
    const username = claims["username"];
    if (typeof username !== "string") {
        throw new Forbidden("name");
    }
    const pool = issuer.slice(issuer.lastIndexOf("/") + 1);
    const external = groupsOf(claims).flatMap((group) =>
        group.startsWith(`${pool}_`) ? [group.slice(pool.length + 1)] : [],
    );
    const person = withoutProvider(username, external, hosted?.providers ?? []);
    if (!isPerson(person)) {
        throw new Forbidden("name");
    }
    return person;
}

function withoutProvider(username: string, external: readonly string[], known: readonly string[]): string {
    const [provider, ...more] = external;
    if (provider === undefined) {
        if (known.length > 0) {
            throw new Forbidden("provider");
        }
        return username;
    }
    if (more.length > 0 || !known.includes(provider) || !hasPrefix(username, provider)) {
        throw new Forbidden("provider");
    }
    return username.slice(provider.length + 1);
}

function hasPrefix(username: string, provider: string): boolean {
    return username.toLowerCase().startsWith(`${provider.toLowerCase()}_`);
}

/** The pool's claim is a list of names; anything else is nobody's membership. */
function groupsOf(claims: JwtPayload): string[] {
    const groups = claims["cognito:groups"];
    return Array.isArray(groups) ? groups.filter((group) => typeof group === "string") : [];
}
