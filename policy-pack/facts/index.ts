export * from "./endpoints";
export * from "./partitions";
export * from "./profiles";
export * from "./quotas";
