import type { Feature } from "../../../../policy-pack/facts";
import type { JobRoleKind } from "../roleNames";
import type { ActionGrant } from "./grant";

/** A named set of actions: what a persona is made of. */
export interface ActionSetDefinition {
    /** Feature whose endpoints the set calls; without it the set does not count. Default: none. */
    readonly needs?: Feature;
    readonly grants: readonly ActionGrant[];
    /** Grants in the persona's managed policies where the others stand in each role's own document. Default: none. */
    readonly shared?: readonly ActionGrant[];
    /** Roles one may hand to SageMaker with it. Default: none. */
    readonly passes?: readonly JobRoleKind[];
    /**
     * Whether the role itself is handed on, because the application runs jobs under it without a choice. Default: false.
     */
    readonly passesItself?: boolean;
}
