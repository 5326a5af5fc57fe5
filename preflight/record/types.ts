import type { GraphResource } from "../../policy-pack/graph";

/** What to record, and how. */
export interface RecordOptions {
    /** Program file, absolute or relative to `projectDir`, for example `index.ts`. */
    readonly entry: string;
    /** Directory of Pulumi.yaml; the program runs in it. */
    readonly projectDir: string;
    readonly project: string;
    readonly stack: string;
    /** Stack configuration; keys are `namespace:name`, a bare `name` belongs to the project. Objects are JSON strings. */
    readonly config: Readonly<Record<string, string>>;
    /** Keys of `config` whose values are secrets. */
    readonly secretKeys: readonly string[];
    /** Stands in `config` for secrets nobody can read here; whatever is built from it is `SECRET` in the recording. */
    readonly secretPlaceholder?: string;
    /** Keep ids and other computed outputs unknown, as a real first preview does. Default: false, they are made up. */
    readonly unknown?: boolean;
    /** The program is stopped after this time. Default: 60 000 milliseconds. */
    readonly timeLimitMs?: number;
}

/** Something the recording states without having asked a cloud. */
export interface Assumption {
    /** Token of an invoke, or type of a resource. */
    readonly token: string;
    /** What was asked; secrets are masked. */
    readonly args: unknown;
    readonly answer: unknown;
    /** Why the answer is a fair one, and where it may differ from the cloud's. */
    readonly why: string;
}

/** A message of the program, of Pulumi's runtime or of the recorder. */
export interface Diagnostic {
    readonly severity: "info" | "warning" | "error";
    readonly message: string;
    /** URN of the resource the message is about. */
    readonly urn?: string;
}

/** A registered resource, with the resource options that later stages ask for. */
export interface RecordedResource extends GraphResource {
    /** Undefined when the program does not say; the provider then decides. */
    readonly deleteBeforeReplace?: boolean;
    /** Former URNs. */
    readonly aliases: readonly string[];
    /** Read with `get`, not managed by this stack: its state is unknown. */
    readonly external: boolean;
}

/** Everything one run of the program registered. */
export interface Recording {
    /** In order of registration. */
    readonly resources: readonly RecordedResource[];
    /** Stack outputs; unknown and secret values are `Unknown`. */
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly assumptions: readonly Assumption[];
    readonly diagnostics: readonly Diagnostic[];
    /** True when the run would not have succeeded; `resources` is then incomplete and proves nothing. */
    readonly failed: boolean;
}
