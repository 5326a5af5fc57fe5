import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";

import type { GraphResource } from "../../../graph";
import { toPulumiPolicy } from "../../../policies/adapter";
import { judges, type PolicyDefinition } from "../../../policies/definition";
import { analyze, analyzeStack, type Diagnostic } from "../engine";
import { TODAY } from "../verdict";

type Adapted = ResourceValidationPolicy & Partial<StackValidationPolicy>;

/** The policy as the engine runs it, with a configuration as the engine would hand it over. */
export function configured(policy: PolicyDefinition, options: Readonly<Record<string, unknown>> = {}): Adapted {
    const adapted = toPulumiPolicy(policy, () => TODAY) as Adapted;
    const given = { getConfig: <T extends object>() => options as T };
    const { validateResource, validateStack, remediateResource } = adapted;
    return {
        ...adapted,
        ...(typeof validateResource === "function" && {
            validateResource: like(validateResource, (args, report) => validateResource({ ...args, ...given }, report)),
        }),
        ...(validateStack && {
            validateStack: like(validateStack, (args, report) => validateStack({ ...args, ...given }, report)),
        }),
        ...(typeof remediateResource === "function" && {
            remediateResource: (args) => remediateResource({ ...args, ...given }),
        }),
    };
}

/** Keeps what the SDK reads from the function itself. */
function like<F extends object>(original: F, replacement: F): F {
    return Object.assign(replacement, original);
}

/**
 * What the engine is told in a preview or an update: of each resource before it is made, then of the whole stack.
 */
export async function underEngine(
    policy: PolicyDefinition,
    resources: readonly GraphResource[],
    options: Readonly<Record<string, unknown>> = {},
): Promise<Diagnostic[]> {
    const adapted = configured(policy, options);
    const said: Diagnostic[] = [];
    if (adapted.validateResource !== undefined) {
        for (const resource of resources.filter(({ type }) => judges(policy, type))) {
            said.push(...(await analyze(adapted, resource)));
        }
    }
    if (adapted.validateStack !== undefined) {
        said.push(...(await analyzeStack(adapted as StackValidationPolicy, resources)));
    }
    return said;
}
