export type { HubArgs, HubClients, HubMembers } from "./args";
export type { Audience } from "./endpoints/audiences";
export { type HubTables, Spoke, type SpokeArgs } from "./gateway/spoke";
export { SpokeRoutes, type SpokeRoutesArgs } from "./gateway/spokeRoutes";
export { Hub } from "./hub";
export { HubKeys, type HubKeysArgs } from "./keys/hubKeys";
export { ZoneGrants, type ZoneGrantsArgs, ZoneLinks, type ZoneLinksArgs } from "./zones/links";
