export type { AccessOrigin } from "./access";
export { ExecutionRole, type ExecutionRoleArgs, executionRoleArn } from "./executionRole";
export { Keys, type KeysArgs } from "./keys";
export { StudioUserRole, type StudioUserRoleArgs } from "./studioUserRole";
