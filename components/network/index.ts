export { type AppGroupArgs, createAppGroup } from "./appGroup";
export type { NetworkArgs } from "./args";
export { Network } from "./network";
