export { AccountBaseline } from "./accountBaseline";
export type { AccountBaselineArgs, BaselineParts } from "./args";
