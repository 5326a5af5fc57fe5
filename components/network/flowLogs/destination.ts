import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { Tags } from "../../tags";

export interface DestinationArgs {
    readonly place: Place;
    readonly partition: string;
    /**
     * Key of the destination. Its policy must admit CloudWatch Logs of this region for a log group,
     * `delivery.logs.amazonaws.com` for a bucket.
     */
    readonly keyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly retentionDays: number;
    /** Permissions boundary of the role that writes a log group. Default: none. */
    readonly boundaryArn?: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Where flow logs go. */
export interface Destination {
    readonly delivery: Pick<
        aws.ec2.FlowLogArgs,
        "logDestinationType" | "logDestination" | "iamRoleArn" | "destinationOptions"
    >;
    /** What must stand before the first record is written. */
    readonly ready: readonly pulumi.Resource[];
}
