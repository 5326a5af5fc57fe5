import { DOMAIN_PERSONA } from "../../names";

/** Who works with one set of permissions: a persona, in a team or in none. */
export interface CastMember {
    readonly persona: string;
    readonly team?: string | undefined;
}

/** The different members among the users, sorted by persona and team; the domain's default is always one of them. */
export type Cast = readonly CastMember[];

/** The member whose role is the domain's default. */
export const DOMAIN_MEMBER: CastMember = { persona: DOMAIN_PERSONA };

/** The cast of these users; their order and number are of no account. */
export function castOf(users: readonly CastMember[]): Cast {
    const members = new Map([DOMAIN_MEMBER, ...users].map((member) => [memberName(member), member]));
    return [...members]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { persona, team }]) => ({ persona, ...(team === undefined ? {} : { team }) }));
}

/**
 * Name of a member in names of roles: `data-scientist`, `data-scientist_research`. Neither part holds the underscore,
 * so that no two members share a name.
 */
export function memberName({ persona, team }: CastMember): string {
    return team === undefined ? persona : `${persona}_${team}`;
}

/**
 * Teams that have job roles, sorted; undefined stands for the users without a team, and comes first. The domain's
 * default runs no jobs and does not count.
 */
export function teamsOf(cast: Cast): readonly (string | undefined)[] {
    const working = cast.filter((member) => memberName(member) !== memberName(DOMAIN_MEMBER));
    return [...new Set(working.map(({ team }) => team ?? ""))].sort().map((team) => (team === "" ? undefined : team));
}
