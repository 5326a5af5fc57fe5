export type { Origin, SignedInPrincipal } from "./attempt";
export { identityCenterProofs } from "./identityCenter";
export { type AccessIntent, accessMatrix, type ClientReach, type IntendedProvider } from "./matrix";
export { accessProofs } from "./proofs";
export { type AccountFacts, arnOf, common, roleSession, unreadAttachments } from "./session";
export { PLACES } from "./types";
export type { AccessClass, Cell, Persona, Place, Row, StepOutcome, TagRelation } from "./types";
export {
    type AccessWorld,
    accessWorld,
    type EndpointView,
    endpointView,
    type ProfileView,
    type RoleView,
    roleView,
} from "./world";
