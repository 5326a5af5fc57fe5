import { isMulti, type MultiSettings, type Settings } from "../settings";
import { MultiAccount } from "./multi/multiAccount";
import type { MultiAccountOutputs } from "./multi/outputs";
import { SingleAccount } from "./singleAccount";
import type { StudioOutputs } from "./studio";

/** Builds the one deployment the settings choose and answers its outputs. */
export function deploy(settings: Settings | MultiSettings): StudioOutputs | MultiAccountOutputs {
    return isMulti(settings)
        ? new MultiAccount("studio", settings).outputs
        : new SingleAccount("studio", settings).outputs;
}
