const STACK_TYPE = "pulumi:pulumi:Stack";

/** Where a resource's URN is rooted. */
export interface StackName {
    readonly project: string;
    readonly stack: string;
}

/** URN as the engine forms it: types of the ancestors joined by `$`, the stack itself left out. */
export function makeUrn({ project, stack }: StackName, parent: string, type: string, name: string): string {
    const ancestry = parent === "" ? "" : qualifiedType(parent);
    const path = ancestry === "" || ancestry === STACK_TYPE ? type : `${ancestry}$${type}`;
    return `urn:pulumi:${stack}::${project}::${path}::${name}`;
}

/** Whether the type is the root of a stack. */
export function isStackType(type: string): boolean {
    return type === STACK_TYPE;
}

/** URN in a provider reference, `urn::id`. */
export function providerUrn(reference: string): string {
    const end = reference.lastIndexOf("::");
    return end < 0 ? reference : reference.slice(0, end);
}

function qualifiedType(urn: string): string {
    return urn.split("::")[2] ?? "";
}
