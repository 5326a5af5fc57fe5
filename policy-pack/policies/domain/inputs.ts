import { type GraphResource, isUnknown, readPath, UNKNOWN } from "../../graph";
import { takesFrom } from "../dependencies";

/** Whether an input is given; `unclear` where it is not known yet and nothing tells what it comes from. */
export type Presence = "set" | "missing" | "unclear";

/**
 * Whether a text input is given. One that is not known yet counts as given when its property takes something from a
 * resource of a `fitting` type. A whole block that is not known says nothing: it takes from whatever fills its other parts.
 */
export function presence(resource: GraphResource, path: string, fitting: readonly string[]): Presence {
    const value = readPath(resource.props, path);
    if (!isUnknown(value)) {
        return isText(value) ? "set" : "missing";
    }
    const block = path.slice(0, Math.max(0, path.lastIndexOf(".")));
    const blockIsKnown = block === "" || !isUnknown(readPath(resource.props, block));
    return blockIsKnown && takesFrom(resource, path, fitting) ? "set" : "unclear";
}

/** Whether a known value is a text that says something. */
export function isText(value: unknown): value is string {
    return typeof value === "string" && value.trim() !== "";
}

/** For remediations: `readPath` on the engine's inputs, whose proxy throws where a value is not known yet. */
export function readInput(props: unknown, path: string): unknown {
    try {
        return readPath(props, path);
    } catch {
        return UNKNOWN;
    }
}

/** For remediations: a block that is there and can be read. Makes none. */
export function blockAt(props: unknown, path: string): Record<string, unknown> | undefined {
    return asBlock(readInput(props, path));
}

/** The value as a block; `undefined` for anything else, and for what is not known yet. */
export function asBlock(value: unknown): Record<string, unknown> | undefined {
    return typeof value === "object" && value !== null && !isUnknown(value) && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : undefined;
}

/** For remediations: the elements of a list, those that cannot be read as unknown; a list that cannot is one of them. */
export function elementsAt(props: unknown, path: string): readonly unknown[] {
    const list = readInput(props, path);
    if (isUnknown(list)) {
        return [UNKNOWN];
    }
    return Array.isArray(list) ? Array.from({ length: list.length }, (_, index) => readInput(list, String(index))) : [];
}
