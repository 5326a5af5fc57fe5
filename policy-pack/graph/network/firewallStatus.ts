import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";

/** An endpoint of a firewall, as the firewall's status tells it. */
export interface ToldEndpoint {
    readonly id: string;
    /** Id of the subnet it stands in, where it is told. */
    readonly subnet?: string;
    /** Name or id of its zone, where it is told. */
    readonly zone?: string;
}

/** What the status of a firewall tells of its endpoints. */
export interface FirewallStatus {
    readonly endpoints: readonly ToldEndpoint[];
    /** Whether ids of endpoints may be missing because part of the status cannot be read. */
    readonly isPartial: boolean;
}

/** Reads the status that AWS fills in once a firewall is made; one that is absent tells nothing. */
export function statusOf({ props }: GraphResource): FirewallStatus {
    const states = items(props.firewallStatuses).flatMap((status) => items(readPath(status, "syncStates")));
    const attachments = states.flatMap((state) =>
        items(readPath(state, "attachments")).map((attachment) => ({
            id: readPath(attachment, "endpointId"),
            ...text("subnet", readPath(attachment, "subnetId")),
            ...text("zone", readPath(state, "availabilityZone")),
        })),
    );
    return {
        endpoints: attachments.flatMap(({ id, ...rest }) => (typeof id === "string" ? [{ id, ...rest }] : [])),
        isPartial: attachments.some(({ id }) => isUnknown(id)),
    };
}

/** The elements of a list; a list that cannot be read stands for one element that cannot. */
export function items(value: unknown): readonly unknown[] {
    if (isUnknown(value)) {
        return [value];
    }
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function text<K extends "subnet" | "zone">(key: K, value: unknown): Partial<Record<K, string>> {
    return typeof value === "string" ? ({ [key]: value } as Record<K, string>) : {};
}
