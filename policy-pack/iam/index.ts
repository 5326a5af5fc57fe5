export { derivedContext } from "./context";
export { evaluate } from "./evaluate";
export { type ParsedPolicy, parsePolicy, statementName, statements } from "./parse";
export { asList } from "./plain";
export * from "./types";
export { actionPatternsIntersect, matchesAction, matchesArn } from "./wildcards";
