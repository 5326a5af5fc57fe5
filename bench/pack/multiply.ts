import type { GraphResource } from "../../policy-pack/graph";

/**
 * Copies of the stacks in turn, until there are `count` resources. Copies have names of their own and refer to their own
 * copy only, so that the result is many stacks of the given kinds side by side. The last copy ends early, behind
 * everything its resources refer to.
 *
 * @throws Error when there is nothing to copy
 */
export function multiply(stacks: readonly (readonly GraphResource[])[], count: number): GraphResource[] {
    const originals = stacks.filter((stack) => stack.length > 0);
    if (originals.length === 0) {
        throw new Error("multiply: the recorded stacks have no resources");
    }
    const result: GraphResource[] = [];
    for (let copy = 0; result.length < count; copy++) {
        const stack = originals[copy % originals.length] ?? [];
        result.push(...copyOf(stack, copy).slice(0, count - result.length));
    }
    return result;
}

/** One copy; what it refers to outside the given resources, such as components, is left out. */
function copyOf(stack: readonly GraphResource[], copy: number): GraphResource[] {
    const own = new Set(stack.map(({ urn }) => urn));
    const renamed = (name: string): string => `${name}-${copy}`;
    const within = (urns: readonly string[]): string[] => urns.filter((urn) => own.has(urn)).map(renamed);
    return stack.map(({ parent: _parent, provider: _provider, ...resource }) => ({
        ...resource,
        urn: renamed(resource.urn),
        name: renamed(resource.name),
        dependencies: within(resource.dependencies),
        propertyDependencies: Object.fromEntries(
            Object.entries(resource.propertyDependencies).map(([key, urns]) => [key, within(urns)]),
        ),
    }));
}
