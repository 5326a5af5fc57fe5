/** What the function knows how to judge. */
export const KINDS = [
    "training job",
    "processing job",
    "transform job",
    "tuning job",
    "AutoML job",
    "pipeline execution",
    "notebook instance",
    "model",
    "endpoint configuration",
    "endpoint",
    "app",
    "space",
    "domain",
    "link",
    "notebook link",
] as const;

export type Kind = (typeof KINDS)[number];

/** Something that was started, changed or asked for. */
export interface Sighting {
    readonly kind: Kind;
    /** What SageMaker's Describe action of the kind is asked for. */
    readonly subject: Readonly<Record<string, string>>;
    /** `call`: somebody called the API. `state`: it changed state, which happens several times and says of nobody. */
    readonly trigger: "call" | "state";
    /** ARN of the role or user who called; known for calls alone. */
    readonly caller?: string;
    /** Id of the event, to find it again. */
    readonly event: string;
}

/** Name of a sighted thing for people. */
export function nameOf({ kind, subject }: Sighting): string {
    return `${kind} ${Object.values(subject).join("/")}`;
}
