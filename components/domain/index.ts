export { StudioDomain, type StudioDomainArgs } from "./studioDomain";
