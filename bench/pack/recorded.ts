import path from "node:path";

import { type GraphResource, isUnknown } from "../../policy-pack/graph";
import { record } from "../../preflight/record";
import { sdkClass } from "../../preflight/record/sdkClass";
import { readAnyStack } from "../../preflight/stack";

/** Stack files whose resources are multiplied: between them they hold every type the project makes. */
const STACK_FILES = ["Pulumi.dev.yaml", "Pulumi.prod.yaml"];

/**
 * What a first preview of our own stacks registers with the aws provider, in order of registration.
 *
 * @throws Error when a stack cannot be recorded: half a stack measures nothing
 */
export async function recordedStacks(root: string): Promise<GraphResource[][]> {
    const stacks: GraphResource[][] = [];
    for (const file of STACK_FILES) {
        const stack = readAnyStack(root, path.join(root, file));
        const recording = await record({
            entry: path.join(root, "index.ts"),
            projectDir: root,
            project: stack.settings.project,
            stack: stack.settings.stack,
            config: stack.config,
            secretKeys: stack.secretKeys,
            secretPlaceholder: stack.secretPlaceholder,
            unknown: true,
        });
        if (recording.failed) {
            const errors = recording.diagnostics.filter(({ severity }) => severity === "error");
            throw new Error([`${file} cannot be recorded:`, ...errors.map(({ message }) => message)].join("\n"));
        }
        const managed = recording.resources.filter(({ type, external }) => type.startsWith("aws:") && !external);
        stacks.push(managed.map(withInputs));
    }
    return stacks;
}

/** Every input among the property dependencies, as the SDK sends them: what is not there is an output. */
function withInputs(resource: GraphResource): GraphResource {
    const { outputOnly } = sdkClass(resource.type);
    const inputs = Object.entries(resource.props)
        .map(([key, value]) => ({ key, value, uses: resource.propertyDependencies[key] ?? [] }))
        .filter(({ key, value, uses }) => !outputOnly.has(key) && (!isUnknown(value) || uses.length > 0));
    return { ...resource, propertyDependencies: Object.fromEntries(inputs.map(({ key, uses }) => [key, uses])) };
}

/** What the program sets: all that is asked about before a resource is made. */
export function inputsOf({ props, propertyDependencies }: GraphResource): Record<string, unknown> {
    return Object.fromEntries(Object.entries(props).filter(([key]) => Object.hasOwn(propertyDependencies, key)));
}
