export * from "./awsBuckets";
export * from "./endpoints";
export * from "./features";
export * from "./partitions";
export * from "./profiles";
export * from "./quotas";
export * from "./spaceInstanceTypes";
