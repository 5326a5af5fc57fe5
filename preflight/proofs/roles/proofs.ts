import type { Proof } from "../proof";
import type { Finding, JudgedRole } from "./types";

interface Found {
    readonly role: string;
    readonly finding: Finding;
}

const CLAIM = {
    id: "access.roles",
    claim: "No role of Studio reaches other people's profiles, spaces and data, another role, or past the guardrails",
} as const;

/**
 * What no role of Studio may do, one claim.
 *
 * @param unread places whose role cannot be read: whatever runs there was asked nothing
 */
export function roleProofs(judged: readonly JudgedRole[], unread: readonly string[]): Proof[] {
    const never = judged.flatMap(({ findings, subject }) =>
        findings
            .filter(({ expected }) => expected === "never")
            .map((finding): Found => ({ role: subject.role.name, finding })),
    );
    const broken = never.filter(({ finding }) => finding.answer === "yes");
    if (broken.length > 0) {
        return [
            {
                ...CLAIM,
                verdict: "broken",
                evidence: allowed(broken),
                fix: "Restore the condition or the Deny that should have stopped the call; the statements named above allow it.",
            },
        ];
    }
    const open = never.filter(({ finding }) => finding.answer === "not decided");
    if (open.length > 0 || unread.length > 0) {
        return [
            {
                ...CLAIM,
                verdict: "not proven",
                evidence: [...unread, ...(open.length > 0 ? waiting(open) : [])],
                fix: "Decided once what is named above can be read: ids after the update, roles when the program makes them.",
            },
        ];
    }
    return never.length === 0
        ? []
        : [{ ...CLAIM, verdict: "holds", evidence: [`${never.length} calls of ${judged.length} roles, all denied`] }];
}

/** One line for what the same statements allow, whichever roles have them. */
function allowed(broken: readonly Found[]): string[] {
    const groups = new Map<string, { first: Finding; roles: Set<string> }>();
    for (const { finding, role } of broken) {
        const key = JSON.stringify([finding.label, finding.deciding]);
        const group = groups.get(key) ?? { first: finding, roles: new Set() };
        group.roles.add(role);
        groups.set(key, group);
    }
    return [...groups.values()].map(
        ({ first: { call, deciding, label }, roles }) =>
            `${[...roles].join(", ")} may ${label}: ${call} is allowed by ${deciding.join(", ")}`,
    );
}

/** The documents nobody can read yet, those that each role has of its own by their ending, and what waits for them. */
function waiting(open: readonly Found[]): string[] {
    const documents = open.flatMap(({ finding, role }) =>
        finding.deciding.map((reference) => {
            const document = reference.split(" › ")[0] as string;
            return document.startsWith(`${role}-`) ? `the roles' own ${document.slice(role.length + 1)}` : document;
        }),
    );
    return [
        `cannot be read yet: ${[...new Set(documents)].sort().join(", ")}`,
        `so it is open whether a role may ${[...new Set(open.map(({ finding }) => finding.label))].join(", ")}`,
    ];
}
