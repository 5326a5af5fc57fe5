import type { PolicyDefinition } from "../../policies/definition";
import { anchor, type Cells, table } from "./markdown";
import { PUBLISHED, type PublishedCheck } from "./published";
import { heading } from "./section";
import { sourceName } from "./sources";

/** Policies that cover a check: those that carry its id, and those the table names. */
export function coveredBy(
    { source, id, by }: PublishedCheck,
    policies: readonly PolicyDefinition[],
): PolicyDefinition[] {
    return policies.filter((policy) => policy.publishedIds.includes(`${source}:${id}`) || by.includes(policy.id));
}

/** The tables, one for each subject. */
export function overlapTables(policies: readonly PolicyDefinition[]): string {
    return PUBLISHED.map(({ about, checks }) => {
        const rows = checks.map((check) => row(check, coveredBy(check, policies)));
        return `### ${about}\n\n${table(["source", "check", "looks for", "here"], rows)}`;
    }).join("\n\n");
}

/** How many checks there are, and how many a policy covers. */
export function overlapCount(policies: readonly PolicyDefinition[]): {
    readonly all: number;
    readonly covered: number;
} {
    const all = PUBLISHED.flatMap(({ checks }) => checks);
    return { all: all.length, covered: all.filter((check) => coveredBy(check, policies).length > 0).length };
}

/** Policies that no published check comes near. */
export function askedByNobody(policies: readonly PolicyDefinition[]): PolicyDefinition[] {
    const asked = new Set(PUBLISHED.flatMap(({ checks }) => checks).flatMap((check) => coveredBy(check, policies)));
    return policies.filter((policy) => !asked.has(policy));
}

function row(check: PublishedCheck, policies: readonly PolicyDefinition[]): Cells {
    const links = policies.map((policy) => `[${policy.id}](#${anchor(heading(policy))})`).join(", ");
    return [
        sourceName(check.source),
        `\`${check.id}\``,
        check.checks,
        links === "" ? `no: ${check.reason ?? ""}` : links,
    ];
}
