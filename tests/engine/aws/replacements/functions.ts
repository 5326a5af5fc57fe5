import { inService, type ReplacementTable } from "./row";

const lambda = inService("lambda");

/** Lambda. */
export const FUNCTIONS: ReplacementTable = {
    "aws:lambda/function:Function": lambda("function.go", "name", "packageType", "tenancyConfig"),
    "aws:lambda/invocation:Invocation": lambda("invocation.go", "functionName", "qualifier", "triggers"),
};
