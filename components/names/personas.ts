/** Personas the product brings along, as `users[].persona` names them. */
export const BUILT_IN_PERSONAS = [
    "data-scientist",
    "mlops-engineer",
    "administrator",
    "default",
    "multi-domain",
] as const;

export type BuiltInPersona = (typeof BUILT_IN_PERSONAS)[number];

/** Persona of a user whose setting names none. */
export const USUAL_PERSONA: BuiltInPersona = "data-scientist";

/** Persona of the domain's default role, which shared spaces run as too. */
export const DOMAIN_PERSONA: BuiltInPersona = "default";

/** Key of the tag that holds the persona on a role. */
export const PERSONA_TAG = "persona";

/**
 * Sets of actions a persona is made of. A set that has the name of a feature counts only where `network.features` names
 * that feature; the sets from `jobs` to `images` count with the feature `jobs`, which brings the endpoints they call.
 */
export const ACTION_SETS = [
    "reading",
    "studio",
    "administration",
    "data",
    "jobs",
    "tuning",
    "autoMl",
    "experiments",
    "models",
    "endpoints",
    "inference",
    "monitoring",
    "pipelines",
    "images",
    "canvas",
    "jumpstart",
    "featureStore",
    "projects",
    "mlflow",
    "bedrock",
    "emr",
    "glue",
    "dataAccess",
    "codeArtifact",
    "remoteIde",
    "observability",
] as const;

export type ActionSetName = (typeof ACTION_SETS)[number];

/** A persona of the stack file's own: another one with sets added and removed. */
export interface OwnPersona {
    readonly like: BuiltInPersona;
    readonly add: readonly ActionSetName[];
    readonly remove: readonly ActionSetName[];
}
