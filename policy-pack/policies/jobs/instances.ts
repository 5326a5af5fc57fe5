import { LOCAL_STORAGE_FAMILIES } from "../../facts";
import { isUnknown, readPath } from "../../graph";
import { type Answer, any } from "../identity/statements";

/**
 * Whether a job runs on several instances that talk to each other. Instance groups run together; the configurations of a
 * tuning job are alternatives for each of its training jobs.
 */
export function runsOnSeveral(props: unknown, compute: string): Answer {
    const alternatives = [readPath(props, `${compute}.instanceCount`), ...counts(props, `${compute}.instanceConfigs`)];
    return any([
        ...alternatives.map((count) => areSeveral([count])),
        areSeveral(counts(props, `${compute}.instanceGroups`)),
    ]);
}

/** Whether these numbers of instances make more than one together. */
function areSeveral(numbers: readonly unknown[]): Answer {
    const known = numbers.filter((count) => typeof count === "number").reduce((sum, count) => sum + count, 0);
    return known > 1 ? "yes" : numbers.some(isUnknown) ? "maybe" : "no";
}

function counts(props: unknown, list: string): unknown[] {
    return itemsOf(readPath(props, list)).map((item) => readPath(item, "instanceCount"));
}

/** Items of a list; a list that is not known yet is one item that is not known. */
function itemsOf(list: unknown): unknown[] {
    return isUnknown(list) ? [list] : Array.isArray(list) ? list : [];
}

/**
 * Whether instances of some of these types have a volume that a key can encrypt: not those with local storage, where the
 * hardware encrypts and a key is refused. A type that is not set is SageMaker's choice and counts as one with a volume.
 */
export function needsVolumeKey(types: readonly unknown[]): Answer {
    return any(types.map((type) => (isUnknown(type) ? "maybe" : hasLocalStorage(type) ? "no" : "yes")));
}

/** Instance types named in a block of compute resources; one that is not set is listed as absent. */
export function typesIn(props: unknown, compute: string): unknown[] {
    const lists = ["instanceGroups", "instanceConfigs"].flatMap((list) =>
        itemsOf(readPath(props, `${compute}.${list}`)).map((item) => readPath(item, "instanceType")),
    );
    const single = readPath(props, `${compute}.instanceType`);
    return single === undefined && lists.length > 0 ? lists : [single, ...lists];
}

function hasLocalStorage(type: unknown): boolean {
    const [prefix, family = ""] = typeof type === "string" ? type.split(".") : [];
    return prefix === "ml" && LOCAL_STORAGE_FAMILIES.includes(family);
}
