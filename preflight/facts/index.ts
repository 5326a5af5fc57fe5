export { addFacts } from "./add";
export { splitOwners } from "./owners";
export { type ExpectedVpc, readFacts } from "./read";
export { factsResources } from "./resources";
export { DEFAULT_GROUP } from "./securityGroups";
export * from "./schema";
