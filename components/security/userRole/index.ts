export type { Federation, OidcArgs, SamlArgs } from "./identityProviders";
export { guardDocument } from "./policies";
export { StudioUserRole, type StudioUserRoleArgs } from "./userRole";
