import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";

/** A private zone and the names in it that lead to an endpoint: the zone's own, everything below it, or both. */
export interface ZoneNames {
    readonly zone: string;
    readonly records: readonly string[];
}

/**
 * Whether other VPCs can find the service's endpoint by a private zone: it has one, and AWS's pages say by which names.
 * The few whose names AWS tells only at deployment stay in the VPCs that use them.
 */
export function isSharable(service: ServiceKey, region: string): boolean {
    const { type, privateDnsNames } = ENDPOINT_SERVICES[service];
    return type === "Interface" && privateDnsNames(region).length > 0;
}

/**
 * The zones of a service, as narrow as its names: `*.NAME` and `NAME` share the zone NAME, and no zone is wider than a
 * name the service really has, since everything in a zone that has no record stops resolving.
 */
export function zonesOf(service: ServiceKey, region: string): ZoneNames[] {
    const byZone = new Map<string, string[]>();
    for (const name of ENDPOINT_SERVICES[service].privateDnsNames(region)) {
        const zone = name.replace(/^\*\./, "");
        byZone.set(zone, [...(byZone.get(zone) ?? []), name]);
    }
    return [...byZone].map(([zone, records]) => ({ zone, records }));
}
