import type { Finding, RoleClass } from "../proofs/roles";
import { colours } from "./colour";
import { wrap } from "./layout";

/** Names of people a class shows; `--json` has them all. */
const MOST_NAMES = 12;

/** What each kind of role may do and may not, by what was told of personas; what nobody may is a proof of its own. */
export function rolesText(classes: readonly RoleClass[]): string {
    const apps = classes.filter(({ of }) => of === "apps");
    return apps.length === 0 ? "  No domain: nobody's apps run here." : apps.map(classText).join("\n");
}

function classText({ findings, persona, profiles, teams }: RoleClass): string {
    const told = findings.filter(({ expected }) => expected === "told");
    const having = (wanted: Finding["answer"]): string =>
        told
            .filter(({ answer }) => answer === wanted)
            .map(({ label }) => label)
            .join(", ");
    const open = having("not decided");
    const may = having("yes") || (open === "" ? "look only" : "");
    return [
        wrap(`${colours.bold(persona)}${teamsText(teams)}: ${peopleText(profiles)}`, 2, 2),
        ...(may === "" ? [] : [wrap(`may ${may}`, 4, 2)]),
        ...(having("no") === "" ? [] : [wrap(`may not ${having("no")}`, 4, 2)]),
        ...(open === "" ? [] : [colours.yellow(wrap(`not decided: ${open}`, 4, 2))]),
    ].join("\n");
}

function teamsText(teams: readonly string[]): string {
    return teams.length === 0 ? "" : ` (${teams.length === 1 ? "team" : "teams"} ${teams.join(", ")})`;
}

function peopleText(profiles: readonly string[]): string {
    if (profiles.length === 0) {
        return "the domain's default, nobody's";
    }
    const more = profiles.length - MOST_NAMES;
    return profiles.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
