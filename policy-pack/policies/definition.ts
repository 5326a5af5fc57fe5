import type { PolicyConfigSchema } from "@pulumi/policy";

import type { GraphResource, ResourceGraph } from "../graph";

export type Severity = "low" | "medium" | "high" | "critical";
export type EnforcementLevel = "advisory" | "mandatory" | "remediate" | "disabled";

/** `sagemaker`: only what SageMaker uses, its network, roles, keys, buckets, logs and ways in; `all`: every resource. */
export type Scope = "all" | "sagemaker";

/** The control a policy implements, in the framework it is mapped to. */
export interface FrameworkControl {
    readonly name: string;
    readonly version: string;
    /** Id of the control, for example `SC-7`. */
    readonly reference: string;
    /** Its title. */
    readonly specification: string;
}

/** One result of a policy. */
export interface Finding {
    /** `undecided`: a value that decides it is not known. Never read as fine. */
    readonly kind: "violation" | "undecided";
    /** The resource to change; empty when it is about no single resource. */
    readonly urn: string;
    /** Resource, value found, rule and fix. Never a secret: only values of a closed vocabulary and identifiers. */
    readonly message: string;
}

/** JSON schema of one configuration key, as the engine checks it. */
export type ConfigProperty = PolicyConfigSchema["properties"][string];

/** Values of a policy's configuration after defaults. */
export type ConfigValues = Record<string, unknown>;

/** Own keys of a policy's configuration, besides the ones every policy has. */
export interface PolicyConfig<C extends ConfigValues> {
    readonly properties: Readonly<Record<keyof C & string, ConfigProperty>>;
    /** Used key by key where the configuration says nothing. */
    readonly defaults: C;
}

/** What every policy says about itself. */
export interface PolicyFacts<C extends ConfigValues> {
    /** Number in the catalogue, `P01`. */
    readonly id: string;
    /** Name in configuration files; never changes once released. */
    readonly name: string;
    readonly title: string;
    /** One sentence: "The … must …". */
    readonly description: string;
    /** What somebody gains, or loses, where the rule is broken: one or two sentences for the reference. */
    readonly why: string;
    readonly severity: Severity;
    /** Level where the configuration gives none. */
    readonly enforcementLevel: EnforcementLevel;
    readonly framework: FrameworkControl;
    /** Ids of published controls that the policy covers, `source:id`. */
    readonly publishedIds: readonly string[];
    readonly remediationSteps: string;
    /** Page of AWS's documentation the rule comes from. */
    readonly url: string;
    readonly config: PolicyConfig<C>;
    /**
     * Which resources it judges where its configuration does not say. Absent where only SageMaker's own resources are
     * judged, or what they name: there is nothing to narrow, and no such option.
     */
    readonly scope?: Scope;
    /**
     * Repairs the inputs in place and tells whether it changed any. Leaves unknown values alone, and changes nothing the
     * second time.
     */
    remediate?(props: Record<string, unknown>, config: C): boolean;
}

/** A policy about one resource at a time, decided before the resource is made. */
export interface ResourcePolicy<C extends ConfigValues = ConfigValues> extends PolicyFacts<C> {
    readonly kind: "resource";
    /** Type tokens; an ending `*` stands for any type with that beginning. */
    readonly types: readonly string[];
    /**
     * True when property dependencies help to decide what is not known yet. The engine shows them for whole stacks only,
     * so what one resource leaves undecided is judged again with its stack. Default: false.
     */
    readonly readsDependencies?: boolean;
    checkResource(resource: GraphResource, config: C): readonly Finding[];
}

/** A policy about how resources of a stack fit together. */
export interface StackPolicy<C extends ConfigValues = ConfigValues> extends PolicyFacts<C> {
    readonly kind: "stack";
    /** Type tokens of the resources it judges; the others it only reads. */
    readonly subjects: readonly string[];
    checkStack(graph: ResourceGraph, config: C, now: Date): readonly Finding[];
}

export type PolicyDefinition = ResourcePolicy | StackPolicy;

/** A policy without configuration of its own. */
export const NO_CONFIG: PolicyConfig<Record<string, never>> = { properties: {}, defaults: {} };

/** Declares a resource policy; its configuration type is checked here and erased. */
export function resourcePolicy<C extends ConfigValues>(policy: Omit<ResourcePolicy<C>, "kind">): PolicyDefinition {
    return { kind: "resource", ...policy } as unknown as ResourcePolicy;
}

/** Declares a stack policy; its configuration type is checked here and erased. */
export function stackPolicy<C extends ConfigValues>(policy: Omit<StackPolicy<C>, "kind">): PolicyDefinition {
    return { kind: "stack", ...policy } as unknown as StackPolicy;
}

/** Type tokens of the resources a policy judges. */
export function judgedTypes(policy: PolicyDefinition): readonly string[] {
    return policy.kind === "resource" ? policy.types : policy.subjects;
}

/** Whether a policy judges resources of this type. */
export function judges(policy: PolicyDefinition, type: string): boolean {
    return judgedTypes(policy).some((each) =>
        each.endsWith("*") ? type.startsWith(each.slice(0, -1)) : each === type,
    );
}

/** A control of NIST SP 800-53 Revision 5. */
export function nist(reference: string, specification: string): FrameworkControl {
    return { name: "NIST SP 800-53", version: "Rev. 5", reference, specification };
}
