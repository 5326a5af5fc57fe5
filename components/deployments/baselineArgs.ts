import type { Place } from "../names";
import { type AccountBaselineArgs, type Boundaries, type Buckets, type Keys, studioBuckets } from "../security";
import type { Settings } from "../settings";

/** The account's baseline as a stack file describes it; undefined where the stack makes none. */
export function baselineArgs(
    settings: Settings,
    place: Place,
    keys: Keys,
    boundaries: Boundaries,
    buckets: Buckets | undefined,
): AccountBaselineArgs | undefined {
    const { network, partition, protect, security, tags } = settings;
    if (security.baseline === undefined) {
        return undefined;
    }
    const { create, emptyOnDestroy } = security.buckets;
    return {
        ...security.baseline,
        place,
        partition,
        logsKeyArn: keys.logsKeyArn,
        accessLogs: buckets?.accessLogs,
        logRetentionDays: security.logRetentionDays,
        dataBuckets: [
            ...studioBuckets(place, { create, canvas: network.features.includes("canvas") }),
            ...security.dataBuckets,
        ],
        boundaryArn: boundaries.serviceArn,
        protect,
        forceDestroy: emptyOnDestroy,
        tags,
    };
}
