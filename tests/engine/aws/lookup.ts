import { AwsError } from "./errors";
import { IDENTITIES } from "./identities";
import { type Kind, KINDS, type KindName } from "./kinds";
import type { Place } from "./place";
import { type Reference, REFERENCES } from "./references";
import { GLOBAL, type Store, type Stored } from "./store";
import { type Properties, textsAt } from "./values";

/** Region under which resources of the type are kept. */
export function regionOf(type: string, place: Pick<Place, "region">): string {
    return IDENTITIES[type]?.global === true ? GLOBAL : place.region;
}

/** Everything of a type in the account and Region. */
export function allOf(store: Store, place: Pick<Place, "account" | "region">, type: string): Stored[] {
    return store.list({ account: place.account, region: regionOf(type, place), type });
}

/** The resource a value names, or undefined. */
export function named(
    store: Store,
    place: Pick<Place, "account" | "region">,
    kindName: KindName,
    value: string,
): Stored | undefined {
    const kind: Kind = KINDS[kindName];
    const names = kind.names ?? ((resource: Stored, text: string) => resource.id === text);
    for (const type of kind.types) {
        const candidates = kind.anywhere === true ? store.list({ type }) : allOf(store, place, type);
        const found = candidates.find(
            (candidate) => names(candidate, value) && kind.visible?.(candidate, place, store) !== false,
        );
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}

/**
 * Refuses properties that name what does not exist in the same account and Region, or is not shared with the account.
 * @throws AwsError with the code AWS gives for the kind of thing
 */
export function checkReferences(store: Store, place: Place, type: string, properties: Properties): void {
    for (const reference of REFERENCES.filter((row) => row.type === type)) {
        const kind: Kind = KINDS[reference.kind];
        for (const value of textsAt(properties, reference.path)) {
            if (kind.always?.(value, place) !== true && named(store, place, reference.kind, value) === undefined) {
                throw new AwsError(
                    reference.missing ?? kind.missing,
                    `${reference.path}: the ${kind.what} '${value}' does not exist in account ${place.account}, ${place.region}`,
                );
            }
        }
    }
}

/**
 * Refuses to delete what others still hold.
 * @throws AwsError naming one holder
 */
export function checkUnused(store: Store, resource: Stored): void {
    for (const { reference, holder } of holders(store, resource)) {
        if (typeof reference.onDelete === "object") {
            throw new AwsError(
                reference.onDelete.refused,
                `${resource.id} is in use by ${holder.type} ${holder.id} (${reference.path}) and cannot be deleted`,
            );
        }
    }
}

/** Resources that disappear together with `resource`. */
export function dependents(store: Store, resource: Stored): Stored[] {
    return holders(store, resource)
        .filter(({ reference }) => reference.onDelete === "cascade")
        .map(({ holder }) => holder);
}

function holders(store: Store, resource: Stored): { reference: Reference; holder: Stored }[] {
    const place = { account: resource.account, region: resource.region };
    return REFERENCES.filter((row) => row.onDelete !== undefined && mayName(row, resource)).flatMap((reference) =>
        (isAnywhere(reference) ? store.list({ type: reference.type }) : allOf(store, place, reference.type))
            .filter((holder) => !isSame(holder, resource) && !isOwnRule(holder, resource, reference))
            .filter((holder) =>
                textsAt(holder.properties, reference.path).some((value) => names(reference, resource, value)),
            )
            .map((holder) => ({ reference, holder })),
    );
}

/** A group's own rule goes with the group, even where it names the group a second time as its source. */
function isOwnRule(holder: Stored, resource: Stored, reference: Reference): boolean {
    return reference.path === "referencedSecurityGroupId" && holder.properties["securityGroupId"] === resource.id;
}

/** What another account may name, another account may hold. */
function isAnywhere(reference: Reference): boolean {
    const kind: Kind = KINDS[reference.kind];
    return kind.anywhere === true;
}

function mayName(reference: Reference, resource: Stored): boolean {
    const kind: Kind = KINDS[reference.kind];
    return kind.types.includes(resource.type);
}

function names(reference: Reference, resource: Stored, value: string): boolean {
    const kind: Kind = KINDS[reference.kind];
    return kind.names === undefined ? resource.id === value : kind.names(resource, value);
}

function isSame(a: Stored, b: Stored): boolean {
    return a.type === b.type && a.id === b.id;
}
