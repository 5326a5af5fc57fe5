export * from "./cidr";
export * from "./privateRanges";
