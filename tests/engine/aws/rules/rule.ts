import type { Place } from "../place";
import type { Store } from "../store";
import type { Properties } from "../values";

/** A create or an update as AWS sees it, all values known. */
export interface Operation {
    readonly store: Store;
    readonly place: Place;
    readonly type: string;
    readonly properties: Properties;
    /** Id of the resource in an update. */
    readonly id?: string;
}

/** Refuses an operation by throwing an `AwsError`. */
export type Rule = (operation: Operation) => void;

/** Rules by type. */
export type RuleTable = Readonly<Record<string, readonly Rule[]>>;
