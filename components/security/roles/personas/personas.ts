import type { Feature } from "../../../../policy-pack/facts";
import type { ActionSetName, BuiltInPersona, OwnPersona } from "../../../names";
import { BEDROCK, CODE_ARTIFACT, DATA_ACCESS, EMR, GLUE, OBSERVABILITY } from "./dataSets";
import { CANVAS, FEATURE_STORE, JUMPSTART, MLFLOW, PROJECTS, REMOTE_IDE } from "./featureSets";
import type { ActionSetDefinition } from "./set";
import { ADMINISTRATION, IMAGES, READING, STUDIO } from "./studioSets";
import { AUTO_ML, ENDPOINTS, EXPERIMENTS, INFERENCE, JOBS, MODELS, MONITORING, PIPELINES, TUNING } from "./workSets";

/** Every set by its name, in the order in which they stand in documents. */
export const SETS: Readonly<Record<ActionSetName, ActionSetDefinition>> = {
    reading: READING,
    studio: STUDIO,
    administration: ADMINISTRATION,
    // Buckets and their prefixes: the role's own document says which.
    data: { grants: [] },
    jobs: JOBS,
    tuning: TUNING,
    autoMl: AUTO_ML,
    experiments: EXPERIMENTS,
    models: MODELS,
    endpoints: ENDPOINTS,
    inference: INFERENCE,
    monitoring: MONITORING,
    pipelines: PIPELINES,
    images: IMAGES,
    canvas: CANVAS,
    jumpstart: JUMPSTART,
    featureStore: FEATURE_STORE,
    projects: PROJECTS,
    mlflow: MLFLOW,
    bedrock: BEDROCK,
    emr: EMR,
    glue: GLUE,
    dataAccess: DATA_ACCESS,
    codeArtifact: CODE_ARTIFACT,
    remoteIde: REMOTE_IDE,
    observability: OBSERVABILITY,
};

/** Services beside SageMaker that anybody who works with data uses (F-080). */
const SUPPORTING = ["data", "bedrock", "emr", "glue", "dataAccess", "codeArtifact", "observability"] as const;

const DATA_SCIENTIST = [
    "reading",
    "studio",
    "jobs",
    "tuning",
    "autoMl",
    "experiments",
    "models",
    "inference",
    "canvas",
    "jumpstart",
    "featureStore",
    "mlflow",
    "remoteIde",
    ...SUPPORTING,
] as const;

/** What the built-in personas are made of. */
export const PERSONAS: Readonly<Record<BuiltInPersona, readonly ActionSetName[]>> = {
    // F-074: F-082 to F-086.
    "data-scientist": DATA_SCIENTIST,
    // F-075: F-088 to F-091 besides.
    "mlops-engineer": [...DATA_SCIENTIST, "endpoints", "monitoring", "pipelines", "images", "projects"],
    administrator: ["reading", "studio", "administration", "observability"],
    // F-073; without an app there is nothing to open.
    default: ["reading"],
    // F-076: its statements name the domain by the session's own variable, whichever it is.
    "multi-domain": ["reading", "studio", ...SUPPORTING],
};

/**
 * The sets of a persona that count with these features, in the order of {@link SETS}.
 *
 * @throws Error for a persona that is neither built in nor in `own` (the settings refuse it).
 */
export function setsOf(
    persona: string,
    own: Readonly<Record<string, OwnPersona>>,
    features: readonly Feature[],
): readonly ActionSetName[] {
    const names = namesOf(persona, own);
    return counting(
        (Object.keys(SETS) as ActionSetName[]).filter((name) => names.includes(name)),
        features,
    );
}

/** Those of the sets whose feature is on. */
export function counting(sets: readonly ActionSetName[], features: readonly Feature[]): readonly ActionSetName[] {
    return sets.filter((name) => {
        const { needs } = SETS[name];
        return needs === undefined || features.includes(needs);
    });
}

function namesOf(persona: string, own: Readonly<Record<string, OwnPersona>>): readonly ActionSetName[] {
    if (isBuiltIn(persona)) {
        return PERSONAS[persona];
    }
    const made = Object.hasOwn(own, persona) ? own[persona] : undefined;
    if (made === undefined) {
        throw new Error(`persona "${persona}" is neither built in nor one of security.personas`);
    }
    return [...PERSONAS[made.like], ...made.add].filter((name) => !made.remove.includes(name));
}

function isBuiltIn(persona: string): persona is BuiltInPersona {
    return Object.hasOwn(PERSONAS, persona);
}
