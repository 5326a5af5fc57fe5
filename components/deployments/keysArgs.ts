import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../names";
import { castOf, type KeysArgs, studioRoleArns } from "../security";
import type { Settings } from "../settings";
import { deployersOf } from "./deployers";

/**
 * The keys a stack file describes.
 *
 * @param kmsEndpoints ids of the network's endpoints of KMS, whose network needs keys in its turn: resolved later
 */
export function keysArgs(settings: Settings, place: Place, kmsEndpoints: pulumi.Input<string[]>): KeysArgs {
    const { domain, network, partition, protect, security, tags, users } = settings;
    const { keys } = security;
    return {
        place,
        partition,
        roles: studioRoleArns(place, partition, castOf(users)),
        administrators: security.keyAdministrators,
        breakGlass: security.breakGlass,
        deployers: deployersOf(settings),
        existing: { domain: keys.domain, data: keys.data, logs: keys.logs },
        deletionDays: security.keyDeletionDays,
        rotationDays: keys.rotationDays,
        ...(keys.onlyThroughEndpoint ? { onlyThrough: kmsEndpoints } : {}),
        network: network.firewall !== undefined && network.vpc?.ownEgress !== true,
        images: domain.images.length > 0,
        logDelivery: network.flowLogDestination === "bucket",
        queues: security.response !== undefined,
        serviceLogGroups: security.baseline?.logGroups ?? false,
        trails: (security.baseline?.trail ?? "none") !== "none",
        configuration: security.baseline?.config === "recorder",
        protect,
        tags,
    };
}
