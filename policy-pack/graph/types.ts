import type { Tags } from "./providerTags";
import type { Maybe } from "./unknown";

/**
 * One registered resource, whatever it was read from: the preflight's recording, the stack a policy pack is shown by
 * the engine, `pulumi preview --json` or `pulumi stack export`.
 */
export interface GraphResource {
    readonly urn: string;
    /** Pulumi type token, for example `aws:ec2/subnet:Subnet`. */
    readonly type: string;
    /** Logical name. */
    readonly name: string;
    /** Provider-assigned id; unknown at a first preview; empty for components. */
    readonly id: Maybe<string>;
    /** Inputs, overlaid with the outputs that are known. Any value at any depth may be `Unknown`. */
    readonly props: Readonly<Record<string, unknown>>;
    /** False for component resources and the stack itself. */
    readonly custom: boolean;
    /** URN of the parent. */
    readonly parent?: string;
    /** URN of the explicit or default provider that manages the resource. */
    readonly provider?: string;
    /** Tags the provider adds; absent where it adds none, or where the source of the resource does not show them. */
    readonly providerTags?: Maybe<Tags>;
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    /** URNs of everything this resource waits for. */
    readonly dependencies: readonly string[];
    /** Per top-level input property: URNs of the resources whose outputs went into it. Known even when ids are not. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What one property refers to. */
export interface References {
    /** Resources of this graph. */
    readonly found: readonly GraphResource[];
    /** Known ids or ARNs that belong to no resource of this graph (made elsewhere). */
    readonly external: readonly string[];
    /** True when part of the property is unknown and its dependencies do not tell what it refers to. */
    readonly undecided: boolean;
    /** True when `found` was derived from property dependencies, which may be more than what the property names. */
    readonly derived: boolean;
}
