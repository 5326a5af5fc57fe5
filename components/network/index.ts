export { type AppGroupArgs, createAppGroup } from "./appGroup";
export { Network, type NetworkArgs } from "./network";
