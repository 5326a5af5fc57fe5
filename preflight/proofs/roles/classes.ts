import type { JudgedRole, RoleClass } from "./types";

/** Roles with the same answers together, in order of their names. */
export function roleClasses(judged: readonly JudgedRole[]): RoleClass[] {
    const classes = new Map<string, RoleClass>();
    for (const role of judged) {
        const answers = role.findings.map(({ answer, label }) => JSON.stringify([label, answer]));
        const key = JSON.stringify([role.subject.persona, [...new Set(answers)].sort()]);
        classes.set(key, joined(classes.get(key), role));
    }
    return [...classes.values()];
}

function joined(known: RoleClass | undefined, { findings, subject }: JudgedRole): RoleClass {
    const { persona, profiles, role, session, team } = subject;
    return {
        persona,
        of: session === "job" ? "jobs" : "apps",
        teams: [...(known?.teams ?? []), ...(team === undefined ? [] : [team])],
        roles: [...(known?.roles ?? []), role.name],
        profiles: [...(known?.profiles ?? []), ...profiles],
        findings: known?.findings ?? findings,
    };
}
