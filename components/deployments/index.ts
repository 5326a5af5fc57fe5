import type { Settings } from "../settings";
import { SingleAccount } from "./singleAccount";
import type { StudioOutputs } from "./studio";

/** Builds the one deployment the settings choose and answers its outputs. */
export function deploy(settings: Settings): StudioOutputs {
    return new SingleAccount("studio", settings).outputs;
}
