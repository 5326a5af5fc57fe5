import { hexId, type Subject } from "../subject";

/** Makes one computed property. */
export type Maker = (subject: Subject, id: string) => unknown;

/** How the provider and AWS name resources of one type, and what they fill in. */
export interface Identity {
    /** An account has it once for all Regions. */
    readonly global?: true;
    /** The id the provider gives. */
    readonly id: (subject: Subject) => string;
    /** Property the provider fills with the logical name and seven random digits when the program leaves it out. */
    readonly autoName?: string;
    /** What AWS demands at the beginning of such a name. */
    readonly autoNamePrefix?: string;
    /** Inputs the provider fills in when the program leaves them out. */
    readonly defaults?: Readonly<Record<string, unknown>>;
    /** Computed properties, among them optional inputs that AWS chooses; unknown in a preview. */
    readonly outputs?: Readonly<Record<string, Maker>>;
    /** Outputs that AWS makes anew when one of these inputs changes; the others outlive updates. */
    readonly follows?: Readonly<Record<string, readonly string[]>>;
    /** Inputs that AWS gives back otherwise than they were set: with more in them, or in its own spelling. */
    readonly returns?: Readonly<Record<string, Maker>>;
}

export type IdentityTable = Readonly<Record<string, Identity>>;

/** An id of prefix and 17 hexadecimal digits, an ARN that ends in `kind/id`. */
export function numbered(service: string, kind: string, prefix: string, more: Omit<Identity, "id"> = {}): Identity {
    return {
        ...more,
        id: () => hexId(prefix),
        outputs: { arn: (subject, id) => subject.arn(service, `${kind}/${id}`), ...more.outputs },
    };
}

/** Identified by the name in `property`; the ARN ends in `kind` and the name. */
export function namedBy(property: string, service: string, kind: string, more: Omit<Identity, "id"> = {}): Identity {
    return {
        ...more,
        id: (subject) => subject.text(property),
        outputs: { arn: (subject, id) => subject.arn(service, `${kind}${id}`), ...more.outputs },
    };
}

/** Identified by its ARN. */
export function arnAsId(
    service: string,
    resource: (subject: Subject) => string,
    more: Omit<Identity, "id"> = {},
): Identity {
    return {
        ...more,
        id: (subject) => subject.arn(service, resource(subject)),
        outputs: { arn: (_, id) => id, ...more.outputs },
    };
}

/** Takes over the id of what it belongs to. */
export function partOf(property: string): Identity {
    return { id: (subject) => subject.text(property) };
}

/** Only joins two things; nothing refers to it. */
export function link(prefix: string, more: Omit<Identity, "id"> = {}): Identity {
    return { ...more, id: () => hexId(prefix) };
}
