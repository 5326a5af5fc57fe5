export type { Federation, OidcArgs, SamlArgs } from "./identityProviders";
export { StudioUserRole, type StudioUserRoleArgs } from "./userRole";
