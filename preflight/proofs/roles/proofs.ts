import type { Proof } from "../proof";
import type { Finding, JudgedRole } from "./types";

interface Found {
    readonly role: string;
    readonly finding: Finding;
}

/**
 * What no role of Studio may do, one claim.
 *
 * @param unread places whose role cannot be read: whatever runs there was asked nothing
 */
export function roleProofs(judged: readonly JudgedRole[], unread: readonly string[]): Proof[] {
    const all = judged.flatMap(({ findings, subject }) =>
        findings.map((finding): Found => ({ role: subject.role.name, finding })),
    );
    const never = all.filter(({ finding }) => finding.expected === "never");
    const broken = never.filter(({ finding }) => finding.answer === "yes");
    const open = never.filter(({ finding }) => finding.answer === "not decided");
    const base = {
        id: "access.roles",
        claim: "No role of Studio reaches other people's profiles, spaces and data, another role, or past the guardrails",
    };
    if (broken.length > 0) {
        return [
            {
                ...base,
                verdict: "broken",
                evidence: grouped(broken, ({ role, finding: { call, deciding, label } }) => [
                    `${role} may ${label}`,
                    `${call}, allowed by ${deciding.join(", ")}`,
                ]),
                fix: "Restore the condition or the Deny that should have stopped the call; the statements named above allow it.",
            },
        ];
    }
    if (open.length > 0 || unread.length > 0) {
        return [
            {
                ...base,
                verdict: "not proven",
                evidence: [
                    ...unread,
                    ...grouped(open, ({ finding: { deciding, label, reason } }) => [
                        deciding.length > 0 ? `${deciding.join(", ")} cannot be read yet` : reason,
                        label,
                    ]),
                ],
                fix: "Decided once the ids of the documents named above are known, after the update.",
            },
        ];
    }
    return never.length === 0
        ? []
        : [{ ...base, verdict: "holds", evidence: [`${never.length} calls of ${judged.length} roles, all denied`] }];
}

/** One line for everything that is said of the same subject. */
function grouped(all: readonly Found[], parts: (found: Found) => [subject: string, predicate: string]): string[] {
    const lines = new Map<string, Set<string>>();
    for (const found of all) {
        const [subject, predicate] = parts(found);
        lines.set(subject, (lines.get(subject) ?? new Set()).add(predicate));
    }
    return [...lines].map(([subject, predicates]) => `${subject}: ${[...predicates].join("; ")}`);
}
