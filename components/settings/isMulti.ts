import type { MultiSettings, PlainMultiSettings } from "./multiSettings";
import type { PlainSettings, Settings } from "./settings";

/** Whether the settings are those of many accounts; otherwise they are those of one. */
export function isMulti(settings: PlainSettings | PlainMultiSettings): settings is PlainMultiSettings;
export function isMulti(settings: Settings | MultiSettings): settings is MultiSettings;
export function isMulti({ deployment }: { readonly deployment: string }): boolean {
    return deployment === "multi-account";
}
