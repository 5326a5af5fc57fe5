import type { Place } from "../names";
import type { HubLink, NetworkArgs } from "../network";
import { type Boundaries, type Keys, studioBuckets } from "../security";
import { servicesOf, type Settings } from "../settings";

/** What stands before the network, and what it is attached to. */
interface Made {
    readonly keys: Keys;
    readonly boundaries: Boundaries;
    readonly hub?: HubLink | undefined;
}

/** The network a stack file describes. */
export function networkArgs(settings: Settings, place: Place, { keys, boundaries, hub }: Made): NetworkArgs {
    const { network, partition, production, protect, security, subnets, tags } = settings;
    const { endpoints, firewall } = network;
    const ownBuckets = studioBuckets(place, {
        create: security.buckets.create,
        canvas: network.features.includes("canvas"),
    });
    return {
        place,
        partition,
        cidr: network.cidr,
        subnets,
        existing: network.vpc,
        egress: network.egress,
        firewall,
        dns: network.dns,
        features: network.features,
        services: servicesOf(network, settings.region),
        organization: endpoints.organization,
        onlyRoles: endpoints.onlyRoles,
        distributedTraining: network.distributedTraining,
        clients: network.clients,
        hub,
        dataBuckets: [...security.dataBuckets, ...ownBuckets],
        flowLogs: {
            destination: network.flowLogDestination,
            retentionDays: network.flowLogRetentionDays,
            // A bucket takes the logs without a role.
            ...(network.flowLogDestination === "log-group" && { boundaryArn: boundaries.serviceArn }),
        },
        logsKeyArn: keys.logsKeyArn,
        networkKeyArn: keys.networkKeyArn,
        protect,
        protections: firewall?.protections ?? production,
        tags,
    };
}
