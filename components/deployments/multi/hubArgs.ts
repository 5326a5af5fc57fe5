import type * as pulumi from "@pulumi/pulumi";

import type { HubArgs, HubClients, HubKeys, HubKeysArgs, HubMembers } from "../../hub";
import type { MultiSettings } from "../../settings";
import { needsHub } from "./needsHub";
import type { Places } from "./places";

/** Keys of the account the hub is in. */
export function hubKeysArgs(settings: MultiSettings, { hub: place }: Places): HubKeysArgs {
    const { hub, partition, protect, tags } = settings;
    return {
        place,
        partition,
        administrators: hub.keyAdministrators,
        deletionDays: hub.keyDeletionDays,
        purposes: { network: hub.egress === "firewall" },
        logDelivery: hub.flowLogDestination === "bucket",
        protect,
        tags,
    };
}

/** What stands before the hub. */
interface Made {
    readonly keys: HubKeys;
    /** Upper bound of the hub's roles. */
    readonly boundaryArn: pulumi.Input<string>;
}

/** The hub a stack file describes. */
export function hubArgs(settings: MultiSettings, places: Places, { keys, boundaryArn }: Made): HubArgs {
    const { hub, lobs, partition, production, protect, tags } = settings;
    return {
        place: places.hub,
        partition,
        cidr: hub.cidr,
        subnets: hub.subnets,
        asn: hub.asn,
        members: membersOf(settings, places),
        services: hub.services,
        endpoints: hub.endpoints,
        features: [...new Set(lobs.flatMap(({ network }) => network.features))],
        egress: hub.egress,
        firewall: hub.firewall,
        dns: hub.dns,
        flowLogs: {
            destination: hub.flowLogDestination,
            retentionDays: hub.flowLogRetentionDays,
            // A bucket takes the logs without a role.
            ...(hub.flowLogDestination === "log-group" && { boundaryArn }),
        },
        logsKeyArn: keys.logsKeyArn,
        networkKeyArn: keys.networkKeyArn,
        protect,
        protections: hub.firewall?.protections ?? production,
        tags,
    };
}

function membersOf(settings: MultiSettings, places: Places): HubMembers {
    const { hub, lobs, access, onprem } = settings;
    const lobAccounts = [...new Set(lobs.map(({ account }) => account.id))];
    const attachedSimulator = onprem?.connect === "attachment" ? places.onprem : undefined;
    return {
        lobAccounts,
        accessAccount: places.access.account,
        attached: [
            ...new Set([
                places.hub.account,
                places.access.account,
                ...lobs.filter((lob) => needsHub(lob, settings)).map(({ account }) => account.id),
                ...(attachedSimulator ? [attachedSimulator.account] : []),
            ]),
        ],
        lobRanges: hub.lobRanges,
        accessRange: access.cidr,
        clients: clientsOf(hub, onprem),
        organization: hub.organization,
    };
}

/** Where people come from: over the gateway, or by a peering of the simulator. */
function clientsOf({ clients }: MultiSettings["hub"], onprem: MultiSettings["onprem"]): HubClients | undefined {
    if (clients === undefined && onprem === undefined) {
        return undefined;
    }
    const company = clients?.ranges ?? [];
    const simulated = onprem === undefined ? [] : [onprem.cidr];
    return {
        ranges: [...company, ...simulated],
        overGateway: [
            ...(clients?.attachment === undefined ? [] : company),
            ...(onprem?.connect === "attachment" ? simulated : []),
        ],
        attachment: clients?.attachment,
        resolver: clients?.resolver ?? false,
    };
}
