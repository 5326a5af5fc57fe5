import * as pulumi from "@pulumi/pulumi";

/** What a firewall tells of its endpoints; the provider answers sets, in no particular order. */
export interface FirewallStatus {
    readonly syncStates?: readonly {
        /** Name of the zone, never its id. */
        readonly availabilityZone?: string;
        readonly attachments?: readonly { readonly endpointId?: string; readonly subnetId?: string }[];
    }[];
}

/** Where an endpoint is looked for. */
export interface EndpointPlace {
    /** Name of the firewall, for messages. */
    readonly firewall: string;
    readonly subnetId: string;
    /** The zone of the subnet in every spelling that is known: its name, its id. */
    readonly zones: readonly (string | undefined)[];
}

/**
 * Id of the firewall's endpoint in a subnet, found by the subnet; by the zone where an answer names no subnet. Never by
 * position: another zone's endpoint would break every connection, and nobody would see why.
 *
 * @throws pulumi.RunError naming the subnet and what the firewall answered, when there is not exactly one
 */
export function endpointId(statuses: readonly FirewallStatus[] | undefined, place: EndpointPlace): string {
    const endpoints = (statuses ?? [])
        .flatMap(({ syncStates }) => syncStates ?? [])
        .flatMap(({ availabilityZone: zone, attachments }) =>
            (attachments ?? []).map(({ endpointId: id, subnetId: subnet }) => ({ id, subnet, zone })),
        );
    const inSubnet = endpoints.filter(({ subnet }) => subnet === place.subnetId);
    const inZone = endpoints.filter(
        ({ subnet, zone }) => isMissing(subnet) && !isMissing(zone) && place.zones.includes(zone),
    );
    const ids = new Set((inSubnet.length > 0 ? inSubnet : inZone).map(({ id }) => id).filter((id) => !isMissing(id)));
    const [id] = ids;
    if (id === undefined || ids.size > 1) {
        throw new pulumi.RunError(message(place, endpoints, ids.size));
    }
    return id;
}

/** An empty text stands for what is not told as much as none does. */
function isMissing(text: string | undefined): boolean {
    return text === undefined || text === "";
}

function message(
    { firewall, subnetId, zones }: EndpointPlace,
    endpoints: readonly { id?: string; subnet?: string; zone?: string }[],
    found: number,
): string {
    const answered = endpoints
        .map(({ id, subnet, zone }) => [id, subnet, zone].map((part) => (isMissing(part) ? "-" : part)).join(" "))
        .sort();
    const zone = [...new Set(zones.filter((each) => !isMissing(each)))].join(", ");
    return [
        `Firewall ${firewall} has ${found === 0 ? "no endpoint" : `${found} endpoints`} in subnet ${subnetId} (${zone}), ` +
            "so its routes have no target.",
        `It answered (endpoint, subnet, zone): ${answered.length === 0 ? "nothing" : answered.join("; ")}.`,
        `Wait until aws network-firewall describe-firewall --firewall-name ${firewall} says READY, then run pulumi refresh ` +
            "and pulumi up.",
    ].join("\n  ");
}
