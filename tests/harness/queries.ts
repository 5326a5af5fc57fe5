import assert from "node:assert/strict";
import type { GraphResource } from "../../policy-pack/graph";
import type { RecordedResource, Recording } from "../../preflight/record";

type Resources = Pick<Recording, "resources">;

/**
 * The only resource of a type, or the one with this logical name.
 * @throws AssertionError naming what is there instead
 */
export function one(recording: Resources, type: string, name?: string): RecordedResource {
    const found = recording.resources.filter((r) => r.type === type && (name === undefined || r.name === name));
    const [resource] = found;
    if (resource === undefined || found.length > 1) {
        const there = recording.resources.filter((r) => r.type === type).map((r) => r.name);
        assert.fail(
            `expected one ${type}${name === undefined ? "" : ` named ${name}`}, found: ${there.join(", ") || "none"}`,
        );
    }
    return resource;
}

/** Inputs and known outputs of the resource `one` finds. */
export function inputsOf(recording: Resources, type: string, name?: string): GraphResource["props"] {
    return one(recording, type, name).props;
}

/** All `type::name`, sorted: the contract a golden file guards. */
export function namesOf({ resources }: Resources): readonly string[] {
    return resources.map(({ type, name }) => `${type}::${name}`).sort();
}

/** How many resources of each type there are. */
export function countByType({ resources }: Resources): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { type } of resources) {
        counts[type] = (counts[type] ?? 0) + 1;
    }
    return counts;
}
