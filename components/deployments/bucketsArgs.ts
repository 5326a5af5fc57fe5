import type { Place } from "../names";
import type { Network } from "../network";
import { type BucketsArgs, executionRoleArn, keepsRecords, type Keys, recordsBucketName, rolePath } from "../security";
import type { Settings } from "../settings";
import { deployersOf } from "./deployers";

/** The buckets a stack file describes. */
export function bucketsArgs(settings: Settings, place: Place, keys: Keys, network: Network): BucketsArgs {
    const { partition, protect, security, tags } = settings;
    const { accessLogDays, emptyOnDestroy, noncurrentDays } = security.buckets;
    const endpointId = network.endpointIds["s3"];
    return {
        place,
        partition,
        canvas: settings.network.features.includes("canvas"),
        dataKeyArn: keys.dataKeyArn,
        wayIn: endpointId === undefined ? { vpcId: network.vpcId } : { endpointId },
        studioRoles: [
            executionRoleArn(place, partition),
            `arn:${partition}:iam::${place.account}:role${rolePath(place)}*`,
        ],
        deployers: deployersOf(settings),
        breakGlass: security.breakGlass,
        noncurrentDays,
        otherLogSources: security.baseline && keepsRecords(security.baseline) ? [recordsBucketName(place)] : [],
        accessLogDays,
        emptyOnDestroy,
        protect,
        tags,
    };
}
