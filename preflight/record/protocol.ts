import type { WireObject } from "./wire";

/** A resource the program registers; values are in wire form. */
export interface Registration {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly custom: boolean;
    /** True for a component that a plugin would build. */
    readonly remote: boolean;
    readonly inputs: WireObject;
    /** `urn::id`, empty for the default provider. */
    readonly provider: string;
    /** Providers by package that a component hands on, `urn::id` each. */
    readonly providers: Readonly<Record<string, string>>;
    /** Version of the package, for the default provider's name. */
    readonly version: string;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect?: boolean;
    readonly ignoreChanges: readonly string[];
    readonly deleteBeforeReplace?: boolean;
    readonly aliases: readonly string[];
    readonly additionalSecretOutputs: readonly string[];
    /** Id of an existing resource to adopt; empty for none. */
    readonly importId: string;
}

/** A resource the program only reads. */
export type ReadRequest = Pick<
    Registration,
    "type" | "name" | "parent" | "inputs" | "provider" | "version" | "dependencies"
> & { readonly id: string };

/** What the program learns about a registered resource. */
export interface Registered {
    readonly urn: string;
    /** Empty while unknown. */
    readonly id: string;
    readonly outputs: WireObject;
    /** URNs of what an output comes from, by output. Default: the resource itself. */
    readonly outputDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** A registration without options. */
export const PLAIN = {
    parent: "",
    remote: false,
    provider: "",
    providers: {},
    version: "",
    dependencies: [],
    propertyDependencies: {},
    ignoreChanges: [],
    aliases: [],
    additionalSecretOutputs: [],
    importId: "",
} as const;

/** What a resource that a plugin registers inside its component does not share with the component. */
export const INSIDE = {
    custom: true,
    remote: false,
    providers: {},
    version: "",
    protect: undefined,
    ignoreChanges: [],
    aliases: [],
    additionalSecretOutputs: [],
    importId: "",
} as const;
