export type { AccountFacts, Origin, SignedInPrincipal } from "./attempt";
export { type AccessIntent, accessMatrix, type ClientReach } from "./matrix";
export { accessProofs } from "./proofs";
export { PLACES } from "./types";
export type { AccessClass, Cell, Persona, Place, Row, StepOutcome, TagRelation } from "./types";
export { type AccessWorld, accessWorld, type ProfileView } from "./world";
