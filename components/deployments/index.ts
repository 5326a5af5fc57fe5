import type { Settings } from "../settings";
import { SingleAccount, type SingleAccountOutputs } from "./singleAccount";

/** Builds the one deployment the settings choose and answers its outputs. */
export function deploy(settings: Settings): SingleAccountOutputs {
    return new SingleAccount("studio", settings).outputs;
}
