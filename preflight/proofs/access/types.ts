import type { Decision, StatementReference } from "../../../policy-pack/iam";

/** Where a request comes from. */
export const PLACES = ["company network", "VPC", "internet", "colleague's notebook"] as const;
/** A further place where the stack file admits public ranges. */
export const ADDRESSES = "allowed addresses";
export type Place = (typeof PLACES)[number] | typeof ADDRESSES;

/** Who asks. */
export type Persona = "person" | "SAML person" | "OIDC person" | "operator" | "Studio app" | "anyone else";

/** How the caller's tag stands to the profile's. */
export type TagRelation =
    | "same"
    | "other"
    | "missing"
    | "other case"
    | "claims colleague's"
    | "on behalf"
    | "own profile"
    | "other audience"
    | "other provider";

/** The calls of one attempt, in order; each must be allowed. */
export type Step = "assume the user role" | "pass the tag" | "reach the endpoints" | "make the link" | "use the link";

/** Outcome of one attempt. */
export interface Cell {
    readonly verdict: "yes" | "no" | "not decided";
    /** What the stack file asks for. */
    readonly expected: "yes" | "no";
    /** The step that decided; for "yes" the last one. */
    readonly step: Step;
    /** The deciding statements, as `document › statement`; for an implicit deny the Allows whose conditions fail. */
    readonly deciding: readonly string[];
    readonly reason: string;
}

/** One persona with one tag relation, from every place. */
export interface Row {
    readonly persona: Persona;
    readonly relation: TagRelation;
    readonly cells: Readonly<Partial<Record<Place, Cell>>>;
}

/** Profiles that no policy tells apart, with what holds for each of them. */
export interface AccessClass {
    /** Profile names, in order of registration. */
    readonly profiles: readonly string[];
    /** The profile the rows were computed for. */
    readonly representative: string;
    readonly rows: readonly Row[];
}

/** One evaluated step. */
export interface StepOutcome {
    readonly step: Step;
    readonly decision: Decision;
    /** For an implicit deny: the Allows that fit but for their conditions. */
    readonly near: readonly StatementReference[];
}
