import type { PolicyDefinition, Severity } from "../policies/definition";
import { type Rule, weightOf } from "./sarif";

/**
 * GitHub shows 9.0 and above as critical, 7.0 as high, 4.0 as medium and what is lower as low, and counts a rule as
 * security only with such a number and the tag `security`.
 */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
    critical: "9.5",
    high: "8.0",
    medium: "5.5",
    low: "2.0",
};

/** Tags that GitHub takes of a rule; a log with more of them is refused. */
const MOST_TAGS = 20;

/** The policies as rules of a SARIF log. */
export function rulesOf(policies: readonly PolicyDefinition[]): Rule[] {
    return policies.map((policy) => ({
        id: policy.name,
        name: policy.id,
        shortDescription: { text: policy.title },
        fullDescription: { text: policy.description },
        help: {
            text: `${policy.why}\n\nFix: ${policy.remediationSteps}\n\nSource: ${policy.url}`,
            markdown: `${policy.why}\n\n**Fix:** ${policy.remediationSteps}\n\n[AWS documentation](${policy.url})`,
        },
        helpUri: policy.url,
        defaultConfiguration: { level: weightOf(policy.enforcementLevel) },
        properties: {
            tags: ["security", `nist:${policy.framework.reference}`, ...policy.publishedIds]
                .filter((tag, index, all) => all.indexOf(tag) === index)
                .slice(0, MOST_TAGS),
            precision: "very-high",
            "security-severity": SECURITY_SEVERITY[policy.severity],
        },
    }));
}
