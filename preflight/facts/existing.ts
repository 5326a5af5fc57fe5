import type { GraphResource } from "../../policy-pack/graph";

const BEGINNING = "urn:pulumi:facts::existing::";

/** A resource that stands already, in the form of one a program would have made. Its URN says that none did. */
export function existing(type: string, id: string, props: Readonly<Record<string, unknown>>): GraphResource {
    return {
        urn: `${BEGINNING}${type}::${id}`,
        type,
        name: id,
        id,
        props,
        custom: true,
        protect: false,
        ignoreChanges: [],
        dependencies: [],
        propertyDependencies: {},
    };
}

/** Whether a URN is of such a resource. */
export function isExisting(urn: string): boolean {
    return urn.startsWith(BEGINNING);
}
