import { judgedTypes, type PolicyDefinition } from "../../policies/definition";
import type { Example } from "../examples/example";
import { exampleText } from "./examplePrint";
import { prose } from "./markdown";
import { optionsTable } from "./options";
import { idsBySource } from "./sources";
import { typeName } from "./typeName";

/** Types named in full; more are counted. */
const SHOWN_TYPES = 6;

/** Heading of a policy, which links lead to. */
export function heading({ id, name }: PolicyDefinition): string {
    return `${id} ${name}`;
}

/** All that the page says of one policy. */
export function section(policy: PolicyDefinition, example: Example | undefined): string {
    const { description, why, remediationSteps, url, publishedIds } = policy;
    const repairs = policy.remediate === undefined ? "" : " The level `remediate` does what it can of this.";
    const options = optionsTable(policy);
    return [
        `### ${heading(policy)}`,
        prose(`${description} ${why}`),
        factsLine(policy),
        ...(example === undefined ? [] : [configured(example), exampleText(example)]),
        `**Fix.** ${prose(remediationSteps)}${repairs} [AWS](${url})`,
        options,
        `**Covers.** ${idsBySource(publishedIds)}`,
    ]
        .filter((part) => part !== "")
        .join("\n\n");
}

/** When a policy speaks, in words. */
export function decides(policy: PolicyDefinition): string {
    if (policy.kind === "stack") {
        return "the stack as a whole";
    }
    if (policy.scope === "sagemaker") {
        return "with the whole stack, or each resource before it is made where `scope` is `all`";
    }
    return policy.readsDependencies === true
        ? "each resource before it is made, and with the whole stack what was not known then"
        : "each resource before it is made";
}

function factsLine(policy: PolicyDefinition): string {
    const { severity, enforcementLevel, framework } = policy;
    return [
        `**${severity}**, ${enforcementLevel}`,
        `${framework.name} ${framework.reference}, ${framework.specification}`,
        `judges ${typesText(policy)}: ${decides(policy)}`,
    ].join(" · ");
}

function typesText(policy: PolicyDefinition): string {
    const names = judgedTypes(policy).map((type) =>
        type.endsWith("*") ? `every type of \`${type}\`` : `\`${typeName(type)}\``,
    );
    const shown = [...new Set(names)];
    const more = shown.length - SHOWN_TYPES;
    return more > 1 ? `${shown.slice(0, SHOWN_TYPES).join(", ")} and ${more} more` : shown.join(", ");
}

/** What the example's configuration says; `scope` does not change what it shows. */
function configured({ config = {} }: Example): string {
    const { scope: _, ...options } = config;
    return Object.keys(options).length === 0 ? "" : `With \`${JSON.stringify(options)}\`:`;
}
