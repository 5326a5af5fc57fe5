import type { PolicyDefinition } from "../../policies/definition";
import type { Examples } from "../examples/example";
import { anchor, type Cells, prose, table } from "./markdown";
import { askedByNobody, overlapCount, overlapTables } from "./overlap";
import { heading, section } from "./section";

/** Path of the page from the project. */
export const PAGE = "docs/policies.md";

/** What the page is made from. */
export interface Sources {
    readonly policies: readonly PolicyDefinition[];
    readonly examples: Examples;
}

/** The whole page. */
export function policiesPage({ policies, examples }: Sources): string {
    return `${[
        head(policies),
        table(
            ["", "policy", "severity", "level", "judges", "repairs"],
            policies.map((policy) => indexRow(policy)),
        ),
        "## Policies",
        ...policies.map((policy) => section(policy, examples[policy.id])),
        overlap(policies),
        overlapTables(policies),
    ].join("\n\n")}\n`;
}

function indexRow(policy: PolicyDefinition): Cells {
    return [
        `[${policy.id}](#${anchor(heading(policy))})`,
        prose(policy.title),
        policy.severity,
        policy.enforcementLevel,
        policy.kind,
        policy.remediate === undefined ? "" : "yes",
    ];
}

function head(policies: readonly PolicyDefinition[]): string {
    const ofStacks = policies.filter(({ kind }) => kind === "stack").length;
    return `# Policies

${policies.length} policies for SageMaker Studio and what it stands on: ${policies.length - ofStacks} judge each resource before it is made, ${ofStacks} the stack as a
whole. How to install and configure the pack: [its README](../policy-pack/README.md). \`npm run generate:policies\` writes this page
from the policies themselves; \`npm run check\` fails where it is stale.

- **Level** is what holds where the configuration says nothing: \`mandatory\` stops a deployment, \`advisory\` warns. Under
  \`remediate\` the policies that repair do so before the resource is made.
- **Every policy** takes \`enforcementLevel\`, \`exceptions\` (each with name or URN, reason and last day) and \`unknownsAre\`
  (\`advisory\` or \`mandatory\`): what it cannot decide yet is said as such, and never passes for fine.
- **Options** are the keys of one policy besides those. An option that the configuration names replaces its default as a whole.
- **Examples** hold what matters to the rule; what AWS demands besides is left out.
- [What other checks find, and which policy covers it](#what-other-checks-find)`;
}

function overlap(policies: readonly PolicyDefinition[]): string {
    const { all, covered } = overlapCount(policies);
    return `## What other checks find

${all} published checks of SageMaker and of the network, keys, storage and access of a Studio: ${covered} are covered, by the policies
named; of the others the reason stands there. What no published check asks: ${askedByNobody(policies)
        .map(({ id }) => id)
        .join(", ")}.`;
}
