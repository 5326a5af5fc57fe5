import type * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../../names";
import { createPrivateBucket } from "../../storage";
import { bucketPolicy } from "./bucketPolicy";
import type { Destination, DestinationArgs } from "./destination";

export interface BucketArgs extends DestinationArgs {
    /** Pulumi's `protect` on the bucket: the logs are lost with it. */
    readonly protect: boolean;
    /** Whether a destroy deletes a bucket that still holds logs. */
    readonly forceDestroy: boolean;
}

/** Days in which a log that somebody deleted or overwrote can be brought back. */
const RECOVERY_DAYS = 30;

/** Makes the bucket for flow logs: private, encrypted, versioned, written to by the delivery service of this account only. */
export function createBucket(parent: pulumi.Resource, name: string, args: BucketArgs): Destination {
    const bucketName = physicalName(args.place, "bucket", "flow-logs");
    const { bucket, ready } = createPrivateBucket(parent, `${name}-flow-logs`, {
        ...args,
        bucketName,
        policy: bucketPolicy({ ...args.place, partition: args.partition, bucket: bucketName }),
        keep: { expireDays: args.retentionDays, noncurrentDays: RECOVERY_DAYS },
    });
    return {
        delivery: {
            logDestinationType: "s3",
            logDestination: bucket.arn,
            destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
        },
        // Where delivery is not allowed yet, creating a flow log makes AWS write into the bucket's policy.
        ready,
    };
}
