import type { LobRead } from "../../multi/lob";
import type { RawConfig } from "../../rawConfig";
import type { Region } from "../../regions";
import type { MultiValues } from "../../schema";

/** What the rules between accounts look at, as far as it could be read. */
export interface Surroundings {
    readonly raw: RawConfig;
    readonly values: Partial<MultiValues>;
    /** Lines whose own keys are in order; what they share or hold may have mistakes. */
    readonly lobs: readonly LobRead[];
    readonly region: Region | undefined;
}
