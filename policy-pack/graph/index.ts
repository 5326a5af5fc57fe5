export * from "./graph";
export * from "./resolve";
export * from "./types";
export * from "./unknown";
