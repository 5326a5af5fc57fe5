import type { Subject } from "./subject";

/** How AWS names resources of one type. Functions may throw `Unreadable`: what they would have made is then unknown. */
export interface Identity {
    /** Property that holds the physical name; made up from the logical name when the program leaves it out. */
    readonly named?: string;
    /** The id Pulumi's aws provider gives. */
    readonly id: (subject: Subject) => string;
    /** Computed properties that other resources read; those missing here stay unknown. */
    readonly outputs?: Readonly<Record<string, (subject: Subject, id: string) => unknown>>;
    /** Properties the program sets and the provider gives back with more in them than was set. */
    readonly completed?: Readonly<Record<string, (subject: Subject) => unknown>>;
    /** Why some of the outputs may differ from the cloud's in a way that matters. */
    readonly assumes?: { readonly outputs: readonly string[]; readonly why: string };
}

export type IdentityTable = Readonly<Record<string, Identity>>;

/** An id of prefix and 17 hexadecimal digits, an ARN that ends in `kind/id`. */
export function numbered(service: string, kind: string, prefix: string, outputs: Identity["outputs"] = {}): Identity {
    return {
        id: (s) => s.hex(prefix),
        outputs: { arn: (s, id) => s.arn(service, `${kind}/${id}`), ...outputs },
    };
}

/** Known by a name, with an ARN that ends in `kind` and the name; `kind` brings its own separator. */
export function namedBy(property: string, service: string, kind: string, outputs: Identity["outputs"] = {}): Identity {
    return {
        named: property,
        id: (s) => s.text(property),
        outputs: { arn: (s, id) => s.arn(service, `${kind}${id}`), ...outputs },
    };
}

/** Identified by its own ARN. */
export function arnAsId(service: string, resource: (subject: Subject) => string, named?: string): Identity {
    return {
        ...(named === undefined ? {} : { named }),
        id: (s) => s.arn(service, resource(s)),
        outputs: { arn: (_, id) => id },
    };
}

/** Has no id of its own: takes over that of the thing it belongs to. */
export function partOf(property: string): Identity {
    return { id: (s) => s.text(property) };
}

/** Only joins two things; nothing refers to it. */
export function link(prefix: string): Identity {
    return { id: (s) => s.hex(prefix) };
}
