export type { ResponseArgs, ResponseRules } from "./args";
export { Response } from "./response";
