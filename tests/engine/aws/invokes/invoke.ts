import type { Place } from "../place";
import type { QuotaLevel } from "../quotas";
import type { Store } from "../store";
import type { Properties } from "../values";

/** What a provider function may look at. */
export interface InvokeContext {
    readonly store: Store;
    readonly place: Place;
    readonly quotas: QuotaLevel;
}

/** Answers one provider function. */
export type Invoke = (args: Properties, context: InvokeContext) => Properties;
