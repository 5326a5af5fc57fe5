export * from "./graph";
export * from "./resolve";
export * from "./sagemakerUse";
export * from "./types";
export * from "./unknown";
