export { judge, judgeRoles, type RoleReport } from "./judge";
export type { Finding, JudgedRole, RoleClass, RoleIntent } from "./types";
export { type RoleWorld, roleWorld, type StackOutputs } from "./world";
export { roleProofs } from "./proofs";
