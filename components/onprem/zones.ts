import * as pulumi from "@pulumi/pulumi";

/** What AWS answers of an account's zones: ids and names in the same order. */
export interface ZoneAnswer {
    readonly names: readonly string[];
    readonly zoneIds: readonly string[];
}

/**
 * Names the account has for zone ids: awsx takes names, and which letter an id has differs by account.
 *
 * @throws pulumi.RunError naming every zone the account does not have
 */
export function zoneNames(ids: readonly string[], { names, zoneIds }: ZoneAnswer): string[] {
    const found = ids.map((id) => names[zoneIds.indexOf(id)]);
    const missing = ids.filter((_, index) => found[index] === undefined);
    if (missing.length > 0) {
        throw new pulumi.RunError(
            `onprem.zones has ${missing.join(", ")}, which the account does not offer here. Its zones: ${zoneIds.join(", ")}.`,
        );
    }
    return found as string[];
}
