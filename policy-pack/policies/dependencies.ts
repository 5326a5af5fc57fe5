import type { GraphResource } from "../graph";

/**
 * Whether the property that a path begins with takes something from a resource of the stack, of one of `types` if they
 * are given. The engine tells dependencies of top-level properties only.
 */
export function takesFrom({ propertyDependencies }: GraphResource, path: string, types?: readonly string[]): boolean {
    const [property = path] = path.split(".");
    const urns = propertyDependencies[property] ?? [];
    return types === undefined ? urns.length > 0 : urns.some((urn) => types.includes(typeOfUrn(urn)));
}

/** Type token in a URN: after the last `$` of its qualified type. */
function typeOfUrn(urn: string): string {
    return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}
