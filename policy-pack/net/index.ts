export * from "./cidr";
export * from "./specialPurpose";
