export type { StudioDomainArgs } from "./args";
export { StudioDomain } from "./studioDomain";
