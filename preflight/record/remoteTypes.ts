import type { Registration } from "./protocol";
import type { WireObject } from "./wire";

/** A resource inside a component. */
export interface Inside {
    readonly type: string;
    readonly name: string;
    readonly inputs: WireObject;
    /** URN of what it stands in. Default: the component. */
    readonly parent?: string;
    /** URNs of what a property's value comes from, by property. Default: those of the component's own inputs. */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** One that was registered; its outputs are decoded. */
export interface Placed {
    readonly urn: string;
    /** Empty while unknown. */
    readonly id: string;
    readonly outputs: Readonly<Record<string, unknown>>;
}

export type Register = (inside: Inside) => Placed;

/** What a component answers the program. */
export interface Constructed {
    readonly outputs: Readonly<Record<string, unknown>>;
    /** URNs of what an output comes from, by output. Default: the component itself. */
    readonly dependencies?: Readonly<Record<string, readonly string[]>>;
}

/** Registers what a plugin would inside its component; undefined for inputs nobody has written down. */
export type Construct = (component: Registration, register: Register) => Constructed | undefined;
