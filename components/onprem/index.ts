export { onPremisesRanges, type ZoneRanges } from "./addresses";
export type { Connection, OnPremisesArgs, TierTable } from "./args";
export { OnPremises } from "./onPremises";
export { PeeredNetwork, type PeeredNetworkArgs } from "./peering";
