import { type GraphResource, isUnknown, readPath } from "../../graph";
import type { Finding } from "../definition";
import { shown, undecided, violation } from "../findings";

/** A switch as messages name it. Both of a job's network switches, and a model's, are off where they are not set. */
export function shownFlag(value: unknown): string {
    return value === undefined || value === null ? "not set, which means false" : shown(value);
}

/** What is wrong with a switch that must be on. */
export function mustBeOn(resource: GraphResource, path: string): Finding[] {
    const value = readPath(resource.props, path);
    if (value === true) {
        return [];
    }
    return isUnknown(value)
        ? [undecided(resource, `${path} is not known yet; it must be true.`)]
        : [violation(resource, `${path} is ${shownFlag(value)}. Set it to true.`)];
}
